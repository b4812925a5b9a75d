import type { Bilingual, CaseRecord } from '@isnad/model';
import type { TableFormId } from '../table/form.js';
import type { TableRow } from '../table/row.js';
import { saidDays } from '../table/values.js';
import type { Difference } from './differences.js';
import type { Held } from './hold.js';

interface ToldIncident {
  readonly id: string;
  readonly title: Bilingual;
  readonly date: string | null;
  readonly place: string | null;
}

interface ToldRow {
  readonly row: number;
  readonly id: string | null;
  readonly date: string | null;
  readonly place: string | null;
}

/** A comparison as other programs read it; the order is that of the table, then of the record. */
export interface ComparisonReport {
  readonly table: { readonly form: TableFormId; readonly rows: number };
  readonly record: { readonly case: string; readonly incidents: number };
  /** `agree` and `differ` are pairs; `differ` are those of which not both can be right. */
  readonly counts: {
    readonly agree: number;
    readonly differ: number;
    readonly onlyInTable: number;
    readonly onlyInRecord: number;
    readonly notForTable: number;
  };
  readonly matched: readonly {
    readonly row: ToldRow;
    readonly incident: ToldIncident;
    /** From 0 to 1. */
    readonly likeness: number;
    readonly agrees: boolean;
    readonly differences: readonly Difference[];
    readonly rowsBeside: readonly number[];
    readonly incidentsBeside: readonly string[];
  }[];
  readonly onlyInTable: readonly {
    readonly row: ToldRow;
    readonly why: string;
    readonly explain: Bilingual;
    readonly nearest: string | number | null;
  }[];
  readonly onlyInRecord: readonly {
    readonly incident: ToldIncident;
    readonly why: string;
    readonly explain: Bilingual;
    readonly nearest: string | number | null;
  }[];
  readonly notForTable: readonly { readonly why: string; readonly incidents: readonly string[] }[];
}

const rowTold = ({ at, id, days, place }: TableRow): ToldRow => ({
  row: at,
  id,
  date: days && saidDays(days),
  place: place.names[0] ?? null,
});

/** What holding a record against a table found. */
export const comparisonReport = (
  held: Held,
  record: Pick<CaseRecord, 'case' | 'incidents'>,
  table: ComparisonReport['table'],
): ComparisonReport => {
  const incidents = new Map(record.incidents.map((incident) => [incident.id, incident]));
  const told = (id: string): ToldIncident => {
    const { title, date, place } = incidents.get(id)!;
    return { id, title, date, place: place?.name ?? null };
  };
  const matched = held.matched.map(({ row, incident, likeness, differences, rowsBeside, incidentsBeside }) => ({
    row: rowTold(row),
    incident: told(incident),
    likeness: Math.round(likeness.all * 100) / 100,
    agrees: differences.every(({ slight }) => slight),
    differences,
    rowsBeside,
    incidentsBeside,
  }));
  return {
    table,
    record: { case: record.case, incidents: record.incidents.length },
    counts: {
      agree: matched.filter(({ agrees }) => agrees).length,
      differ: matched.filter(({ agrees }) => !agrees).length,
      onlyInTable: held.onlyInTable.length,
      onlyInRecord: held.onlyInRecord.length,
      notForTable: [...held.notForTable.values()].flat().length,
    },
    matched,
    onlyInTable: held.onlyInTable.map(({ row, why: { code, explain, nearest } }) => ({
      row: rowTold(row),
      why: code,
      explain,
      nearest,
    })),
    onlyInRecord: held.onlyInRecord.map(({ incident, why: { code, explain, nearest } }) => ({
      incident: told(incident),
      why: code,
      explain,
      nearest,
    })),
    notForTable: [...held.notForTable].map(([why, ids]) => ({ why, incidents: ids })),
  };
};
