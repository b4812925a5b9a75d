import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import { alike } from './alike.js';
import { checkTables, checkUnique } from './check.js';
import { type DataFile, listFiles, type Placed, readEntries } from './data-files.js';
import type { Actor, AmbiguousName, Head, Names, Outlet, Register, Source, State, StateBody } from './entries.js';
import { LexiconError } from './errors.js';
import { buildNames, type NameEntry } from './names.js';
import type { Phrases } from './phrases.js';
import {
  type Gazetteer,
  gazetteerOf,
  importedTables,
  loadImportedPlaces,
  loadPlaces,
  loadPlaceWords,
} from './places/index.js';
import * as schema from './schema.js';
import { readSpellings, type Spellings } from './spellings.js';
import { sidesOfStates, withStates } from './states.js';
import type { Cue, Group, Measure, Reporting } from './words.js';

/** What words mean. Made from the data folder alone; two loads of the same data are equal. */
export interface Lexicon {
  /** First sixteen hexadecimal digits of the SHA-256 of all data; behind a + those of imported tables. */
  readonly version: string;
  /** Year of the newest data: names in it are of sides that are not known to have ended. */
  readonly year: number;
  readonly actors: ReadonlyMap<string, Actor>;
  readonly ambiguous: readonly AmbiguousName[];
  /** Ids of actors, by the body of `state-bodies.yaml` that they are and the ISO 3166-1 code of its state. */
  readonly sidesOfStates: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly heads: readonly Head[];
  /** Outlets are among them, as sources of the kind `outlet`. */
  readonly sources: ReadonlyMap<string, Source>;
  readonly outlets: ReadonlyMap<string, Outlet>;
  readonly groups: ReadonlyMap<string, Group>;
  readonly measures: ReadonlyMap<string, Measure>;
  readonly reporting: readonly Reporting[];
  readonly cues: readonly Cue[];
  readonly places: Gazetteer;
  readonly spellings: Spellings;
  /** One automaton over all written forms. */
  readonly names: Phrases<NameEntry>;
}

/** Raise it when the data is brought up to date: a report is not taken to be younger than the words that read it. */
const EDITION = 2026;

/** The data folder of this package. */
export const DATA_FOLDER = fileURLToPath(new URL('../data/', import.meta.url));

/**
 * Reads the lexicon from its data folder. `gazetteer` is a file, or a folder of files, that `isnad gazetteer import`
 * made; its places stand behind the project's own.
 * @throws LexiconError that names file, line and field, if the data is broken
 */
export const loadLexicon = (folder: string = DATA_FOLDER, gazetteer: string | null = null): Lexicon => {
  const files = listFiles(folder, '.yaml');
  const read = <S extends z.ZodType, T>(name: string, shape: S, make: (row: z.output<S>) => T): readonly Placed<T>[] =>
    filesOf(files, name).flatMap((file) =>
      readEntries(file, shape).map((placed) => ({ ...placed, entry: make(placed.entry as z.output<S>) })),
    );
  const spellings = readSpellings(read('spellings.yaml', schema.spellingEntry, (row) => row).map(({ entry }) => entry));
  const ownActors = read('actors/', schema.actorEntry, actorOf);
  const ambiguous = read('ambiguous.yaml', schema.ambiguousEntry, ambiguousOf);
  const heads = read('heads.yaml', schema.headEntry, (row): Head => row);
  const outlets = read('outlets.yaml', schema.outletEntry, outletOf);
  const ownSources = read('sources.yaml', schema.sourceEntry, sourceOf);
  const states = read('states.yaml', schema.stateEntry, (row): State => row);
  const bodies = read('state-bodies.yaml', schema.stateBodyEntry, (row): StateBody => row);
  const groups = read('groups.yaml', schema.groupEntry, named<z.output<typeof schema.groupEntry>, Group>);
  const measures = read('measures.yaml', schema.measureEntry, named<z.output<typeof schema.measureEntry>, Measure>);
  const reporting = read('reporting.yaml', schema.reportingEntry, (row): Reporting => row);
  const cues = read('cues.yaml', schema.cueEntry, (row): Cue => row);

  for (const table of [ownActors, heads, outlets, ownSources, groups, measures, reporting, cues]) checkUnique(table);
  const tablesOfStates = { states: entries(states), bodies: entries(bodies) };
  const { actors, sources } = withStates(
    { actors: ownActors, sources: withOutlets(ownSources, outlets) },
    states,
    tablesOfStates.bodies,
  );
  checkTables({ actors, ambiguous, sources, groups }, spellings);

  const tables = {
    actors: byId(actors),
    ambiguous: withAlikeCandidates(entries(ambiguous)),
    ...tablesOfStates,
    heads: entries(heads),
    sources: byId(sources),
    outlets: byId(outlets),
    groups: byId(groups),
    measures: byId(measures),
    reporting: entries(reporting),
    cues: entries(cues),
  };
  const own = loadPlaces(join(folder, 'places'));
  const imported = gazetteer === null ? [] : loadImportedPlaces(gazetteer, own);
  const places = gazetteerOf(own, loadPlaceWords(join(folder, 'place-heads.yaml')), imported);
  const names = buildNames(tables, spellings);
  const version = hashOf(listFiles(folder, '')) + (gazetteer === null ? '' : `+${hashOf(importedTables(gazetteer))}`);
  return {
    version,
    year: EDITION,
    ...tables,
    sidesOfStates: sidesOfStates(tables.states, tables.bodies),
    places,
    spellings,
    names,
  };
};

const filesOf = (files: readonly DataFile[], name: string): readonly DataFile[] => {
  const found = files.filter((file) => (name.endsWith('/') ? file.name.startsWith(name) : file.name === name));
  if (found.length > 0) return found;
  throw new LexiconError(name, 1, 'file', 'is missing from the data folder', 'Restore it from the repository.');
};

const byId = <T extends { readonly id: string }>(placed: readonly Placed<T>[]): ReadonlyMap<string, T> =>
  new Map(entries(placed).map((entry) => [entry.id, entry]));
const entries = <T extends object>(placed: readonly Placed<T>[]): readonly T[] =>
  alike(placed.map(({ entry }) => entry));

const named = <R extends { readonly ar: string; readonly en: string }, T extends { readonly name: Names }>(
  row: R,
): T => {
  const { ar, en, ...rest } = row;
  return { ...rest, name: { ar, en } } as unknown as T;
};

const actorOf = (row: z.output<typeof schema.actorEntry>): Actor => {
  const { ar, en, neutral, short, hostile, own, 'unit-of': unitOf, ...rest } = row;
  const forms: Record<Register, readonly string[]> = { neutral: [ar, ...neutral], short, hostile, own };
  return { ...rest, name: { ar, en }, forms, unitOf };
};

const withAlikeCandidates = (names: readonly AmbiguousName[]): readonly AmbiguousName[] => {
  const all = names.flatMap(({ candidates }) => candidates);
  const candidates = alike(all);
  const alikeOf = new Map(all.map((candidate, at) => [candidate, candidates[at]!]));
  return names.map((name) => ({ ...name, candidates: name.candidates.map((one) => alikeOf.get(one)!) }));
};

const ambiguousOf = (row: z.output<typeof schema.ambiguousEntry>): AmbiguousName => row;

const outletOf = (row: z.output<typeof schema.outletEntry>): Outlet => {
  const { ar, en, ...rest } = row;
  const forms = [ar, ...row.forms].filter((form, at, all) => all.indexOf(form) === at && !row.bare.includes(form));
  return { ...rest, name: { ar, en }, forms };
};

const sourceOf = (row: z.output<typeof schema.sourceEntry>): Source => {
  const { ar, en, 'by-country': byCountry, ...rest } = row;
  return {
    ...rest,
    name: { ar, en },
    forms: [...new Set([ar, ...row.forms])],
    byCountry,
    named: row.kind !== 'unnamed',
  };
};

/** What announces an outlet in running text: newspaper, channel, agency, site, radio, network, page; its reporters. */
const OUTLET_HEADS = [
  ...['صحيفة', 'جريدة', 'قناة', 'تلفزيون', 'وكالة', 'وكالة أنباء', 'موقع', 'إذاعة', 'شبكة', 'صفحة', 'منصة'],
  ...['مراسل', 'مراسلة', 'مراسلو', 'مراسلي', 'موفد', 'كاميرا'],
];

/** Outlets that are no sources by themselves become sources of the same id; those that are lend them their forms. */
const withOutlets = (
  sources: readonly Placed<Source>[],
  outlets: readonly Placed<Outlet>[],
): readonly Placed<Source>[] => {
  // A form that is written out for one outlet is not made up for another: «صحيفة الجزيرة» is no name of the channel.
  const writtenOut = new Set([...sources, ...outlets].flatMap(({ entry }) => entry.forms));
  const formsOf = ({ forms, bare }: Outlet): readonly string[] => {
    const headed = bare.flatMap((name) => OUTLET_HEADS.map((head) => `${head} ${name}`));
    return [...forms, ...headed.filter((form) => !writtenOut.has(form))];
  };
  const published = new Map(outlets.map(({ entry }) => [entry.id, entry]));
  const known = new Set(sources.map(({ entry }) => entry.id));
  const joined = sources.map((placed): Placed<Source> => {
    const outlet = published.get(placed.entry.id);
    if (!outlet) return placed;
    const { forms, country, owner, leaning } = placed.entry;
    const entry: Source = {
      ...placed.entry,
      forms: [...new Set([...forms, ...formsOf(outlet)])],
      country: country ?? outlet.country,
      owner: owner ?? outlet.owner,
      leaning: leaning ?? outlet.leaning,
    };
    return { ...placed, entry };
  });
  const added = outlets
    .filter(({ entry }) => !known.has(entry.id))
    .map(({ entry: outlet, file, index }) => {
      const { id, name, country, owner, leaning, source } = outlet;
      const kind = outlet.agency ? 'agency' : 'outlet';
      const forms = formsOf(outlet);
      const entry: Source = {
        id,
        name,
        kind,
        forms,
        named: true,
        country,
        owner,
        leaning,
        side: null,
        byCountry: {},
        source,
      };
      return { entry, file, index };
    });
  return [...joined, ...added];
};

const hashOf = (files: readonly DataFile[]): string => {
  const hash = createHash('sha256');
  for (const { name, text } of files) hash.update(`${name}\n${text.length}\n`).update(text);
  return hash.digest('hex').slice(0, 16);
};
