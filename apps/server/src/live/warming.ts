import type { Operation } from '@isnad/api';
import { handlers } from '../handlers.js';
import type { Handler, Scene } from '../http/handler.js';

/** Claims folded in one step, some milliseconds. */
const CLAIMS = 2_000;
/** Between two steps, so that those who ask are answered, ms. */
const PAUSE = 10;

const ask = (operation: Operation, query: object): ((scene: Scene) => unknown) => {
  const handler = handlers[operation] as Handler<Operation>;
  return (scene) => handler({ params: {}, query, body: {} } as Parameters<typeof handler>[0], scene);
};

const FILTER = {
  type: [],
  family: [],
  actor: [],
  place: [],
  group: [],
  measure: [],
  grade: [],
  source: [],
  outlet: [],
  modality: [],
  dispute: [],
} as const;

/** What is derived once a record, in the order in which the workspace asks for it. */
const STEPS: readonly ((scene: Scene) => unknown)[] = [
  (scene) => scene.columns(),
  ask('names', {}),
  ask('overview', {}),
  ask('incidents', { ...FILTER, sort: '-reports', limit: 1 }),
  ask('incidents', { ...FILTER, sort: '-harmed', limit: 1 }),
  ask('places', { sort: '-incidents', limit: 1 }),
  ask('actors', {}),
  ask('sources', {}),
  ask('reports', { outlet: [], source: [], sort: 'published', limit: 1, text: 'x' }),
  ask('reports', { outlet: [], source: [], sort: '-published', limit: 1 }),
];

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, PAUSE).unref());

/** Derives beforehand what the first to ask would wait for; ends when the scene is no longer shown. */
export const warm = async (scene: Scene, isShown: () => boolean): Promise<void> => {
  for (const step of STEPS) {
    await pause();
    if (!isShown()) return;
    await step(scene);
  }
  const columns = scene.columns();
  for (let going = true; going; ) {
    await pause();
    if (!isShown()) return;
    going = scene.said().go(CLAIMS);
  }
  for (let row = 0; row < columns.incidents.length; row++) {
    columns.text(row);
    if (row % CLAIMS !== 0) continue;
    await pause();
    if (!isShown()) return;
  }
};
