import type { Claim, PlaceMention, Reading } from '@isnad/model';
import type { Random } from './random.js';
import type { Noise, Telling } from './tellings.js';

/** A synthetic case, and what is true of it. */
export interface SyntheticCase {
  readonly readings: readonly Reading[];
  /** Texts by report id. */
  readonly texts: ReadonlyMap<string, string>;
  /** Number of the true incident of each event claim. */
  readonly truth: ReadonlyMap<string, number>;
}

/** What one report holds before it is written. */
export interface Draft {
  readonly id: string;
  readonly outlet: string;
  readonly published: number;
  readonly dated: boolean;
  readonly tellings: readonly Telling[];
}

export const isoDay = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** One report an outlet, governorate and day; a share without a date, a share with passages of another's. */
export const draftsOf = (random: Random, tellings: readonly Telling[], noise: Noise): readonly Draft[] => {
  const groups = new Map<string, Telling[]>();
  for (const telling of tellings) {
    const key = `${telling.outlet} ${telling.incident.governorate.place.id} ${telling.published}`;
    const group = groups.get(key);
    if (group) group.push(telling);
    else groups.set(key, [telling]);
  }
  const drafts = [...groups.values()].map(
    (own, index): Draft => ({
      id: `r${index}`,
      outlet: own[0]!.outlet,
      published: own[0]!.published,
      dated: !random.chance(noise.undated),
      tellings: own,
    }),
  );
  const byDay = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const key = keyOf(draft, draft.published);
    byDay.set(key, [...(byDay.get(key) ?? []), draft]);
  }
  return drafts.map((draft) => {
    if (!random.chance(noise.copied)) return draft;
    const others = [
      ...(byDay.get(keyOf(draft, draft.published)) ?? []),
      ...(byDay.get(keyOf(draft, draft.published - 1)) ?? []),
    ];
    const from = others.filter((other) => other.outlet !== draft.outlet);
    return from.length === 0 ? draft : { ...draft, tellings: copyInto(draft, random.pick(from)) };
  });
};

const keyOf = ({ tellings }: Draft, day: number): string => `${tellings[0]!.incident.governorate.place.id} ${day}`;

/** Takes half of another report's tellings over, word for word and with what is wrong in them. */
const copyInto = (draft: Draft, from: Draft): readonly Telling[] => {
  const taken = from.tellings
    .slice(0, Math.ceil(from.tellings.length / 2))
    .map((telling) => ({ ...telling, outlet: draft.outlet, published: draft.published }));
  const told = new Set(taken.map(({ incident }) => incident.id));
  return [...taken, ...draft.tellings.filter(({ incident }) => !told.has(incident.id))];
};

const mentionOf = ({ incident, town }: Telling, start: number): PlaceMention => {
  const { id, name, nameAr, lat, lon } = incident.governorate.towns[town]!;
  const text = nameAr ?? name;
  return { id, name, text, start, end: start + text.length, role: 'where', lat, lon, precision: 1 };
};

/** Writes a report: each telling one sentence, of which the claims are slices. */
export const writeReport = (draft: Draft, truth: Map<string, number>): { reading: Reading; text: string } => {
  let text = '';
  const claims: Claim[] = [];
  for (const [n, telling] of draft.tellings.entries()) {
    const { incident, wording, killed, attribution } = telling;
    const start = text.length;
    const count = `مقتل ${killed} مدنيين`;
    text += `${wording} ${count}.\n`;
    const at = start + wording.indexOf(incident.governorate.towns[telling.town]!.nameAr!);
    const places = [mentionOf(telling, at)];
    const id = `${draft.id}#e${n}`;
    const span = { start, end: start + wording.length, text: wording };
    const date = draft.dated ? isoDay(telling.day) : null;
    const shared = { places, attribution, rule: 'synthetic' };
    claims.push({
      ...shared,
      kind: 'event',
      id,
      type: incident.type,
      span,
      trigger: span,
      actors: incident.actors,
      targets: incident.targets,
      date,
      modality: 'asserted',
      repeats: null,
    });
    truth.set(id, incident.id);
    const from = start + wording.length + 1;
    claims.push({
      ...shared,
      kind: 'figure',
      id: `${draft.id}#f${n}`,
      measure: 'killed',
      group: 'civilians',
      min: killed,
      max: killed,
      approximate: false,
      scope: 'incident',
      from: date,
      to: date,
      partOf: null,
      event: id,
      span: { start: from, end: from + count.length, text: count },
    });
  }
  const published = draft.dated
    ? { edtf: isoDay(draft.published), basis: 'given' as const, reason: 'given with the report' }
    : { edtf: null, basis: 'none' as const, reason: 'no date of publication in the text' };
  const head = { path: `${draft.id}.txt`, id: draft.id, language: 'ar', title: null, outlet: draft.outlet };
  return { reading: { report: { ...head, published, furniture: [] }, claims, persons: [], notes: [] }, text };
};
