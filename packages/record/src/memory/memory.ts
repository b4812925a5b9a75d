import type { Claim, Reading, RecordedClaim } from '@isnad/model';
import type { Derived } from '../assemble.js';
import type { Case, DatedReading } from '../case.js';
import type { Redate } from '../chronology/align.js';
import type { Candidate } from '../incidents/cluster.js';
import { compareUnits, type Surroundings } from '../incidents/compare.js';
import { type Comparison, comparisonOf, type Evidence } from '../incidents/evidence.js';
import { shinglesOf } from '../independence/shingles.js';
import type { RecordLexicon } from '../lexicon/record-lexicon.js';
import { remembered } from '../lexicon/remembered.js';
import { type Days, type Unit, unitsOf } from '../units/unit.js';

/**
 * What has been worked out of the parts of a case, for the next pass and the next build. Everything in it is an answer
 * of a pure function about objects that never change, kept under those very objects; so a build with it gives the
 * bytes of one without, and works out anew only what hangs on what is new.
 */
export interface RecordMemory {
  /** The lexicon whose answers these are. */
  readonly of: RecordLexicon;
  readonly lexicon: RecordLexicon;
  /** The readings of the same bytes as one. */
  readonly distinct: (
    same: readonly Reading[],
    make: (same: readonly Reading[]) => Omit<DatedReading, 'days'>,
  ) => Omit<DatedReading, 'days'>;
  readonly shingles: (report: string, wording: readonly unknown[], make: () => string) => ReadonlySet<number>;
  /** The shingles of each report that others have as well: only these can tell of copying. */
  readonly sharing: (all: readonly (readonly [report: string, shingles: ReadonlySet<number>])[]) => Sharing;
  readonly units: typeof unitsOf;
  readonly compared: (a: Unit, b: Unit, around: Surroundings) => Comparison;
  /** What speaks for and against two units being one event, their days left aside. */
  readonly dateless: (a: Unit, b: Unit, around: Surroundings) => readonly Evidence[];
  readonly redated: (redate: Redate, reading: Reading, edtf: string) => Reading;
  readonly dated: (reading: Omit<DatedReading, 'days'>, published: string, make: () => DatedReading) => DatedReading;
  /** Answers that hang on many things at once, kept as long as none of these is another. */
  readonly cases: Kept<Case>;
  readonly candidates: Kept<readonly Candidate[]>;
  readonly derived: Kept<Derived>;
  readonly recorded: (claim: Claim, report: string) => RecordedClaim;
}

export type Kept<T> = (basis: readonly unknown[], make: () => T) => T;

/** Which shingles more than one report has. */
export interface Sharing {
  /** By report: its shingles that others have, and how many it has in all. */
  readonly common: ReadonlyMap<string, { readonly shingles: readonly number[]; readonly size: number }>;
  /** The one report that has a shingle. */
  readonly only: ReadonlyMap<number, string>;
}

const SEVERAL = '';

const sharingOf = (all: readonly (readonly [string, ReadonlySet<number>])[]): Sharing => {
  const homes = new Map<number, string>();
  for (const [report, shingles] of all)
    for (const shingle of shingles) homes.set(shingle, homes.has(shingle) ? SEVERAL : report);
  const common = new Map(
    all.map(([report, shingles]) => [
      report,
      { shingles: [...shingles].filter((shingle) => homes.get(shingle) === SEVERAL), size: shingles.size },
    ]),
  );
  return { common, only: homes };
};

/** A pass over some of the reports is served by what is known of more: what is more leaves no trace in it. */
const rememberSharing = (): RecordMemory['sharing'] => {
  let known: { readonly sets: ReadonlyMap<string, ReadonlySet<number>>; readonly sharing: Sharing } | null = null;
  return (all) => {
    if (!known || !all.every(([report, set]) => known!.sets.get(report) === set))
      known = { sets: new Map(all), sharing: sharingOf(all) };
    return known.sharing;
  };
};

const sameItems = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index]);

/** Units of a reading hang on its claims, its days, and on what `apart` said to each question that they asked. */
const rememberUnits = (): RecordMemory['units'] => {
  interface Known {
    readonly days: string;
    readonly asked: readonly (readonly [claim: string, from: string, answer: boolean])[];
    readonly units: readonly Unit[];
  }
  const known = new WeakMap<readonly Claim[], Known[]>();
  const keyOf = (days: Days | null): string =>
    days ? `${days.first} ${days.last} ${days.aligned} ${days.copying}` : '';
  return (reading, days, lexicon, apart) => {
    const before = known.get(reading.claims) ?? [];
    const key = keyOf(days);
    const hit = before.find(
      (one) => one.days === key && one.asked.every(([claim, from, answer]) => apart(claim, from) === answer),
    );
    if (hit) return hit.units;
    const asked: (readonly [string, string, boolean])[] = [];
    const units = unitsOf(reading, days, lexicon, (claim, from) => {
      const answer = apart(claim, from);
      asked.push([claim, from, answer]);
      return answer;
    });
    known.set(reading.claims, [{ days: key, asked, units }, ...before.slice(0, 3)]);
    return units;
  };
};

/** Pairs of units beyond which all are forgotten; some 30 bytes each. */
const MOST_PAIRS = 8_000_000;

/** Answers about two units, as long as the wording of their reports is as much copied as it was. */
const rememberPairs = <T>(answer: (a: Unit, b: Unit, around: Surroundings) => T) => {
  const numbers = new WeakMap<Unit, number>();
  let next = 0;
  const numberOf = (unit: Unit): number => {
    let number = numbers.get(unit);
    if (number === undefined) {
      number = next++;
      numbers.set(unit, number);
    }
    return number;
  };
  // By the first unit and then the second, for each way of copying: small keys and no object a pair, of which there are millions.
  const known = { none: new Map<number, Map<number, T>>(), passage: new Map(), whole: new Map() } satisfies Record<
    string,
    Map<number, Map<number, T>>
  >;
  let pairs = 0;
  return (a: Unit, b: Unit, around: Surroundings): T => {
    const [x, y] = [numberOf(a), numberOf(b)];
    const answers: Map<number, Map<number, T>> = known[around.copied(a.report, b.report) ?? 'none'];
    const before = answers.get(x)?.get(y);
    if (before !== undefined) return before;
    const found = answer(a, b, around);
    if (++pairs >= MOST_PAIRS) {
      for (const one of Object.values(known)) one.clear();
      pairs = 0;
    }
    const of = answers.get(x);
    if (of) of.set(y, found);
    else answers.set(x, new Map([[y, found]]));
    return found;
  };
};

const withoutDays = (a: Unit, b: Unit, around: Surroundings): readonly Evidence[] =>
  compareUnits(a, b, around).filter(({ reason }) => !reason.startsWith('date:'));

/** The last few answers, each with the things on which it hangs. */
const rememberLast = <T>(count: number): Kept<T> => {
  let known: readonly { readonly basis: readonly unknown[]; readonly answer: T }[] = [];
  return (basis, make) => {
    const before = known.find((one) => sameItems(one.basis, basis));
    if (before) return before.answer;
    const answer = make();
    known = [{ basis, answer }, ...known.slice(0, count - 1)];
    return answer;
  };
};

/** Cases that one build opens: what is dated, all, what is dated firmly, and all again. */
const PASSES = 5;

/** An empty memory for builds with one lexicon. */
export const recordMemory = (lexicon: RecordLexicon): RecordMemory => {
  const groups = new WeakMap<
    Reading,
    { readonly same: readonly Reading[]; readonly made: Omit<DatedReading, 'days'> }
  >();
  const shingles = new Map<string, { readonly wording: readonly unknown[]; readonly found: ReadonlySet<number> }>();
  const again = new WeakMap<readonly Claim[], Map<string, Reading>>();
  const recorded = new WeakMap<Claim, RecordedClaim>();
  const dated = new WeakMap<Omit<DatedReading, 'days'>, { readonly published: string; readonly made: DatedReading }>();
  return {
    of: lexicon,
    lexicon: remembered(lexicon),
    distinct: (same, make) => {
      const before = groups.get(same[0]!);
      if (before && sameItems(before.same, same)) return before.made;
      const made = make(same);
      groups.set(same[0]!, { same, made });
      return made;
    },
    shingles: (report, wording, make) => {
      const before = shingles.get(report);
      if (before && sameItems(before.wording, wording)) return before.found;
      const found = shinglesOf(make());
      shingles.set(report, { wording, found });
      return found;
    },
    sharing: rememberSharing(),
    units: rememberUnits(),
    compared: rememberPairs((a, b, around) => comparisonOf(compareUnits(a, b, around))),
    dateless: rememberPairs(withoutDays),
    redated: (redate, reading, edtf) => {
      const before = again.get(reading.claims) ?? new Map<string, Reading>();
      again.set(reading.claims, before);
      const known = before.get(edtf);
      if (known) return known;
      const found = redate(reading, edtf);
      before.set(edtf, found);
      return found;
    },
    dated: (reading, published, make) => {
      const before = dated.get(reading);
      if (before?.published === published) return before.made;
      const made = make();
      dated.set(reading, { published, made });
      return made;
    },
    cases: rememberLast(PASSES),
    candidates: rememberLast(PASSES),
    derived: rememberLast(1),
    recorded: (claim, report) => {
      const before = recorded.get(claim);
      if (before?.report === report) return before;
      const made = { ...claim, report };
      recorded.set(claim, made);
      return made;
    },
  };
};
