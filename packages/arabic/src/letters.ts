import type { Span } from '@isnad/model';
import { breakAt, mayBreak } from './broken-words.js';
import { imageOf, openedFrom } from './letter-table.js';
import { readMasked } from './masks.js';

/**
 * A normalised view of a text: `at[i]` is the offset in the original of `view[i]`; `at[view.length]` is the
 * original's length. The stored quote is never folded.
 */
export interface Letters {
  readonly original: string;
  readonly view: string;
  readonly at: Uint32Array;
}

const PLAIN = 0;
const DROPPED = 1;
const BREAKING = 2;
const OPENING = 3;
/** What is to be done with each code unit; most stand for one letter. */
const ways = new Uint8Array(0x10000);
for (let unit = 0; unit < ways.length; unit++) {
  if (mayBreak(unit)) ways[unit] = BREAKING;
  else if (openedFrom(unit) !== undefined) ways[unit] = OPENING;
  else ways[unit] = imageOf(unit) === 0 ? DROPPED : PLAIN;
}

/** Room for the letters of all but the longest texts; they are copied out of it before the next text is read. */
const scratch = new Uint16Array(0x10000);

/** The view while it is written. There is always room for the rest of the original, one unit each. */
class View {
  units: Uint16Array;
  at: Uint32Array;
  length = 0;

  constructor(capacity: number) {
    this.units = capacity <= scratch.length ? scratch : new Uint16Array(capacity);
    this.at = new Uint32Array(capacity + 1);
  }

  /** Writes what one place of the original opens to, with `rest` units of it still to come. */
  insert(text: string, offset: number, rest: number): void {
    if (this.length + text.length + rest >= this.at.length) this.#grow(this.length + text.length + rest);
    for (let k = 0; k < text.length; k++) {
      const image = imageOf(text.charCodeAt(k));
      if (image === 0) continue;
      this.units[this.length] = image;
      this.at[this.length++] = offset;
    }
  }

  #grow(needed: number): void {
    const capacity = needed + (needed >> 1);
    const [units, at] = [new Uint16Array(capacity), new Uint32Array(capacity + 1)];
    units.set(this.units.subarray(0, this.length));
    at.set(this.at.subarray(0, this.length));
    this.units = units;
    this.at = at;
  }
}

/**
 * The normalised view of a text with its map to the original. `masked` passages (tags, entities; in order,
 * not overlapping) are read over: they become a line break, a space, nothing, or the entity's character.
 */
export const readLetters = (original: string, masked: readonly Span[] = []): Letters => {
  const view = new View(original.length);
  let mask = 0;
  let nextMask = masked[0]?.start ?? original.length;
  const { length: end } = original;
  for (let i = 0; i < end; i++) {
    if (i === nextMask) {
      const { start, end: behind } = masked[mask++]!;
      view.insert(readMasked(original.slice(start, behind)), start, end - behind);
      nextMask = masked[mask]?.start ?? end;
      i = behind - 1;
      continue;
    }
    const unit = original.charCodeAt(i);
    const way = ways[unit];
    if (way === DROPPED) continue;
    if (way === OPENING) {
      view.insert(openedFrom(unit)!, i, original.length - i - 1);
      continue;
    }
    if (way === BREAKING) {
      const gap = breakAt(original, i);
      if (gap) {
        view.insert(gap.view, i, original.length - gap.end);
        i = gap.end - 1;
        continue;
      }
    }
    const image = imageOf(unit);
    if (image === 0) continue;
    view.units[view.length] = image;
    view.at[view.length++] = i;
  }
  const { length } = view;
  view.at[length] = original.length;
  return { original, view: decode(view.units, length), at: view.at.subarray(0, length + 1) };
};

const utf16 = new TextDecoder('utf-16le', { ignoreBOM: true });
/** Below this length the set-up of the decoder costs more than it saves. */
const SHORT = 64;

const decode = (units: Uint16Array, length: number): string =>
  length < SHORT ? String.fromCharCode(...units.subarray(0, length)) : utf16.decode(units.subarray(0, length));

/** The normalised form of a word or phrase of the lexicon. */
export const fold = (phrase: string): string => foldPlain(phrase) ?? spaced(readLetters(phrase).view);

const spaced = (view: string): string => view.trim().replace(/\s+/g, ' ');

const SPACE = 0x20;

/** The same for a phrase in which each unit stands for one letter, as in most; null for others. */
const foldPlain = (phrase: string): string | null => {
  if (phrase.length > SHORT) return null;
  let folded = '';
  let isSpaced = true;
  for (let i = 0; i < phrase.length; i++) {
    const unit = phrase.charCodeAt(i);
    if (ways[unit] === DROPPED) continue;
    if (ways[unit] !== PLAIN) return null;
    const image = imageOf(unit);
    if (image === 0x0a) return null;
    if (image !== SPACE) folded += String.fromCharCode(image);
    else if (!isSpaced) folded += ' ';
    isSpaced = image === SPACE;
  }
  return isSpaced ? folded.trimEnd() : folded;
};
