import type { Decision } from '@isnad/model';
import type { Casebook, Progress, Snapshot } from '../case/casebook.js';
import { type Once, onceIn } from '../case/derived.js';
import { type CaseView, type DecisionLog, followsAlike, logOf, viewOf, viewSteps } from '../case/view.js';
import { NO_WORDS } from '../case/words.js';
import { columnSteps, type IncidentColumns } from '../filter/columns.js';
import { type SaidIndex, saidIn } from '../filter/said.js';
import type { Scene } from '../http/handler.js';
import { Refused } from '../http/refused.js';
import type { CaseState } from '../operations/metrics.js';
import { OWNER, type Viewer } from '../security/viewer.js';
import { atOnce, inSlices } from '../steps.js';
import { createHub, type Hub } from './hub.js';
import { derivedAhead } from './warming.js';

/** What is derived of one record. */
interface Shown {
  readonly view: CaseView;
  readonly columns: () => IncidentColumns;
  readonly said: () => SaidIndex;
  readonly once: Once;
}

/** @param before what was derived of the record before: claims that are the same need not be folded again */
const shownOf = (view: CaseView, before: Shown | null = null): Shown => {
  const once = onceIn(new Map());
  // Made here, and not when it is asked for: nothing that lives as long as this one may hold the one before.
  const index = saidIn(view.record.claims, before?.said().known);
  const said = () => index;
  return shownWith(view, said, once);
};

const shownWith = (view: CaseView, said: () => SaidIndex, once: Once): Shown => ({
  view,
  said,
  once,
  columns: () => once('columns', () => atOnce(columnSteps(view, said()))),
});

/** The same, of a record of which the same follows. */
const shownAgain = ({ view, said, once }: Shown, snapshot: Snapshot): Shown =>
  shownWith({ ...view, ...snapshot }, said, onceIn(once.derived()));

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
  // In pieces: a team's server answers about other cases meanwhile.
  let shown = shownOf((await inSlices(viewSteps(await book.snapshot())))!);
  let log: DecisionLog = logOf(await book.decisions(), shown.view);
  let decided = onceIn(new Map());
  let building: Promise<void> | null = null;
  let again = false;
  let hasFailed = false;
  let restUntil = 0;
  let isWithdrawn = false;
  let isEnded = false;
  let looking: NodeJS.Timeout | undefined;
  let hurry = (): void => {};

  const state = () => (building ? 'building' : hasFailed ? 'failed' : 'current');
  const tag = (): string => `${shown.view.revision}.${log.all.length}`;
  /** Takes up decisions, unless later ones were taken up meanwhile. */
  const decide = (decisions: readonly Decision[]): void => {
    if (decisions.length < log.all.length) return;
    log = logOf(decisions, shown.view);
    decided = onceIn(new Map());
  };
  const sceneOf = (viewer: Viewer, of: Shown, about: DecisionLog, onceDecided: Once): Scene => ({
    book,
    log: about,
    viewer,
    now,
    ...of,
    state: state(),
    onceDecided,
    changed: async ({ id, by }) => {
      decide(await book.decisions());
      hub.tell({ event: 'decision', id, by, revision: shown.view.revision });
      rebuild();
      return { log, revision: shown.view.revision };
    },
  });
  const sceneFor = (viewer: Viewer): Scene => sceneOf(viewer, shown, log, decided);
  const warmUp = (): void => {
    const { view } = shown;
    // What cannot be derived is said to whoever asks for it.
    inSlices(derivedAhead(sceneFor(OWNER)), () => !isEnded && shown.view === view).catch(() => {});
  };
  const shownAnew = async (snapshot: Snapshot): Promise<Shown | null> => {
    const view = await inSlices(viewSteps(snapshot, shown.view), () => !isEnded);
    return view && shownOf(view, shown);
  };
  /**
   * Everything is derived of the next record before it takes the place of the one before, in pieces between which those
   * who ask are answered of that one: nobody waits, and nobody is given of both.
   */
  const take = async (): Promise<void> => {
    for (;;) {
      const snapshot = await book.snapshot();
      const next = followsAlike(shown.view, snapshot) ? shownAgain(shown, snapshot) : await shownAnew(snapshot);
      if (next === null) return;
      const { view } = next;
      const nextLog = logOf(await book.decisions(), view);
      const nextDecided = onceIn(new Map());
      // Where nothing is shown, what there is comes first.
      if (!isWithdrawn)
        await inSlices(derivedAhead(sceneOf(OWNER, next, nextLog, nextDecided)), () => !isWithdrawn && !isEnded).catch(
          () => {},
        );
      if (isEnded) return;
      const decisions = await book.decisions();
      // Something of it may have been expunged since it was read.
      if (await book.expunged(view.revision)) continue;
      [shown, log, decided] = [next, nextLog, nextDecided];
      if (decisions.length !== nextLog.all.length) decide(decisions);
      isWithdrawn = false;
      warmUp();
      hub.tell({ event: 'record', revision: view.revision });
      return;
    }
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
      let took = 0;
      try {
        told('started', 0, 0);
        await book.rebuild(told);
        took = performance.now() - begun;
        await take();
        hasFailed = false;
      } catch (error) {
        // The decision is kept, and the record that stands is still right as of its revision.
        hasFailed = true;
        slip(error);
        hub.tell({ event: 'build', stage: 'failed', done: 0, total: 0, code: codeOf(error) });
        restUntil = performance.now() + REST;
      }
      if (again && !isWithdrawn) await breather(Math.min(BREATHER * took, LONGEST_BREATHER));
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
        if (!isWithdrawn && (await book.expunged(shown.view.revision))) withdraw();
        if (!building && performance.now() > restUntil && !(await book.current(shown.view.revision))) rebuild();
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
      await book.current(shown.view.revision);
      return !isWithdrawn;
    },
    end: () => {
      isEnded = true;
      clearInterval(looking);
      hurry();
      hub.end();
    },
  };
};
