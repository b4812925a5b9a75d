import type { counts as en } from '../en/counts.js';
import { counting, type Forms } from '../plural.js';
import type { Same } from '../same.js';

const count = (forms: Forms) => counting('ar', forms);

/** In Arabic: counted things. */
export const counts: Same<typeof en> = {
  count: {
    incidents: count({
      zero: 'لا حوادث',
      one: 'حادثة واحدة',
      two: 'حادثتان',
      few: '# حوادث',
      many: '# حادثة',
      other: '# حادثة',
    }),
    reports: count({
      zero: 'لا تقارير',
      one: 'تقرير واحد',
      two: 'تقريران',
      few: '# تقارير',
      many: '# تقريراً',
      other: '# تقرير',
    }),
    claims: count({ zero: 'لا أقوال', one: 'قول واحد', two: 'قولان', few: '# أقوال', many: '# قولاً', other: '# قول' }),
    outlets: count({
      zero: 'لا جهات ناشرة',
      one: 'جهة ناشرة',
      two: 'جهتان ناشرتان',
      few: '# جهات ناشرة',
      many: '# جهة ناشرة',
      other: '# جهة ناشرة',
    }),
    roots: count({
      zero: 'لا مصدر مستقلاً',
      one: 'مصدر مستقل',
      two: 'مصدران مستقلان',
      few: '# مصادر مستقلة',
      many: '# مصدراً مستقلاً',
      other: '# مصدر مستقل',
    }),
    people: count({ zero: 'لا أحد', one: 'شخص واحد', two: 'شخصان', few: '# أشخاص', many: '# شخصاً', other: '# شخص' }),
    places: count({
      zero: 'لا أماكن',
      one: 'مكان واحد',
      two: 'مكانان',
      few: '# أماكن',
      many: '# مكاناً',
      other: '# مكان',
    }),
    decisions: count({
      zero: 'لا قرارات',
      one: 'قرار واحد',
      two: 'قراران',
      few: '# قرارات',
      many: '# قراراً',
      other: '# قرار',
    }),
    disputes: count({
      zero: 'لا خلافات',
      one: 'خلاف واحد',
      two: 'خلافان',
      few: '# خلافات',
      many: '# خلافاً',
      other: '# خلاف',
    }),
    tasks: count({
      zero: 'لا شيء للبتّ',
      one: 'أمر للبتّ فيه',
      two: 'أمران للبتّ فيهما',
      few: '# أمور للبتّ فيها',
      many: '# أمراً للبتّ فيه',
      other: '# أمر للبتّ فيه',
    }),
    tolls: count({
      zero: 'لا حصائل',
      one: 'حصيلة واحدة',
      two: 'حصيلتان',
      few: '# حصائل',
      many: '# حصيلة',
      other: '# حصيلة',
    }),
    times: count({ one: 'مرة', two: 'مرتين', few: '# مرات', many: '# مرة', other: '# مرة' }),
    hits: count({
      zero: 'لا مواضع',
      one: 'موضع واحد',
      two: 'موضعان',
      few: '# مواضع',
      many: '# موضعاً',
      other: '# موضع',
    }),
    mentions: count({
      zero: 'لا ذِكر',
      one: 'ذِكر واحد',
      two: 'ذِكران',
      few: '# مرات ذِكر',
      many: '# مرة ذِكر',
      other: '# مرة ذِكر',
    }),
    years: count({ one: 'سنة واحدة', two: 'سنتان', few: '# سنوات', many: '# سنة', other: '# سنة' }),
    days: count({ one: 'يوم واحد', two: 'يومان', few: '# أيام', many: '# يوماً', other: '# يوم' }),
    words: count({ one: 'كلمة واحدة', two: 'كلمتان', few: '# كلمات', many: '# كلمة', other: '# كلمة' }),
  },
};
