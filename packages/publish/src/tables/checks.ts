import type { Check } from '@isnad/model';
import { type Column, joined } from './csv.js';

/** The columns of `checks.csv`, one row a check, passed or failed. */
export const checkColumns: readonly Column<Check>[] = [
  { name: 'id', holds: { ar: 'معرّف الفحص', en: 'id of the check' }, cell: ({ id }) => id },
  { name: 'kind', holds: { ar: 'نوع الفحص', en: 'kind of check' }, cell: ({ kind }) => kind },
  { name: 'ok', holds: { ar: 'صحّ', en: 'passed' }, cell: ({ ok }) => ok },
  {
    name: 'explain_ar',
    holds: { ar: 'الشرح بالعربية', en: 'explanation in Arabic' },
    cell: ({ explain }) => explain.ar,
  },
  {
    name: 'explain_en',
    holds: { ar: 'الشرح بالإنكليزية', en: 'explanation in English' },
    cell: ({ explain }) => explain.en,
  },
  { name: 'claims', holds: { ar: 'معرّفات الأقوال', en: 'claim ids' }, cell: ({ claims }) => joined(claims) },
];
