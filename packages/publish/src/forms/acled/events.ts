import type { Incident, RecordedClaim, RecordedReport } from '@isnad/model';
import { daysOf, middleDay } from '../days.js';
import type { FormInput } from '../form.js';
import { toldOf } from '../happened.js';
import { harmOf } from '../harm.js';
import { type Country, type Located, locate } from '../located.js';
import { lossTally } from '../losses.js';
import { type Coding, codingOf, victimsOf } from './coding.js';
import { leastIn } from './fatalities.js';
import { missingSide, type Side, type Sides, sidesOf } from './sides.js';

/** One event as ACLED counts them: same sides, same place, same day. */
export interface AcledEvent {
  readonly coding: Coding;
  readonly day: string;
  readonly timePrecision: 1 | 2 | 3;
  readonly geoPrecision: 1 | 2 | 3;
  readonly country: Country;
  readonly located: Located;
  readonly place: NonNullable<Incident['place']> & { readonly lat: number; readonly lon: number };
  readonly first: readonly Side[];
  readonly second: readonly Side[];
  readonly targetsCivilians: boolean;
  readonly fatalities: number;
  /** The founding incident first; more than one where the day saw several of the same sides. */
  readonly incidents: readonly Incident[];
  readonly reports: readonly RecordedReport[];
}

/** Longest time that a date of each precision covers, in days: a day, a week, a month. Longer is not coded. */
const TIME = [1, 7, 31] as const;
const GEO = [1, 2, 3, 3] as const;

const timePrecision = (length: number): 1 | 2 | 3 | null => {
  const at = TIME.findIndex((most) => length <= most);
  return at < 0 ? null : ((at + 1) as 1 | 2 | 3);
};

const BATTLES = 'Battles';
const REMOTE = 'Explosions/Remote violence';
const VIOLENT_TO_CIVILIANS = 'Violence against civilians';
const MOVES = 'Strategic developments';
const PROTESTS = 'Protests';

/** Puts both sides in ACLED's two columns of actors, with somebody unidentified where the event needs one. */
const place = ({ event }: Coding, { doers, others }: Sides, country: Country): Pick<AcledEvent, 'first' | 'second'> => {
  const armed = missingSide('armed', country);
  if (event === PROTESTS) {
    const crowd = missingSide('protesters', country);
    const against = [...doers, ...others].filter((side) => side.class !== 'Protesters' && side.class !== 'Civilians');
    return { first: [crowd], second: against };
  }
  if (event === MOVES)
    return doers.length > 0 || others.length === 0
      ? { first: doers.length > 0 ? doers : [armed], second: others }
      : { first: others, second: [] };
  const civilians = others.filter((side) => side.class === 'Civilians');
  const fighters = others.filter((side) => side.class !== 'Civilians');
  const first = doers.length > 0 ? doers : [armed];
  if (event === VIOLENT_TO_CIVILIANS)
    return { first, second: civilians.length > 0 ? civilians : [missingSide('civilians', country)] };
  // In battles civilians are no side; a strike that hits fighters has the civilians beside them.
  if (event === BATTLES) return { first, second: fighters.length > 0 ? fighters : [armed] };
  return { first, second: fighters.length > 0 ? [...fighters, ...civilians] : civilians };
};

/** Codes the incidents of a case, and says which have no place among ACLED's events. */
export const codeEvents = ({ published: { record }, words }: FormInput) => {
  const tally = lossTally();
  const claims: ReadonlyMap<string, RecordedClaim> = new Map(record.claims.map((claim) => [claim.id, claim]));
  const reports = new Map(record.reports.map((report) => [report.id, report]));
  const coded = new Map<string, AcledEvent[]>();
  for (const incident of toldOf(record.incidents, tally)) {
    const days = daysOf(incident.date);
    const precision = days && timePrecision(days.length);
    const { place: where } = incident;
    if (!days || !precision) {
      tally.lose('incident without a date, or with one that leaves more than a month open');
      continue;
    }
    if (where === null || where.lat === null || where.lon === null) {
      tally.lose('incident without a place on the map');
      continue;
    }
    const located = locate(where, words);
    if (located.country === null || located.kind === 'country') {
      tally.lose('incident whose place is no more exact than a country, or lies in none');
      continue;
    }
    const { country } = located;
    const least = (claim: Parameters<typeof leastIn>[0]) => leastIn(claim, words);
    const dead = harmOf(incident, 'killed', { words, claims, least });
    const sides = sidesOf(incident, country, words);
    const coding = codingOf(incident.type, {
      actor: sides.doers[0]?.class ?? null,
      victims: victimsOf(sides),
      deaths: (dead?.low ?? 0) > 0,
    });
    if (typeof coding === 'string') {
      tally.lose(`incident of type ${incident.type}: ${coding}`);
      continue;
    }
    if (coding.event === BATTLES && sides.doers.length + sides.others.length === 0) {
      tally.lose('fight in which no side is named');
      continue;
    }
    const { first, second } = place(coding, sides, country);
    const told = new Set(incident.claims.map((id) => claims.get(id)?.report));
    const event: AcledEvent = {
      coding,
      day: middleDay(incident.date)!,
      timePrecision: precision,
      geoPrecision: GEO[(where.precision ?? 3) - 1] ?? 3,
      country,
      located,
      place: { ...where, lat: where.lat, lon: where.lon },
      first,
      second,
      targetsCivilians:
        coding.event === VIOLENT_TO_CIVILIANS || (coding.event === REMOTE && second[0]?.class === 'Civilians'),
      fatalities: dead?.low ?? 0,
      incidents: [incident],
      reports: [...told].flatMap((id) => (id === undefined ? [] : (reports.get(id) ?? []))),
    };
    const sideNames = [first[0], second[0]].map((side) => side?.name ?? '').sort();
    // What is known only to the week or month may be several events, so only days are merged.
    const key = precision === 1 ? [event.day, where.id, ...sideNames].join('\n') : incident.id;
    coded.set(key, [...(coded.get(key) ?? []), event]);
  }
  const events = [...coded.values()].map((same) => merged(same));
  tally.lose(
    'incident told within another event of the same sides, place and day',
    [...coded.values()].reduce((sum, same) => sum + same.length - 1, 0),
  );
  const byDay = (a: AcledEvent, b: AcledEvent) =>
    a.day < b.day ? -1 : a.day > b.day ? 1 : a.incidents[0]!.id < b.incidents[0]!.id ? -1 : 1;
  return { events: events.sort(byDay), losses: tally.list() };
};

const uniqueSides = (sides: readonly Side[]): readonly Side[] => [
  ...new Map(sides.map((side) => [side.name, side])).values(),
];

/** One event of those that ACLED holds to be one: the highest type, all associates, the deaths of all that are no part of another. */
const merged = (same: readonly AcledEvent[]): AcledEvent => {
  const [highest] = same.toSorted((a, b) => a.coding.rank - b.coding.rank);
  if (same.length === 1) return highest!;
  const isTold = new Map(same.map(({ incidents: [incident], fatalities }) => [incident!.id, fatalities > 0]));
  const counted = same.filter(
    ({ incidents: [incident] }) =>
      !incident!.related.some(({ how, incident: of }) => how === 'part-of' && isTold.get(of)),
  );
  const main = highest!;
  const sideWith = (name: string | undefined) =>
    uniqueSides(
      same.flatMap(({ first, second }) => (first[0]?.name === name ? first : second[0]?.name === name ? second : [])),
    );
  return {
    ...main,
    first: sideWith(main.first[0]?.name),
    second: main.second.length === 0 ? [] : sideWith(main.second[0]?.name),
    fatalities: counted.reduce((sum, { fatalities }) => sum + fatalities, 0),
    geoPrecision: Math.max(...same.map(({ geoPrecision }) => geoPrecision)) as 1 | 2 | 3,
    incidents: [...main.incidents, ...same.filter((one) => one !== main).flatMap(({ incidents }) => incidents)],
    reports: [...new Set(same.flatMap(({ reports }) => reports))],
  };
};
