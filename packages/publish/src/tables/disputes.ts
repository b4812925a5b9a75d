import type { Dispute } from '@isnad/model';
import type { PublicCase } from '../policy/publicCase.js';
import { type Column, csv, joined } from './csv.js';

interface Row {
  readonly dispute: Dispute;
  readonly incidents: readonly string[];
  readonly reports: readonly string[];
}

/** The columns of `disputes.csv`, one row a dispute. */
export const disputeColumns: readonly Column<Row>[] = [
  { name: 'id', holds: { ar: 'معرّف الخلاف', en: 'id of the dispute' }, cell: ({ dispute }) => dispute.id },
  { name: 'kind', holds: { ar: 'نوع الخلاف', en: 'kind of disagreement' }, cell: ({ dispute }) => dispute.kind },
  {
    name: 'explain_ar',
    holds: { ar: 'الشرح بالعربية', en: 'explanation in Arabic' },
    cell: ({ dispute }) => dispute.explain.ar,
  },
  {
    name: 'explain_en',
    holds: { ar: 'الشرح بالإنكليزية', en: 'explanation in English' },
    cell: ({ dispute }) => dispute.explain.en,
  },
  { name: 'claims', holds: { ar: 'معرّفات الأقوال', en: 'claim ids' }, cell: ({ dispute }) => joined(dispute.claims) },
  {
    name: 'incidents',
    holds: { ar: 'معرّفات الحوادث', en: 'incident ids' },
    cell: ({ incidents }) => joined(incidents),
  },
  { name: 'reports', holds: { ar: 'معرّفات التقارير', en: 'report ids' }, cell: ({ reports }) => joined(reports) },
];

/** `disputes.csv`. */
export const disputesCsv = ({ record }: PublicCase): string => {
  const reportOf = new Map(record.claims.map(({ id, report }) => [id, report]));
  const incidentsOf = new Map<string, string[]>();
  for (const { id, disputes } of record.incidents)
    for (const dispute of disputes) incidentsOf.set(dispute, [...(incidentsOf.get(dispute) ?? []), id]);
  return csv(
    disputeColumns,
    record.disputes.map((dispute) => ({
      dispute,
      incidents: incidentsOf.get(dispute.id) ?? [],
      reports: [...new Set(dispute.claims.flatMap((id) => reportOf.get(id) ?? []))],
    })),
  );
};
