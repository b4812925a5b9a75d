import type { DateMention, Token } from '@isnad/text';
import type { Item } from './item.js';
import type { Listing } from './listed-names.js';
import type { Relations } from './matches.js';
import type { Marked, Scanners } from './scanners.js';

/** What is scanned, and with what. */
export interface Scanned {
  readonly tokens: readonly Token[];
  /** The text of the report, in which tokens have their offsets. */
  readonly original: string;
  /** Last token of the sentence. */
  readonly last: number;
  readonly scanners: Scanners;
  readonly marked: Marked;
}

/** A sentence on its way to items, token by token. */
export interface Scanning extends Scanned {
  readonly items: Item[];
  /** Relations of place that wait for the place behind them, up to that token: «شمال» (north of). */
  relations: Relations;
  relationsUntil: number;
  /** A و written apart waits for the word that it belongs to: «و الشعفة». */
  detached: boolean;
  /** A preposition written apart waits for what it governs: لـ"قسد". */
  clitic: Item['clitic'];
  /** Names without heads of their own may follow: «قرى خطاب وسوبين» (the villages …). */
  listing: Listing;
  /** A date of which something that began is a part, until its rest is scanned. */
  rest: DateMention | null;
}

export const NO_RELATIONS: Relations = [];

export const beginScan = ({ tokens, original, last, scanners, marked }: Scanned): Scanning => ({
  tokens,
  original,
  last,
  scanners,
  marked,
  items: [],
  relations: NO_RELATIONS,
  relationsUntil: -1,
  detached: false,
  clitic: '',
  listing: 'none',
  rest: null,
});

/** Leaves a token out: a relation of place before it reaches over it. */
export const skip = (scanning: Scanning, at: number): number => {
  if (scanning.relationsUntil === at) scanning.relationsUntil++;
  return at + 1;
};
