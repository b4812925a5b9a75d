/**
 * Consonants that are written alike in Arabic and in any of its transcriptions. Vowels, glides, h and the articles
 * say nothing for certain (محمد: Mohammed, Muhamad), so that they are left out on both sides.
 */
const ARABIC: Readonly<Record<string, string>> = {
  ب: 'b',
  ت: 't',
  ث: 't',
  ج: 'j',
  خ: 'k',
  د: 'd',
  ذ: 'd',
  ر: 'r',
  ز: 'z',
  س: 's',
  ش: 's',
  ص: 's',
  ض: 'd',
  ط: 't',
  ظ: 'z',
  غ: 'g',
  ف: 'f',
  ق: 'k',
  ك: 'k',
  ل: 'l',
  م: 'm',
  ن: 'n',
};

const LATIN: Readonly<Record<string, string>> = {
  b: 'b',
  p: 'b',
  t: 't',
  j: 'j',
  k: 'k',
  q: 'k',
  c: 'k',
  d: 'd',
  r: 'r',
  z: 'z',
  s: 's',
  g: 'g',
  f: 'f',
  v: 'f',
  l: 'l',
  m: 'm',
  n: 'n',
};

const ARTICLE = /^(?:al|el|ul|ad|ed|ar|er|as|es|ash|esh|at|et|an|en|az|ez)$/;

const letters = (word: string, table: Readonly<Record<string, string>>): string =>
  [...word]
    .map((letter) => table[letter] ?? '')
    .join('')
    .replace(/(.)\1+/g, '$1');

/** آل, house of: transcribed as the article is. */
const HOUSE = 'ال';

/** The consonants of one folded Arabic word of a name: with what may be an article left out, and with all letters (إلياس). */
const consonantsOf = (word: string): readonly string[] => {
  if (word === HOUSE) return [''];
  const whole = letters(word, ARABIC);
  const bare = letters(word.replace(/^عبدال/, 'عبد').replace(/^ال(?=..)/, ''), ARABIC);
  return bare === whole ? [whole] : [bare, whole];
};

/** The consonants of a name of several folded Arabic words, in each way in which it may be transcribed. */
export const arabicConsonants = (words: readonly string[]): readonly string[] =>
  words.reduce<readonly string[]>(
    (before, word) => before.flatMap((start) => consonantsOf(word).map((rest) => start + rest)).slice(0, MOST_WAYS),
    [''],
  );
const MOST_WAYS = 16;

/** The consonants of one Latin word; empty for an article. */
export const latinConsonants = (word: string): string => {
  const plain = word.normalize('NFKD').replace(/[^a-z]/g, '');
  if (ARTICLE.test(plain)) return '';
  return letters(
    plain
      .replace(/^(?:al|el)(?=[a-z]{3})/, '')
      .replace(/^(abd)(?:[aeou]+l|al|el|ul)?/, '$1')
      .replace(/dj/g, 'j')
      .replace(/ch|sh/g, 's')
      .replace(/th|dh|gh|kh/g, (pair) => pair[0]!),
    LATIN,
  );
};
