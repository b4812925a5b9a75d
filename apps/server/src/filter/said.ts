import { fold } from '@isnad/arabic';
import type { RecordedClaim, Span } from '@isnad/model';
import { marksOf, parseQuery, tokensOf } from '@isnad/store';
import type { Steps } from '../steps.js';

/** The words of all claims, folded: what searches and text filters walk. Made piece by piece, because it takes seconds. */
export interface SaidIndex {
  readonly claims: readonly RecordedClaim[];
  /** Folds all of them. */
  readonly ahead: () => Steps<void>;
  /** Folded words of a claim by its place in `claims`. */
  readonly of: (at: number) => string;
  /** Place of a claim by its id. */
  readonly at: (claim: string) => number | undefined;
  /** Words of a claim, if they were folded already. */
  readonly known: (claim: RecordedClaim) => string | undefined;
}

export const folded = (text: string): string => fold(text).toLowerCase();

/**
 * @param known words of claims that another index has folded already; asked until all are folded here
 */
export const saidIn = (
  claims: readonly RecordedClaim[],
  known: (claim: RecordedClaim) => string | undefined = () => undefined,
): SaidIndex => {
  const texts: (string | undefined)[] = [];
  const places = new Map<string, number>();
  let before: typeof known | null = known;
  let indexed = 0;
  const of = (at: number): string => {
    const claim = claims[at]!;
    texts[at] ??= before?.(claim) ?? folded(claim.span.text);
    return texts[at];
  };
  const index = (): void => {
    places.set(claims[indexed]!.id, indexed);
    indexed++;
  };
  const at = (id: string): number | undefined => {
    while (indexed < claims.length) index();
    return places.get(id);
  };
  return {
    claims,
    of,
    at,
    ahead: function* () {
      while (indexed < claims.length) {
        yield;
        index();
      }
      for (let place = 0; place < claims.length; place++) {
        yield;
        of(place);
      }
      // The index before, and its record, are held no longer.
      before = null;
    },
    known: (claim) => {
      const place = places.get(claim.id);
      return place !== undefined && claims[place] === claim ? texts[place] : undefined;
    },
  };
};

export interface SaidHit {
  readonly claim: RecordedClaim;
  /** Offsets into the text of the report. */
  readonly marks: readonly Span[];
}

/**
 * Claims that answer a search, from the `from`th candidate on. Candidates hold the letters asked for; whether the words
 * are there in any of their forms is looked at for those of the page only, so that `total` is an upper bound.
 */
export const findSaid = (
  { claims, of }: SaidIndex,
  query: string,
  from: number,
  most: number,
): { readonly hits: readonly SaidHit[]; readonly seen: number; readonly total: number } => {
  const asked = parseQuery(query);
  if (asked.all.length === 0) return { hits: [], seen: 0, total: 0 };
  const letters = asked.all.map((wanted): readonly string[] => {
    if (wanted.is === 'word') return wanted.stems;
    return wanted.is === 'beginning' ? [wanted.of] : wanted.words.slice(0, 1);
  });
  const candidates: number[] = [];
  for (let at = 0; at < claims.length; at++) {
    const text = of(at);
    if (letters.every((some) => some.some((one) => text.includes(one)))) candidates.push(at);
  }
  const hits = candidates.slice(from, from + most).flatMap((at): SaidHit | readonly SaidHit[] => {
    const claim = claims[at]!;
    const { text, start } = claim.span;
    const tokens = tokensOf(text);
    const isWhole = asked.all.every((wanted) => marksOf({ all: [wanted], none: [] }, tokens).length > 0);
    const isBarred = asked.none.length > 0 && marksOf({ all: asked.none, none: [] }, tokens).length > 0;
    if (!isWhole || isBarred) return [];
    const marks = marksOf(asked, tokens).map((mark) => ({ start: mark.start + start, end: mark.end + start }));
    return { claim, marks };
  });
  return { hits, seen: Math.min(most, Math.max(0, candidates.length - from)), total: candidates.length };
};
