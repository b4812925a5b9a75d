import type { Claim, Report } from '@isnad/client';

type Scope = Report['scopes'][number];

/** A stretch of text over which nothing changes. */
export interface Stretch {
  readonly start: number;
  readonly text: string;
  /** Claims that cover it, outermost first. */
  readonly claims: readonly Claim[];
  /** Claims whose span begins here. */
  readonly begins: readonly Claim[];
  /** The event of whose trigger it is a part. */
  readonly trigger: Claim | null;
  readonly scope: Scope | null;
  readonly scopeBegins: boolean;
  readonly isFurniture: boolean;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

const covers = ({ start, end }: Span, from: number, to: number): boolean => start <= from && to <= end;

/**
 * Cuts a text where a claim, a trigger, what one source says or page furniture begins or ends, so that nested and
 * overlapping spans can be marked. The claims must be in order of their start.
 */
export const stretchesOf = ({
  text,
  claims,
  furniture,
  scopes,
}: Pick<Report, 'claims' | 'furniture' | 'scopes'> & { readonly text: string }): readonly Stretch[] => {
  const triggers = claims.flatMap((claim) => (claim.kind === 'event' ? [claim.trigger] : []));
  const cuts = new Set([0, text.length]);
  for (const { start, end } of [...claims.map(({ span }) => span), ...triggers, ...furniture, ...scopes]) {
    cuts.add(Math.max(0, Math.min(text.length, start)));
    cuts.add(Math.max(0, Math.min(text.length, end)));
  }
  const edges = [...cuts].sort((a, b) => a - b);
  let open: Claim[] = [];
  let next = 0;
  return edges.slice(0, -1).map((from, i) => {
    const to = edges[i + 1]!;
    open = open.filter(({ span }) => span.end > from);
    const begins: Claim[] = [];
    for (; next < claims.length && claims[next]!.span.start <= from; next++) begins.push(claims[next]!);
    open = [...open, ...begins.filter(({ span }) => span.end > from)];
    const scope = scopes.find((one) => covers(one, from, to)) ?? null;
    return {
      start: from,
      text: text.slice(from, to),
      claims: open,
      begins,
      trigger: open.find((claim) => claim.kind === 'event' && covers(claim.trigger, from, to)) ?? null,
      scope,
      scopeBegins: scope?.start === from,
      isFurniture: furniture.some((span) => covers(span, from, to)),
    };
  });
};
