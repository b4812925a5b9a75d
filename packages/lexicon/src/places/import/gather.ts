import { type Note, note } from '@isnad/model';
import { type ForeignPlace, type ForeignTable, PASSED_OVER, type PassedOver, type RowReading } from './foreign.js';

/** Where a row stands, in words: `line 17`, `SY/421168809.geojson`. */
export interface Told {
  readonly where: string;
  readonly reading: RowReading;
}

const REMEDY = 'Everything else was read; mend it there if the place is needed';

/** Parts what was read into places and notes; a key that stood before is named and left out. */
export const gatherRows = (rows: Iterable<Told>): ForeignTable => {
  const places = new Map<string, ForeignPlace>();
  const notes: Note[] = [];
  const passed = new Map<PassedOver, number>();
  const first = new Map<string, string>();
  for (const { where, reading } of rows) {
    if (typeof reading === 'string') passed.set(reading, (passed.get(reading) ?? 0) + 1);
    else if ('code' in reading)
      notes.push(note(reading.code, 'warning', `${where}: ${reading.message}, so it was left out. ${REMEDY}.`));
    else if (places.has(reading.key))
      notes.push(
        note(
          'gazetteer/same-id',
          'warning',
          `${where}: ${reading.key} stood before (${first.get(reading.key)!}), so it was left out. ${REMEDY}.`,
        ),
      );
    else {
      places.set(reading.key, reading);
      first.set(reading.key, where);
    }
  }
  for (const [why, count] of passed)
    notes.push(note('gazetteer/passed-over', 'info', `${count} rows ${PASSED_OVER[why]}. Nothing needs doing.`));
  return { places: [...places.values()], notes };
};
