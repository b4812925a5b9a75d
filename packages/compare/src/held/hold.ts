import type { CaseRecord } from '@isnad/model';
import type { TableForm } from '../table/form.js';
import type { TableRow } from '../table/row.js';
import { dayIndex } from './dayIndex.js';
import { type Difference, differences } from './differences.js';
import { ENOUGH, type Likeness, likeness, MOST_DAYS } from './likeness.js';
import { type CompareWords, type Subject, subjects } from './subject.js';
import { type Reason, whyNoIncident, whyNoRow } from './why.js';

/** A row and an incident that are held to be one. */
export interface Matched {
  readonly row: TableRow;
  readonly incident: string;
  readonly likeness: Likeness;
  readonly differences: readonly Difference[];
  /** Further rows that fit the incident, and further incidents that fit the row: one of both tells them together. */
  readonly rowsBeside: readonly number[];
  readonly incidentsBeside: readonly string[];
}

/** A record held against a table. */
export interface Held {
  readonly matched: readonly Matched[];
  readonly onlyInTable: readonly { readonly row: TableRow; readonly why: Reason }[];
  readonly onlyInRecord: readonly { readonly incident: string; readonly why: Reason }[];
  /** Incidents that such a table leaves out by its own rules, by reason. */
  readonly notForTable: ReadonlyMap<string, readonly string[]>;
}

interface Pair {
  readonly row: TableRow;
  readonly subject: Subject;
  readonly likeness: Likeness;
}

/** How alike the places of what is told together must be. */
const BESIDE = 0.8;

const byLikeness = (a: Pair, b: Pair): number =>
  b.likeness.all - a.likeness.all ||
  a.row.at - b.row.at ||
  (a.subject.incident.id < b.subject.incident.id ? -1 : a.subject.incident.id > b.subject.incident.id ? 1 : 0);

/** Holds a record against a table: the likest pairs first, each row and each incident in one pair. */
export const hold = (
  record: Pick<CaseRecord, 'incidents' | 'claims'>,
  rows: readonly TableRow[],
  form: TableForm,
  words: CompareWords,
): Held => {
  const all = subjects(record.incidents, record.claims, form, words);
  const index = dayIndex(all);
  const rowIndex = dayIndex(rows.filter(({ isSummary }) => !isSummary));
  const pairs = rows
    .flatMap((row) =>
      (row.isSummary ? [] : index.around(row.days, MOST_DAYS)).flatMap((subject): Pair[] => {
        const like = likeness(row, subject);
        return like !== null && like.all >= ENOUGH ? [{ row, subject, likeness: like }] : [];
      }),
    )
    .sort(byLikeness);

  const ofRow = new Map<number, Pair>();
  const ofIncident = new Map<string, Pair>();
  const beside = { rows: new Map<string, number[]>(), incidents: new Map<number, string[]>() };
  for (const pair of pairs) {
    const { row, subject } = pair;
    if (ofRow.has(row.at) || ofIncident.has(subject.incident.id)) continue;
    ofRow.set(row.at, pair);
    ofIncident.set(subject.incident.id, pair);
  }
  // What is left over but fits a pair in place and day is told together with it by one of both.
  const placedRows = new Set(ofRow.keys());
  const placedIncidents = new Set(ofIncident.keys());
  for (const { row, subject, likeness: like } of pairs) {
    if (like.date < 1 || like.place < BESIDE) continue;
    const { id } = subject.incident;
    const [rowPair, incidentPair] = [ofRow.get(row.at), ofIncident.get(id)];
    if (incidentPair && !placedRows.has(row.at)) {
      placedRows.add(row.at);
      beside.rows.set(id, [...(beside.rows.get(id) ?? []), row.at]);
    } else if (rowPair && !placedIncidents.has(id)) {
      placedIncidents.add(id);
      beside.incidents.set(row.at, [...(beside.incidents.get(row.at) ?? []), id]);
    }
  }

  const notForTable = new Map<string, string[]>();
  const onlyInRecord = all.flatMap((subject) => {
    const { incident } = subject;
    if (placedIncidents.has(incident.id)) return [];
    const out = subject.leftOut;
    if (out !== null) {
      notForTable.set(out, [...(notForTable.get(out) ?? []), incident.id]);
      return [];
    }
    return [{ incident: incident.id, why: whyNoRow(subject, rowIndex) }];
  });
  return {
    matched: rows.flatMap((row): Matched[] => {
      const pair = ofRow.get(row.at);
      if (!pair) return [];
      const { id } = pair.subject.incident;
      return [
        {
          row,
          incident: id,
          likeness: pair.likeness,
          differences: differences(row, pair.subject, form, words),
          rowsBeside: beside.rows.get(id) ?? [],
          incidentsBeside: beside.incidents.get(row.at) ?? [],
        },
      ];
    }),
    onlyInTable: rows.flatMap((row) => (placedRows.has(row.at) ? [] : [{ row, why: whyNoIncident(row, index) }])),
    onlyInRecord,
    notForTable,
  };
};
