import { type FigureRange, type Incident, isoDay } from '@isnad/model';
import { dateInWords } from '../../dossier/dates.js';
import { term } from '../../dossier/naming.js';
import { daysOf } from '../days.js';
import type { FormInput } from '../form.js';
import { column, type PeopleTable, type Saying } from './column.js';

const OR = { ar: 'غير معروف', en: 'not known' } as const;

/** A figure in words: `killed, civilians: 36 (31–40)`. */
const figureIn = ({ measure, group, low, best, high }: FigureRange, { language, name }: Saying): string => {
  const ends = [low, high].map((end) => (end === null ? '?' : String(end)));
  const range = low === high ? (low === null ? OR[language] : ends[0]!) : ends.join('–');
  const number = best === null || low === high ? range : `${best} (${range})`;
  return `${name.measure(measure)[language]}${language === 'ar' ? '، ' : ', '}${name.group(group)[language]}: ${number}`;
};

const day = (date: string | null, end: 'first' | 'last'): string | null => {
  const days = daysOf(date);
  return days ? isoDay(days[end]) : null;
};

/** One row an incident. */
export const incidents = ({ published: { record, coarsened } }: FormInput): PeopleTable<Incident> => ({
  name: { ar: 'الحوادث', en: 'Incidents' },
  rows: record.incidents,
  columns: [
    column('التاريخ', 'Date', 20, ({ date }, { language }) => dateInWords(date)[language]),
    column('أول يوم ممكن', 'First possible day', 12, ({ date }) => day(date, 'first')),
    column('آخر يوم ممكن', 'Last possible day', 12, ({ date }) => day(date, 'last')),
    column('ما حدث', 'What happened', 44, ({ title }, { language }) => title[language]),
    column('النوع', 'Type', 18, ({ type }, { language, name }) => name.type(type)[language]),
    column('المكان', 'Place', 20, ({ place }, { language, name }) => (place ? name.place(place)[language] : null)),
    column('خط العرض', 'Latitude', 10, ({ place }) => place?.lat ?? null),
    column('خط الطول', 'Longitude', 10, ({ place }) => place?.lon ?? null),
    column('دقة المكان', 'Precision of the place', 24, ({ id, place }, { language }) => {
      if (place?.precision == null) return null;
      const coarse = language === 'ar' ? ' (عُمّم بحسب سياسة النشر)' : ' (coarsened by the publication policy)';
      return term('precision', String(place.precision))[language] + (coarsened.has(id) ? coarse : '');
    }),
    column('الفاعل', 'By', 24, ({ actors }, { name, listed }) => listed(actors.map(name.actor))),
    column('المستهدف', 'Against', 24, ({ targets }, { name, listed }) => listed(targets.map(name.actor))),
    column('الأعداد: الأرجح (الأدنى–الأعلى)', 'Numbers: best (lowest–highest)', 40, ({ figures }, saying) =>
      figures.map((figure) => figureIn(figure, saying)).join('\n'),
    ),
    column('كيف يروى', 'How it is told', 14, ({ modality }, { language }) => term('modality', modality)[language]),
    column('درجة الأذى بالمدنيين', 'Grade of harm to civilians', 14, ({ grade }, { language }) =>
      grade ? term('grade', grade.value)[language] : null,
    ),
    column('واضع الدرجة', 'Grade set by', 12, ({ grade }, { language }) =>
      grade?.by === 'suggested' && language === 'ar' ? 'مقترحة' : (grade?.by ?? null),
    ),
    column('التقارير', 'Reports', 9, ({ reports }) => reports),
    column('الجهات الناشرة', 'Outlets', 9, ({ outlets }) => outlets),
    column('المصادر المستقلة', 'Independent sources', 12, ({ independent }) => independent),
    column('المصادر الأصلية', 'Root sources', 30, ({ roots }, { name, listed }) => listed(roots.map(name.source))),
    column('الخلافات', 'Disputes', 9, ({ disputes }) => disputes.length),
    column('المعرّف', 'Id', 14, ({ id }) => id),
  ],
});
