import type { Check } from '@isnad/model';
import type { Case } from '../case.js';
import { type ByPlace, indexByPlace } from '../incidents/at-place.js';
import type { Happening } from '../incidents/happening.js';
import { relateAll } from '../incidents/sides.js';
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
  /** Incidents that show the side that lost it still there. */
  readonly presence: readonly Happening[];
  /** The taker's own withdrawal in between, which explains them. */
  readonly left: readonly Happening[];
}

/** For each capture of a place or a part of it what is told of the losing side there in the days after. */
export const aftermaths = (happenings: readonly Happening[], inCase: Case): readonly Aftermath[] => {
  const index = indexByPlace(happenings);
  return happenings.flatMap((capture) => {
    if (capture.kind.control !== 'taken' || capture.modality !== 'asserted' || !capture.window?.told) return [];
    const places = new Map(capture.units.flatMap((unit) => unit.places.map(({ place }) => [place.id, place] as const)));
    return [...places.values()].flatMap((place) => {
      if (place.extent === 'area') return [];
      const found = aftermathAt(capture, place, index, inCase);
      return found.presence.length > 0 ? [found] : [];
    });
  });
};

const aftermathAt = (capture: Happening, place: Place, index: ByPlace, inCase: Case): Aftermath => {
  const { lexicon } = inCase;
  const end = capture.window!.core.last;
  const later = index
    .within(place.id, end + 1, end + AFTERMATH_DAYS)
    .filter((one) => one !== capture && one.modality === 'asserted' && one.window!.told);
  const left = later.filter(
    (one) => one.kind.control === 'lost' && relateAll(one.actors, capture.actors, lexicon) === 'same',
  );
  const presence = later.filter((one) => {
    const shown = one.kind.presence.flatMap((who) => (who === 'actor' ? one.actors : one.targets));
    return relateAll(shown, capture.targets, lexicon) === 'same';
  });
  return { capture, place, presence, left };
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
  found.map(({ capture, place, presence, left }) => {
    const explained = (one: Happening) => left.some((exit) => exit.window!.first <= one.window!.last);
    const ok = presence.every(explained);
    const [where, loser] = [placeName(place), sidesInWords(capture.targets, inCase.lexicon)];
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
