import { QUEUES, routes } from '@isnad/api';
import { isAtLeast, isoDay } from '@isnad/model';
import { OPEN_FIRST, OPEN_LAST, UNDATED } from '../case/days.js';
import { derived } from '../case/derived.js';
import { pageFrom } from '../http/cursor.js';
import type { Handler } from '../http/handler.js';
import { openTasks, placesIn, tasksOf } from './tasks.js';

export const counts = derived('counts', function* ({ view }) {
  const { record, rejected } = view;
  let [undated, copies, checks] = [0, 0, 0];
  const [outlets, roots, places] = [new Set<string | null>(), new Set<string>(), new Set<string>()];
  for (const { published, copies_of: copied, outlet } of record.reports) {
    yield;
    if (published.edtf === null) undated++;
    if (copied.length > 0) copies++;
    outlets.add(outlet);
  }
  for (const one of record.incidents) {
    yield;
    for (const root of one.roots) roots.add(root);
  }
  for (const claim of record.claims) {
    yield;
    for (const { id } of claim.places) places.add(id);
  }
  for (const { ok } of record.checks) if (!ok) checks++;
  return {
    reports: record.reports.length,
    undated,
    copies,
    outlets: outlets.size,
    claims: record.claims.length,
    rejected: rejected.size,
    incidents: record.incidents.length,
    roots: roots.size,
    tolls: record.tolls.length,
    places: places.size,
    people: record.people?.length ?? 0,
    disputes: record.disputes.length,
    checks,
  };
});

export const days = derived('days', function* ({ columns }) {
  yield;
  const { first, last } = columns();
  const known = (day: number) => day > OPEN_FIRST && day < OPEN_LAST && day !== UNDATED;
  const low = first.find(known);
  const high = last.filter(known).reduce((a, b) => Math.max(a, b), -Infinity);
  return {
    first: low === undefined ? null : isoDay(low),
    last: Number.isFinite(high) ? isoDay(high) : null,
  };
});

export const overview: Handler<'overview'> = async ({ query }, scene) => {
  const { view, log, book, viewer } = scene;
  const since = query.since ?? null;
  const after = since === null ? log.all : log.all.filter(({ at }) => Date.parse(at) > Date.parse(since));
  const by = new Map<string, number>();
  for (const one of after) by.set(one.by, (by.get(one.by) ?? 0) + 1);
  const { name, version, lexicon } = view.record.program;
  return {
    case: view.cover(view.record.case, null),
    program: { name, version, lexicon },
    revision: view.revision,
    record: scene.state,
    writable: book.writable && isAtLeast(viewer.role, routes.decide.role),
    viewer: { name: viewer.name, role: viewer.role },
    counts: { ...counts(scene), decisions: log.all.filter((one) => log.standing(one) !== 'retired').length },
    days: days(scene),
    queues: QUEUES.map((queue) => {
      const open = openTasks(queue, scene).length;
      return { queue, open, settled: tasksOf(queue, scene).length - open };
    }),
    changes: {
      since,
      decisions: after.length,
      reports: since === null ? null : await book.addedSince(since),
      by: [...by].map(([who, decisions]) => ({ by: who, decisions })).sort((a, b) => b.decisions - a.decisions),
    },
  };
};

export const queue: Handler<'queue'> = ({ params, query }, scene) => {
  const open = openTasks(params.queue, scene);
  // A queue is emptied from its head: a cursor is the place of a task in the whole queue, settled ones counted.
  const place = placesIn(params.queue, scene);
  return pageFrom(
    open,
    ({ id }) => [place.get(id)!],
    query,
    (task) => task,
  );
};
