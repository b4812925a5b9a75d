import type { Check } from '@isnad/model';
import type { Case } from '../case.js';
import { type ByPlace, indexByPlace } from '../incidents/at-place.js';
import type { Happening } from '../incidents/happening.js';
import { relateAll } from '../incidents/sides.js';
import type { RecordLexicon } from '../lexicon/record-lexicon.js';
import { groupBy, sorted } from '../order.js';
import { type Place, resolvePlace } from '../places/place.js';
import { edtfOf } from '../windows/window.js';
import { placeName, sidesInWords } from '../words/names.js';
import { check } from './check.js';

/** A side that comes back later than this has come back, and contradicts no capture. */
const AFTERMATH_DAYS = 30;

/** What is told of a place after its capture. */
export interface Aftermath {
  readonly capture: Happening;
  readonly place: Place;
  /** Who lost it: as told, else whom the taker fights in the reports that tell the capture. */
  readonly losers: readonly string[];
  /** Incidents that show the side that lost it still there. */
  readonly presence: readonly Happening[];
  /** The taker's own withdrawal in between, which explains them. */
  readonly left: readonly Happening[];
}

/** For each capture of a place or a part of it what is told of the losing side there in the days after. */
export const aftermaths = (happenings: readonly Happening[], inCase: Case): readonly Aftermath[] => {
  const index = indexByPlace(happenings);
  const opponents = opponentsOf(happenings, inCase.lexicon);
  return happenings.flatMap((capture) => {
    if (capture.kind.control !== 'taken' || capture.modality !== 'asserted' || !capture.window?.told) return [];
    const places = new Map(capture.units.flatMap((unit) => unit.places.map(({ place }) => [place.id, place] as const)));
    const losers = capture.targets.length > 0 ? capture.targets : opponents(capture);
    if (losers.length === 0) return [];
    return [...places.values()].flatMap((place) => {
      if (place.extent === 'area') return [];
      const found = aftermathAt(capture, losers, place, index, inCase);
      return found.presence.length > 0 ? [found] : [];
    });
  });
};

/** For a capture that names no loser: the sides that its taker attacks, fights or is attacked by in the same reports. */
const opponentsOf = (
  happenings: readonly Happening[],
  lexicon: RecordLexicon,
): ((capture: Happening) => readonly string[]) => {
  const fights = groupBy(
    happenings.flatMap(({ units }) => units.filter((unit) => unit.kind.battle && unit.modality === 'asserted')),
    ({ report }) => report,
  );
  return (capture) => {
    const told = capture.reports.flatMap((report) => fights.get(report) ?? []);
    const sides = told.flatMap(({ actors, targets }) => {
      const both = [...actors, ...targets];
      return relateAll(both, capture.actors, lexicon) === 'same' ? both : [];
    });
    return sorted(sides).filter(
      (side) => lexicon.actor(side) !== null && relateAll([side], capture.actors, lexicon) === 'other',
    );
  };
};

const aftermathAt = (
  capture: Happening,
  losers: readonly string[],
  place: Place,
  index: ByPlace,
  inCase: Case,
): Aftermath => {
  const { lexicon } = inCase;
  const end = capture.window!.core.last;
  const since = index
    .within(place.id, end, end + AFTERMATH_DAYS)
    .filter((one) => one !== capture && one.modality === 'asserted' && one.window!.told);
  // What was taken in the morning may be given up at night; who is still there that day shows nothing.
  const left = since.filter(
    (one) => one.kind.control === 'lost' && relateAll(one.actors, capture.actors, lexicon) === 'same',
  );
  const later = since.filter((one) => one.window!.first > end);
  const presence = later.filter((one) => {
    const shown = one.kind.presence.flatMap((who) => (who === 'actor' ? one.actors : one.targets));
    return relateAll(shown, losers, lexicon) === 'same';
  });
  return { capture, place, losers, presence, left };
};

/** The claims of an incident that name the place or something inside it; all of them where none does so itself. */
export const claimsAt = (one: Happening, place: Place, inCase: Case): readonly string[] => {
  const here = one.claims.filter((claim) =>
    claim.places.some((mention) => {
      const named = resolvePlace(mention, inCase.lexicon);
      return named.id === place.id || named.ancestors.includes(place.id);
    }),
  );
  return (here.length > 0 ? here : one.claims).map(({ id }) => id);
};

/** `state-after-capture`: who lost a place is not told to be in it still, unless the taker left again. */
export const stateAfterCapture = (found: readonly Aftermath[], inCase: Case): readonly Check[] =>
  found.map(({ capture, place, losers, presence, left }) => {
    const explained = (one: Happening) => left.some((exit) => exit.window!.first <= one.window!.last);
    const ok = presence.every(explained);
    const [where, loser] = [placeName(place), sidesInWords(losers, inCase.lexicon)];
    const days = presence.map((one) => edtfOf(one.window!.core)).join(', ');
    const taken = edtfOf(capture.window!.core);
    const claims = [capture, ...presence, ...left].flatMap((one) => claimsAt(one, place, inCase));
    return check('state-after-capture', ok, claims, {
      en: ok
        ? `${where.en}: taken ${taken}, given up again, and held by ${loser.en} after that`
        : `${where.en}: taken ${taken}, yet ${loser.en} told to be there (${days})`,
      ar: ok
        ? `${where.ar}: سيطرة ${taken} ثم انسحاب، وبعده ${loser.ar}`
        : `${where.ar}: سيطرة ${taken}، ومع ذلك ${loser.ar} فيها (${days})`,
    });
  });
