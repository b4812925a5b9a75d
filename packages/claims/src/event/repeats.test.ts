import { describe, expect, it } from 'vitest';
import { eventsOf, mentionOf, type Passage, readPassages } from './passages.fixture.js';

const names = (line: string): string[] => [...line.matchAll(/«([^»]*)»/g)].map(([, name]) => name!);

/** The listed mentions, grouped by the event that the reader takes them for, in the notation of the case. */
const read = (passage: Passage): readonly string[] => {
  const events = eventsOf(passage);
  const groups = new Map<string, string[]>();
  for (const name of passage.expected.flatMap(names)) {
    const event = mentionOf(events, name);
    const key = event ? (event.repeats ?? event.id) : `not found: ${name}`;
    groups.set(key, [...(groups.get(key) ?? []), event ? `«${name}»` : `«${name}» not found`]);
  }
  return [...groups.values()].map((group) => group.join(' '));
};

describe('which mentions tell one event', () => {
  for (const passage of readPassages(new URL('../../repeats.cases.txt', import.meta.url))) {
    const check = () => expect(read(passage), `repeats.cases.txt:${passage.line}`).toEqual(passage.expected);
    // A known failure stays in the file and fails the run when it begins to pass.
    if (passage.xfail) it.fails(`${passage.title} (xfail: ${passage.xfail})`, check);
    else it(passage.title, check);
  }
});
