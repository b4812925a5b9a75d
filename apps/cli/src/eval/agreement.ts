import { idKey } from './ids.js';
import type { ScoredPlace } from './scored.js';

/** F1 of two sets of ids, 1 when both are empty. */
export const setAgreement = (gold: readonly string[], found: readonly string[]): number => {
  const g = new Set(gold.map(idKey));
  const f = new Set(found.map(idKey));
  if (g.size === 0 && f.size === 0) return 1;
  if (g.size === 0 || f.size === 0) return 0;
  let hits = 0;
  for (const id of g) if (f.has(id)) hits++;
  return (2 * hits) / (g.size + f.size);
};

/** Arabic wording without marks, with one form of alef, ya and ta marbuta, the article off. */
const plainArabic = (text: string): string =>
  text
    .replace(/[\u064B-\u0652\u0640]/g, '')
    .replace(/[أإآ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/(^|\s)[وفبلك]?ال/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();

/** A place agrees by its name or by its wording in the report. */
const isSamePlace = (a: ScoredPlace, b: ScoredPlace): boolean => {
  if (idKey(a.name) !== '' && idKey(a.name) === idKey(b.name)) return true;
  const x = plainArabic(a.text);
  const y = plainArabic(b.text);
  return x.length >= 3 && y.length >= 3 && (x === y || x.endsWith(` ${y}`) || y.endsWith(` ${x}`));
};

/** F1 of two lists of places; one containing place (`within`) a place costs nothing where the gold has none. */
export const placeAgreement = (gold: readonly ScoredPlace[], found: readonly ScoredPlace[]): number => {
  const used = new Set<ScoredPlace>();
  for (const place of gold) {
    const same = found.find((candidate) => !used.has(candidate) && isSamePlace(place, candidate));
    if (same) used.add(same);
  }
  const isContainer = (place: ScoredPlace) => place.role === 'within';
  const extra = found.filter((place) => !used.has(place) && isContainer(place)).length;
  const own = found.filter((place) => !isContainer(place)).length;
  const counted = found.length - extra + Math.max(0, extra - own);
  if (gold.length === 0 && counted === 0) return 1;
  if (gold.length === 0 || counted === 0) return 0;
  return (2 * used.size) / (gold.length + counted);
};
