import type { ControlSpan, RecordedPlace } from '@isnad/model';
import type { PublicCase } from '../policy/publicCase.js';
import { type Column, csv, joined } from './csv.js';

interface Row {
  readonly place: RecordedPlace;
  readonly span: ControlSpan;
}

/** The columns of `control.csv`, one row a span of time in which a place is said to be held. */
export const controlColumns: readonly Column<Row>[] = [
  { name: 'place_id', holds: { ar: 'معرّف المكان', en: 'id of the place' }, cell: ({ place }) => place.id },
  { name: 'place', holds: { ar: 'المكان بالإنكليزية', en: 'place in English' }, cell: ({ place }) => place.name },
  {
    name: 'place_ar',
    holds: { ar: 'المكان بالعربية', en: 'place in Arabic' },
    cell: ({ place }) => place.nameAr ?? null,
  },
  { name: 'lat', holds: { ar: 'خط العرض', en: 'latitude, WGS 84 degrees' }, cell: ({ place }) => place.lat },
  { name: 'lon', holds: { ar: 'خط الطول', en: 'longitude, WGS 84 degrees' }, cell: ({ place }) => place.lon },
  { name: 'holder', holds: { ar: 'من بيده المكان', en: 'who is said to hold it' }, cell: ({ span }) => span.holder },
  { name: 'part', holds: { ar: 'أيّ قدر منه', en: 'how much of it' }, cell: ({ span }) => span.part },
  { name: 'status', holds: { ar: 'الحال', en: 'state' }, cell: ({ span }) => span.status },
  {
    name: 'assessed',
    holds: { ar: 'قاله مصدران مستقلان أو الطرف الخاسر', en: 'said by two independent roots or by the losing side' },
    cell: ({ span }) => span.assessed,
  },
  { name: 'from', holds: { ar: 'من (EDTF)', en: 'from (EDTF)' }, cell: ({ span }) => span.from },
  { name: 'to', holds: { ar: 'إلى (EDTF)', en: 'to (EDTF)' }, cell: ({ span }) => span.to },
  { name: 'claims', holds: { ar: 'معرّفات الأقوال', en: 'claim ids' }, cell: ({ span }) => joined(span.claims) },
];

/** `control.csv`. */
export const controlCsv = ({ record }: PublicCase): string =>
  csv(
    controlColumns,
    record.control.flatMap(({ place, spans }) => spans.map((span) => ({ place, span }))),
  );
