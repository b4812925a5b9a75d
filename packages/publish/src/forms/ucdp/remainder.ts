import type { CaseRecord, Incident, RecordedClaim, Toll, TollPoint } from '@isnad/model';
import { type Days, daysOf } from '../days.js';
import type { FormInput } from '../form.js';
import type { LossTally } from '../losses.js';
import { type Deaths, type DeathsOf, deathsOfGroup } from './deaths.js';
import { bestOf, datePrecisionOf, type UcdpEvent, type Where, whereOf } from './event.js';
import { type Dyad, dyadOf } from './sides.js';

/** A running count of dead with all that an event needs. */
interface Count {
  readonly toll: Toll;
  readonly last: TollPoint & { readonly min: number };
  readonly claim: RecordedClaim;
  readonly incident: Incident;
  readonly days: Days;
  readonly where: Where;
  readonly dyad: Dyad;
  readonly of: DeathsOf;
  /** Whose dead it counts, to tell counts of the same dead. */
  readonly whose: string;
}

const whoseDead = (of: DeathsOf, { a, b }: Dyad): string => (of === 'a' ? a.name : of === 'b' ? b.name : of);

const windowOf = ({ from, points }: Toll): Days | null => {
  const [start, end] = [daysOf(from), daysOf(points.at(-1)?.as_of ?? null)];
  if (!start || !end || end.last < start.first) return null;
  return { first: start.first, last: end.last, length: end.last - start.first + 1, isExact: start.first === end.last };
};

const countOf = (
  toll: Toll,
  record: CaseRecord,
  { words }: FormInput,
  incidents: ReadonlyMap<string, Incident>,
): Count | string => {
  const last = toll.points.at(-1);
  const days = windowOf(toll);
  if (!last || last.min === null || !days || datePrecisionOf(days) === null)
    return 'running count without a start, an end or a number';
  const claim = record.claims.find(({ id }) => id === last.claim);
  const incident = claim?.kind === 'figure' && claim.event !== null ? incidents.get(claim.event) : undefined;
  if (!claim || !incident) return 'running count of which no report tells between whom';
  const where = whereOf(claim.places[0] ?? null, words) ?? whereOf(incident.place, words);
  if (!where) return 'running count without a place on the map';
  const dyad = dyadOf(incident, where.country, words);
  if (!dyad) return 'running count of which no report tells between whom';
  const of = deathsOfGroup(toll.group, dyad, words);
  return { toll, last: { ...last, min: last.min }, claim, incident, days, where, dyad, of, whose: whoseDead(of, dyad) };
};

const isInArea = (event: UcdpEvent, { where }: Count): boolean =>
  event.where.country.alpha2 === where.country.alpha2 &&
  (where.located.admin[0] === null ||
    event.where.located.admin[0] === null ||
    event.where.located.admin[0] === where.located.admin[0]);

const overlaps = (a: Days, b: Days): boolean => a.first <= b.last && b.first <= a.last;

/** Deaths that events of their own already give of those whom a count counts, in its time and area. */
const alreadyCounted = (events: readonly UcdpEvent[], count: Count): number =>
  events
    .filter((event) => overlaps(event.days, count.days) && isInArea(event, count))
    .reduce((sum, { deaths, dyad }) => {
      const sides: readonly DeathsOf[] = ['a', 'b', 'civilians', 'unknown'];
      return sum + sides.reduce((dead, of) => dead + (whoseDead(of, dyad) === count.whose ? deaths[of] : 0), 0);
    }, 0);

/** Dead of the same two sides whom events give to neither: they may be among those that a count counts. */
const unplaced = (events: readonly UcdpEvent[], { days, dyad, ...count }: Count): number =>
  events
    .filter(
      (event) => overlaps(event.days, days) && event.dyad.a.name === dyad.a.name && event.dyad.b.name === dyad.b.name,
    )
    .filter((event) => isInArea(event, { days, dyad, ...count }))
    .reduce((sum, { deaths }) => sum + deaths.unknown, 0);

/** Fuller series first, then the lower number: where two sources count the same dead, one of them is taken. */
const byWeight = (a: Count, b: Count): number =>
  b.toll.points.length - a.toll.points.length || a.last.min - b.last.min || (a.toll.id < b.toll.id ? -1 : 1);

/**
 * What running counts of the dead tell beyond the events that are coded one by one: total less the sum of the parts,
 * never both, as one summary event a source, time and area (event_clarity 2).
 */
export const remaindersOf = (input: FormInput, coded: readonly UcdpEvent[], tally: LossTally): readonly UcdpEvent[] => {
  const { record } = input.published;
  const incidents = new Map(record.incidents.flatMap((one) => one.claims.map((id) => [id, one] as const)));
  const reports = new Map(record.reports.map((report) => [report.id, report]));
  const counts: Count[] = [];
  for (const toll of record.tolls) {
    if (toll.measure !== 'killed' || toll.partOf !== null) continue;
    const count = countOf(toll, record, input, incidents);
    if (typeof count === 'string') tally.lose(count);
    else counts.push(count);
  }
  const taken: Count[] = [];
  for (const count of counts.sort(byWeight)) {
    if (taken.some((other) => other.whose === count.whose && overlaps(other.days, count.days)))
      tally.lose('running count of the same dead as another in the same time');
    else taken.push(count);
  }
  const groups = new Map<string, Count[]>();
  for (const count of taken) {
    const { toll, days } = count;
    const key = [toll.source, days.first, days.last, toll.area ?? '', count.incident.id].join('\n');
    groups.set(key, [...(groups.get(key) ?? []), count]);
  }
  return [...groups.values()].flatMap((together) => {
    const [first] = together;
    const deaths: Record<DeathsOf, number> = { a: 0, b: 0, civilians: 0, unknown: 0 };
    let above = 0;
    for (const count of together) {
      const parts = alreadyCounted(coded, count);
      deaths[count.of] += Math.max(0, count.last.min - parts);
      above += Math.max(0, (count.last.max ?? count.last.min) - count.last.min);
    }
    const [largest] = (['a', 'b', 'civilians'] as const).toSorted((one, other) => deaths[other] - deaths[one]);
    deaths[largest!] -= Math.min(deaths[largest!], unplaced(coded, first!));
    const best = bestOf({ deaths: deaths satisfies Deaths });
    if (best === 0) return [];
    const { days, where, dyad, toll, incident, claim } = first!;
    const source = reports.get(claim.report);
    return [
      {
        id: toll.id,
        dyad,
        where,
        days,
        datePrecision: datePrecisionOf(days)!,
        clarity: 2 as const,
        deaths,
        low: best,
        high: best + above,
        incident,
        reports: source ? [source] : [],
        roots: [toll.source],
      },
    ];
  });
};
