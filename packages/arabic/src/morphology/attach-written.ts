import { fold } from '../letters.js';
import type { Attach } from './declension.js';

const LETTERS: Readonly<Record<string, string>> = {
  '': '',
  An: 'ان',
  ayn: 'ين',
  A: 'ا',
  ay: 'ي',
  Un: 'ون',
  In: 'ين',
  U: 'و',
  'U*': 'وا',
  I: 'ي',
  At: 'ات',
  T: 'ه',
};

/** The seat of a last hamza after ا before a pronoun: أبناءه, أبناؤه, أبنائه. */
const HAMZA_BEFORE: Readonly<Record<string, string>> = { a: 'ء', u: 'و', i: 'ي' };

const isCaseVowel = (ending: string): boolean => ending === 'a' || ending === 'u' || ending === 'i';
/** The feminine dual comes as `tAn`: its ت is all that is left of ة. */
const written = (ending: string): string =>
  ending.startsWith('t') ? `ت${LETTERS[ending.slice(1)]}` : LETTERS[ending]!;

/** غارة: the ة is ت before an ending and gives way to ات. */
const feminine = (form: string): Attach => {
  const stem = form.slice(0, -1);
  return (ending, bound) => {
    if (ending === 'At') return [`${stem}ات`];
    if (ending === '' || isCaseVowel(ending)) return bound ? [`${stem}ت`, form] : [form];
    return [`${stem}ت${written(ending)}`];
  };
};

/** مستشفى: the ى is ا before a pronoun, ي before an ending. */
const maqsura = (form: string): Attach => {
  const stem = form.slice(0, -1);
  return (ending, bound) => {
    if (ending === '' || isCaseVowel(ending)) return [bound ? `${stem}ا` : form];
    return [`${stem}${/^[UI]/.test(ending) ? '' : 'ي'}${written(ending)}`];
  };
};

/** قاضٍ: the ي is lost without an article and before ون and ين. */
const defective = (form: string): Attach => {
  const long = `${form}ي`;
  return (ending, bound) => {
    if (ending === '') return bound ? [long] : [form, long];
    if (isCaseVowel(ending)) return [long];
    return [`${/^[UI]/.test(ending) ? form : long}${written(ending)}`];
  };
};

const plain =
  (form: string): Attach =>
  (ending, bound) => {
    if (!isCaseVowel(ending)) return [`${form}${written(ending)}`];
    return [bound && form.endsWith('اء') ? `${form.slice(0, -1)}${HAMZA_BEFORE[ending]}` : form];
  };

/** How a noun takes endings, told by the last letter of its dictionary spelling (with ة, ى and ـٍ). */
export const attachWritten = (noun: string): Attach => {
  const form = fold(noun);
  if (noun.endsWith('ٍ')) return defective(form);
  const last = noun.replace(/[\u064b-\u0652]/g, '').at(-1);
  if (last === 'ة') return feminine(form);
  return last === 'ى' ? maqsura(form) : plain(form);
};
