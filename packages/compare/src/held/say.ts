import type { Bilingual } from '@isnad/model';
import type { Counted, TableCount } from '../table/row.js';

type Two = { readonly record: string; readonly table: string };

const WHOM: Readonly<Record<Counted, Bilingual>> = {
  all: { ar: '', en: '' },
  civilians: { ar: ' من المدنيين', en: ' among civilians' },
  fighters: { ar: ' من المقاتلين', en: ' among fighters' },
};
const MEASURE: Readonly<Record<TableCount['measure'], Bilingual>> = {
  killed: { ar: 'القتلى', en: 'killed' },
  wounded: { ar: 'الجرحى', en: 'wounded' },
};

/** `2 days`, and in Arabic the dual and the plural of few. */
export const dayCount = (days: number): Bilingual => ({
  ar: days === 1 ? 'يوم واحد' : days === 2 ? 'يومان' : days <= 10 ? `${days} أيام` : `${days} يوماً`,
  en: days === 1 ? '1 day' : `${days} days`,
});

const kilometresSaid = (km: number): Bilingual => {
  const whole = Math.round(km);
  return whole < 1 ? { ar: 'أقل من كيلومتر', en: 'less than a kilometre' } : { ar: `${whole} كم`, en: `${whole} km` };
};

const counted = (measure: TableCount['measure'], whom: Counted): Bilingual => ({
  ar: `${MEASURE[measure].ar}${WHOM[whom].ar}`,
  en: `${MEASURE[measure].en}${WHOM[whom].en}`,
});

/** How a comparison says in what two tellings differ. */
export const say = {
  datesMeet: ({ record, table }: Two): Bilingual => ({
    ar: `السجل يقول ${record} والجدول ${table}، ويتداخلان`,
    en: `the record says ${record}, the table ${table}; they overlap`,
  }),
  daysApart: (days: number, { record, table }: Two): Bilingual => ({
    ar: `بينهما ${dayCount(days).ar}: السجل ${record} والجدول ${table}`,
    en: `${dayCount(days).en} apart: the record ${record}, the table ${table}`,
  }),
  places: (own: Bilingual, table: string, km: number | null): Bilingual => {
    const far = km === null ? null : kilometresSaid(km);
    return {
      ar: `المكان في السجل ${own.ar} وفي الجدول ${table}${far ? `، وبينهما ${far.ar}` : ''}`,
      en: `the record places it in ${own.en}, the table in ${table}${far ? `, ${far.en} apart` : ''}`,
    };
  },
  noPlaceInRecord: (table: string): Bilingual => ({
    ar: `لا مكان له في السجل، وهو في الجدول ${table}`,
    en: `the record has no place for it, the table has ${table}`,
  }),
  noPlaceInTable: (own: Bilingual): Bilingual => ({
    ar: `لا مكان له في الجدول، وهو في السجل ${own.ar}`,
    en: `the table has no place for it, the record has ${own.en}`,
  }),
  sides: (onlyRecord: readonly Bilingual[], onlyTable: readonly string[], shared: boolean): Bilingual => {
    const ar = [
      ...(onlyRecord.length > 0 ? [`في السجل وحده: ${onlyRecord.map((name) => name.ar).join('، ')}`] : []),
      ...(onlyTable.length > 0 ? [`في الجدول وحده: ${onlyTable.join('، ')}`] : []),
    ];
    const en = [
      ...(onlyRecord.length > 0 ? [`only in the record: ${onlyRecord.map((name) => name.en).join(', ')}`] : []),
      ...(onlyTable.length > 0 ? [`only in the table: ${onlyTable.join(', ')}`] : []),
    ];
    return {
      ar: `${shared ? '' : 'لا طرف مشترك؛ '}${ar.join('؛ ')}`,
      en: `${shared ? '' : 'no side in common; '}${en.join('; ')}`,
    };
  },
  types: (own: Bilingual, table: string): Bilingual => ({
    ar: `النوع في السجل «${own.ar}» وفي الجدول «${table}»`,
    en: `the record calls it "${own.en}", the table "${table}"`,
  }),
  counts: (
    measure: TableCount['measure'],
    whom: Counted,
    { record, table, meet }: Two & { readonly meet: boolean },
  ): Bilingual => {
    const what = counted(measure, whom);
    return {
      ar: `${what.ar}: السجل ${record} والجدول ${table}${meet ? '، ويتداخلان' : ''}`,
      en: `${what.en}: the record ${record}, the table ${table}${meet ? '; they overlap' : ''}`,
    };
  },
  noCountInRecord: (measure: TableCount['measure'], whom: Counted, table: string): Bilingual => ({
    ar: `${counted(measure, whom).ar}: لا عدد في السجل، وفي الجدول ${table}`,
    en: `${counted(measure, whom).en}: no number in the record, ${table} in the table`,
  }),
  noCountInTable: (measure: TableCount['measure'], whom: Counted, record: string): Bilingual => ({
    ar: `${counted(measure, whom).ar}: في السجل ${record}، ولا أحد في الجدول`,
    en: `${counted(measure, whom).en}: ${record} in the record, nobody in the table`,
  }),
  summary: (): Bilingual => ({
    ar: 'يجمع عدة حوادث، وتقابله حصائل السجل لا حوادثه',
    en: 'it sums up several events; the running counts of the record stand beside it, not its incidents',
  }),
  noPlace: (): Bilingual => ({ ar: 'لا مكان له على الخريطة', en: 'it has no place on the map' }),
  noDate: (): Bilingual => ({ ar: 'لا تاريخ له يُقرأ', en: 'it has no date that can be read' }),
  outsidePeriod: (period: string): Bilingual => ({
    ar: `خارج مدة السجل (${period})`,
    en: `it lies outside the time of the record (${period})`,
  }),
  nothingNear: (days: number, km: number): Bilingual => ({
    ar: `لا شيء قريب: لا شبيه له ضمن ${dayCount(days).ar} و${km} كم`,
    en: `nothing is near: none like it within ${dayCount(days).en} and ${km} km`,
  }),
  nearest: (name: Bilingual, apart: readonly Bilingual[]): Bilingual => ({
    ar: `أقرب ما إليه ${name.ar}: ${apart.map(({ ar }) => ar).join('، ')}`,
    en: `the nearest is ${name.en}: ${apart.map(({ en }) => en).join(', ')}`,
  }),
  daysOff: (days: number): Bilingual => ({
    ar: days === 0 ? 'في اليوم نفسه' : `بفارق ${dayCount(days).ar}`,
    en: days === 0 ? 'on the same day' : `${dayCount(days).en} off`,
  }),
  kmOff: (km: number): Bilingual => ({
    ar: `على بعد ${kilometresSaid(km).ar}`,
    en: `${kilometresSaid(km).en} away`,
  }),
  otherSides: (): Bilingual => ({ ar: 'أطراف أخرى', en: 'other sides' }),
  otherType: (): Bilingual => ({ ar: 'نوع آخر', en: 'another kind of event' }),
  otherPlaceName: (): Bilingual => ({ ar: 'مكان باسم آخر', en: 'a place of another name' }),
  taken: (): Bilingual => ({ ar: 'ويطابقه غيره', en: 'which another fits better' }),
} as const;
