import type { RecordedClaim, Span } from '@isnad/model';

/** A stretch of text over which nothing changes. */
export interface Stretch {
  readonly text: string;
  /** Claims that cover it, outermost first. */
  readonly claims: readonly RecordedClaim[];
  /** Claims whose span begins here. */
  readonly begins: readonly RecordedClaim[];
  /** Part of the trigger of an event. */
  readonly trigger: RecordedClaim | null;
  readonly isFurniture: boolean;
}

const covers = (span: Span, from: number, to: number): boolean => span.start <= from && to <= span.end;

/**
 * Cuts a text where a claim, a trigger or page furniture begins or ends, so that nested and overlapping
 * spans can be marked. One sweep: the claims must be in order of their start.
 */
export const stretches = (
  text: string,
  claims: readonly RecordedClaim[],
  furniture: readonly Span[],
): readonly Stretch[] => {
  const triggers = claims.flatMap((claim) => (claim.kind === 'event' ? [claim.trigger] : []));
  const cuts = new Set([0, text.length]);
  for (const { start, end } of [...claims.map(({ span }) => span), ...triggers, ...furniture]) {
    if (start >= 0 && start <= text.length) cuts.add(start);
    if (end >= 0 && end <= text.length) cuts.add(end);
  }
  const edges = [...cuts].sort((a, b) => a - b);
  let open: RecordedClaim[] = [];
  let next = 0;
  return edges.slice(0, -1).map((from, i) => {
    const to = edges[i + 1]!;
    open = open.filter(({ span }) => span.end > from);
    const begins: RecordedClaim[] = [];
    for (; next < claims.length && claims[next]!.span.start <= from; next++) begins.push(claims[next]!);
    open.push(...begins.filter(({ span }) => span.end > from));
    return {
      text: text.slice(from, to),
      claims: open,
      begins,
      trigger: open.find((claim) => claim.kind === 'event' && covers(claim.trigger, from, to)) ?? null,
      isFurniture: furniture.some((span) => covers(span, from, to)),
    };
  });
};
