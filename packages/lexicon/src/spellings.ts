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

/** A singular noun and its accusative: after 11–99 a counted noun is written so (17 جنديا, soldiers; 30 برميلا متفجرا). */
export const singularWritings = (noun: string, spellings: Spellings): readonly string[] =>
  withAccusative(noun, writings(noun, spellings), /[هاء]$/);

/** A plural and its accusative, where it takes tanwin: أطفالا (children), شبانا (young men). */
export const pluralWritings = (noun: string, spellings: Spellings): readonly string[] =>
  withAccusative(noun, writings(noun, spellings), /(?:[هاءيو]|ون|ين|ات)$/);

/** Words with the endings of `unchanged` take no ا; a phrase takes it where all its words do, else it holds a genitive. */
const withAccusative = (noun: string, forms: readonly string[], unchanged: RegExp): readonly string[] => {
  if (hasArticle(noun)) return forms;
  return forms.flatMap((form) => {
    const words = form.split(' ');
    return words.some((word) => unchanged.test(word)) ? [form] : [form, words.map((word) => `${word}ا`).join(' ')];
  });
};

/** Unfolded: ألغام (mines) has no article, though it is folded to الغام. */
const hasArticle = (word: string): boolean => word.startsWith('ال');

/** A noun without and with the article: نازحون → النازحون, سيارة مفخخة → السيارة المفخخة, قذائف هاون → قذائف الهاون. */
export const withArticle = (noun: string): readonly string[] => {
  if (hasArticle(noun)) return [noun];
  const words = noun.split(' ');
  const definite = words.map((word) => (hasArticle(word) ? word : `ال${word}`));
  return [...new Set([noun, definite.join(' '), [...words.slice(0, -1), definite.at(-1)!].join(' ')])];
};

/**
 * The regular dual: جندي → جنديان (two soldiers), مدنية → مدنيتان. Of a phrase, both where the second word is an
 * adjective (قذيفتان صاروخيتان) and where it is a genitive (قذيفتا هاون); the wrong one of the two is never written.
 */
export const regularDual = (noun: string): readonly string[] => {
  const [first = '', ...rest] = noun.split(' ');
  const [head] = dualOf(first);
  if (head === undefined) return [];
  if (rest.length === 0) return [head];
  const bound = head.slice(0, -1);
  const genitive = [`${bound} ${rest.join(' ')}`, `${bound.slice(0, -1)}ي ${rest.join(' ')}`];
  const adjectives = rest.map(dualOf);
  if (FUNCTION.test(rest[0]!)) return [`${head} ${rest.join(' ')}`];
  return adjectives.every((one) => one.length > 0)
    ? [...genitive, [head, ...adjectives.map(([one]) => one!)].join(' ')]
    : genitive;
};

/** Behind these the rest of a phrase stays as it is: طائرتان من دون طيار. */
const FUNCTION = /^(?:من|في|بدون|دون|على|عن|غير|أرض|تحت)$/;

const dualOf = (word: string): readonly string[] => {
  if (/ون$|ين$|ات$/.test(word)) return [];
  if (word.endsWith('ى')) return [`${word.slice(0, -1)}يان`];
  return [word.endsWith('ة') ? `${word.slice(0, -1)}تان` : `${word}ان`];
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
