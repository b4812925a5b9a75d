import type { Check, Dispute, Incident, IncidentRow, Place, Saying } from '@isnad/api';
import type { Check as Checked, Dispute as Disputed, Incident as Recorded, RecordedPlace } from '@isnad/model';
import { UNDATED } from '../case/days.js';
import { derived } from '../case/derived.js';
import { isUnlisted } from '../case/place-ids.js';
import { type Selection, select } from '../filter/select.js';
import { cursorOf, type PageOf, positionOf } from '../http/cursor.js';
import type { Handler, Scene } from '../http/handler.js';
import { noSuch } from '../http/refused.js';
import { namesShown } from '../security/viewer.js';
import { chainOf } from './chain.js';
import { claimOf, covering } from './claims.js';
import { decisionOf } from './decisions.js';

export const placeOf = ({ id, name, nameAr, lat, lon, precision }: RecordedPlace, scene: Scene): Place => {
  const cover = (text: string) => (isUnlisted(id) ? scene.view.cover(text, null) : text);
  const arabic = nameAr ?? scene.view.words.places[id]?.nameAr ?? null;
  return {
    id: scene.view.placeIds.shown(id),
    name: cover(name),
    nameAr: arabic === null ? null : cover(arabic),
    lat,
    lon,
    precision,
  };
};

/** An incident as a list shows it; names in its title are covered. */
export const rowOf = (incident: Recorded, scene: Scene, shown = false): IncidentRow => {
  const cover = covering(scene, shown);
  const { id, type, title, date, place, actors, targets, figures, reports, outlets, roots, independent } = incident;
  return {
    id,
    type,
    title: { ar: cover(title.ar, null), en: cover(title.en, null) },
    date,
    place: place && placeOf(place, scene),
    actors,
    targets,
    figures: figures.map(({ measure, group, low, best, high }) => ({ measure, group, low, best, high })),
    reports,
    outlets,
    roots,
    independent,
    grade: incident.grade,
    modality: incident.modality,
    disputes: incident.disputes.length,
    lookAlikes: incident.related.filter(({ how }) => how === 'look-alike').length,
  };
};

export const disputeOf = ({ id, kind, claims, explain }: Disputed, { view, log }: Scene): Dispute => ({
  id,
  kind,
  claims,
  explain: { ar: view.cover(explain.ar, null), en: view.cover(explain.en, null) },
  settled: log.settledBy(id),
});

export const checkOf = ({ id, kind, ok, claims, explain }: Checked, { view, log }: Scene): Check => ({
  id,
  kind,
  ok,
  claims,
  explain: { ar: view.cover(explain.ar, null), en: view.cover(explain.en, null) },
  settled: log.settledBy(id),
});

const sayingsOf = (claims: readonly string[], { view }: Scene): readonly Saying[] =>
  claims.flatMap((id) => {
    const claim = view.claims.get(id);
    if (claim?.kind !== 'figure') return [];
    const report = view.reports.get(claim.report);
    return {
      claim: id,
      report: claim.report,
      outlet: report?.outlet ?? null,
      root: view.rootOf(claim),
      published: report?.published.edtf ?? null,
      min: claim.min,
      max: claim.max,
      approximate: claim.approximate,
    };
  });

/** Rows under a filter. The last few filters are kept: facets, map, timeline and list are asked for together. */
export const selected = (scene: Scene, filter: Parameters<typeof select>[1]): Selection => {
  const kept = scene.once('selections', () => new Map<string, Selection>());
  const { facets } = scene.columns();
  const names = Object.keys(facets) as (keyof typeof facets)[];
  const { from, to, undated, bbox, text } = filter;
  const key = JSON.stringify([names.map((name) => filter[name]), from, to, undated, bbox, text]);
  let found = kept.get(key);
  if (!found) {
    found = select(scene.columns(), filter);
    if (kept.size >= 64) kept.delete(kept.keys().next().value!);
    kept.set(key, found);
  }
  return found;
};

type Sort = 'date' | '-date' | '-reports' | '-harmed';

/** Ranks of all rows under an order; the row itself, which is in order of date and id, breaks ties. */
const ranked = (sort: Sort) =>
  derived(`ranks ${sort}`, function* (scene) {
    const { incidents, first } = scene.columns();
    const ranks = new Float64Array(incidents.length);
    for (const [row, incident] of incidents.entries()) {
      yield;
      ranks[row] = rankOf(sort, incident, first[row]!);
    }
    return ranks;
  });

const rankOf = (sort: Sort, { reports, figures }: Recorded, first: number): number => {
  if (sort === 'date') return first;
  if (sort === '-date') return first === UNDATED ? UNDATED : -first;
  if (sort === '-reports') return -reports;
  const harmed = figures.filter(({ measure }) => HARM.has(measure));
  return -Math.max(0, ...harmed.map(({ best, high }) => best ?? high ?? 0));
};

export const ranks = {
  date: ranked('date'),
  '-date': ranked('-date'),
  '-reports': ranked('-reports'),
  '-harmed': ranked('-harmed'),
} as const satisfies Record<Sort, unknown>;

const HARM = new Set(['killed', 'wounded', 'casualties', 'missing', 'detained']);

const orderedRows = (scene: Scene, rows: Uint32Array, sort: Sort): Uint32Array => {
  if (sort === 'date') return rows;
  const rank = ranks[sort](scene);
  return rows.slice().sort((a, b) => rank[a]! - rank[b]! || a - b);
};

export const incidents: Handler<'incidents'> = ({ query }, scene): PageOf<IncidentRow> => {
  const { sort, limit, cursor, ...filter } = query;
  const columns = scene.columns();
  const rows = orderedRows(scene, selected(scene, filter).rows, sort);
  const rankOfRow = ranks[sort](scene);
  const idOf = (row: number): string => columns.incidents[row]!.id;
  let from = 0;
  if (cursor !== undefined) {
    const [rank, day, id] = positionOf(cursor, 3) as [number, number, string];
    const isBehind = (row: number) =>
      rankOfRow[row]! - rank || columns.first[row]! - day || (idOf(row) < id ? -1 : idOf(row) > id ? 1 : 0);
    while (from < rows.length && isBehind(rows[from]!) <= 0) from++;
  }
  const page = rows.subarray(from, from + limit);
  const last = page.at(-1);
  return {
    items: [...page].map((row) => rowOf(columns.incidents[row]!, scene)),
    next:
      last !== undefined && from + limit < rows.length
        ? cursorOf([rankOfRow[last]!, columns.first[last]!, idOf(last)])
        : null,
    total: rows.length,
  };
};

export const incident: Handler<'incident'> = ({ params, query }, scene): Incident => {
  const { view, log } = scene;
  const found = view.incidentOf(params.id) ?? view.incidents.get(params.id);
  if (!found) throw noSuch('incident', params.id);
  const shown = namesShown(query.names, scene.viewer);
  const claims = found.claims.flatMap((id) => view.claims.get(id) ?? []);
  const checks = new Map(found.claims.flatMap((id) => view.checksOf(id).map((one) => [one.id, one] as const)));
  const about = new Set([found.id, ...found.claims]);
  return {
    ...rowOf(found, scene, shown),
    figures: found.figures.map(({ measure, group, low, best, high, claims: said }) => ({
      measure,
      group,
      low,
      best,
      high,
      said: sayingsOf(said ?? [], scene),
    })),
    claims: claims.map((claim) => claimOf(claim, scene, shown)),
    chain: chainOf(claims, view),
    related: found.related.flatMap(({ incident: other, how }) => {
      const one = view.incidents.get(other);
      return one ? { how, incident: rowOf(one, scene, shown) } : [];
    }),
    disputes: found.disputes.flatMap((id) => {
      const one = view.disputes.get(id);
      return one ? disputeOf(one, scene) : [];
    }),
    checks: [...checks.values()].map((one) => checkOf(one, scene)),
    why: found.why.map((link) => ({
      ...link,
      because: link.because.map((reason) => covering(scene, shown)(reason, null)),
    })),
    people: view.peopleOf(found.id).length,
    decisions: log.all
      .filter((one) => one.about.some((id) => about.has(id)))
      .map((one) => decisionOf(one, scene, shown)),
  };
};
