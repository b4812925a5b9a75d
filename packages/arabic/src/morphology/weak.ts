import type { Form, RootClass } from './root.js';

/**
 * What weak letters, doubled letters and hamza do when a stem meets its ending. A word comes as
 * `stem-ending` in the sounds of spelling.ts; it leaves without the `-`.
 */
type Rule = readonly [RegExp, string];

const CONSONANT = '[^aiuAIUET*\\-]';

/** نفى نفت نفيا نفوا; رضي رضيت رضوا; يدعو يدعون; يرمي ترمين; يسعى يسعون; jussive ينف. */
const DEFECTIVE: readonly Rule[] = [
  [/yay-[au]$/, 'yA'],
  [/ay-[au]$/, 'E'],
  [/aw-[au]$/, 'A'],
  [/a[wy]-a(?=ت)/, 'a'],
  [/([aiu])[wy]-$/, '$1'],
  [/a[wy]-U/, 'aw'],
  [/a[wy]-I/, 'ay'],
  [/[iu][wy]-([UI])/, '$1'],
  [/i[wy]-u$/, 'I'],
  [/uw-u$/, 'U'],
  [/i[wy]-([aA])/, 'iy$1'],
  [new RegExp(`i[wy]-(?=${CONSONANT})`), 'I'],
  [new RegExp(`uw-(?=${CONSONANT})`), 'U'],
];

/** Long vowels of a hollow stem shorten before two consonants: قام but قمت, يقوم but لم يقم. */
const SHORTEN: readonly Rule[] = [
  [new RegExp(`A(?=${CONSONANT}-(?:${CONSONANT}|$))`), 'a'],
  [new RegExp(`I(?=${CONSONANT}-(?:${CONSONANT}|$))`), 'i'],
  [new RegExp(`U(?=${CONSONANT}-(?:${CONSONANT}|$))`), 'u'],
];

/** شننت but شنّ, يشننّ but يشنّ. */
const DRAW_TOGETHER: readonly Rule[] = [
  [new RegExp(`([aiuAIU])(${CONSONANT})[aiu]\\2-`), '$1$2$2-'],
  [new RegExp(`(${CONSONANT})(${CONSONANT})([aiu])\\2-`), '$1$3$2$2-'],
];

/** Glides and hamzas that meet a vowel not their own: إوقاع → إيقاع, يُيقن → يوقن, أَأسر → آسر. */
const MEETINGS: readonly Rule[] = [
  [/iw(?=[^aiuAIUEw])/g, 'I'],
  [/uy(?=[^aiuAIUEy])/g, 'U'],
  [/^'a'(?=[^aiuAIU'])/, "'A"],
  [/^'i'(?=[^aiuAIU'])/, "'I"],
  [/^'u'(?=[^aiuAIU'])/, "'U"],
];

const MEETS = /[wy']/;

/** Form VIII: the ت takes after the first radical: اتفق، ازداد، ادّعى، اصطدم، اضطرّ، اطّلع. */
const INFIX: readonly Rule[] = [
  [/[wy]ت/, 'تت'],
  [/زت/, 'زد'],
  [/[دذ]ت/, 'دد'],
  [/صت/, 'صط'],
  [/ضت/, 'ضط'],
  [/طت/, 'طط'],
  [/ظت/, 'ظظ'],
];

const apply = (rules: readonly Rule[], word: string): string =>
  rules.reduce((sounds, [from, to]) => sounds.replace(from, to), word);

/** Form VIII stems with the infix assimilated. */
export const assimilateInfix = (stem: string): string => {
  for (const [from, to] of INFIX) if (from.test(stem)) return stem.replace(from, to);
  return stem;
};

/**
 * The sounds of a finite form. Mostly one; two for the jussive of a geminate (لم يشنّ, لم يشنن).
 */
export const settle = (word: string, rootClass: RootClass, form: Form): readonly string[] => {
  const meets = form !== 'q1' && form !== 'q2' && MEETS.test(word);
  const meet = (sounds: string) => (meets ? apply(MEETINGS, sounds) : sounds).replace('-', '');
  if (rootClass === 'defective') return [meet(apply(DEFECTIVE, word))];
  if (rootClass === 'hollow') return [meet(apply(SHORTEN, word))];
  if (rootClass !== 'geminate') return [meet(word)];
  const drawn = DRAW_TOGETHER.reduce(
    (sounds, [from, to]) => (sounds === word ? sounds.replace(from, to) : sounds),
    word,
  );
  const ending = word.slice(word.indexOf('-') + 1);
  if (ending === '') return [meet(drawn), meet(word)];
  return [meet(/^[aiuAIU]/.test(ending) ? drawn : word)];
};
