import type { NumberMention } from '@isnad/text';
import type { View } from './view.js';

/** An age as told; `between` where the text only bounds it. Years. */
export interface Age {
  readonly years: number | null;
  readonly between: readonly [number, number] | null;
  /** Last token of the wording. */
  readonly last: number;
}

const REACH = 14;
const OLDEST = 115;

/** The numbers of a report, in order. */
export type NumbersAt = readonly NumberMention[];

interface Counted {
  readonly value: number;
  readonly last: number;
}

const mentionAt = (numbers: NumbersAt, at: number): NumberMention | undefined => {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]!.firstToken < at) low = middle + 1;
    else high = middle;
  }
  return numbers[low]?.firstToken === at ? numbers[low] : undefined;
};

const numberAt = (view: View, numbers: NumbersAt, at: number): Counted | null => {
  const mention =
    view.tokens[at]!.kind === 'word' || view.tokens[at]!.kind === 'digits' ? mentionAt(numbers, at) : undefined;
  const value = mention ? (mention.value ?? mention.min) : null;
  if (mention && value !== null) return { value, last: mention.lastToken };
  const token = view.tokens[at]!;
  return token.kind === 'digits' ? { value: Number(token.word.form), last: at } : null;
};

const TWO = /(?:ان|ين)$/;
const ADJECTIVE = /ني[ه]?$/;

/** Of fourteen «في الرابعة عشرة من عمره», of forty to forty-nine «في العقد الخامس من عمره», «الثلاثيني». */
const phraseAt = (view: View, at: number): Age | null => {
  const { phrases } = view.words.ages;
  const hit = phrases.at(view.tokens, at).find(({ value }) => value.tell !== 'of-life');
  if (!hit) return null;
  const last = at + hit.length - 1;
  const ofLife = phrases.at(view.tokens, last + 1).find(({ value }) => value.tell === 'of-life');
  if (!ofLife && !ADJECTIVE.test(view.tokens[at]!.word.form)) return null;
  const end = ofLife ? last + ofLife.length : last;
  const { tell, years } = hit.value;
  return tell === 'nth' ? { years, between: null, last: end } : { years: null, between: [years, years + 9], last: end };
};

/**
 * The age told from a token on: «(14 عاما)», «، البالغ من العمر ثلاثة أعوام», «ذو الـ14 ربيعا», «(23)». Null when
 * something else than words that lead to an age comes first.
 */
export const ageFrom = (view: View, from: number, numbers: NumbersAt, until = view.tokens.length): Age | null => {
  const { years, months, lead, told } = view.words.ages;
  let bracket = false;
  let saidAge = false;
  for (let at = from; at < Math.min(until, from + REACH); at++) {
    const { kind, word } = view.tokens[at]!;
    if (kind === 'mark') {
      if (word.form === '(') bracket = true;
      else if (!/^["'،,-]$/.test(word.form) && !(word.form === ')' && at === from)) return null;
      continue;
    }
    if (kind === 'break') return null;
    const phrase = kind === 'word' ? phraseAt(view, at) : null;
    if (phrase) return phrase;
    const number = numberAt(view, numbers, at);
    if (number) {
      const behind = view.tokens[number.last + 1]?.word.form ?? '';
      const own = view.tokens[number.last]!.word.form;
      if (months.has(behind) || months.has(own))
        return { years: 0, between: null, last: number.last + (months.has(behind) ? 1 : 0) };
      const isYears = years.has(behind) || years.has(own);
      const isAge = isYears || saidAge || (bracket && behind === ')');
      if (!isAge || number.value > OLDEST || (number.value === 0 && !isYears)) return null;
      return { years: number.value, between: null, last: number.last + (years.has(behind) ? 1 : 0) };
    }
    if (kind !== 'word') return null;
    if (years.has(word.form) && (saidAge || bracket)) {
      const isCalendar = view.tokens[at + 1]?.kind === 'digits';
      return isCalendar ? null : { years: TWO.test(word.form) ? 2 : 1, between: null, last: at };
    }
    if (told.has(word.form)) saidAge = true;
    else if (word.form !== 'في' && !lead.has(word.form)) return null;
  }
  return null;
};
