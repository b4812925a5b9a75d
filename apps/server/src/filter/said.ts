import { fold } from '@isnad/arabic';
import type { RecordedClaim, Span } from '@isnad/model';
import { marksOf, parseQuery, tokensOf } from '@isnad/store';

/** The words of all claims, folded: what a search for claims walks. */
export interface SaidIndex {
  readonly claims: readonly RecordedClaim[];
  readonly folded: readonly string[];
}

export const saidIn = (claims: readonly RecordedClaim[]): SaidIndex => ({
  claims,
  folded: claims.map(({ span }) => fold(span.text).toLowerCase()),
});

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
  { claims, folded }: SaidIndex,
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
  const candidates = folded.flatMap((text, i) =>
    letters.every((some) => some.some((one) => text.includes(one))) ? i : [],
  );
  const hits = candidates.slice(from, from + most).flatMap((i): SaidHit | readonly SaidHit[] => {
    const claim = claims[i]!;
    const { text, start } = claim.span;
    const tokens = tokensOf(text);
    const found = marksOf(asked, tokens);
    const isWhole = asked.all.every((wanted) => marksOf({ all: [wanted], none: [] }, tokens).length > 0);
    const isBarred = asked.none.length > 0 && marksOf({ all: asked.none, none: [] }, tokens).length > 0;
    if (!isWhole || isBarred) return [];
    return { claim, marks: found.map((mark) => ({ start: mark.start + start, end: mark.end + start })) };
  });
  return { hits, seen: Math.min(most, Math.max(0, candidates.length - from)), total: candidates.length };
};
