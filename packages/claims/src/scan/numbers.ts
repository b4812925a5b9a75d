import type { DateMention, NumberMention, Token } from '@isnad/text';
import { longest } from './choose.js';
import { type Item, type ItemDraft, newItem } from './item.js';
import type { Scanners } from './scanners.js';

/** Where a number's item begins: at the words that qualify it (نحو, about; ما لا يقل عن, at least), where they stand together. */
export const numberStart = (
  tokens: readonly Token[],
  number: NumberMention,
  scanners: Scanners,
  dates: readonly (DateMention | undefined)[],
): number => {
  if (number.quantifier === 'most') return number.firstToken;
  for (let at = number.phraseFirst; at < number.firstToken; at++)
    if (
      dates[at + 1] !== undefined ||
      tokens[at]!.kind === 'break' ||
      scanners.lexicon.names.at(tokens, at).some((hit) => hit.value.kind !== 'cue' && hit.value.kind !== 'reporting')
    )
      return number.firstToken;
  return number.phraseFirst;
};

/** Where it ends: behind «على الأقل» (at least), where that follows at once. */
export const numberEnd = (tokens: readonly Token[], number: NumberMention): number =>
  number.phraseLast > number.lastToken &&
  number.phraseLast - number.lastToken <= 2 &&
  tokens[number.phraseLast]!.kind === 'word' &&
  !number.percent
    ? number.phraseLast
    : number.lastToken;

/** A number with what is counted in the same word, if it is one (duals, قتيلان). */
export const numberItem = (
  tokens: readonly Token[],
  at: number,
  number: NumberMention,
  scanners: Scanners,
): ItemDraft | null => {
  if (number.kind === 'ordinal') return null;
  const { kind, word } = tokens[at]!;
  const item = newItem('number', tokens, at, numberEnd(tokens, number));
  item.number = number;
  if (kind === 'word') {
    if (/^و(?!احد)/.test(word.form)) item.conjunction = 'و';
    item.clitic = (/^(?:و|ف)?([بل])/.exec(word.form)?.[1] ?? '') as Item['clitic'];
  }
  if (number.firstToken === number.lastToken)
    item.group = longest(scanners.lexicon.names.at(tokens, number.firstToken), 'group')?.value;
  return item;
};
