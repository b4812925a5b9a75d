import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LexiconError } from '@isnad/lexicon';
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { buildRetelling, type Retelling } from './retelling.js';
import {
  type EventEntry,
  eventSchema,
  type FigureEntries,
  type FrameEntry,
  type FunctionWords,
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
} from './schema.js';

const PACKAGE = fileURLToPath(new URL('../../', import.meta.url));

/** Everything that the reader knows of words that tell events; data only. */
export interface EventWords {
  readonly events: ReadonlyMap<string, EventEntry>;
  readonly shared: ReadonlyMap<string, SharedEntry>;
  readonly frames: ReadonlyMap<string, FrameEntry>;
  /** Frames of words that can have somebody whom they hit. */
  readonly hitting: ReadonlySet<string>;
  /** Means in the order in which they decide a type. */
  readonly means: readonly { readonly tag: string; readonly words: readonly string[] }[];
  /** Means taken for granted of a side when none is told. */
  readonly meansBySide: Readonly<Record<string, readonly string[]>>;
  readonly support: readonly SupportEntry[];
  readonly functions: FunctionWords;
  /** Words around reported speech. */
  readonly speech: SpeechWords;
  /** Small words around counts. */
  readonly figures: FigureEntries;
  readonly retelling: Retelling;
}

const readYaml = <S extends z.ZodType>(file: string, schema: S): z.output<S> => {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines });
  const slip = document.errors[0];
  if (slip) throw new LexiconError(file, lines.linePos(slip.pos[0]).line, 'yaml', slip.message, 'Mend the YAML.');
  const read = schema.safeParse(document.toJS());
  if (read.success) return read.data;
  const issue = read.error.issues[0]!;
  const node = document.getIn(issue.path as (string | number)[], true) as { range?: [number] } | undefined;
  const line = node?.range ? lines.linePos(node.range[0]).line : 1;
  throw new LexiconError(file, line, issue.path.join('.'), issue.message, 'Compare it with its neighbours.');
};

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
    const event = readYaml(file, eventSchema);
    if (`${event.type}.yaml` !== name)
      throw new LexiconError(file, 1, 'type', `is ${event.type}`, 'Name the file after its type.');
    events.set(event.type, event);
  }
  const shared = new Map(Object.entries(readYaml(words('shared.yaml'), sharedSchema).words));
  const frames = new Map(Object.entries(readYaml(words('frames.yaml'), framesSchema).frames)) as ReadonlyMap<
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
  const means = readYaml(words('means.yaml'), meansSchema);
  return {
    events,
    shared,
    frames,
    hitting: new Set([...frames].flatMap(([name, roles]) => (Object.values(roles).includes('target') ? [name] : []))),
    means: means.means,
    meansBySide: means['by-side'],
    support: readYaml(words('support.yaml'), supportSchema).verbs,
    functions: readYaml(words('function.yaml'), functionSchema),
    speech: readYaml(words('speech.yaml'), speechSchema),
    figures: readYaml(words('figures.yaml'), figureSchema),
    retelling: buildRetelling(readYaml(words('retelling.yaml'), retellingSchema)),
  };
};
