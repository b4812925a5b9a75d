import { folded } from './folded.js';

/** The ways to write a word as it stands in the data; folded, the plainest first. */
export type Spellings = (word: string) => readonly string[];

/** Reads rows such as `ديمقراطية، ديموقراطية` (democratic), without article. */
export const readSpellings = (rows: readonly (readonly string[])[]): Spellings => {
  const spelt = new Map<string, readonly string[]>();
  for (const row of rows) {
    const words = row.map(folded);
    for (const word of words) spelt.set(word, words);
  }
  // The data name few words many times; folding each of them once is a third of the loading time.
  const known = new Map<string, readonly string[]>();
  return (word) => {
    const found = known.get(word) ?? waysOf(folded(word).replace(/["']/g, ''), spelt);
    known.set(word, found);
    return found;
  };
};

const MOST = 48;

/**
 * All ways in which a form of the lexicon is written, folded: the spellings of each of its words, and the
 * oblique case of sound plurals (الحوثيون → الحوثيين, مسلحو → مسلحي). Forms stand in the data in the
 * nominative, so that nobody lists a word twice.
 */
export const writings = (form: string, spellings: Spellings): readonly string[] => {
  let found: readonly string[] = [''];
  for (const word of form.split(/\s+/)) {
    const ways = spellings(word);
    const longer = found.flatMap((start) => ways.map((way) => (start && way ? `${start} ${way}` : start + way)));
    found = longer.length > MOST ? longer.slice(0, MOST) : longer;
  }
  return found;
};

const waysOf = (word: string, spelt: ReadonlyMap<string, readonly string[]>): readonly string[] => {
  const definite = word.startsWith('ال') && word.length > 4;
  const stems = spelt.get(definite ? word.slice(2) : word);
  const ways = stems ? stems.map((way) => (definite ? `ال${way}` : way)) : [word];
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
  writings(noun, spellings).flatMap((form) =>
    hasArticle(noun) || /[هاء]$| /.test(form) ? [form] : [form, `${form}ا`],
  );

/** Unfolded: ألغام (mines) has no article, though it is folded to الغام. */
const hasArticle = (word: string): boolean => word.startsWith('ال');

/** A noun without and with the article: نازحون → النازحون, سيارة مفخخة → السيارة المفخخة, قذائف هاون → قذائف الهاون. */
export const withArticle = (noun: string): readonly string[] => {
  if (hasArticle(noun)) return [noun];
  const words = noun.split(' ');
  const definite = words.map((word) => (hasArticle(word) ? word : `ال${word}`));
  return [...new Set([noun, definite.join(' '), [...words.slice(0, -1), definite.at(-1)!].join(' ')])];
};

/** The regular dual of a single word: جندي → جنديان (two soldiers), مدنية → مدنيتان; none for a phrase. */
export const regularDual = (noun: string): readonly string[] => {
  if (/ |ون$|ين$|ات$/.test(noun)) return [];
  if (noun.endsWith('ى')) return [`${noun.slice(0, -1)}يان`];
  return [noun.endsWith('ة') ? `${noun.slice(0, -1)}تان` : `${noun}ان`];
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
  // روسي، روسية، and of two or more: روسيان، روسيتين، روسيون، روسيين.
  const genders = nisba ? ['', 'ة', 'ان', 'ين', 'تان', 'تين', 'ون'].map((ending) => adjective + ending) : [adjective];
  const forms = genders.flatMap(withArticle).flatMap((form) => writings(form, spellings));
  return nisba ? [...forms, ...writings(adjective, spellings).map((form) => `${form}ا`)] : forms;
};
