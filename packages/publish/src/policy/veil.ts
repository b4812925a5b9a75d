import type { Span } from '@isnad/model';

/**
 * Marks that stand, unit for unit, for what is withheld, so that offsets into a text stay true.
 * Unicode noncharacters: no report can hold them by right. Writers replace a run by words.
 */
export const VEIL = { name: '\ufdd0', place: '\ufdd1', young: '\ufdd2' } as const;
export type Withheld = keyof typeof VEIL;

export interface Veiled extends Span {
  readonly what: Withheld;
}

const RUN = /\ufdd0+|\ufdd1+|\ufdd2+/g;
const KIND = new Map<string, Withheld>(Object.entries(VEIL).map(([what, mark]) => [mark, what as Withheld]));

/** Covers spans of a text, unit for unit; line ends stay. Offsets are those of the text less `offset`. */
export const cover = (text: string, spans: readonly Veiled[], offset = 0): string => {
  if (spans.length === 0) return text;
  const units = text.split('');
  for (const { start, end, what } of spans)
    for (let i = Math.max(0, start - offset); i < Math.min(units.length, end - offset); i++)
      if (units[i] !== '\n') units[i] = VEIL[what];
  return units.join('');
};

export interface Piece {
  readonly text: string;
  /** What the piece withholds; null where its text may be shown. */
  readonly withheld: Withheld | null;
}

/** A text cut at what is withheld. */
export const cutAtVeils = (text: string): readonly Piece[] => {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: run, index } of text.matchAll(RUN)) {
    if (index > from) pieces.push({ text: text.slice(from, index), withheld: null });
    pieces.push({ text: run, withheld: KIND.get(run[0]!)! });
    from = index + run.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), withheld: null });
  return pieces;
};

const WORDS: Readonly<Record<Withheld, string>> = {
  name: '[اسم محجوب · name withheld]',
  place: '[مكان محجوب · place withheld]',
  young: '[محجوب لحداثته · withheld, too recent]',
};

/** A text for plain files: each run of veils becomes words in both languages. */
export const sayVeils = (text: string): string => text.replace(RUN, (run) => WORDS[KIND.get(run[0]!)!]);

/** A text whose offsets must stay true: each veiled unit becomes a block. */
export const blockVeils = (text: string): string => text.replace(/[\ufdd0-\ufdd2]/g, '\u2587');
