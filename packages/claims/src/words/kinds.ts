import { type EventKind, plainEventKind } from '@isnad/model';
import type { EventWords } from './load.js';
import type { EventEntry } from './schema.js';

const kindOf = ({ type, name, record = {}, 'shown-with': shownWith, sensitive }: EventEntry): EventKind => {
  const { title, 'ends-battle': endsBattle, ...rest } = record;
  const said = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return {
    ...plainEventKind(type),
    label: name,
    name: title ?? name,
    endsBattle: endsBattle ?? false,
    ...said,
    shownWith,
    sensitive: sensitive ?? null,
  };
};

/** What record and publication need to know of each event type, from the same files as its words. */
export const eventKinds = ({ events }: Pick<EventWords, 'events'>): ReadonlyMap<string, EventKind> =>
  new Map([...events].map(([type, entry]) => [type, kindOf(entry)]));
