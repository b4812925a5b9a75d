import { fold } from '@isnad/arabic';
import { remembering } from '@isnad/model';

/** Weekday names, folded; 0 Sunday … 6 Saturday. */
const WEEKDAYS: Readonly<Record<string, number>> = {
  الاحد: 0, // Sunday
  الاثنين: 1,
  الثلاثاء: 2,
  الاربعاء: 3,
  الخميس: 4,
  الجمعه: 5,
  السبت: 6,
  sunday: 0,
  monday: 1,
  tuesday: 2,
  wednesday: 3,
  thursday: 4,
  friday: 5,
  saturday: 6,
};

const ENGLISH = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const ARABIC = ['الأحد', 'الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت'];

/** Words before a weekday that tie it to the day of publication: اليوم (today) 0, أمس (yesterday) −1. */
const TIED: Readonly<Record<string, number>> = {
  اليوم: 0,
  today: 0,
  امس: -1,
  البارحه: -1,
  yesterday: -1,
  غدا: 1,
  tomorrow: 1,
};
/** Words behind a weekday that mean the last such day before publication: الفائت، الماضي (last). */
const PAST = ['الفائت', 'الماضي', 'المنصرم', 'الاخير', 'الفايت', 'last'];

/** A weekday as a text names it. */
export interface NamedWeekday {
  readonly weekday: number;
  /** Days from the day of publication, where the words say so. */
  readonly offset: number | null;
  /** The last such day before publication. */
  readonly past: boolean;
  /** A date in digits stands right behind it. */
  readonly dated: boolean;
}

const nameless = /[^\p{L}\p{N}]+/u;

/** Passages whose answers are kept; each is asked of again in every pass and build. */
const PASSAGES = 65_536;

/** Most passages name none, and are not cut into words. */
const anyName = new RegExp(Object.keys(WEEKDAYS).join('|'), 'u');

/** The weekdays that a passage names. */
export const weekdaysIn = remembering((text: string): readonly NamedWeekday[] => {
  const folded = fold(text).toLowerCase();
  if (!anyName.test(folded)) return [];
  const words = folded.split(nameless).filter((word) => word.length > 0);
  return words.flatMap((word, at) => {
    if (!anyName.test(word)) return [];
    const weekday = WEEKDAYS[word] ?? WEEKDAYS[word.replace(/^[وفبل]/, '')];
    if (weekday === undefined) return [];
    const before = words[at - 1] ?? '';
    const behind = words[at + 1] ?? '';
    const offset = TIED[before] ?? TIED[before.replace(/^[وفبل]/, '')] ?? null;
    return [{ weekday, offset, past: PAST.includes(behind) || before === 'last', dated: /^\d/.test(behind) }];
  });
}, PASSAGES);

export const weekdayName = (weekday: number): { readonly ar: string; readonly en: string } => ({
  ar: ARABIC[weekday]!,
  en: ENGLISH[weekday]!,
});
