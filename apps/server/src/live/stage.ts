import type { Casebook, Progress, Snapshot } from '../case/casebook.js';
import { type CaseView, type DecisionLog, logOf, viewOf } from '../case/view.js';
import { NO_WORDS } from '../case/words.js';
import { columnsOf, type IncidentColumns } from '../filter/columns.js';
import { type SaidIndex, saidIn } from '../filter/said.js';
import type { Scene } from '../http/handler.js';
import { Refused } from '../http/refused.js';
import type { CaseState } from '../operations/metrics.js';
import { OWNER, type Viewer } from '../security/viewer.js';
import { createHub, type Hub } from './hub.js';
import { warm } from './warming.js';

/** What is derived of one record. */
interface Shown {
  readonly view: CaseView;
  readonly columns: () => IncidentColumns;
  readonly said: () => SaidIndex;
  readonly once: Scene['once'];
}

const onceIn =
  (made: Map<string, unknown>): Scene['once'] =>
  <T>(key: string, make: () => T): T => {
    if (!made.has(key)) made.set(key, make());
    return made.get(key) as T;
  };

const shownOf = (view: CaseView): Shown => {
  const made = new Map<string, unknown>();
  const once = onceIn(made);
  const said = () => once('said', () => saidIn(view.record.claims));
  return { view, once, said, columns: () => once('columns', () => columnsOf(view, said())) };
};

/** The record with nothing in it. */
const emptied = ({ revision, record: { case: name, program } }: CaseView): Snapshot => ({
  revision: `${revision}-withdrawn`,
  record: {
    case: name,
    program,
    reports: [],
    claims: [],
    incidents: [],
    tolls: [],
    control: [],
    checks: [],
    disputes: [],
  },
  words: NO_WORDS,
});

/** What is told of a build that failed; the rest is in the server's log. */
const codeOf = (error: unknown): string => (error instanceof Refused ? error.problem.code : 'api/build-failed');

/** Between two looks at a case, ms. */
const LOOK = 2_000;
/** After a build that failed, ms. */
const REST = 60_000;
/**
 * Where decisions come faster than records: a build waits this many times as long as the one before took, so that most
 * of the time is left to those who ask; at most so long, ms.
 */
const BREATHER = 2;
const LONGEST_BREATHER = 30_000;
/**
 * Taking the record of a large case over keeps those who ask waiting, so that it may have a fortieth of the time: after one
 * that took longer than a person notices, ms, the next waits forty times as long as it took, at most so long.
 */
const NOTICED = 250;
const LARGE_BREATHER = 40;
const LONGEST_LARGE_BREATHER = 120_000;
/** @param taking what of the time of building went to taking the record over, both ms */
const restAfter = (building: number, taking: number): number =>
  Math.max(
    Math.min(BREATHER * building, LONGEST_BREATHER),
    taking > NOTICED ? Math.min(LARGE_BREATHER * taking, LONGEST_LARGE_BREATHER) : 0,
  );

/**
 * The case as it is being shown: one record at a time in memory, replaced as a whole when it has been built anew, so that
 * every answer is of one record. Decisions that come during a build are in the next.
 */
export interface Stage {
  readonly hub: Hub;
  readonly scene: (viewer: Viewer) => Scene;
  /** Changes with every record and every decision. */
  readonly tag: () => string;
  /** Has the record built anew. */
  readonly refresh: () => void;
  /** From now on looks now and then whether another process has changed the case, and follows. */
  readonly watch: () => void;
  /** Resolves when no build is under way or waiting. */
  readonly settled: () => Promise<void>;
  /** What it amounts to, in counts. */
  readonly about: () => CaseState;
  /** Whether it can be shown as it should be; throws what keeps the store from answering. */
  readonly ready: () => Promise<boolean>;
  /** Looks no more, and lets go of who listens. */
  readonly end: () => void;
}

/**
 * Opens a case to be shown.
 * @param now RFC 3339
 * @param slip told of builds that failed
 */
export const openStage = async (
  book: Casebook,
  now: () => string,
  slip: (error: unknown) => void = () => {},
): Promise<Stage> => {
  const hub = createHub();
  let shown = shownOf(viewOf(await book.snapshot()));
  let log: DecisionLog = logOf(await book.decisions(), shown.view);
  let decided = onceIn(new Map());
  let building: Promise<void> | null = null;
  let again = false;
  let hasFailed = false;
  let restUntil = 0;
  let isWithdrawn = false;
  let looking: NodeJS.Timeout | undefined;
  let hurry = (): void => {};

  const state = () => (building ? 'building' : hasFailed ? 'failed' : 'current');
  const tag = (): string => `${shown.view.revision}.${log.all.length}`;
  const sceneFor = (viewer: Viewer): Scene => ({
    book,
    log,
    viewer,
    now,
    ...shown,
    state: state(),
    onceDecided: decided,
    changed: async ({ id, by }) => {
      log = logOf(await book.decisions(), shown.view);
      decided = onceIn(new Map());
      hub.tell({ event: 'decision', id, by, revision: shown.view.revision });
      rebuild();
      return { log, revision: shown.view.revision };
    },
  });
  const warmUp = (): void => {
    const { view } = shown;
    // What cannot be derived is said to whoever asks for it.
    warm(sceneFor(OWNER), () => shown.view === view).catch(() => {});
  };
  const take = async (): Promise<void> => {
    const [snapshot, decisions] = [await book.snapshot(), await book.decisions()];
    shown = shownOf(viewOf(snapshot));
    isWithdrawn = false;
    log = logOf(decisions, shown.view);
    decided = onceIn(new Map());
    warmUp();
    hub.tell({ event: 'record', revision: shown.view.revision });
  };
  /** What was expunged may stand anywhere in the record, so that nothing of it is shown until it is built anew. */
  const withdraw = (): void => {
    isWithdrawn = true;
    hurry();
    restUntil = 0;
    shown = shownOf(viewOf(emptied(shown.view)));
    log = logOf([], shown.view);
    decided = onceIn(new Map());
    hub.tell({ event: 'record', revision: shown.view.revision });
  };
  /** Cut short where nothing is shown until the next record is there. */
  const breather = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      hurry = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const build = async (): Promise<void> => {
    const told: Progress = (stage, done, total) => hub.tell({ event: 'build', stage, done, total });
    do {
      again = false;
      const begun = performance.now();
      let taking = 0;
      try {
        told('started', 0, 0);
        await book.rebuild(told);
        const built = performance.now();
        await take();
        taking = performance.now() - built;
        hasFailed = false;
      } catch (error) {
        // The decision is kept, and the record that stands is still right as of its revision.
        hasFailed = true;
        slip(error);
        hub.tell({ event: 'build', stage: 'failed', done: 0, total: 0, code: codeOf(error) });
        restUntil = performance.now() + REST;
      }
      if (again && !isWithdrawn) await breather(restAfter(performance.now() - begun, taking));
    } while (again);
    building = null;
  };
  let told = '';
  const tellWork = async (): Promise<void> => {
    const work = await book.work();
    const now = JSON.stringify(work);
    if (work && now !== told) hub.tell({ event: 'work', work });
    told = now;
  };
  const rebuild = (): void => {
    if (building) again = true;
    else building = build();
  };
  warmUp();
  return {
    hub,
    tag,
    refresh: rebuild,
    watch: () => {
      const look = async () => {
        if (!isWithdrawn && (await book.expunged())) withdraw();
        if (!building && performance.now() > restUntil && !(await book.current())) rebuild();
        if (hub.count() > 0) await tellWork();
      };
      // A case that cannot be read now may be read the next time.
      looking ??= setInterval(() => void look().catch(() => {}), LOOK).unref();
    },
    settled: async () => {
      while (building) await building;
    },
    scene: sceneFor,
    about: () => {
      const { record } = shown.view;
      return {
        name: record.case,
        reports: record.reports.length,
        claims: record.claims.length,
        incidents: record.incidents.length,
        decisions: log.all.length,
        listeners: hub.count(),
        state: state(),
      };
    },
    ready: async () => {
      await book.current();
      return !isWithdrawn;
    },
    end: () => {
      clearInterval(looking);
      hurry();
      hub.end();
    },
  };
};
