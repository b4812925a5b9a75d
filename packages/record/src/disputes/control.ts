import type { Dispute, EventClaim } from '@isnad/model';
import type { Case } from '../case.js';
import { type Aftermath, claimsAt } from '../checks/after-capture.js';
import { indexByPlace } from '../incidents/at-place.js';
import type { Happening } from '../incidents/happening.js';
import { relateAll } from '../incidents/sides.js';
import { edtfOf, meet } from '../windows/window.js';
import { placeName, sidesInWords } from '../words/names.js';
import { dispute } from './dispute.js';

/** `control`: the side that lost a place is told to be in it after its capture, and nobody is said to have left it. */
export const aftermathDisputes = (found: readonly Aftermath[], inCase: Case): readonly Dispute[] =>
  found.flatMap(({ capture, place, losers, presence, left }) => {
    const unexplained = presence.filter((one) => !left.some((exit) => exit.window!.first <= one.window!.last));
    if (unexplained.length === 0) return [];
    const [where, taker, loser] = [
      placeName(place),
      sidesInWords(capture.actors, inCase.lexicon),
      sidesInWords(losers, inCase.lexicon),
    ];
    const days = unexplained.map((one) => edtfOf(one.window!.core)).join(', ');
    return [
      dispute(
        'control',
        [capture, ...unexplained].flatMap((one) => claimsAt(one, place, inCase)),
        {
          en: `${where.en}: taken by ${taker.en} (${edtfOf(capture.window!.core)}), yet ${loser.en} is told to be there (${days}). Control may have been partial; do not write that it was complete.`,
          ar: `${where.ar}: سيطرت عليها ${taker.ar} (${edtfOf(capture.window!.core)})، ومع ذلك يُذكر وجود ${loser.ar} فيها (${days}). قد تكون السيطرة جزئية، فلا تُكتب كاملة.`,
        },
      ),
    ];
  });

const unsureClaims = ({ claims }: Happening): readonly EventClaim[] =>
  claims.filter(({ modality }) => modality === 'uncertain');

/** A statement of who holds a place may be so many days older than the taking that it contradicts. */
const STANDING_DAYS = 60;

/** `control`: an uncertain taking or entering of a place, against what is said of who holds it. */
export const uncertainControl = (happenings: readonly Happening[], inCase: Case): readonly Dispute[] => {
  const index = indexByPlace(happenings);
  return happenings.flatMap((taking) => {
    // A title may tell as a fact what the body calls unconfirmed: the telling counts, not the incident.
    const unsure = unsureClaims(taking);
    if (unsure.length === 0 || taking.kind.control !== 'taken' || !taking.window) return [];
    const places = new Map(taking.units.flatMap((unit) => unit.places.map(({ place }) => [place.id, place] as const)));
    const here = [
      ...new Set(
        [...places.keys()].flatMap((id) => index.at(id, taking.window!.first - STANDING_DAYS, taking.window!.last)),
      ),
    ].filter((one) => one !== taking && one.window && meet(one.window, taking.window!));
    const entries = here.filter((one) => one.kind.family === taking.kind.family && unsureClaims(one).length > 0);
    const holders = here.filter(
      (one) =>
        one.modality === 'asserted' &&
        one.kind.control === 'held' &&
        relateAll(one.actors, taking.actors, inCase.lexicon) === 'other',
    );
    const changes = here.filter(
      (one) => one.modality === 'asserted' && (one.kind.control === 'taken' || one.kind.control === 'lost'),
    );
    const against = [...holders, ...changes];
    if (against.length === 0) return [];
    const [where] = [...places.values()].map(placeName);
    const [taker, holder] = [
      sidesInWords(taking.actors, inCase.lexicon),
      sidesInWords([...new Set(holders.flatMap(({ actors }) => actors))], inCase.lexicon),
    ];
    return [
      dispute(
        'control',
        [
          ...unsure,
          ...entries.flatMap(unsureClaims),
          ...against.flatMap(({ claims }) => claims.filter(({ modality }) => modality === 'asserted')),
        ].map(({ id }) => id),
        {
          en: `${where!.en}: reports that ${taker.en} took it are uncertain; told as holding it: ${holder.en}. Must not be counted as a capture.`,
          ar: `${where!.ar}: أنباء سيطرة ${taker.ar} عليها غير مؤكدة، والمذكور مسيطراً: ${holder.ar}. لا تُحسب سيطرة.`,
        },
      ),
    ];
  });
};
