import type { ControlSpan, RecordedPlace, Toll, TollPoint } from '@isnad/model';
import { dateInWords } from '../../dossier/dates.js';
import { term } from '../../dossier/naming.js';
import type { FormInput } from '../form.js';
import { column, type PeopleTable } from './column.js';

interface Standing {
  readonly toll: Toll;
  readonly point: TollPoint;
}

interface Held {
  readonly place: RecordedPlace;
  readonly span: ControlSpan;
}

/** A bound that is open or not told stays empty. */
const said = (edtf: string | null, language: 'ar' | 'en') => (edtf === null ? null : dateInWords(edtf)[language]);

/** One row a point of a running count. */
export const tolls = ({ published: { record } }: FormInput): PeopleTable<Standing> => ({
  name: { ar: 'الحصائل', en: 'Running counts' },
  rows: record.tolls.flatMap((toll) => toll.points.map((point) => ({ toll, point }))),
  columns: [
    column('بحسب', 'According to', 26, ({ toll }, { language, name }) => name.source(toll.source)[language]),
    column('ما يُعدّ', 'What is counted', 14, ({ toll }, { language, name }) => name.measure(toll.measure)[language]),
    column('الفئة', 'Group', 18, ({ toll }, { language, name }) => name.group(toll.group)[language]),
    column('منذ', 'From', 16, ({ toll }, { language }) => said(toll.from, language)),
    column('إلى', 'To', 16, ({ toll }, { language }) => said(toll.to, language)),
    column('المنطقة', 'Area', 18, ({ toll }, { language, name }) =>
      toll.area === null ? null : name.placeOf(toll.area)[language],
    ),
    column('حتى يوم', 'As of', 16, ({ point }, { language }) => said(point.as_of, language)),
    column('أدنى العدد', 'Lowest', 9, ({ point }) => point.min),
    column('أعلى العدد', 'Highest', 9, ({ point }) => point.max),
    column('تقريبي', 'Approximate', 10, ({ point }) => point.approximate),
    column('السلسلة', 'Series', 14, ({ toll }) => toll.id),
    column('جزء من السلسلة', 'Part of the series', 14, ({ toll }) => toll.partOf),
    column('القول', 'Claim', 14, ({ point }) => point.claim),
  ],
});

/** One row a span of time in which a place is said to be held. */
export const control = ({ published: { record } }: FormInput): PeopleTable<Held> => ({
  name: { ar: 'السيطرة', en: 'Control' },
  rows: record.control.flatMap(({ place, spans }) => spans.map((span) => ({ place, span }))),
  columns: [
    column('المكان', 'Place', 22, ({ place }, { language, name }) => name.place(place)[language]),
    column('من بيده', 'Holder', 26, ({ span }, { language, name }) =>
      span.holder === null ? null : name.actor(span.holder)[language],
    ),
    column('الحال', 'State', 16, ({ span }, { language }) => term('status', span.status)[language]),
    column('أيّ قدر منه', 'How much of it', 14, ({ span }, { language }) => term('part', span.part)[language]),
    column('من', 'From', 18, ({ span }, { language }) => said(span.from, language)),
    column('إلى', 'To', 18, ({ span }, { language }) => said(span.to, language)),
    column('قاله مستقلان أو الخاسر', 'Said by two independent sources or the loser', 16, ({ span }) => span.assessed),
    column('الأقوال', 'Claims', 9, ({ span }) => span.claims.length),
  ],
});
