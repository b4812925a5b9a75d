import { entryAt } from '../entry-at.js';
import type { Token } from '../tokens.js';

/** A number in digits, with its separators. */
export interface Digits {
  readonly value: number;
  readonly last: number;
  /** Three digits behind the only separator: 1.500 is 1,500, but 1.125 مليون (million) is a decimal. */
  readonly decimal: number | null;
}

/** Beyond this many digits it is an identifier (a telephone, a passport), not a quantity. */
const LONGEST = 15;
const GROUP_MARKS = new Set([',', '.', '٬', '،', "'"]);
const DECIMAL_MARKS = new Set([',', '.', '٫']);

const glued = (tokens: readonly Token[], index: number): boolean =>
  index < tokens.length && !tokens[index]!.spaced && tokens[index]!.kind !== 'break';

const digitsAt = (tokens: readonly Token[], index: number): string | null =>
  tokens[index]?.kind === 'digits' ? tokens[index].word.form : null;

/** Letters or a hyphen with letters glued in front make it a designation: F16, T-72, S-300. */
const isDesignation = (tokens: readonly Token[], index: number): boolean => {
  const before = entryAt(tokens, index - 1);
  if (!before || tokens[index]!.spaced) return glued(tokens, index + 1) && tokens[index + 1]!.kind === 'latin';
  if (before.kind === 'latin') return true;
  return before.word.form === '-' && !before.spaced && entryAt(tokens, index - 2)?.kind === 'latin';
};

/** The number in digits that begins at a token; null when it is none or a designation. */
export const readDigits = (tokens: readonly Token[], index: number): Digits | null => {
  const head = digitsAt(tokens, index);
  if (head === null || head.length > LONGEST || isDesignation(tokens, index)) return null;
  const mark = glued(tokens, index + 1) ? tokens[index + 1]!.word.form : '';
  const tail = glued(tokens, index + 2) ? digitsAt(tokens, index + 2) : null;
  if (tail === null) return spacedGroups(tokens, index, head);
  if (GROUP_MARKS.has(mark) && head.length <= 3 && tail.length === 3 && !head.startsWith('0')) {
    let last = index + 2;
    let written = head + tail;
    while (written.length < LONGEST && glued(tokens, last + 1) && tokens[last + 1]!.word.form === mark) {
      const group = glued(tokens, last + 2) ? digitsAt(tokens, last + 2) : null;
      if (group?.length !== 3) break;
      written += group;
      last += 2;
    }
    const decimal = last === index + 2 && DECIMAL_MARKS.has(mark) ? Number(`${head}.${tail}`) : null;
    return { value: Number(written), last, decimal };
  }
  const isList =
    glued(tokens, index + 3) && tokens[index + 3]!.word.form === mark && digitsAt(tokens, index + 4) !== null;
  if (DECIMAL_MARKS.has(mark) && !isList && tail.length <= 6)
    return { value: Number(`${head}.${tail}`), last: index + 2, decimal: null };
  return { value: Number(head), last: index, decimal: null };
};

/** 17 000: groups of three behind one space. */
const spacedGroups = (tokens: readonly Token[], index: number, head: string): Digits => {
  let written = head;
  let last = index;
  while (head.length <= 3 && !head.startsWith('0') && written.length < LONGEST) {
    const group = digitsAt(tokens, last + 1);
    if (group?.length !== 3 || tokens[last + 1]!.start !== tokens[last]!.end + 1) break;
    written += group;
    last++;
  }
  return { value: Number(written), last, decimal: null };
};
