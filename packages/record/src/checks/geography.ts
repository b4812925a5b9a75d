import type { Check, EventClaim } from '@isnad/model';
import type { Case } from '../case.js';
import { kilometres, type Place, relatePlaces, resolvePlace } from '../places/place.js';
import { listNames, placeName } from '../words/names.js';
import { check } from './check.js';

/** `geography`: the place that is said to contain another one does. Areas without a clear edge are not judged. */
export const geography = (inCase: Case): readonly Check[] =>
  inCase.readings.flatMap(({ claims }) =>
    claims.flatMap((claim) => (claim.kind === 'event' ? judge(claim, inCase) : [])),
  );

const judge = (claim: EventClaim, inCase: Case): readonly Check[] => {
  const resolve = (mention: EventClaim['places'][number]) => resolvePlace(mention, inCase.lexicon);
  const inner = claim.places.filter(({ role }) => role !== 'within').map(resolve);
  const named = claim.places.filter(({ role }) => role === 'within').map(resolve);
  const outer = named.length > 0 ? named : inner.length > 1 ? containerInWords(claim, inner, inCase) : [];
  return outer.flatMap((container) => {
    const judged = inner.filter((place) => place.id !== container.id && isJudged(place, container));
    if (judged.length === 0) return [];
    const outside = judged.filter((place) => !isInside(place, container));
    const [where, names] = [placeName(container), listNames((outside.length > 0 ? outside : judged).map(placeName))];
    const ok = outside.length === 0;
    return [
      check('geography', ok, [claim.id], {
        en: ok
          ? `${names.en} in ${where.en}`
          : `${names.en} said to be in ${where.en}, of which the gazetteer knows nothing`,
        ar: ok ? `${names.ar} في ${where.ar}` : `${names.ar} يُقال إنها في ${where.ar}، وليست كذلك في المعجم الجغرافي`,
      }),
    ];
  });
};

const isJudged = (place: Place, container: Place): boolean =>
  place.ancestors.includes(container.id) || (container.extent !== 'area' && kilometres(place, container) !== null);

const isInside = (place: Place, container: Place): boolean =>
  place.ancestors.includes(container.id) ||
  (kilometres(place, container) ?? Infinity) <= container.radius + place.radius;

/** The town in which the words put a list of places: «ثلاث مناطق بالموصل» (three areas in Mosul). */
const containerInWords = (claim: EventClaim, inner: readonly Place[], inCase: Case): readonly Place[] => {
  const words = claim.span.text.split(/[\s"“”«»،.]+/u).filter((word) => word.length > 3);
  return words.slice(-3).flatMap((word) => {
    const form = /^ب(.{3,})$/u.exec(word)?.[1]; // بـ (in) before a name
    const known = form ? inCase.lexicon.place({ id: '', name: '', text: form }) : null;
    if (!known) return [];
    const place = resolvePlace(
      {
        id: known.id,
        name: known.name,
        text: form!,
        start: 0,
        end: 0,
        role: 'within',
        lat: known.lat,
        lon: known.lon,
        precision: null,
      },
      inCase.lexicon,
    );
    return place.extent !== 'area' && inner.every((one) => relatePlaces(one, place) !== 'same') ? [place] : [];
  });
};
