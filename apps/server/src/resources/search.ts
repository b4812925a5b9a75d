import type { Hit } from '@isnad/api';
import type { Found } from '../case/casebook.js';
import { cursorOf, positionOf } from '../http/cursor.js';
import type { Handler, Scene } from '../http/handler.js';

/** UTF-16 units shown before the first hit, and in all. */
const BEFORE = 80;
const EXCERPT = 320;

const hitOf = async ({ report: id, claim: claimId, marks }: Found, scene: Scene): Promise<Hit | null> => {
  const { view, book } = scene;
  const report = view.reports.get(id);
  const claim = claimId === null ? null : (view.claims.get(claimId) ?? null);
  if (!report || (claimId !== null && !claim)) return null;
  const text = (await book.page(id))?.text ?? null;
  const first = marks[0]?.start ?? claim?.span.start ?? 0;
  const at = claim && text === null ? claim.span.start : Math.max(0, first - BEFORE);
  const words = text === null ? (claim?.span.text ?? '') : text.slice(at, at + EXCERPT);
  return {
    in: claim ? 'claim' : 'report',
    report: id,
    claim: claimId,
    incident: claimId === null ? null : (view.incidentOf(claimId)?.id ?? null),
    title: report.title === null ? null : view.cover(report.title, id),
    outlet: report.outlet,
    published: report.published.edtf,
    excerpt: view.cover(words, id, at),
    at,
    marks: marks
      .map(({ start, end }) => ({ start: start - at, end: Math.min(end - at, words.length) }))
      .filter(({ start, end }) => start >= 0 && end > start),
  };
};

export const search: Handler<'search'> = async ({ query }, scene) => {
  const [from] = query.cursor === undefined ? [0] : (positionOf(query.cursor, 1) as [number]);
  const { hits, total } = await scene.book.search(query.q, query.in, Math.max(0, Math.floor(from)), query.limit);
  const items = (await Promise.all(hits.map((found) => hitOf(found, scene)))).filter((hit) => hit !== null);
  const next = from + hits.length;
  return { items, next: hits.length > 0 && next < total ? cursorOf([next]) : null, total };
};
