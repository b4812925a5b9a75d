import type { Claim, Reading } from '@isnad/model';
import type { RecordMemory } from '../memory/memory.js';
import { byText } from '../order.js';
import { shinglesOf } from './shingles.js';

/** One report that repeats the wording of an earlier one. */
export interface Copy {
  readonly of: string;
  /** Share (0–1) of the shorter report's shingles that both have. */
  readonly share: number;
}

export interface Copies {
  /** The reports whose wording a report repeats, the nearest first. */
  of(report: string): readonly Copy[];
  /** How much of one report's wording is in the other: half of the shorter one or more, a passage, or none. */
  between(a: string, b: string): 'whole' | 'passage' | null;
  /** The earliest report of which it is a copy as a whole; null when it is none. */
  original(report: string): string | null;
  /** The report whose voice an own-voice claim repeats: itself unless its wording is copied. */
  origin(report: string, claim: Claim): string;
}

/** A shingle is looked up in the first reports that had it; later ones are copies of those anyway. */
const FIRST_BEARERS = 6;
/** A report is a copy when so much of the shorter text is in both, and it is more than a sentence … */
const SHARE = 0.5;
const SENTENCE = 8;
/** … unless the two are the same throughout … */
const SAME_THROUGHOUT = 3;
/** … and repeats a passage when so many runs of five words are in both (a paragraph of some thirty words). */
const PASSAGE = 25;

/**
 * Finds copied wording through an inverted index of shingles, earliest report first: each report is compared
 * only with the first bearers of its own shingles, so that the cost grows with the text and not with the
 * pairs of reports. Without the texts, the claims' own quotes are compared.
 */
export const findCopies = (
  readings: readonly Reading[],
  texts: ReadonlyMap<string, string>,
  firstDay: (report: string) => number,
  memory: Pick<RecordMemory, 'shingles' | 'sharing'>,
): Copies => {
  const ordered = [...readings].sort(
    (a, b) => firstDay(a.report.id) - firstDay(b.report.id) || byText(a.report.id, b.report.id),
  );
  const { common, only } = memory.sharing(
    ordered.map((reading) => {
      const text = texts.get(reading.report.id);
      const wording = text === undefined ? [reading.claims] : [text, reading.report.furniture];
      return [reading.report.id, memory.shingles(reading.report.id, wording, () => wordingOf(reading, text))] as const;
    }),
  );
  const bearers: Bearers = new Map();
  const copies = new Map<string, readonly Copy[]>();
  for (const { report } of ordered) {
    const found = copiesOf(report.id, sharedWith(common.get(report.id)!.shingles, report.id, bearers), common);
    if (found.length > 0) copies.set(report.id, found);
  }
  const isBearer = (shingle: number, report: string): boolean =>
    bearers.get(shingle)?.includes(report) ?? only.get(shingle) === report;
  return copiesAmong(copies, isBearer);
};

/** The first reports that had each shingle. */
type Bearers = Map<number, string[]>;

/** How many shingles of a report each earlier one had; the report becomes a bearer of its own. */
const sharedWith = (shingles: Iterable<number>, id: string, bearers: Bearers): ReadonlyMap<string, number> => {
  const shared = new Map<string, number>();
  for (const shingle of shingles) {
    const known = bearers.get(shingle);
    if (!known) {
      bearers.set(shingle, [id]);
      continue;
    }
    for (const bearer of known) shared.set(bearer, (shared.get(bearer) ?? 0) + 1);
    if (known.length < FIRST_BEARERS) known.push(id);
  }
  return shared;
};

/** Those of the earlier reports of which so much is shared that their wording is repeated, the nearest first. */
const copiesOf = (
  id: string,
  shared: ReadonlyMap<string, number>,
  common: ReadonlyMap<string, { readonly size: number }>,
): readonly Copy[] => {
  const { size } = common.get(id)!;
  return [...shared]
    .flatMap(([of, count]) => {
      const other = common.get(of)!.size;
      const share = count / Math.min(size, other);
      const least = count === size && count === other ? SAME_THROUGHOUT : SENTENCE;
      return (share >= SHARE && count >= least) || count >= PASSAGE ? [{ of, share }] : [];
    })
    .sort((a, b) => b.share - a.share || byText(a.of, b.of));
};

/** Answers from the copies that were found. `isBearer`: whether a report has a shingle. */
const copiesAmong = (
  copies: ReadonlyMap<string, readonly Copy[]>,
  isBearer: (shingle: number, report: string) => boolean,
): Copies => {
  const of = (report: string): readonly Copy[] => copies.get(report) ?? [];
  const claimShingles = new Map<string, ReadonlySet<number>>();
  const original = (report: string): string | null => {
    const first = of(report).find(({ share }) => share >= SHARE)?.of ?? null;
    return first === null ? null : (original(first) ?? first);
  };
  return {
    of,
    original,
    between: (a, b) => {
      const copy = of(a).find((one) => one.of === b) ?? of(b).find((one) => one.of === a);
      return copy ? (copy.share >= SHARE ? 'whole' : 'passage') : null;
    },
    origin: (report, claim) => {
      let at = report;
      for (;;) {
        const copy = copiedFrom(of(at), claim, isBearer, claimShingles);
        if (copy === null) return at;
        at = copy;
      }
    },
  };
};

/** The report from which a claim's words were copied: as a whole, or by the passage in which it stands. */
const copiedFrom = (
  copies: readonly Copy[],
  claim: Claim,
  isBearer: (shingle: number, report: string) => boolean,
  cache: Map<string, ReadonlySet<number>>,
): string | null => {
  for (const { of, share } of copies) {
    if (share >= SHARE) return of;
    let shingles = cache.get(claim.id);
    if (!shingles) {
      shingles = shinglesOf(claim.span.text);
      cache.set(claim.id, shingles);
    }
    if (shingles.size === 0) continue;
    const there = [...shingles].filter((shingle) => isBearer(shingle, of)).length;
    if (there / shingles.size >= SHARE) return of;
  }
  return null;
};

const wordingOf = (reading: Reading, text: string | undefined): string => {
  if (text === undefined) {
    const spans = [...reading.claims].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
    return spans
      .filter((claim, n) => n === 0 || claim.span.start >= spans[n - 1]!.span.end)
      .map((claim) => claim.span.text)
      .join('\n');
  }
  // Page furniture is the same on every page of an outlet and says nothing about who copied whom.
  let kept = '';
  let at = 0;
  for (const { start, end } of [...reading.report.furniture].sort((a, b) => a.start - b.start)) {
    kept += `${text.slice(at, Math.max(at, start))}\n`;
    at = Math.max(at, end);
  }
  return kept + text.slice(at);
};
