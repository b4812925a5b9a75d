import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentOf, killWhileAdding, killWhileDeciding, playground, work } from './kill.fixture.js';

// Fifty times each in kill.long.test.ts.
describe('a case', () => {
  let play: ReturnType<typeof playground>;
  beforeAll(() => {
    play = playground();
  });
  afterAll(() => play.remove());

  it('is the same, however often adding was killed and begun again', async () => {
    await killWhileAdding(play.home, play.reports, 2);
  });

  it('loses no decision that was acknowledged before a kill', async () => {
    await killWhileDeciding(play.home, 4);
  });

  it('takes reports and decisions of two processes at once', async () => {
    const folder = path.join(play.home, 'shared');
    await work(['decide', folder, '0', '1']);
    const [, , first, second] = await Promise.all([
      work(['add', folder, play.reports]),
      work(['add', folder, play.reports]),
      work(['decide', folder, '1000', '100']),
      work(['decide', folder, '2000', '100']),
    ]);
    const { decisions, reports, inputs } = (await contentOf(folder)) as {
      decisions: readonly { id: string }[];
      reports: readonly object[];
      inputs: readonly { state: string }[];
    };
    const kept = new Set(decisions.map(({ id }) => id));
    expect([...first, ...second].filter((line) => line !== 'done' && !kept.has(line))).toEqual([]);
    expect(kept.size).toBe(201);
    expect(reports).toHaveLength(620);
    expect(inputs.every(({ state }) => state === 'complete')).toBe(true);
  });
});
