import { afterAll, beforeAll, describe, it } from 'vitest';
import { killWhileAdding, killWhileDeciding, playground } from './kill.fixture.js';

describe('a case', { timeout: 1_800_000 }, () => {
  let play: ReturnType<typeof playground>;
  beforeAll(() => {
    play = playground();
  });
  afterAll(() => play.remove());

  it('is the same after adding was killed at random moments, fifty times', async () => {
    await killWhileAdding(play.placeOf, play.reports, 50);
  });

  it('loses no acknowledged decision in fifty kills during a hundred decisions', async () => {
    await killWhileDeciding(play.placeOf, 50);
  });
});
