import { entryAt, type Token, type Word } from '@isnad/text';
import { anyOf, spelling } from '../words/classes.js';
import { spelt } from './spelt.js';

/** A part of the country that the report speaks of, and the tokens that tell it. */
export interface CountryPart {
  /** As it stands before a country's name: جنوب (south), شمال شرق (north-east). */
  readonly direction: string;
  readonly length: number;
}

const SIDES = anyOf('scan/parts-of-country');
const BARE = new RegExp(`^(?:[وف]?[بل]?)(${SIDES})ي?$`);
const DEFINITE = new RegExp(`^(?:[وف]?ب?|[وف]?ل)(?:ال|ل)(${SIDES})$`);
const ADJECTIVE = new RegExp(`^ال(${SIDES})يه$`);
/** «المنطقة», «محافظات»: what a side of the country may describe. */
const isArea = spelt(spelling('scan/regions', '(?:[وف]?[بل]?)?ال'));
const isLeading = spelt(spelling('scan/leading-to-side'));
const isLed = spelt(/^(?:[وف]?ب|[وف]?لل)/);
/** A quick no for most words. */
const namesSide = spelt(new RegExp(SIDES));

/** Whether a word may begin a part of the country. */
export const mayBeCountryPart = (one: { readonly word: Word } | undefined): boolean => namesSide(one) || isArea(one);

const group = (pattern: RegExp, token: Token | undefined): string | undefined =>
  token?.kind === 'word' ? pattern.exec(token.word.form)?.[1] : undefined;

/** «جنوب شرق البلاد» (the south-east of the country), «المنطقة الجنوبية» (the southern region), «في الجنوب» (in the south). */
export const countryPartAt = (tokens: readonly Token[], at: number, end: number): CountryPart | null => {
  const token = tokens[at];
  if (!mayBeCountryPart(token)) return null;
  const first = group(BARE, token);
  if (first) {
    const second = at + 2 <= end ? group(BARE, tokens[at + 1]) : undefined;
    const country = at + (second ? 2 : 1);
    if (country > end || tokens[country]!.word.form !== 'البلاد') return null;
    return { direction: second ? `${first} ${second}` : first, length: second ? 3 : 2 };
  }
  const next = tokens[at + 1];
  if (at < end && isArea(token)) {
    const side = group(ADJECTIVE, next);
    return side ? { direction: side, length: 2 } : null;
  }
  const alone = group(DEFINITE, token);
  // «الشمال السوري» and «الجنوب اللبناني» are names.
  if (
    !alone ||
    !(isLeading(entryAt(tokens, at - 1)) || isLed(token)) ||
    (at < end && next?.kind === 'word' && next.word.form.startsWith('ال'))
  )
    return null;
  return { direction: alone, length: 1 };
};
