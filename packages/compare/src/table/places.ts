import { type Note, note } from '@isnad/model';
import type { TablePlace, TableRow } from './row.js';
import { numberIn } from './values.js';

/** A point of two cells; null where they hold none, or 0 and 0, which tables write for want of one. */
export const pointIn = (lat: string | undefined, lon: string | undefined): TablePlace['point'] => {
  const [north, east] = [numberIn(lat), numberIn(lon)];
  if (north === null || east === null || Math.abs(north) > 90 || Math.abs(east) > 180) return null;
  return north === 0 && east === 0 ? null : { lat: north, lon: east };
};

/** How many rows have no date that can be read. */
export const unreadDays = (rows: readonly TableRow[]): readonly Note[] => {
  const without = rows.filter(({ days }) => days === null);
  return without.length === 0
    ? []
    : [
        note(
          'compare/unread-dates',
          'warning',
          `${without.length} of ${rows.length} rows tell no one day (row ${without[0]!.at} is the first), so they match nothing. Write dates as 2018-12-17, or say with --dates whether day or month comes first.`,
        ),
      ];
};
