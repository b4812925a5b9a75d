import type { Check, EventClaim, PlaceMention } from '@isnad/model';
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
  const resolve = (mention: PlaceMention) => resolvePlace(mention, inCase.lexicon);
  const named = claim.places.filter(({ role }) => role === 'within');
  const [within] = named;
  const listed = claim.places.filter(({ role, start }) => role !== 'within' && (!within || start <= within.start));
  const inner = listed.map(resolve).filter(({ extent }) => extent !== 'area');
  // Of several containers nobody can say which is whose.
  if (named.length > 1 || inner.length === 0) return [];
  const container = within ? resolve(within) : inner.length > 1 ? containerInWords(claim, inner, inCase) : null;
  const judged = container ? inner.filter((place) => place.id !== container.id && isJudged(place, container)) : [];
  if (!container || judged.length === 0) return [];
  const outside = judged.filter((place) => !isInside(place, container, inCase));
  const ok = outside.length === 0;
  const [where, names] = [placeName(container), listNames((ok ? judged : outside).map(placeName))];
  return [
    check('geography', ok, [claim.id], {
      en: ok
        ? `${names.en} in ${where.en}`
        : `${names.en} said to be in ${where.en}, which the gazetteer does not bear out`,
      ar: ok ? `${names.ar} في ${where.ar}` : `${names.ar} يُقال إنها في ${where.ar}، والمعجم الجغرافي لا يؤيد ذلك`,
    }),
  ];
};

const isJudged = (place: Place, container: Place): boolean =>
  place.listed &&
  container.listed &&
  (place.ancestors.includes(container.id) || (container.extent !== 'area' && kilometres(place, container) !== null));

const isInside = (place: Place, container: Place, inCase: Case): boolean =>
  place.ancestors.includes(container.id) ||
  (kilometres(place, container) ?? Infinity) <= container.radius + place.radius ||
  place.ancestors.some((id) => isNamesake(id, container, inCase));

/** A governorate called after its capital: «التل بحلب» (Tell in Aleppo) may mean the governorate. */
const isNamesake = (ancestor: string, container: Place, inCase: Case): boolean => {
  const known = inCase.lexicon.place({ id: ancestor, name: ancestor, text: '' });
  return known?.kind === 'governorate' && known.name.toLowerCase().startsWith(container.name.toLowerCase());
};

/** The town in which the words put a list of places: «ثلاث مناطق بالموصل» (three areas in Mosul). */
const containerInWords = (claim: EventClaim, inner: readonly Place[], inCase: Case): Place | null => {
  const words = claim.span.text.split(/[\s"“”«»،.]+/u).filter((word) => word.length > 3);
  const forms = words.slice(-3).flatMap((word) => /^ب(.{3,})$/u.exec(word)?.[1] ?? []); // بـ (in) before a name
  for (const text of forms) {
    const known = inCase.lexicon.place({ id: '', name: '', text });
    if (!known) continue;
    const { id, name, lat, lon } = known;
    const mention: PlaceMention = { id, name, text, start: 0, end: 0, role: 'within', lat, lon, precision: null };
    const place = resolvePlace(mention, inCase.lexicon);
    if (place.extent !== 'area' && inner.every((one) => relatePlaces(one, place) !== 'same')) return place;
  }
  return null;
};
