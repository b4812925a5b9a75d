import { parseEdtf } from '@isnad/model';
import { isNominal } from '../scan/words.js';
import type { Dated } from './dating.js';
import type { EventRead } from './mention.js';

/**
 * The dates of a report's event mentions, once it is known which of them tell one event (guide § Dates): a
 * mention without a date of its own takes the one that another mention of its event tells, before it or after
 * it; news told in the past behind a dated event of its paragraph goes on with that event's day.
 * `firsts`: for each mention the first one of its event; `incident`: the day of the one that the report is about.
 */
export const datesTogether = (
  events: readonly EventRead[],
  firsts: readonly number[],
  original: string,
  incident: string | null,
): readonly Dated[] => {
  const told = new Map<number, number[]>();
  events.forEach(({ dated }, index) => {
    if (dated.basis !== 'told') return;
    const others = told.get(firsts[index]!);
    if (others) others.push(index);
    else told.set(firsts[index]!, [index]);
  });
  const inChain = events.map(({ dated }, index) =>
    dated.basis === 'told' || dated.basis === 'stands' ? dated : toldOf(events, told.get(firsts[index]!) ?? [], index),
  );
  const dates: Dated[] = [];
  events.forEach((event, index) => {
    const known = inChain[index];
    dates.push(
      known ??
        ofIncident(event, incident) ??
        goesOn(event, events[index - 1], dates[index - 1], original) ??
        refersBack(events, dates, index) ??
        event.dated,
    );
  });
  return dates;
};

/** The date that the nearest other mention of the event tells, an earlier one first. */
const toldOf = (events: readonly EventRead[], others: readonly number[], index: number): Dated | null => {
  const nearest = others.findLast((k) => k < index) ?? others[0];
  return nearest === undefined
    ? null
    : { ...events[nearest]!.dated, reason: `told of the same event: ${events[nearest]!.dated.reason}` };
};

/** A card tells one incident: what its text gives no other date happened then. */
const ofIncident = ({ draft, dated }: EventRead, incident: string | null): Dated | null =>
  incident !== null && draft.modality === 'asserted' && dated.basis !== 'before'
    ? { edtf: incident, reason: 'the day of the incident that the report is a card of', basis: 'told' }
    : null;

/** Days before publication from which on a definite mention is of the old event, not of news. */
const OLD = 3;

/** «الهجوم» (the attack), where the last one of its kind that was told lies days back: told of it, no news. */
const refersBack = (events: readonly EventRead[], dates: readonly Dated[], index: number): Dated | null => {
  const { draft, dated } = events[index]!;
  if (dated.basis !== 'news' || !draft.definite || !isNominal(draft.sense) || draft.roles.support !== null) return null;
  const before = events.findLastIndex((event, k) => k < index && event.draft.family === draft.family);
  const date = dates[before];
  if (date?.basis !== 'told') return null;
  const told = parseEdtf(date.edtf);
  const news = parseEdtf(dated.edtf);
  if (!told || !news || !Number.isFinite(told.first) || news.first - told.last < OLD) return null;
  return { edtf: date.edtf, reason: `tells of what was told before: ${date.reason}`, basis: 'told' };
};

/** A narrative in the past goes on with the day told last in its paragraph. */
const goesOn = (
  event: EventRead,
  previous: EventRead | undefined,
  date: Dated | undefined,
  original: string,
): Dated | null => {
  if (!previous || !date?.edtf || date.basis !== 'told' || event.dated.basis !== 'news') return null;
  if (event.draft.sense.part === 'imperfect' || previous.draft.modality !== 'asserted') return null;
  if (original.slice(previous.sentenceOf.end, event.sentenceOf.start).includes('\n')) return null;
  const told = parseEdtf(date.edtf);
  const news = parseEdtf(event.dated.edtf);
  if (!told || !news || told.last >= news.first || !Number.isFinite(told.first)) return null;
  return { edtf: date.edtf, reason: `goes on with what is told before: ${date.reason}`, basis: 'told' };
};
