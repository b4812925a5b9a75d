import { createHash, hash } from 'node:crypto';
import type { Span } from './span.js';

const digest = (parts: readonly (string | number)[]): string =>
  hash('sha256', parts.join('\u0000'), 'hex').slice(0, 20);

/** `sha256:` and the hexadecimal hash of raw bytes: the id of a report. */
export const reportId = (bytes: Uint8Array): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/** Id of an event claim: what was said and where, never which rule or version read it. */
export const eventClaimId = (report: string, span: Span, type: string): string =>
  `c:${digest([report, 'event', span.start, span.end, type])}`;

/** Id of a figure claim. */
export const figureClaimId = (report: string, span: Span, measure: string, group: string): string =>
  `c:${digest([report, 'figure', span.start, span.end, measure, group])}`;

/** Id of anything derived from claims (a toll, a check, a dispute): a hash of its kind and members. */
export const derivedId = (prefix: string, ...parts: readonly (string | number)[]): string =>
  `${prefix}:${digest(parts)}`;
