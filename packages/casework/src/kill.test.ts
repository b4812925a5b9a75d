import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentOf, killWhileAdding, killWhileDeciding, playground, work, workTogether } from './kill.fixture.js';

// Fifty times each in kill.long.test.ts.
describe('a case', () => {
  let play: ReturnType<typeof playground>;
  beforeAll(() => {
    play = playground();
  });
  afterAll(() => play.remove());

  it('is the same, however often adding was killed and begun again', async () => {
    await killWhileAdding(play.placeOf, play.reports, 2);
  });

  it('loses no decision that was acknowledged before a kill', async () => {
    await killWhileDeciding(play.placeOf, 4);
  });

  // A limit on the length of files stands for a disk that is full: the system refuses the write in the same way.
  it.skipIf(process.platform === 'win32')('says that the disk is full, and goes on once there is room', async () => {
    const whole = path.join(play.home, 'unhindered');
    await work(['add', whole, play.reports]);
    const expected = await contentOf(whole);
    for (const room of [64, 500, 1500]) {
      const folder = path.join(play.home, `full-${room}`);
      await expect(work(['add', folder, play.reports], { room })).rejects.toThrow(/the disk is full[\s\S]*store\/full/);
      await work(['add', folder, play.reports]);
      expect(await contentOf(folder)).toEqual(expected);
    }
  });

  it('takes reports and decisions of two processes at once', async () => {
    await workTogether(play.placeOf, play.reports);
  });
});
