import { describe, expect, it } from 'vitest';
import { eventsOf, mentionOf, type Passage, readPassages } from './passages.fixture.js';

/** The listed mentions with the dates that the reader gives them, in the notation of the case. */
const read = (passage: Passage): readonly string[] => {
  const events = eventsOf(passage);
  return passage.expected.map((line) => {
    const name = /«([^»]*)»/.exec(line)![1]!;
    const event = mentionOf(events, name);
    return `«${name}» ${event ? event.date : 'not found'}`;
  });
};

describe('when events happened', () => {
  for (const passage of readPassages(new URL('../../dates.cases.txt', import.meta.url))) {
    const check = () => expect(read(passage), `dates.cases.txt:${passage.line}`).toEqual(passage.expected);
    // A known failure stays in the file and fails the run when it begins to pass.
    if (passage.xfail) it.fails(`${passage.title} (xfail: ${passage.xfail})`, check);
    else it(passage.title, check);
  }
});
