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

/** The view while it is written. */
class View {
  units: Uint16Array;
  at: Uint32Array;
  length = 0;

  constructor(capacity: number) {
    this.units = new Uint16Array(capacity);
    this.at = new Uint32Array(capacity + 1);
  }

  push(unit: number, offset: number): void {
    if (this.length === this.units.length) this.#grow();
    this.units[this.length] = unit;
    this.at[this.length++] = offset;
  }

  #grow(): void {
    const capacity = 2 * this.units.length + 32;
    const [units, at] = [new Uint16Array(capacity), new Uint32Array(capacity + 1)];
    units.set(this.units);
    at.set(this.at);
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
  for (let i = 0; i < original.length; i++) {
    if (i === nextMask) {
      const { start, end } = masked[mask++]!;
      for (const unit of readMasked(original.slice(start, end))) write(view, unit.charCodeAt(0), start);
      nextMask = masked[mask]?.start ?? original.length;
      i = end - 1;
      continue;
    }
    const unit = original.charCodeAt(i);
    if (mayBreak(unit)) {
      const gap = breakAt(original, i);
      if (gap) {
        if (gap.view !== '') view.push(gap.view.charCodeAt(0), i);
        i = gap.end - 1;
        continue;
      }
    }
    write(view, unit, i);
  }
  const { length } = view;
  view.at[length] = original.length;
  return { original, view: decode(view.units, length), at: view.at.subarray(0, length + 1) };
};

/** Writes the image of a code unit: nothing, one letter, or what a ligature opens to. */
const write = (view: View, unit: number, offset: number): void => {
  const expansion = openedFrom(unit);
  if (expansion !== undefined) {
    for (let k = 0; k < expansion.length; k++) view.push(expansion.charCodeAt(k), offset);
    return;
  }
  const image = imageOf(unit);
  if (image !== 0) view.push(image, offset);
};

const decode = (units: Uint16Array, length: number): string => {
  let text = '';
  for (let from = 0; from < length; from += 8192)
    text += String.fromCharCode(...units.subarray(from, Math.min(from + 8192, length)));
  return text;
};

/** The normalised form of a word or phrase of the lexicon. */
export const fold = (phrase: string): string => readLetters(phrase).view.trim().replace(/\s+/g, ' ');
