import { QUEUES, routes } from '@isnad/api';
import { isAtLeast, isoDay } from '@isnad/model';
import { OPEN_FIRST, OPEN_LAST, UNDATED } from '../case/days.js';
import { pageFrom } from '../http/cursor.js';
import type { Handler, Scene } from '../http/handler.js';
import { openTasks, tasksOf } from './tasks.js';

const countsOf = ({ view, log }: Scene) => {
  const { record, rejected } = view;
  return {
    reports: record.reports.length,
    undated: record.reports.filter(({ published }) => published.edtf === null).length,
    copies: record.reports.filter((one) => one.copies_of.length > 0).length,
    outlets: new Set(record.reports.map(({ outlet }) => outlet)).size,
    claims: record.claims.length,
    rejected: rejected.size,
    incidents: record.incidents.length,
    roots: new Set(record.incidents.flatMap(({ roots }) => roots)).size,
    tolls: record.tolls.length,
    places: new Set(record.claims.flatMap(({ places }) => places.map(({ id }) => id))).size,
    people: record.people?.length ?? 0,
    disputes: record.disputes.length,
    checks: record.checks.filter(({ ok }) => !ok).length,
    decisions: log.all.filter((one) => log.standing(one) !== 'retired').length,
  };
};

const daysOfCase = ({ columns }: Scene) => {
  const { first, last } = columns();
  const known = (day: number) => day > OPEN_FIRST && day < OPEN_LAST && day !== UNDATED;
  const low = first.find(known);
  const high = last.filter(known).reduce((a, b) => Math.max(a, b), -Infinity);
  return {
    first: low === undefined ? null : isoDay(low),
    last: Number.isFinite(high) ? isoDay(high) : null,
  };
};

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
    counts: scene.onceDecided('counts', () => countsOf(scene)),
    days: scene.once('days', () => daysOfCase(scene)),
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
  const place = scene.onceDecided(
    `places in ${params.queue}`,
    () => new Map(tasksOf(params.queue, scene).map(({ id }, i) => [id, i])),
  );
  return pageFrom(
    open,
    ({ id }) => [place.get(id)!],
    query,
    (task) => task,
  );
};
