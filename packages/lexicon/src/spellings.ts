import { fold } from '@isnad/arabic';

/** Ways to write a word, by each of its spellings; folded, without article. */
export type Spellings = ReadonlyMap<string, readonly string[]>;

/** Reads rows such as `ديمقراطية، ديموقراطية` (democratic). */
export const readSpellings = (rows: readonly (readonly string[])[]): Spellings => {
  const found = new Map<string, readonly string[]>();
  for (const row of rows) {
    const words = row.map(fold);
    for (const word of words) found.set(word, words);
  }
  return found;
};

const MOST = 48;

/**
 * All ways in which a form of the lexicon is written, folded: the spellings of each of its words, and the
 * oblique case of sound plurals (الحوثيون → الحوثيين, مسلحو → مسلحي). Forms stand in the data in the
 * nominative, so that nobody lists a word twice.
 */
export const writings = (form: string, spellings: Spellings): readonly string[] => {
  let found: string[] = [''];
  for (const word of fold(form).replace(/["']/g, ' ').split(/\s+/).filter(Boolean)) {
    const ways = waysOf(word, spellings);
    const longer: string[] = [];
    for (const start of found) for (const way of ways) longer.push(start ? `${start} ${way}` : way);
    found = longer.length > MOST ? longer.slice(0, MOST) : longer;
  }
  return found;
};

const waysOf = (word: string, spellings: Spellings): readonly string[] => {
  const definite = word.startsWith('ال') && word.length > 4;
  const stem = definite ? word.slice(2) : word;
  const spelt = spellings.get(stem);
  const ways = spelt ? spelt.map((way) => (definite ? `ال${way}` : way)) : [word];
  const oblique = obliqueOf(word);
  return oblique === null ? ways : [...ways, oblique];
};

const obliqueOf = (word: string): string | null => {
  if (word.length >= 5 && word.endsWith('ون')) return `${word.slice(0, -2)}ين`;
  if (word.length >= 5 && word.endsWith('و')) return `${word.slice(0, -1)}ي`;
  return null;
};

/** A singular noun and its accusative: after 11–99 a counted noun is written so (17 جنديا, soldiers). */
export const singularWritings = (noun: string, spellings: Spellings): readonly string[] =>
  writings(noun, spellings).flatMap((form) => (/[هاء]$| /.test(form) ? [form] : [form, `${form}ا`]));

/** The regular dual of a single word: جندي → جنديان (two soldiers), مدنية → مدنيتان; none for a phrase. */
export const regularDual = (noun: string): readonly string[] => {
  const word = fold(noun);
  if (/ |ون$|ين$|ات$/.test(word)) return [];
  return [word.endsWith('ه') ? `${word.slice(0, -1)}تان` : `${word}ان`];
};

/** A dual in the nominative (جنديان, two soldiers) and its oblique case. */
export const dualWritings = (noun: string, spellings: Spellings): readonly string[] =>
  writings(noun, spellings).flatMap((form) => {
    const oblique = form.replaceAll(/ان(?= |$)/g, 'ين');
    return oblique === form ? [form] : [form, oblique];
  });

/** The same dual before a genitive: جنديا، جنديي (two soldiers of …). */
export const constructDuals = (noun: string, spellings: Spellings): readonly string[] =>
  writings(noun, spellings).flatMap((form) =>
    /^\S+ان$/.test(form) ? [form.slice(0, -1), `${form.slice(0, -2)}ي`] : [],
  );

/**
 * An adjective in both genders and states, and in the accusative: روسي، روسية، روسيا، الروسي، الروسية (Russian).
 */
export const adjectiveWritings = (adjective: string, spellings: Spellings): readonly string[] => {
  const nisba = adjective.endsWith('ي') && !adjective.includes(' ');
  const genders = nisba ? [adjective, `${adjective}ا`, `${adjective}ة`] : [adjective];
  return genders
    .flatMap((form) => writings(form, spellings))
    .flatMap((form) => (form.startsWith('ال') || form.endsWith('يا') ? [form] : [form, `ال${form}`]));
};
