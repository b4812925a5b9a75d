import { imageOf, isArabicLetter } from './letter-table.js';

/**
 * Words broken up to dodge moderation: قـ.ـصف (bombing), مـ*ـقتل (killing), د.ا.ع.ش (IS).
 *
 * Marks join two parts only where they are no punctuation of their own: beside a tatweel, as a star between
 * letters, or as the same mark between four or more single letters. أ.ف.ب (AFP), د. (Dr) and عناصر.وقال stay apart.
 */
const TATWEEL = 0x0640;
const STAR = 0x2a;
const ARABIC_STAR = 0x066d;
const HYPHEN = 0x2d;
const UNDERSCORE = 0x5f;
/** The longest run of marks that still counts as one break. */
const LONGEST = 6;
const SINGLE_LETTERS = 4;
/** A chain of so many single letters is no word; it is followed no further. */
const LONGEST_CHAIN = 24;
const HA = 0x0647;

const isBreak = (unit: number): boolean =>
  unit === 0x2e ||
  unit === STAR ||
  unit === ARABIC_STAR ||
  unit === UNDERSCORE ||
  unit === 0xb7 ||
  unit === 0x2022 ||
  unit === 0x2f ||
  unit === 0x7c;

/** Whether a code unit may begin something that must be looked at: a tatweel or a breaking mark. */
export const mayBreak = (unit: number): boolean => unit === TATWEEL || unit === HYPHEN || isBreak(unit);

const isDropped = (unit: number): boolean => imageOf(unit) === 0;

/** Index of the nearest unit before `index` that is not dropped; -1 when there is none. */
const before = (text: string, index: number): number => {
  let at = index - 1;
  while (at >= 0 && isDropped(text.charCodeAt(at))) at--;
  return at;
};

const after = (text: string, index: number): number => {
  let at = index + 1;
  while (at < text.length && isDropped(text.charCodeAt(at))) at++;
  return at;
};

const letterAt = (text: string, index: number): boolean => isArabicLetter(text.charCodeAt(index));

/** What stands in the view for the units from `index` to `end`: nothing, a space, or a hyphen. */
export interface Break {
  readonly end: number;
  readonly view: '' | ' ' | '-';
}

/** How a tatweel or mark at `index` is read; null when it stands for itself. */
export const breakAt = (text: string, index: number): Break | null => {
  const unit = text.charCodeAt(index);
  const front = before(text, index);
  const hasLetter = front >= 0 && letterAt(text, front);
  if (hasLetter) {
    const end = endOfRun(text, index, front);
    if (end > index) return { end, view: '' };
  }
  if (unit === TATWEEL) return readTatweel(text, index, hasLetter);
  if (!hasLetter || !letterAt(text, after(text, index))) return null;
  if (unit === UNDERSCORE) return { end: index + 1, view: ' ' };
  return isBetweenSingles(text, index, front) ? { end: index + 1, view: '' } : null;
};

/** End of a run of marks that breaks one word; `index` when it does not. */
const endOfRun = (text: string, index: number, front: number): number => {
  let end = index;
  let marks = 0;
  let hasStar = false;
  let hasHyphen = false;
  let tatweels = 0;
  for (let at = front + 1; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === TATWEEL) tatweels++;
    else if (isBreak(unit) || unit === HYPHEN) {
      marks++;
      hasStar ||= unit === STAR || unit === ARABIC_STAR;
      hasHyphen ||= unit === HYPHEN;
    } else if (!isDropped(unit)) {
      end = at;
      break;
    }
  }
  if (end <= index || marks === 0 || marks > LONGEST || !letterAt(text, end)) return index;
  if (hasHyphen && (tatweels < 2 || text.charCodeAt(end - 1) !== TATWEEL)) return index;
  if (!hasStar && (tatweels === 0 || isHijri(text, front))) return index;
  return end;
};

/** 1439هـ: the tatweel belongs to the sign for the Hijri year. */
const isHijri = (text: string, front: number): boolean =>
  text.charCodeAt(front) === HA && !letterAt(text, before(text, front));

/** A tatweel that lengthens no word is a dash: 10ـ15, «الجنينة ـ الجيعة». The whole run is read at once. */
const readTatweel = (text: string, index: number, hasLetter: boolean): Break => {
  let end = index + 1;
  while (end < text.length && isDropped(text.charCodeAt(end))) end++;
  return { end, view: hasLetter || letterAt(text, end) ? '' : '-' };
};

/** د.ا.ع.ش: the same mark between at least four single letters; three are an abbreviation such as أ.ف.ب. */
const isBetweenSingles = (text: string, index: number, front: number): boolean => {
  const mark = text.charCodeAt(index);
  const count = singles(text, front, mark, before) + singles(text, after(text, index), mark, after);
  return count >= SINGLE_LETTERS;
};

/** Number of single letters in a chain, walking one way from a letter. */
const singles = (text: string, letter: number, mark: number, step: typeof before): number => {
  let count = 0;
  for (let at = letter; ; ) {
    if (at < 0 || at >= text.length || !letterAt(text, at)) return 0;
    if (++count > LONGEST_CHAIN) return count;
    const next = step(text, at);
    const unit = next < 0 || next >= text.length ? 0 : text.charCodeAt(next);
    if (unit !== mark) return isArabicLetter(unit) ? 0 : count;
    const beyond = step(text, next);
    if (beyond < 0 || beyond >= text.length || !letterAt(text, beyond)) return count;
    at = beyond;
  }
};
