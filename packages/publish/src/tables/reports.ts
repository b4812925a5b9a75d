import type { RecordedReport } from '@isnad/model';
import { type Column, joined } from './csv.js';

/** The columns of `reports.csv`, one row a report. */
export const reportColumns: readonly Column<RecordedReport>[] = [
  { name: 'id', holds: { ar: 'معرّف التقرير', en: 'id of the report: SHA-256 of its bytes' }, cell: ({ id }) => id },
  { name: 'path', holds: { ar: 'اسم الملف', en: 'name of the file' }, cell: ({ path }) => path },
  { name: 'outlet', holds: { ar: 'الجهة الناشرة', en: 'outlet' }, cell: ({ outlet }) => outlet },
  { name: 'title', holds: { ar: 'العنوان', en: 'title' }, cell: ({ title }) => title },
  {
    name: 'published',
    holds: { ar: 'تاريخ النشر (EDTF)', en: 'publication date (EDTF)' },
    cell: ({ published }) => published.edtf,
  },
  {
    name: 'published_basis',
    holds: { ar: 'على أي أساس', en: 'how the date was come by' },
    cell: ({ published }) => published.basis,
  },
  {
    name: 'root_sources',
    holds: { ar: 'المصادر الأصلية', en: 'root sources' },
    cell: ({ root_sources: roots }) => joined(roots),
  },
  {
    name: 'copies_of',
    holds: { ar: 'تقارير ينقل لفظها', en: 'reports whose wording it repeats' },
    cell: ({ copies_of: copies }) => joined(copies),
  },
  { name: 'url', holds: { ar: 'العنوان الشبكي', en: 'address' }, cell: ({ url }) => url ?? null },
];
