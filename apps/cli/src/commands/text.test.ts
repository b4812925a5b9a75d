import { describe, expect, it } from 'vitest';
import { runIsnad } from '../command-line.fixture.js';

describe('isnad text -', () => {
  it('reads each line of standard input as a text of its own, an empty one too', async () => {
    const { status, lines } = await runIsnad(['text', '-'], { input: '٣٢٢ ألف\n\nأمس\n' });
    expect(status).toBe(0);
    expect(lines).toEqual([
      { path: '-', sentences: [{ start: 0, end: 7 }] },
      { path: '-', sentences: [], numbers: [], dates: [], places: [], actors: [], sources: [] },
      { path: '-', sentences: [{ start: 0, end: 3 }] },
    ]);
  });
});
