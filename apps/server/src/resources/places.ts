import type { Control, ControlSpan, PlaceDetail, PlaceRow } from '@isnad/api';
import { fold } from '@isnad/arabic';
import type { ControlSpan as Held, RecordedPlace } from '@isnad/model';
import { isoDay } from '@isnad/model';
import { dayOf, daysOf, OPEN_FIRST, OPEN_LAST, UNDATED } from '../case/days.js';
import { derived } from '../case/derived.js';
import { entryIn } from '../case/entries.js';
import { inOrder, pageFrom } from '../http/cursor.js';
import type { Handler } from '../http/handler.js';
import { noSuch } from '../http/refused.js';
import type { Steps } from '../steps.js';
import { placeOf } from './incidents.js';

const spanOf = ({ holder, part, status, assessed, from, to, claims }: Held): ControlSpan => ({
  holder,
  part,
  status,
  assessed,
  from,
  to,
  claims,
});

/** First and last day that a span may cover. */
const reach = ({ from, to }: Held): readonly [number, number] => {
  const [[first], [, last]] = [daysOf(from), daysOf(to)];
  return [first === UNDATED ? OPEN_FIRST : first, last === UNDATED ? OPEN_LAST : last];
};

export const control: Handler<'control'> = ({ query }, scene): Control => {
  const { view } = scene;
  const on = query.on === undefined ? null : dayOf(query.on);
  const ledgers = view.record.control
    .map(({ place, spans }) => ({
      place: placeOf(place, scene),
      parent: view.words.places[place.id]?.parent ?? null,
      spans: spans.filter((span) => on === null || (reach(span)[0] <= on && on <= reach(span)[1])),
    }))
    .filter(({ spans }) => spans.length > 0);
  const holders = new Map<string, Set<string>>();
  let [low, high] = [OPEN_LAST, OPEN_FIRST];
  for (const { place, spans } of ledgers)
    for (const span of spans) {
      if (span.holder !== null) holders.set(span.holder, (holders.get(span.holder) ?? new Set()).add(place.id));
      for (const day of [...daysOf(span.from), ...daysOf(span.to)])
        if (day > OPEN_FIRST && day < OPEN_LAST) [low, high] = [Math.min(low, day), Math.max(high, day)];
    }
  return {
    ledgers: ledgers.map((ledger) => ({ ...ledger, spans: ledger.spans.map(spanOf) })),
    holders: [...holders]
      .map(([holder, places]) => ({ holder, places: places.size }))
      .sort((a, b) => b.places - a.places || (a.holder < b.holder ? -1 : 1)),
    days: low > high ? { first: null, last: null } : { first: isoDay(low), last: isoDay(high) },
  };
};

interface Told {
  readonly row: PlaceRow;
  readonly written: ReadonlyMap<string, number>;
  readonly folded: ReadonlySet<string>;
}

const toldOf = (place: RecordedPlace) => ({
  place,
  claims: 0,
  reports: new Set<string>(),
  written: new Map<string, number>(),
});

export const told = derived('places', function* (scene): Steps<ReadonlyMap<string, Told>> {
  const { view } = scene;
  const { record, words } = view;
  const { shown } = view.placeIds;
  const found = new Map<string, ReturnType<typeof toldOf>>();
  for (const claim of record.claims) {
    yield;
    for (const mention of claim.places) {
      const { id, name, lat, lon, precision } = mention;
      const one = entryIn(found, shown(id), () => toldOf({ id, name, lat, lon, precision }));
      const text = view.cover(mention.text, claim.report, mention.start).replace(/\s+/g, ' ');
      one.claims++;
      one.reports.add(claim.report);
      one.written.set(text, (one.written.get(text) ?? 0) + 1);
    }
  }
  const incidents = new Map<string, number>();
  const disputes = new Map<string, number>();
  for (const { place, disputes: some } of record.incidents) {
    yield;
    if (!place) continue;
    const id = shown(place.id);
    incidents.set(id, (incidents.get(id) ?? 0) + 1);
    disputes.set(id, (disputes.get(id) ?? 0) + some.length);
    entryIn(found, id, () => toldOf(place));
  }
  const held = new Set(record.control.map(({ place }) => shown(place.id)));
  const all = new Map<string, Told>();
  for (const [id, { place, claims, reports, written }] of found) {
    yield;
    const known = words.places[id];
    const told = placeOf(place, scene);
    const label = { ar: told.nameAr ?? [...written.keys()][0] ?? told.name, en: told.name };
    const row = {
      ...told,
      lat: known?.lat ?? told.lat,
      lon: known?.lon ?? told.lon,
      kind: known?.kind ?? null,
      label,
      parent: known?.parent ?? null,
      incidents: incidents.get(id) ?? 0,
      claims,
      reports: reports.size,
      disputes: disputes.get(id) ?? 0,
      held: held.has(id),
      listed: known !== undefined,
    };
    const names = [label.ar, label.en, ...written.keys()].map((name) => fold(name).toLowerCase());
    all.set(id, { row, written, folded: new Set(names) });
  }
  return all;
});

export const places: Handler<'places'> = ({ query }, scene) => {
  const text = fold(query.text?.trim() ?? '').toLowerCase();
  const wanted = [...told(scene).values()].filter(
    ({ folded }) => text === '' || [...folded].some((name) => name.includes(text)),
  );
  const position = ({ row }: Told) =>
    query.sort === 'name' ? ([row.name, row.id] as const) : ([-row.incidents, row.id] as const);
  return pageFrom(inOrder(wanted, position), position, query, ({ row }) => row);
};

export const place: Handler<'place'> = ({ params }, scene): PlaceDetail => {
  const { view } = scene;
  const all = told(scene);
  const found = all.get(params.id);
  if (!found) throw noSuch('place', params.id);
  const { row, written, folded } = found;
  return {
    ...row,
    written: [...written].map(([text, count]) => ({ text, count })).sort((a, b) => b.count - a.count),
    spans: view.record.control
      .filter((one) => view.placeIds.shown(one.place.id) === row.id)
      .flatMap(({ spans }) => spans.map(spanOf)),
    within: [...all.values()].flatMap((one) => (one.row.parent === row.id ? one.row.id : [])),
    namesakes: (view.words.namesakes[row.id] ?? []).map((one) => ({ ...one, precision: null })),
    lookAlikes: [...all.values()].flatMap((one) =>
      one !== found && [...one.folded].some((name) => folded.has(name)) ? one.row : [],
    ),
  };
};
