import type { Token } from '../tokens.js';
import { isConnected, shareOf, stemsOf } from './cohesion.js';
import type { Line } from './lines.js';

/** Fewer than these at the end are paragraphs of the report that happen to change the subject. */
const FEWEST = 3;
/** A report that does not connect its own paragraphs is a bulletin, in which new subjects are expected. */
const CONNECTED = 2;
/** At most this share of a teaser's stems occurs in the report before it. */
const STRANGE = 0.25;

/**
 * First paragraphs of other articles that some portals print behind a report: at least three at the very end,
 * each opening like a lead, without و (and) or another connective, and on a subject of its own.
 */
export const teasersBehind = (tokens: readonly Token[], body: readonly Line[]): readonly Line[] => {
  let first = body.length;
  while (first > 1 && body[first - 1]!.isProse && !isConnected(tokens, body[first - 1]!)) first--;
  if (body.length - first < FEWEST) return [];
  if (body.slice(0, first).filter((line) => isConnected(tokens, line)).length < CONNECTED) return [];
  const known = new Set<string>();
  for (const line of body.slice(0, first)) for (const stem of stemsOf(tokens, line)) known.add(stem);
  const isStrange = (line: Line) => shareOf(stemsOf(tokens, line), known) <= STRANGE;
  while (first < body.length && !isStrange(body[first]!)) {
    for (const stem of stemsOf(tokens, body[first]!)) known.add(stem);
    first++;
  }
  const teasers = body.slice(first);
  return teasers.length >= FEWEST && teasers.every(isStrange) ? teasers : [];
};
