import { formatDays, type Published, parseEdtf, type Reading } from '@isnad/model';
import { type Case, type DatedReading, openCase } from '../case.js';
import type { PairDecisions } from '../decisions/pairs.js';
import { clusterUnits } from '../incidents/cluster.js';
import type { Surroundings } from '../incidents/compare.js';
import { type Happening, happeningOf } from '../incidents/happening.js';
import { findCopies } from '../independence/copies.js';
import type { RecordLexicon } from '../lexicon/record-lexicon.js';
import type { RecordMemory } from '../memory/memory.js';
import { byText } from '../order.js';
import { type Series, tollSeries } from '../tolls/series.js';
import type { Days, Unit } from '../units/unit.js';
import { type Alignment, alignReport, datedBackground, type Redate } from './align.js';

/** What the passes need besides the readings. */
export interface PassInput {
  readonly memory: RecordMemory;
  readonly lexicon: RecordLexicon;
  readonly texts: ReadonlyMap<string, string>;
  readonly redate: Redate | undefined;
  /** Whether a person decided that a claim does not repeat another. */
  readonly cut: (claim: string, from: string) => boolean;
  /** Decisions about pairs, as pairs of units once these are known. */
  readonly constraintsFor: PairDecisions['constraintsFor'];
}

/** Everything clustered once, over the reports as they are dated. */
export interface Clustered {
  readonly inCase: Case;
  readonly units: readonly Unit[];
  readonly happenings: readonly Happening[];
  readonly series: readonly Series[];
  readonly around: Surroundings;
}

/**
 * No fixpoint: cluster what is dated, align what is not, and cluster all once more. A report that is dated firmly in
 * this way may date what is left, once; one that was dated by such a report dates no other, so that no slip can spread.
 */
export const datedAndClustered = (readings: readonly DatedReading[], input: PassInput): Clustered => {
  const dated = readings.filter(({ days }) => days !== null);
  if (dated.length === readings.length) return clusterAll(readings, input);
  const first = alignments(readings, dated, input);
  const firm = new Map([...first].filter(([, found]) => found.firm));
  const sure = readings.map((reading) => redated(reading, firm.get(reading.report.id), input));
  const known = sure.filter(({ days }) => days !== null);
  const found = firm.size > 0 && known.length < sure.length ? alignments(sure, known, input) : first;
  return clusterAll(
    sure.map((reading) => (reading.days ? reading : redated(reading, found.get(reading.report.id), input))),
    input,
  );
};

/** The days of the reports without a date, as far as the dated ones tell them. */
const alignments = (
  readings: readonly DatedReading[],
  dated: readonly DatedReading[],
  input: PassInput,
): ReadonlyMap<string, Alignment> => {
  const { happenings, series } = clusterAll(dated, input);
  const background = datedBackground(happenings, series);
  const everything = caseOf(readings, input);
  const around = surroundingsOf(everything);
  return new Map(
    readings.flatMap((reading) => {
      if (reading.days) return [];
      const units = input.memory.units(reading, null, input.lexicon, input.cut);
      const found = alignReport(reading, units, background, around, everything, input.memory.dateless);
      return found ? [[reading.report.id, found] as const] : [];
    }),
  );
};

/** A reading with the days that were found for it, read again now that they are known. */
const redated = (
  reading: DatedReading,
  found: Alignment | undefined,
  { redate, memory }: Pick<PassInput, 'redate' | 'memory'>,
): DatedReading => {
  if (!found) return reading;
  const edtf = formatDays(found.days);
  const published: Published = { edtf, basis: 'aligned', reason: found.reason };
  return memory.dated(reading, `${edtf} ${found.reason}`, () => {
    const again: Reading = redate ? memory.redated(redate, reading, edtf) : reading;
    const days = { ...found.days, aligned: true };
    return { ...reading, claims: again.claims, persons: again.persons, report: { ...reading.report, published }, days };
  });
};

const caseOf = (readings: readonly DatedReading[], { lexicon, texts, memory }: PassInput): Case =>
  memory.cases([...readings, ...readings.map(({ report }) => texts.get(report.id))], () => {
    const firstDays = new Map(readings.map(({ report, days }) => [report.id, days?.first ?? Infinity]));
    const copies = findCopies(readings, texts, (report) => firstDays.get(report) ?? Infinity, memory);
    return openCase(readings, lexicon, texts, copies);
  });

const surroundingsOf = ({ lexicon, copies }: Case): Surroundings => ({
  lexicon,
  copied: copies.between,
});

const clusterAll = (readings: readonly DatedReading[], input: PassInput): Clustered => {
  const inCase = caseOf(readings, input);
  const around = surroundingsOf(inCase);
  const units = readings.flatMap((reading) =>
    input.memory.units(reading, newsDays(reading, inCase), input.lexicon, input.cut),
  );
  const constraints = input.constraintsFor(units, (together) => clusterUnits(units, together, around, input.memory));
  const happenings = clusterUnits(units, constraints, around, input.memory)
    .map((cluster) => happeningOf(cluster, inCase))
    .sort((a, b) => byText(a.id, b.id));
  return { inCase, units, happenings, series: tollSeries(happenings, inCase), around };
};

/** The days from which a report's news is: for a copy those of the original count as well. */
const newsDays = ({ report, days }: DatedReading, inCase: Case): Days | null => {
  const original = inCase.copies.original(report.id);
  const since = original === null ? null : inCase.reading(original).days;
  if (!days || !since) return days;
  return { ...days, first: Math.min(days.first, since.first), copying: `${report.published.edtf}~` };
};

/** Publication days as a report gives them; null where it gives none. */
export const daysOf = (published: Published): Days | null => {
  const days = parseEdtf(published.edtf);
  return days ? { ...days, aligned: published.basis === 'aligned' } : null;
};
