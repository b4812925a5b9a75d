import { derived } from '../case/derived.js';
import { columnSteps } from '../filter/columns.js';
import type { Scene } from '../http/handler.js';
import { counted as actors } from '../resources/actors.js';
import { ranks } from '../resources/incidents.js';
import { allNames } from '../resources/names.js';
import { counts, days } from '../resources/overview.js';
import { told as places } from '../resources/places.js';
import { orders, titles } from '../resources/reports.js';
import { counted as sources } from '../resources/sources.js';
import { queuesAhead } from '../resources/tasks.js';
import type { Steps } from '../steps.js';

/** The incidents of a scene as columns. */
export const columns = derived('columns', ({ view, said }) => columnSteps(view, said()));

/** What is derived once a record, in the order in which the workspace asks for it. */
const KINDS = [
  columns,
  allNames,
  counts,
  days,
  ranks['-reports'],
  ranks['-harmed'],
  ranks.date,
  ranks['-date'],
  places,
  actors,
  sources,
  orders.published,
  orders['-published'],
  titles,
] as const;

/** Derives what the first to ask would wait for. */
export const derivedAhead = function* (scene: Scene): Steps<void> {
  for (const kind of KINDS) yield* kind.ahead(scene);
  yield* queuesAhead(scene);
  yield* scene.said().ahead();
  const { incidents, text } = scene.columns();
  for (let row = 0; row < incidents.length; row++) {
    yield;
    text(row);
  }
};
