import type { Bilingual, DayInterval } from '@isnad/model';
import type { TableRow } from '../table/row.js';
import { saidDays } from '../table/values.js';
import type { DayIndex } from './dayIndex.js';
import { ENOUGH, likeness, sharedSides } from './likeness.js';
import { areFar, daysApart, placesApart } from './near.js';
import { plain } from './plain.js';
import { say } from './say.js';
import type { Subject } from './subject.js';

/** Why nothing was found that could be the same. */
export interface Reason {
  readonly code: 'no-date' | 'no-place' | 'summary' | 'outside-period' | 'nothing-near' | 'unlike' | 'fits-another';
  readonly explain: Bilingual;
  /** Row or incident that came nearest. */
  readonly nearest: number | string | null;
}

/** How far is looked for what comes nearest. */
const DAYS = 14;
const KM = 100;
/** A row this long before or after the record is none of its business. */
const BEYOND = 14;

interface Apart {
  readonly row: TableRow;
  readonly subject: Subject;
  readonly days: number;
  readonly km: number | null;
  readonly sameName: boolean;
}

const apartOf = (row: TableRow, subject: Subject): Apart | null => {
  if (row.days === null || subject.days === null || areFar(row.place, subject, KM)) return null;
  const { km, names } = placesApart(row.place, subject);
  const sameName = names === 'same' || names === 'within';
  const days = daysApart(row.days, subject.days);
  if (days > DAYS || (km !== null ? km > KM : !sameName)) return null;
  return { row, subject, days, km, sameName };
};

/** The one that is nearest in days and kilometres together; 10 km count as a day. */
const nearestOf = (all: readonly (Apart | null)[]): Apart | null => {
  const far = ({ days, km }: Apart) => days + (km ?? 0) / 10;
  return all.reduce<Apart | null>(
    (best, one) => (one !== null && (best === null || far(one) < far(best)) ? one : best),
    null,
  );
};

const explained = (apart: Apart, name: Bilingual): { readonly code: Reason['code']; readonly explain: Bilingual } => {
  const { row, subject, days, km, sameName } = apart;
  const like = likeness(row, subject);
  const fits = like !== null && like.all >= ENOUGH;
  const sides = row.sides.length > 0 && subject.sides.length > 0 && sharedSides(row, subject).size === 0;
  const { types } = subject;
  const type = types !== null && row.types.length > 0 && !row.types.some((said) => types.has(plain(said)));
  return {
    code: fits ? 'fits-another' : 'unlike',
    explain: say.nearest(name, [
      say.daysOff(days),
      ...(km === null ? (sameName ? [] : [say.otherPlaceName()]) : km < 1 ? [] : [say.kmOff(km)]),
      ...(sides ? [say.otherSides()] : []),
      ...(type ? [say.otherType()] : []),
      ...(fits ? [say.taken()] : []),
    ]),
  };
};

const beyond = (days: DayInterval, period: DayInterval | null): boolean =>
  period !== null && daysApart(days, period) > BEYOND;

/** Why no incident fits a row. */
export const whyNoIncident = (row: TableRow, index: DayIndex<Subject>): Reason => {
  if (row.isSummary) return { code: 'summary', explain: say.summary(), nearest: null };
  if (row.days === null) return { code: 'no-date', explain: say.noDate(), nearest: null };
  if (index.period !== null && beyond(row.days, index.period))
    return { code: 'outside-period', explain: say.outsidePeriod(saidDays(index.period)), nearest: null };
  const nearest = nearestOf(index.around(row.days, DAYS).map((subject) => apartOf(row, subject)));
  if (nearest === null && row.place.point === null && row.place.names.length === 0)
    return { code: 'no-place', explain: say.noPlace(), nearest: null };
  if (nearest === null) return { code: 'nothing-near', explain: say.nothingNear(DAYS, KM), nearest: null };
  const { title, id } = nearest.subject.incident;
  return { ...explained(nearest, { ar: `«${title.ar}»`, en: `"${title.en}"` }), nearest: id };
};

/** Why no row fits an incident. */
export const whyNoRow = (subject: Subject, index: DayIndex<TableRow>): Reason => {
  if (subject.days === null) return { code: 'no-date', explain: say.noDate(), nearest: null };
  const nearest = nearestOf(index.around(subject.days, DAYS).map((row) => apartOf(row, subject)));
  if (nearest === null && subject.point === null) return { code: 'no-place', explain: say.noPlace(), nearest: null };
  if (nearest === null) return { code: 'nothing-near', explain: say.nothingNear(DAYS, KM), nearest: null };
  const { at, id } = nearest.row;
  const name = { ar: `السطر ${at}${id === null ? '' : ` (${id})`}`, en: `row ${at}${id === null ? '' : ` (${id})`}` };
  return { ...explained(nearest, name), nearest: at };
};
