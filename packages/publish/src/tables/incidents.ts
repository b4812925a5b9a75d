import { type FigureRange, type Incident, isoDay, parseEdtf } from '@isnad/model';
import type { Words } from '../input.js';
import type { PublicCase } from '../policy/publicCase.js';
import { type Column, csv, joined } from './csv.js';

const edge = (edtf: string | null, side: 'first' | 'last'): string => {
  const day = parseEdtf(edtf)?.[side];
  return day === undefined || !Number.isFinite(day) ? '' : isoDay(day);
};

/** `killed:children=1/2/3`: measure, group, low, best, high; an unknown number is left empty. */
const writtenFigure = ({ measure, group, low, best, high }: FigureRange): string =>
  `${measure}:${group}=${low ?? ''}/${best ?? ''}/${high ?? ''}`;

/** The columns of `incidents.csv`, one row an incident. */
export const incidentColumns = (words: Words, coarsened: ReadonlySet<string>): readonly Column<Incident>[] => [
  { name: 'id', holds: { ar: 'معرّف الحادثة', en: 'id of the incident' }, cell: (i) => i.id },
  { name: 'type', holds: { ar: 'نوع الحدث', en: 'event type' }, cell: (i) => i.type },
  { name: 'title_ar', holds: { ar: 'العنوان بالعربية', en: 'title in Arabic' }, cell: (i) => i.title.ar },
  { name: 'title_en', holds: { ar: 'العنوان بالإنكليزية', en: 'title in English' }, cell: (i) => i.title.en },
  { name: 'date', holds: { ar: 'التاريخ بصيغة EDTF', en: 'date (EDTF)' }, cell: (i) => i.date },
  { name: 'date_from', holds: { ar: 'أول يوم ممكن', en: 'first possible day' }, cell: (i) => edge(i.date, 'first') },
  { name: 'date_to', holds: { ar: 'آخر يوم ممكن', en: 'last possible day' }, cell: (i) => edge(i.date, 'last') },
  { name: 'place_id', holds: { ar: 'معرّف المكان', en: 'id of the place' }, cell: (i) => i.place?.id ?? null },
  { name: 'place', holds: { ar: 'المكان بالإنكليزية', en: 'place in English' }, cell: (i) => i.place?.name ?? null },
  {
    name: 'place_ar',
    holds: { ar: 'المكان بالعربية', en: 'place in Arabic' },
    cell: (i) => (i.place ? (i.place.nameAr ?? words.places.get(i.place.id)?.nameAr ?? null) : null),
  },
  {
    name: 'lat',
    holds: { ar: 'خط العرض بالدرجات (WGS 84)', en: 'latitude, WGS 84 degrees' },
    cell: (i) => i.place?.lat ?? null,
  },
  {
    name: 'lon',
    holds: { ar: 'خط الطول بالدرجات (WGS 84)', en: 'longitude, WGS 84 degrees' },
    cell: (i) => i.place?.lon ?? null,
  },
  {
    name: 'precision',
    holds: {
      ar: '1 الموضع نفسه، 2 قربه، 3 منطقة، 4 محافظة أو جبهة',
      en: '1 the place itself, 2 near it, 3 a district, 4 a governorate or front',
    },
    cell: (i) => i.place?.precision ?? null,
  },
  {
    name: 'place_coarsened',
    holds: { ar: 'عُمّم المكان بحسب سياسة النشر', en: 'place coarsened by the publication policy' },
    cell: (i) => coarsened.has(i.id),
  },
  { name: 'actors', holds: { ar: 'الفاعلون (معرّفات)', en: 'actor ids' }, cell: (i) => joined(i.actors) },
  { name: 'targets', holds: { ar: 'المستهدفون (معرّفات)', en: 'target ids' }, cell: (i) => joined(i.targets) },
  {
    name: 'figures',
    holds: { ar: 'مقياس:فئة=أدنى/أرجح/أعلى', en: 'measure:group=low/best/high' },
    cell: (i) => joined(i.figures.map(writtenFigure)),
  },
  { name: 'modality', holds: { ar: 'كيف يروى', en: 'how it is told' }, cell: (i) => i.modality },
  {
    name: 'grade',
    holds: { ar: 'درجة الأذى بالمدنيين', en: 'grade of harm to civilians' },
    cell: (i) => i.grade?.value ?? null,
  },
  { name: 'grade_by', holds: { ar: 'واضع الدرجة', en: 'who set the grade' }, cell: (i) => i.grade?.by ?? null },
  { name: 'reports', holds: { ar: 'عدد التقارير', en: 'number of reports' }, cell: (i) => i.reports },
  { name: 'outlets', holds: { ar: 'عدد الجهات الناشرة', en: 'number of outlets' }, cell: (i) => i.outlets },
  {
    name: 'independent',
    holds: { ar: 'عدد المصادر المستقلة', en: 'number of independent root sources' },
    cell: (i) => i.independent,
  },
  { name: 'roots', holds: { ar: 'المصادر الأصلية', en: 'root sources' }, cell: (i) => joined(i.roots) },
  { name: 'claims', holds: { ar: 'معرّفات الأقوال', en: 'claim ids' }, cell: (i) => joined(i.claims) },
  { name: 'disputes', holds: { ar: 'معرّفات الخلافات', en: 'dispute ids' }, cell: (i) => joined(i.disputes) },
  {
    name: 'related',
    holds: { ar: 'حوادث متصلة: الصلة=المعرّف', en: 'related incidents: how=id' },
    cell: (i) => joined(i.related.map(({ how, incident }) => `${how}=${incident}`)),
  },
];

/** `incidents.csv`. */
export const incidentsCsv = ({ record, coarsened }: PublicCase, words: Words): string =>
  csv(incidentColumns(words, coarsened), record.incidents);
