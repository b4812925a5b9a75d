import { activeDecisions, type CaseRecord, type Decision, type Note, type Reading } from '@isnad/model';
import { assemble } from './assemble.js';
import type { DatedReading } from './case.js';
import type { Redate } from './chronology/align.js';
import { datedAndClustered, daysOf } from './chronology/passes.js';
import { decideIncidents } from './decisions/after.js';
import { correctReadings } from './decisions/before.js';
import { subjectGone } from './decisions/notes.js';
import { pairDecisions } from './decisions/pairs.js';
import type { RecordLexicon } from './lexicon/record-lexicon.js';
import { type RecordMemory, recordMemory } from './memory/memory.js';
import { byText, groupBy } from './order.js';
import { byPlaceInText } from './units/unit.js';

export interface RecordInput {
  readonly caseName: string;
  readonly readings: readonly Reading[];
  readonly decisions?: readonly Decision[];
  readonly lexicon: RecordLexicon;
  /** Decoded original texts by report id; without them copies and weekdays are looked for in the claims' quotes. */
  readonly texts?: ReadonlyMap<string, string>;
  readonly program: { readonly version: string; readonly lexicon: string };
  /** Reads a report again, now that its date (EDTF) is known, so that its relative dates can be resolved. */
  readonly redate?: Redate;
  /** What earlier builds with this very lexicon worked out; the result is the same without it. */
  readonly memory?: RecordMemory;
}

/** Kinds of decisions of which nothing is derived: they are applied to what there is. */
const APPLIED_LAST: ReadonlySet<Decision['kind']> = new Set(['accept', 'name', 'grade', 'place', 'expunge']);

/** Decisions on which claims, incidents and all that follows hang. */
const formative = (decisions: readonly Decision[], isReport: (id: string) => boolean): readonly Decision[] =>
  decisions.filter(({ kind, about }) => !APPLIED_LAST.has(kind) && (kind !== 'date' || about.some(isReport)));

/** Builds the record of a case: a pure function of readings, decisions and lexicon, whatever their order. */
export const buildRecord = (input: RecordInput): CaseRecord => {
  const memory = input.memory?.of === input.lexicon ? input.memory : recordMemory(input.lexicon);
  const decisions = activeDecisions(input.decisions ?? []);
  const distinct = distinctReports(input.readings, memory);
  const corrected = correctReadings(distinct, decisions);
  const readings = corrected.readings.map(
    (reading): DatedReading =>
      memory.dated(reading, '', () => ({ ...reading, days: daysOf(reading.report.published) })),
  );
  const claims = new Set(readings.flatMap((reading) => reading.claims.map(({ id }) => id)));
  const reports = new Set(readings.map(({ report }) => report.id));
  const judged = pairDecisions(decisions, (id) => claims.has(id));
  const texts = input.texts ?? new Map<string, string>();
  const basis = [
    JSON.stringify(formative(decisions, (id) => reports.has(id))),
    ...distinct,
    ...distinct.map(({ report }) => texts.get(report.id)),
  ];
  const derived = memory.derived(basis, () =>
    assemble(
      datedAndClustered(readings, {
        memory,
        lexicon: memory.lexicon,
        texts,
        redate: input.redate,
        cut: judged.cut,
        constraintsFor: judged.constraintsFor,
      }),
      memory,
    ),
  );
  const decided = decideIncidents(derived.incidents, decisions, (id) => reports.has(id));
  const gone = subjectsGone(decisions, (id) => claims.has(id) || reports.has(id));
  const notes = [...corrected.notes, ...judged.notes, ...decided.notes, ...gone];
  return {
    case: input.caseName,
    program: { name: 'isnad', ...input.program },
    ...derived,
    incidents: decided.incidents,
    ...(notes.length > 0 ? { notes } : {}),
    ...(corrected.rejected.length > 0 ? { rejected: corrected.rejected } : {}),
    ...(corrected.originals.length > 0 ? { corrected: corrected.originals } : {}),
    ...(decisions.length > 0 ? { decisions } : {}),
  };
};

/** Decisions that change nothing here (accept, name) are still held against what they are about. */
const subjectsGone = (decisions: readonly Decision[], known: (id: string) => boolean): readonly Note[] =>
  decisions
    .filter(({ kind }) => kind === 'accept' || kind === 'name')
    .flatMap((decision) => decision.about.filter((id) => !known(id)).map((id) => subjectGone(decision, id)));

/** One reading a report, claims in the order of the text. The same bytes under another path or outlet are an appearance of it. */
const distinctReports = (readings: readonly Reading[], memory: RecordMemory): readonly Omit<DatedReading, 'days'>[] =>
  [...groupBy(readings, ({ report }) => report.id)]
    .sort(([a], [b]) => byText(a, b))
    .map(([, same]) => memory.distinct(same, asOneReport));

const asOneReport = (same: readonly Reading[]): Omit<DatedReading, 'days'> => {
  const [first, ...others] = [...same].sort((a, b) => byAppearance(a, b));
  return {
    ...first!,
    claims: [...first!.claims].sort(byPlaceInText),
    appearances: others.map(({ report }) => report),
  };
};

/** The earliest appearance first, which then is the report. */
const byAppearance = ({ report: a }: Reading, { report: b }: Reading): number => {
  const [x, y] = [a, b].map(({ published }) => daysOf(published)?.first ?? Infinity);
  return (x === y ? 0 : x! - y!) || byText(a.path, b.path);
};
