import type { EventClaim } from '@isnad/model';
import type { Grammar } from '../reader.js';
import type { EventRead } from './mention.js';

/** The families that an event's word can point back to. */
export const refersOf = ({ draft }: EventRead, { words }: Pick<Grammar, 'words'>): readonly string[] =>
  'shared' in draft.sense.word ? (words.shared.get(draft.sense.word.shared)?.refers ?? []) : [draft.family];

/**
 * A definite word of violence without means of its own («الهجوم», the attack) is of the type of the last event
 * told that it can point back to.
 */
export const typeInContext = (
  event: EventRead,
  earlier: readonly EventRead[],
  made: readonly EventClaim[],
  usualMeans: ReadonlyMap<string, string>,
  { words, table }: Grammar,
): string => {
  const { sense, by, definite } = event.draft;
  if (!('shared' in sense.word) || by !== null) return event.type;
  const usual = usualType(event, sense.word.shared, usualMeans, table, words);
  if (!definite) return usual ?? event.type;
  const refers = refersOf(event, { words });
  for (let k = earlier.length - 1; k >= 0; k--)
    if (refers.includes(words.events.get(made[k]!.type)!.family)) return made[k]!.type;
  return usual ?? event.type;
};

/** The type of a shared word by the means that its actor uses elsewhere in the report, or is known for. */
const usualType = (
  event: EventRead,
  shared: string,
  usualMeans: ReadonlyMap<string, string>,
  table: Grammar['table'],
  words: Grammar['words'],
): string | null => {
  const row = table.get(shared);
  for (const actor of event.actors) {
    const told =
      usualMeans.get(actor) ??
      Object.keys(words.meansBySide).find((means) => words.meansBySide[means]!.includes(actor));
    const type = told === undefined ? undefined : row?.get(told);
    if (type) return type;
  }
  return null;
};

/** Means from the air, which a report tells once and then takes for granted. */
const LASTING = new Set(['air', 'drone']);

/** The means by which each side acts where the report tells it. */
export const meansBySide = (events: readonly EventRead[]): ReadonlyMap<string, string> => {
  const means = new Map<string, string>();
  for (const { draft, actors } of events) {
    const told = draft.by ?? ('type' in draft.sense.word && draft.family === 'air' ? 'air' : null);
    if (told !== null && LASTING.has(told)) for (const actor of actors) if (!means.has(actor)) means.set(actor, told);
  }
  return means;
};
