import { type Note, note } from '@isnad/model';
import type { Place } from '../../entries.js';
import type { PlaceWords } from '../heads.js';
import type { PlaceCells } from '../row.js';
import type { ForeignPlace } from './foreign.js';
import { isGeonames, readGeonames } from './geonames.js';
import { mergePlaces } from './merge.js';
import { isOcha, readOcha } from './ocha.js';
import { rowsOf } from './rows.js';
import { readWhosOnFirst } from './whosonfirst.js';

export { Grid } from './grid.js';
export { comparable } from './merge.js';
export { tableOf } from './rows.js';

/** The forms of foreign tables that can be read. */
export const GAZETTEER_FORMS = ['geonames', 'whosonfirst', 'ocha'] as const;
export type GazetteerForm = (typeof GAZETTEER_FORMS)[number];

/** A foreign file: its name, for notes, and its text. */
export interface ForeignFile {
  readonly name: string;
  readonly text: string;
}

/** The form of a file, told by its first lines; null when it is none of those that can be read. */
export const detectForm = (text: string): GazetteerForm | null => {
  const start = text
    .slice(0, 65_536)
    .replace(/^\ufeff/, '')
    .trimStart();
  if (start.startsWith('{')) return start.includes('"wof:') ? 'whosonfirst' : null;
  const lines = start.split(/\r?\n/, 20);
  if (isOcha(lines[0] ?? '')) return 'ocha';
  return lines.some(isGeonames) ? 'geonames' : null;
};

/** Told of each file that is read and of each place that is placed, with how many there are. */
export type ImportProgress = (phase: 'reading' | 'placing', total: number) => void;

export interface ImportOptions {
  /** The form of all files; null to detect each one's. */
  readonly form?: GazetteerForm | null;
  /** How many files there are, for `progress`. */
  readonly files?: number;
  readonly progress?: ImportProgress;
}

/** What an import yields. */
export interface Import {
  /** New places, as rows of a table of places. */
  readonly rows: readonly PlaceCells[];
  readonly notes: readonly { readonly file: string; readonly note: Note }[];
  /** How many usable places were read, how many the project holds already, and how many stood twice. */
  readonly read: number;
  readonly known: number;
  readonly twice: number;
}

/**
 * Reads foreign tables of places and sets them beside the project's own: its rows win, and a foreign place that is
 * one of them (its name, within 10 km) is merged with it. A line that cannot be used costs a note and nothing else.
 * Without a `form` each file's is detected, and a file of unknown form costs a note.
 */
export const importPlaces = (
  files: Iterable<ForeignFile>,
  own: { readonly places: readonly Place[]; readonly words: PlaceWords },
  { form = null, files: count = 0, progress = () => {} }: ImportOptions = {},
): Import => {
  const places = new Map<string, ForeignPlace>();
  const notes: { file: string; note: Note }[] = [];
  const take = (file: string, table: { places: readonly ForeignPlace[]; notes: readonly Note[] }): void => {
    for (const place of table.places) if (!places.has(place.key)) places.set(place.key, place);
    for (const one of table.notes) notes.push({ file, note: one });
  };
  const features: ForeignFile[] = [];
  for (const file of files) {
    progress('reading', count);
    const found = form ?? detectForm(file.text);
    if (found === 'geonames') take(file.name, readGeonames(file.text));
    else if (found === 'ocha') take(file.name, readOcha(file.text));
    else if (found === 'whosonfirst') features.push(file);
    else
      notes.push({
        file: file.name,
        note: note(
          'gazetteer/unknown-form',
          'error',
          'is no GeoNames country dump, Who’s On First GeoJSON or OCHA table saved as CSV. Name its form with --form.',
        ),
      });
  }
  if (features.length > 0) take('Who’s On First', readWhosOnFirst(features));
  const merged = mergePlaces([...places.values()], own.places);
  return {
    rows: rowsOf(merged, own.places, own.words, () => progress('placing', merged.added.length)),
    notes,
    read: places.size,
    known: merged.own.size,
    twice: merged.twice,
  };
};
