import { fold } from '@isnad/arabic';
import { Memo } from '@isnad/lexicon';
import type { Token } from '../tokens.js';
import type { Word } from '../words.js';
import { atomOfWord } from './atoms.js';
import data from './qualifiers.json' with { type: 'json' };

export type Effect = 'about' | 'more-than' | 'at-least' | 'at-most' | 'less-than';

/** A word set, or a gap of up to three words. */
type Slot = ReadonlySet<string> | null;

interface Pattern {
  readonly effect: Effect;
  readonly slots: readonly Slot[];
}

/** What qualifies a number, and the token where the qualifying words begin or end. */
export interface Qualifier {
  readonly effect: Effect;
  readonly reach: number;
}

const COMPARATIVES = new Set(data.comparatives.forms.map(fold));
const GAP = 3;
/** How many words of the counted group may stand between a number and على الأقل (at least). */
const AFTER = 4;

const parse = (rows: readonly { readonly effect: string; readonly phrases: readonly string[] }[]): Pattern[] =>
  rows.flatMap(({ effect, phrases }) =>
    phrases.map((phrase) => ({
      effect: effect as Effect,
      slots: phrase.split(' ').map((slot) => (slot === '*' ? null : new Set(slot.split('|').map(fold)))),
    })),
  );

const indexed = (patterns: readonly Pattern[], slotOf: (slots: readonly Slot[]) => Slot) => {
  const index = new Map<string, Pattern[]>();
  for (const pattern of patterns)
    for (const word of slotOf(pattern.slots) ?? []) index.set(word, [...(index.get(word) ?? []), pattern]);
  return index;
};

const before = parse(data.before);
const adjacent = indexed(
  before.filter(({ slots }) => slots.at(-1) !== null),
  (slots) => slots.at(-1)!,
);
const distant = indexed(
  before.filter(({ slots }) => slots.at(-1) === null),
  (slots) => slots.at(-2)!,
);
const behind = indexed(parse(data.after), (slots) => slots[0]!);

const isGapWord = (token: Token | undefined): boolean => token?.kind === 'word' && atomOfWord(token.word) === null;

/** Whether a token is one of the words, behind و ف ب ل ك if it is the first of its phrase. */
const isWord = (token: Token | undefined, words: ReadonlySet<string>, isFirst: boolean): boolean => {
  if (token?.kind !== 'word') return false;
  if (words.has(token.word.form)) return true;
  return (
    isFirst &&
    token.word.cuts.some(
      (cut) => cut.enclitic === '' && !cut.definite && !cut.proclitics.includes('س') && words.has(cut.stem),
    )
  );
};

/** First token of a pattern whose slots up to `slot` end at `index`; null when they do not. */
const startOf = (tokens: readonly Token[], index: number, slots: readonly Slot[], slot: number): number | null => {
  if (slot < 0) return index + 1;
  const words = slots[slot];
  if (words) return isWord(tokens[index], words, slot === 0) ? startOf(tokens, index - 1, slots, slot - 1) : null;
  for (let skipped = 0; skipped <= GAP; skipped++) {
    const start = startOf(tokens, index - skipped, slots, slot - 1);
    if (start !== null) return start;
    if (!isGapWord(tokens[index - skipped])) return null;
  }
  return null;
};

/** The patterns that a word may end, right before a number and farther before it; null for most words. */
const ended = new Memo<Word, { readonly beside: readonly Pattern[]; readonly before: readonly Pattern[] } | null>(
  ({ cuts }) => {
    const stems = cuts.filter((cut) => cut.enclitic === '' && !cut.definite).map((cut) => cut.stem);
    const before = stems.flatMap((stem) => distant.get(stem) ?? []);
    const beside = stems.flatMap((stem) => [...(adjacent.get(stem) ?? []), ...(distant.get(stem) ?? [])]);
    return beside.length > 0 ? { beside, before } : null;
  },
);

/** The words that qualify a number from in front; `first` is the first token of the number. */
export const qualifierBefore = (tokens: readonly Token[], first: number): Qualifier | null => {
  let found: Qualifier | null = null;
  const take = (patterns: readonly Pattern[]) => {
    for (const { effect, slots } of patterns) {
      const reach = startOf(tokens, first - 1, slots, slots.length - 1);
      if (reach !== null && (!found || reach < found.reach)) found = { effect, reach };
    }
  };
  for (let back = 1; back <= GAP + 1; back++) {
    const token = tokens[first - back];
    if (token?.kind !== 'word') break;
    const patterns = ended.of(token.word);
    if (patterns) take(back === 1 ? patterns.beside : patterns.before);
    if (!isGapWord(token)) break;
  }
  return found;
};

/** The words that qualify a number from behind, within a few words of what is counted: 39 قتيلا على الأقل. */
export const qualifierAfter = (tokens: readonly Token[], last: number): Qualifier | null => {
  for (let index = last + 1; index <= last + 1 + AFTER; index++) {
    const token = tokens[index];
    if (!token) return null;
    if (token.kind === 'mark' && !passes(tokens, index)) return null;
    if (token.kind === 'break' || token.kind === 'digits') return null;
    const qualifier = behindAt(tokens, index);
    if (qualifier) return belongsToNext(tokens, qualifier.reach) ? null : qualifier;
    if (token.kind === 'word' && atomOfWord(token.word) !== null) return null;
  }
  return null;
};

/** Quotation marks, and the comma of «4 مقاتلين، على الأقل» (4 fighters, at least). */
const passes = (tokens: readonly Token[], index: number): boolean => {
  const form = tokens[index]!.word.form;
  return form === '"' || (form === '،' && tokens[index + 1] !== undefined && behindAt(tokens, index + 1) !== null);
};

const behindAt = (tokens: readonly Token[], index: number): Qualifier | null => {
  for (const { effect, slots } of behind.get(tokens[index]!.word.form) ?? [])
    if (
      slots.every((words, k) => words?.has(tokens[index + k]?.word.form ?? '')) &&
      !compares(tokens, index + slots.length)
    )
      return { effect, reach: index + slots.length - 1 };
  return null;
};

/** وأكثر من 10 (and more than 10) is said of the number behind it. */
const compares = (tokens: readonly Token[], index: number): boolean =>
  tokens[index]?.word.form === 'من' && COMPARATIVES.has(tokens[index - 1]!.word.form);

/** وأصيب على الأقل 10: the words qualify the number that follows them. */
const belongsToNext = (tokens: readonly Token[], reach: number): boolean => {
  const next = tokens[reach + 1];
  return (
    next?.kind === 'digits' ||
    (next?.kind === 'word' && next.word.form.length > 1 && atomOfWord(next.word)?.proclitics === '')
  );
};
