import { fold } from '@isnad/arabic';
import { entryAt } from '../entry-at.js';
import type { Token } from '../tokens.js';
import { atomAt } from './atoms.js';
import { readCardinal } from './cardinal.js';
import type { Core } from './mention.js';
import data from './qualifiers.json' with { type: 'json' };

/** A range with the index of the word that opens it (بين, من), for the span of the whole phrase. */
export interface Range {
  readonly core: Core;
  readonly opening: number;
}

const rising = new Set(data.rising.map(fold));
const DATE_MARKS = new Set(['-', '/']);
/** How far before «من 10 إلى 15» a verb of rising or falling makes it a change and no range. */
const REACH = 7;

/** Extends a cardinal to a range: بين 10 و15, من 10 إلى 15, 10-15, ثلاثة أو أربعة. */
export const readRange = (tokens: readonly Token[], low: Core, original: string): Range | null => {
  const opening = openingOf(tokens, low.first);
  const link = tokens[low.last + 1];
  if (!link || low.min !== low.max) return null;
  const high = highEnd(tokens, low, opening, original);
  if (high) return joinEnds(low, high, opening);
  return opening && opening.word === 'ma-bayna' ? splitCompound(tokens, low, opening, original) : null;
};

interface Opening {
  readonly index: number;
  readonly word: 'bayna' | 'ma-bayna' | 'min';
}

/** The word that opens a range in front of a number; the article in «بين الـ 10» is passed over. */
const openingOf = (tokens: readonly Token[], first: number): Opening | null => {
  const form = entryAt(tokens, first - 1)?.word.form;
  if (form === 'بين' || form === 'وبين') {
    const before = entryAt(tokens, first - 2)?.word.form;
    return before === 'ما' || before === 'فيما'
      ? { index: first - 2, word: 'ma-bayna' }
      : { index: first - 1, word: 'bayna' };
  }
  if (form === 'مابين') return { index: first - 1, word: 'ma-bayna' };
  return form === 'من' ? { index: first - 1, word: 'min' } : null;
};

const highEnd = (tokens: readonly Token[], low: Core, opening: Opening | null, original: string): Core | null => {
  const at = low.last + 1;
  const link = tokens[at]!;
  const form = link.word.form;
  if (form === '-') return isPartOfDate(tokens, low, at) ? null : cardinalAt(tokens, at + 1, original);
  if (form === 'او') return cardinalAt(tokens, at + 1, original);
  if (form === 'الي' && !followsChange(tokens, low.first)) return cardinalAt(tokens, at + 1, original);
  if (form === 'حتي' && opening?.word === 'min') return cardinalAt(tokens, at + 1, original);
  if (!opening || opening.word === 'min') return null;
  if (form === 'و') return cardinalAt(tokens, at + 1, original);
  return atomAt(tokens, at, original)?.proclitics === 'و' ? readCardinal(tokens, at, original) : null;
};

/** A number, behind an article of its own: بين الـ 10 والـ 15. */
const cardinalAt = (tokens: readonly Token[], index: number, original: string): Core | null => {
  const high = readCardinal(tokens, index, original);
  return high?.min === high?.max ? high : null;
};

/** 4-5-2018, 2018-12-13. */
const isPartOfDate = (tokens: readonly Token[], low: Core, dash: number): boolean => {
  const before = tokens[low.first - 1];
  const behind = tokens[dash + 2];
  const isChain = (mark: Token | undefined, digits: Token | undefined) =>
    mark !== undefined && DATE_MARKS.has(mark.word.form) && digits?.kind === 'digits';
  return isChain(before, tokens[low.first - 2]) || isChain(behind, tokens[dash + 3]);
};

/** ارتفعت الحصيلة من 10 إلى 15 (the toll rose from 10 to 15): two numbers. */
const followsChange = (tokens: readonly Token[], first: number): boolean => {
  for (let index = first - 1; index >= 0 && index >= first - REACH; index--) {
    const token = tokens[index]!;
    if (token.kind === 'break') return false;
    if (token.kind === 'word' && token.word.cuts.some((cut) => rising.has(cut.stem))) return true;
  }
  return false;
};

const joinEnds = (low: Core, high: Core, opening: Opening | null): Range | null => {
  const shares = low.scale === 1 && high.scale > 1 && low.min! < high.min! / high.scale;
  const min = shares ? low.min! * high.scale : low.min!;
  if (min >= high.max!) return null;
  const form = low.form === high.form ? low.form : 'mixed';
  return {
    core: { ...low, last: high.last, min, max: high.max, form, scale: high.scale },
    opening: opening?.index ?? low.first,
  };
};

/** ما بين خمسة وعشرين (between five and twenty): the words would also be 25. */
const splitCompound = (tokens: readonly Token[], low: Core, opening: Opening, original: string): Range | null => {
  const unit = atomAt(tokens, low.first, original);
  const tens = atomAt(tokens, low.first + 1, original);
  if (low.last !== low.first + 1 || unit?.entry.role !== 'unit' || tens?.entry.role !== 'tens') return null;
  return { core: { ...low, min: unit.entry.value, max: tens.entry.value }, opening: opening.index };
};
