import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { alike, LexiconError, readYamlFile } from '@isnad/lexicon';
import { buildRetelling, type Retelling } from './retelling.js';
import {
  type EventEntry,
  eventSchema,
  type FigureEntries,
  type FrameEntry,
  type FunctionWords,
  familiesSchema,
  figureSchema,
  framesSchema,
  functionSchema,
  meansSchema,
  retellingSchema,
  type SharedEntry,
  type SpeechWords,
  type SupportEntry,
  sharedSchema,
  speechSchema,
  supportSchema,
  type Trait,
  type WordEntry,
} from './schema.js';

const PACKAGE = fileURLToPath(new URL('../../', import.meta.url));

/** Everything that the reader knows of words that tell events; data only. */
export interface EventWords {
  readonly events: ReadonlyMap<string, EventEntry>;
  readonly shared: ReadonlyMap<string, SharedEntry>;
  readonly frames: ReadonlyMap<string, FrameEntry>;
  /** Frames of words that can have somebody whom they hit. */
  readonly hitting: ReadonlySet<string>;
  /** Whether what a trait says holds for a family of event types. */
  readonly holds: (trait: Trait, family: string) => boolean;
  /** Means in the order in which they decide a type. */
  readonly means: readonly { readonly tag: string; readonly words: readonly string[] }[];
  /** Means taken for granted of a side when none is told. */
  readonly meansBySide: Readonly<Record<string, readonly string[]>>;
  /** Countries, by ISO 3166-1 code, where a side fights on the ground, and what is taken for granted of it elsewhere is not. */
  readonly groundWarIn: Readonly<Record<string, readonly string[]>>;
  /** Means by which a side attacks «targets» where none is told. */
  readonly meansAtTargets: Readonly<Record<string, readonly string[]>>;
  /** Sides that fly no manned aircraft. */
  readonly withoutAircraft: ReadonlySet<string>;
  /** Sides that fire from the ground as much as from the air. */
  readonly byEither: ReadonlySet<string>;
  readonly support: readonly SupportEntry[];
  readonly functions: FunctionWords;
  /** Words around reported speech. */
  readonly speech: SpeechWords;
  /** Small words around counts. */
  readonly figures: FigureEntries;
  readonly retelling: Retelling;
}

/**
 * Reads events/*.yaml and words/*.yaml of this package.
 * @throws LexiconError that names file, line and field, if the data is broken
 */
export const loadEventWords = (folder: string = PACKAGE): EventWords => {
  const words = (name: string) => join(folder, 'words', name);
  const events = new Map<string, EventEntry>();
  for (const name of readdirSync(join(folder, 'events')).sort()) {
    if (!name.endsWith('.yaml')) continue;
    const file = join(folder, 'events', name);
    const event = readYamlFile(file, eventSchema);
    if (`${event.type}.yaml` !== name)
      throw new LexiconError(file, 1, 'type', `is ${event.type}`, 'Name the file after its type.');
    events.set(event.type, event);
  }
  const shared = new Map<string, SharedEntry>(Object.entries(readYamlFile(words('shared.yaml'), sharedSchema).words));
  const frames = new Map(Object.entries(readYamlFile(words('frames.yaml'), framesSchema).frames)) as ReadonlyMap<
    string,
    FrameEntry
  >;
  for (const event of events.values()) {
    const file = join(folder, 'events', `${event.type}.yaml`);
    if (!frames.has(event.frame))
      throw new LexiconError(file, 1, 'frame', `${event.frame} is not in frames.yaml`, 'Use one that is.');
    for (const word of Object.keys(event.shared ?? {}))
      if (!shared.has(word))
        throw new LexiconError(file, 1, 'shared', `${word} is not in shared.yaml`, 'Use one that is.');
  }
  const { families } = readYamlFile(words('families.yaml'), familiesSchema);
  const known = new Set([...events.values()].map(({ family }) => family));
  for (const family of Object.keys(families))
    if (!known.has(family))
      throw new LexiconError(words('families.yaml'), 1, family, 'is the family of no event type', 'Use one that is.');
  const traits = new Set(Object.entries(families).flatMap(([family, all]) => all.map((one) => `${one} ${family}`)));
  const means = readYamlFile(words('means.yaml'), meansSchema);
  return {
    ...withAlikeWords(events, shared),
    frames: allAlike(frames),
    hitting: new Set([...frames].flatMap(([name, roles]) => (Object.values(roles).includes('target') ? [name] : []))),
    holds: (trait, family) => traits.has(`${trait} ${family}`),
    means: means.means,
    meansBySide: means['by-side'],
    groundWarIn: means['ground-war-in'],
    meansAtTargets: means['at-targets'],
    withoutAircraft: new Set(means['without-aircraft']),
    byEither: new Set(means['by-either']),
    support: readYamlFile(words('support.yaml'), supportSchema).verbs,
    functions: readYamlFile(words('function.yaml'), functionSchema),
    speech: readYamlFile(words('speech.yaml'), speechSchema),
    figures: readYamlFile(words('figures.yaml'), figureSchema),
    retelling: buildRetelling(readYamlFile(words('retelling.yaml'), retellingSchema)),
  };
};

/** A table with all its entries of one shape. */
const allAlike = <T extends object>(table: ReadonlyMap<string, T>): ReadonlyMap<string, T> => {
  const entries = alike([...table.values()]);
  return new Map([...table.keys()].map((key, at) => [key, entries[at]!]));
};

/** Events and shared words, all of one shape, and so the words that tell them. */
const withAlikeWords = (
  events: ReadonlyMap<string, EventEntry>,
  shared: ReadonlyMap<string, SharedEntry>,
): Pick<EventWords, 'events' | 'shared'> => {
  const words = [...events.values()].flatMap(({ words = [] }) => words);
  const forms = [...shared.values()].flatMap(({ forms }) => forms);
  const entries = alike([...words, ...forms]);
  const entryOf = new Map([...words, ...forms].map((word, at) => [word, entries[at]!]));
  const alikeOf = (some: readonly WordEntry[]): readonly WordEntry[] => some.map((word) => entryOf.get(word)!);
  return {
    events: allAlike(
      new Map([...events].map(([type, one]) => [type, { ...one, words: one.words && alikeOf(one.words) }])),
    ),
    shared: allAlike(new Map([...shared].map(([name, one]) => [name, { ...one, forms: alikeOf(one.forms) }]))),
  };
};
