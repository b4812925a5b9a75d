import type { Toll, TollPoint } from '@isnad/model';
import type { PublicCase } from '../policy/publicCase.js';
import { type Column, csv, joined } from './csv.js';

interface Row {
  readonly toll: Toll;
  readonly point: TollPoint;
  readonly report: string;
}

/** The columns of `tolls.csv`, one row a point of a series. */
export const tollColumns: readonly Column<Row>[] = [
  { name: 'toll', holds: { ar: 'معرّف السلسلة', en: 'id of the series' }, cell: ({ toll }) => toll.id },
  { name: 'source', holds: { ar: 'المصدر الأصلي', en: 'root source' }, cell: ({ toll }) => toll.source },
  { name: 'measure', holds: { ar: 'ما يُعدّ', en: 'what is counted' }, cell: ({ toll }) => toll.measure },
  { name: 'group', holds: { ar: 'الفئة', en: 'group' }, cell: ({ toll }) => toll.group },
  {
    name: 'from',
    holds: { ar: 'بداية النافذة (EDTF)', en: 'start of the window (EDTF)' },
    cell: ({ toll }) => toll.from,
  },
  { name: 'to', holds: { ar: 'نهاية النافذة (EDTF)', en: 'end of the window (EDTF)' }, cell: ({ toll }) => toll.to },
  { name: 'area', holds: { ar: 'المنطقة', en: 'area' }, cell: ({ toll }) => toll.area },
  { name: 'part_of', holds: { ar: 'جزء من السلسلة', en: 'part of the series' }, cell: ({ toll }) => toll.partOf },
  {
    name: 'as_of',
    holds: { ar: 'اليوم الذي يصح فيه العدد', en: 'day on which the count stood' },
    cell: ({ point }) => point.as_of,
  },
  { name: 'min', holds: { ar: 'أدنى العدد', en: 'lowest count' }, cell: ({ point }) => point.min },
  { name: 'max', holds: { ar: 'أعلى العدد', en: 'highest count' }, cell: ({ point }) => point.max },
  {
    name: 'approximate',
    holds: { ar: 'عدد تقريبي', en: 'count is approximate' },
    cell: ({ point }) => point.approximate,
  },
  { name: 'claim', holds: { ar: 'معرّف القول', en: 'claim id' }, cell: ({ point }) => point.claim },
  { name: 'report', holds: { ar: 'معرّف التقرير', en: 'report id' }, cell: ({ report }) => report },
  { name: 'checks', holds: { ar: 'معرّفات الفحوص', en: 'check ids' }, cell: ({ toll }) => joined(toll.checks) },
];

/** `tolls.csv`. */
export const tollsCsv = ({ record }: PublicCase): string => {
  const reportOf = new Map(record.claims.map(({ id, report }) => [id, report]));
  const rows = record.tolls.flatMap((toll) =>
    toll.points.map((point) => ({ toll, point, report: reportOf.get(point.claim) ?? '' })),
  );
  return csv(tollColumns, rows);
};
