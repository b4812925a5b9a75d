import type { LiveEvent } from '@isnad/api';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Casebook } from '../case/casebook.js';
import { memoryCasebook } from '../case/memory.js';
import { NO_WORDS } from '../case/words.js';
import { OWNER } from '../security/viewer.js';
import { openStage } from './stage.js';

const REPORT = {
  id: 'sha256:a',
  path: 'a.txt',
  title: 'a title',
  published: { edtf: null, basis: 'none', reason: '' },
};
const record = {
  case: 'c',
  program: { name: 'isnad', version: '0', lexicon: '0' },
  reports: [{ ...REPORT, outlet: null, root_sources: [], copies_of: [] }],
  claims: [],
  incidents: [],
  tolls: [],
  control: [],
  checks: [],
  disputes: [],
} as never;

const bookWith = (more: Partial<Casebook>): Casebook => ({
  ...memoryCasebook({ snapshot: { revision: 'r', record, words: NO_WORDS } }),
  ...more,
});

describe('a stage', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('says that a build failed, with a code to those who look and with everything to the log', async () => {
    const slips: unknown[] = [];
    const events: LiveEvent[] = [];
    const broken = new Error('the disk is full');
    const stage = await openStage(
      bookWith({ rebuild: () => Promise.reject(broken) }),
      () => '',
      (error) => slips.push(error),
    );
    stage.hub.listen((event) => events.push(event));
    stage.refresh();
    await stage.settled();
    expect(slips).toEqual([broken]);
    expect(events.at(-1)).toEqual({ event: 'build', stage: 'failed', done: 0, total: 0, code: 'api/build-failed' });
    expect(stage.scene(OWNER).state).toBe('failed');
  });

  it('tells how far workers have come when that changes, while somebody listens', async () => {
    const events: LiveEvent[] = [];
    const work = { workers: 2, waiting: 50, running: 1, done: 100, set_aside: 0 };
    let now = work;
    const stage = await openStage(bookWith({ work: async () => now }), () => '');
    stage.watch();
    await vi.advanceTimersByTimeAsync(5000);
    stage.hub.listen((event) => events.push(event));
    await vi.advanceTimersByTimeAsync(5000);
    now = { ...work, waiting: 0, done: 150 };
    await vi.advanceTimersByTimeAsync(5000);
    stage.end();
    expect(events).toEqual([
      { event: 'work', work },
      { event: 'work', work: now },
    ]);
  });

  it('takes the record away at once when something was expunged, though it cannot be built anew', async () => {
    let isExpunged = false;
    let isBroken = true;
    const stage = await openStage(
      bookWith({
        expunged: async () => isExpunged,
        current: async () => !isExpunged,
        rebuild: async () => {
          if (isBroken) throw new Error('no');
          isExpunged = false;
        },
      }),
      () => '',
    );
    const tag = stage.tag();
    const shown = () => stage.scene(OWNER).view.record.reports.length;
    stage.watch();
    await vi.advanceTimersByTimeAsync(10_000);
    expect([shown(), stage.tag()]).toEqual([1, tag]);
    isExpunged = true;
    await vi.advanceTimersByTimeAsync(3_000);
    expect(shown()).toBe(0);
    expect(stage.tag()).not.toBe(tag);
    isBroken = false;
    await vi.advanceTimersByTimeAsync(120_000);
    expect(shown()).toBe(1);
  });

  it('shows the record before when the case cannot be asked', async () => {
    const stage = await openStage(bookWith({ current: () => Promise.reject(new Error('busy')) }), () => '');
    stage.watch();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(stage.scene(OWNER).view.record.reports).toHaveLength(1);
  });

  it('leaves time between records when decisions come faster', async () => {
    vi.useRealTimers();
    const begun: number[] = [];
    const rebuild = async () => {
      begun.push(performance.now());
      await new Promise((resolve) => setTimeout(resolve, 60));
    };
    const stage = await openStage(bookWith({ rebuild }), () => '2019-06-30T12:00:00.000Z');
    stage.refresh();
    stage.refresh();
    stage.refresh();
    await stage.settled();
    expect(begun).toHaveLength(2);
    // Timers may fire a millisecond early.
    expect(begun[1]! - begun[0]!).toBeGreaterThanOrEqual(60 + 2 * 60 - 5);
  });
});
