/**
 * What a date expression means before it is known when the report was published. Plain data, so that a
 * mention can be resolved again once the publication date is known, without reading the text again.
 */
export type Unit = 'minute' | 'hour' | 'day' | 'night' | 'week' | 'month' | 'year' | 'decade' | 'period';

/** Which of several: the one before publication (الماضي), the current (الجاري), the next (المقبل), or unsaid. */
export type Which = 'past' | 'this' | 'next' | 'plain';

/** Part of a period: مطلع, أوائل, منتصف, أواخر, نهاية. */
export type Edge = 'start' | 'early' | 'middle' | 'late' | 'end';

/** How many units; null when the text does not number them (قبل أيام). */
export type Count = { readonly min: number; readonly max: number } | null;

export interface CalendarDate {
  readonly is: 'calendar';
  readonly year: number | null;
  /** 1–12. */
  readonly month: number | null;
  readonly day: number | null;
  /** 0 Sunday … 6 Saturday, when the text names one beside the date. */
  readonly weekday: number | null;
  readonly which: Which;
  /** Months and years of the Islamic calendar. */
  readonly hijri: boolean;
}

export type Meaning =
  | CalendarDate
  /** السبت: the last such day up to publication. */
  | { readonly is: 'weekday'; readonly weekday: number; readonly which: Which }
  /** اليوم, أمس (yesterday), with a weekday beside it or none. */
  | { readonly is: 'day'; readonly offset: number; readonly weekday: number | null }
  /** قبل يومين (two days ago), and the other way round. */
  | {
      readonly is: 'ago';
      readonly unit: Unit;
      readonly count: Count;
      readonly approximate: boolean;
      readonly ahead: boolean;
    }
  /** الأسبوع الماضي (last week), هذا العام (this year). */
  | { readonly is: 'unit'; readonly unit: Unit; readonly offset: -1 | 0 | 1 }
  /** خلال الأيام الماضية (in the past days): up to publication, or from it on. */
  | {
      readonly is: 'window';
      readonly unit: Unit;
      readonly count: Count;
      readonly approximate: boolean;
      readonly ahead: boolean;
      /** القليلة: a shorter stretch than the bare plural. */
      readonly few: boolean;
    }
  | { readonly is: 'edge'; readonly edge: Edge; readonly of: Meaning }
  /** 16 من الشهر الجاري: a day of a month told by another expression. */
  | { readonly is: 'day-of'; readonly day: number; readonly of: Meaning }
  /** ليلة السبت: the night that leads into the day, or that follows it. */
  | { readonly is: 'night'; readonly of: Meaning }
  /** صيف 2018: a run of months of a year; months above 12 lie in the next year. */
  | { readonly is: 'season'; readonly months: readonly [number, number]; readonly year: Meaning }
  /** From one to another; `publication` as an end is the day of publication; null is open. */
  | { readonly is: 'span'; readonly from: Meaning | null; readonly to: Meaning | 'publication' | null }
  /** اليوم نفسه (the same day), اليوم التالي (the day after): counted from a date told before. */
  | { readonly is: 'shift'; readonly of: Meaning; readonly days: number }
  /** Understood, but nothing dates it. */
  | {
      readonly is: 'undated';
      readonly why: string;
      /** بعد شهر من (a month after): how long after the event that is told behind it. */
      readonly after?: Extract<Meaning, { is: 'ago' }>;
    };
