import type { PersonMention, Report, ReportRow } from '@isnad/api';
import type { PersonMention as Named, RecordedClaim, RecordedReport } from '@isnad/model';
import { aloneWith } from '../agreement/alone.js';
import { dayOf, daysOf, OPEN_FIRST, OPEN_LAST, UNDATED } from '../case/days.js';
import { derived } from '../case/derived.js';
import { folded } from '../filter/said.js';
import { inOrderSteps, pageFrom } from '../http/cursor.js';
import type { Handler, Scene } from '../http/handler.js';
import { noSuch } from '../http/refused.js';
import { namesShown } from '../security/viewer.js';
import { claimOf, covering } from './claims.js';
import { decisionOf } from './decisions.js';

type Cover = ReturnType<typeof covering>;

const decoded = (url: string): string => {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
};

/** Addresses hold titles, and titles names: one in which a name stands is left out. */
const urlOf = (url: string | undefined, report: string, cover: Cover): string | null => {
  if (url === undefined) return null;
  const plain = decoded(url);
  return cover(plain, report) === plain ? url : null;
};

const pageHead = (
  { path, title, outlet, published, url }: Pick<RecordedReport, 'path' | 'title' | 'outlet' | 'published' | 'url'>,
  report: string,
  cover: Cover,
) => ({
  path: cover(path, report),
  title: title === null ? null : cover(title, report),
  outlet,
  published: { ...published, reason: cover(published.reason, report) },
  url: urlOf(url, report, cover),
});

export const reportRow = (report: RecordedReport, scene: Scene, shown = false): ReportRow => {
  const claims = scene.view.claimsOf(report.id).filter(({ id }) => !scene.view.rejected.has(id));
  const events = claims.filter(({ kind }) => kind === 'event').length;
  return {
    id: report.id,
    ...pageHead(report, report.id, covering(scene, shown)),
    roots: report.root_sources,
    copiesOf: report.copies_of,
    claims: claims.length,
    events,
    figures: claims.length - events,
  };
};

type Order = 'published' | '-published' | '-claims' | 'path';

const keyOf = (report: RecordedReport, order: Order, { view }: Scene): string | number => {
  if (order === 'path') return report.path;
  if (order === '-claims') return -view.claimsOf(report.id).length;
  const [first] = daysOf(report.published.edtf);
  return order === 'published' || first === UNDATED ? first : -first;
};

const ordered = (order: Order) =>
  derived(`reports by ${order}`, function* (scene) {
    const [keys, days] = [new Map<string, string | number>(), new Map<string, ReturnType<typeof daysOf>>()];
    for (const report of scene.view.record.reports) {
      yield;
      keys.set(report.id, keyOf(report, order, scene));
      days.set(report.id, daysOf(report.published.edtf));
    }
    const sorted = yield* inOrderSteps(scene.view.record.reports, ({ id }) => [keys.get(id)!, id]);
    return { keys, days, sorted };
  });

export const orders = {
  published: ordered('published'),
  '-published': ordered('-published'),
  '-claims': ordered('-claims'),
  path: ordered('path'),
} as const satisfies Record<Order, unknown>;

export const titles = derived('titles', function* ({ view }) {
  const all = new Map<string, string>();
  for (const { id, title, path } of view.record.reports) {
    yield;
    all.set(id, folded(`${title ?? ''}\n${path}`));
  }
  return all;
});

export const reports: Handler<'reports'> = ({ query }, scene) => {
  const { outlet, source, from, to, undated, text, sort } = query;
  const [low, high] = [from ? dayOf(from) : OPEN_FIRST, to ? dayOf(to) : OPEN_LAST];
  const isAsked = from !== undefined || to !== undefined;
  const words = folded(text ?? '')
    .split(/\s+/)
    .filter((word) => word !== '');
  const { keys, days, sorted } = orders[sort](scene);
  const wanted = sorted.filter((report) => {
    const [first, last] = days.get(report.id)!;
    const hasDay = first !== UNDATED;
    if (undated === 'only' ? hasDay : !hasDay && (undated === 'without' || (isAsked && undated !== 'with')))
      return false;
    if (hasDay && (first > high || last < low)) return false;
    if (
      outlet.length > 0 &&
      !outlet.includes(scene.view.publisherOf(report.id)) &&
      !outlet.includes(report.outlet ?? '')
    )
      return false;
    if (source.length > 0 && !report.root_sources.some((root) => source.includes(root))) return false;
    return words.every((word) => titles(scene).get(report.id)!.includes(word));
  });
  return pageFrom(
    wanted,
    ({ id }) => [keys.get(id)!, id],
    query,
    (report) => reportRow(report, scene),
  );
};

/** Stretches that one chain of sources says: neighbouring claims of one chain are one stretch. */
const scopesOf = (claims: readonly RecordedClaim[]): Report['scopes'] => {
  const scopes: { attribution: readonly string[]; start: number; end: number; claims: string[] }[] = [];
  for (const { id, attribution, span } of claims) {
    if (attribution.length === 0) continue;
    const last = scopes.at(-1);
    if (last && last.attribution.join('\n') === attribution.join('\n')) {
      last.end = Math.max(last.end, span.end);
      last.claims.push(id);
    } else scopes.push({ attribution, start: span.start, end: span.end, claims: [id] });
  }
  return scopes;
};

const personOf = ({ start, end, text, role, public: isPublic, described }: Named, shown: boolean): PersonMention => {
  const covered = !shown && !isPublic && described !== true;
  return { start, end, text: covered ? '\ufdd0'.repeat(text.length) : text, role, public: isPublic, covered };
};

export const report: Handler<'report'> = async ({ params, query }, everybody) => {
  const found = everybody.view.reports.get(params.id);
  if (!found) throw noSuch('report', params.id);
  const shown = namesShown(query.names, everybody.viewer);
  const { claims, scene } =
    query.coder === undefined
      ? { claims: everybody.view.claimsOf(found.id), scene: everybody }
      : aloneWith(query.coder, found.id, everybody);
  const { view, log, book } = scene;
  const cover = covering(scene, shown);
  const page = await book.page(found.id, view.revision);
  const about = new Set([found.id, ...claims.map(({ id }) => id)]);
  return {
    ...reportRow(found, scene, shown),
    language: page?.language ?? null,
    text: page ? cover(page.text, found.id, 0) : null,
    names: shown ? 'shown' : 'covered',
    claims: claims.map((claim) => claimOf(claim, scene, shown)),
    furniture: (page?.furniture ?? []).map(({ start, end }) => ({ start, end })),
    masked: (page?.masked ?? []).map(({ start, end }) => ({ start, end })),
    scopes: scopesOf(claims.filter(({ id }) => !view.rejected.has(id))),
    persons: (page?.persons ?? []).map((one) => personOf(one, shown)),
    appearances: (found.appearances ?? []).map((one) => pageHead(one, found.id, cover)),
    copiedBy: view.record.reports.filter((one) => one.copies_of.includes(found.id)).map(({ id }) => id),
    notes: (page?.notes ?? []).map(({ code, severity, message }) => ({
      code,
      severity,
      message: cover(message, found.id),
    })),
    decisions: log.all
      .filter((one) => one.about.some((id) => about.has(id)))
      .map((one) => decisionOf(one, scene, shown)),
  };
};

export const claim: Handler<'claim'> = ({ params, query }, scene) => {
  const found = scene.view.claims.get(params.id);
  if (!found) throw noSuch('claim', params.id);
  return claimOf(found, scene, namesShown(query.names, scene.viewer));
};

export const explain: Handler<'explain'> = async ({ params }, { view, book }) => {
  const found = view.claims.get(params.id);
  if (!found) throw noSuch('claim', params.id);
  const at = found.kind === 'event' ? found.trigger.start : found.span.start;
  const told = view.cover((await book.explain(found.report, at)) ?? '', found.report);
  const links = view.incidentOf(found.id)?.why.filter(({ a, b }) => a === found.id || b === found.id) ?? [];
  return {
    claim: found.id,
    rule: found.rule,
    lines: told
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => ({ depth: (line.length - line.trimStart().length) >> 1, text: line.trim() })),
    links: links.map(({ a, b, because }) => ({
      other: a === found.id ? b : a,
      because: because.map((reason) => view.cover(reason, null)),
    })),
  };
};
