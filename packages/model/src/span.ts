/**
 * Positions in a report.
 *
 * Offsets count UTF-16 code units of the decoded original text, `end` exclusive, so that
 * `original.slice(span.start, span.end)` is always the quoted wording.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span with the words it covers: `text === original.slice(start, end)`. */
export interface Quote extends Span {
  readonly text: string;
}

/** Quotes `original` from `start` to `end`. */
export const quote = (original: string, start: number, end: number): Quote => ({
  start,
  end,
  text: original.slice(start, end),
});

/** Whether two spans share at least one code unit. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Whether `outer` holds all of `inner`. */
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
