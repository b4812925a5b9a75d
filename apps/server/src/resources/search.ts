import type { Hit } from '@isnad/api';
import type { RecordedClaim, Span } from '@isnad/model';
import { findSaid } from '../filter/said.js';
import { cursorOf, positionOf } from '../http/cursor.js';
import type { Handler, Scene } from '../http/handler.js';

/** UTF-16 units shown before the first hit, and in all. */
const BEFORE = 80;
const EXCERPT = 320;

const hitOf = (
  id: string,
  claim: RecordedClaim | null,
  words: { readonly text: string; readonly at: number },
  marks: readonly Span[],
  { view }: Scene,
): Hit | null => {
  const report = view.reports.get(id);
  if (!report) return null;
  const { text, at } = words;
  return {
    in: claim ? 'claim' : 'report',
    report: id,
    claim: claim?.id ?? null,
    incident: claim ? (view.incidentOf(claim.id)?.id ?? null) : null,
    title: report.title === null ? null : view.cover(report.title, id),
    outlet: report.outlet,
    published: report.published.edtf,
    excerpt: view.cover(text, id, at),
    at,
    marks: marks
      .map(({ start, end }) => ({ start: start - at, end: Math.min(end - at, text.length) }))
      .filter(({ start, end }) => start >= 0 && end > start),
  };
};

/** Begins at a word, where one begins nearby. */
const excerptOf = (text: string, first: number): { readonly text: string; readonly at: number } => {
  const from = Math.max(0, first - BEFORE);
  const gap = from === 0 ? -1 : text.slice(from, first).search(/\s/);
  const at = gap < 0 ? from : from + gap + 1;
  return { text: text.slice(at, at + EXCERPT), at };
};

const inReports = async (scene: Scene, query: string, from: number, most: number) => {
  const { hits, total } = await scene.book.search(query, from, most);
  const items = await Promise.all(
    hits.map(async ({ report, marks }) => {
      const text = (await scene.book.text(report)) ?? scene.view.reports.get(report)?.title ?? '';
      return hitOf(report, null, excerptOf(text, marks[0]?.start ?? 0), marks, scene);
    }),
  );
  return { items, seen: hits.length, total };
};

const inClaims = (scene: Scene, query: string, from: number, most: number) => {
  const index = scene.said();
  const { hits, seen, total } = findSaid(index, query, from, most);
  const items = hits.map(({ claim, marks }) =>
    hitOf(claim.report, claim, { text: claim.span.text, at: claim.span.start }, marks, scene),
  );
  return { items, seen, total };
};

export const search: Handler<'search'> = async ({ query }, scene) => {
  const [asked] = query.cursor === undefined ? [0] : (positionOf(query.cursor, 1) as [number]);
  const from = Number.isSafeInteger(asked) && asked > 0 ? asked : 0;
  const find = query.in === 'claims' ? inClaims : inReports;
  const { items, seen, total } = await find(scene, query.q, from, query.limit);
  return {
    items: items.filter((hit) => hit !== null),
    next: seen > 0 && from + seen < total ? cursorOf([from + seen]) : null,
    total,
  };
};
