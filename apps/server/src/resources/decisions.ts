import type { Decision } from '@isnad/api';
import type { Decision as Decided } from '@isnad/model';
import { isUnlisted } from '../case/place-ids.js';
import { inOrder, pageFrom } from '../http/cursor.js';
import type { Handler, Scene } from '../http/handler.js';
import { noSuch } from '../http/refused.js';
import { namesShown } from '../security/viewer.js';
import { covering } from './claims.js';

type Value = NonNullable<Decision['value']>;

const offsetOf = (value: object): number | undefined =>
  'start' in value && typeof value.start === 'number' ? value.start : undefined;

/** A value with names covered in every string and key; in a quote by its offset too, and in an id of a place as everywhere. */
const coveredValue = (value: Value, report: string | null, scene: Scene, shown: boolean): Value => {
  const cover = covering(scene, shown);
  const within = (one: unknown, offset?: number): unknown => {
    if (typeof one === 'string')
      return isUnlisted(one) ? scene.view.placeIds.shown(one) : cover(cover(one, null), report, offset);
    if (Array.isArray(one)) return one.map((inner) => within(inner));
    if (typeof one !== 'object' || one === null) return one;
    const at = offsetOf(one);
    return Object.fromEntries(
      Object.entries(one).map(([key, inner]) => [cover(key, null), within(inner, key === 'text' ? at : undefined)]),
    );
  };
  return within(value) as Value;
};

/** The report that a decision is about, or the claims of which it is about. */
const reportOf = ({ about }: Decided, { view }: Scene): string | null => {
  for (const id of about) {
    const report = view.reports.has(id) ? id : view.claims.get(id)?.report;
    if (report !== undefined) return report;
  }
  return null;
};

/** A decision with where it stands; whoever wrote it may have written a name, in its reason or its value. */
export const decisionOf = (decision: Decided, scene: Scene, shown: boolean): Decision => {
  const { log } = scene;
  const { id, at, by, kind, about, value, reason, retires } = decision;
  const report = reportOf(decision, scene);
  return {
    id,
    at,
    by,
    kind,
    about,
    value: value ? coveredValue(value, report, scene, shown) : null,
    reason: covering(scene, shown)(reason, null),
    retires,
    state: log.standing(decision),
    retiredBy: log.retiredBy(id),
  };
};

const among = (wanted: readonly string[], value: string): boolean => wanted.length === 0 || wanted.includes(value);

export const decisions: Handler<'decisions'> = ({ query }, scene) => {
  const { log } = scene;
  const { by, kind, about, state } = query;
  const shown = namesShown(query.names, scene.viewer);
  const wanted = log.all.filter(
    (one) =>
      among(by, one.by) &&
      among(kind, one.kind) &&
      among(state, log.standing(one)) &&
      (about.length === 0 || one.about.some((id) => about.includes(id))),
  );
  const position = ({ at, id }: Decided) => [-(Date.parse(at) || 0), id] as const;
  return pageFrom(inOrder(wanted, position), position, query, (one) => decisionOf(one, scene, shown));
};

export const decision: Handler<'decision'> = ({ params, query }, scene) => {
  const found = scene.log.byId.get(params.id);
  if (!found) throw noSuch('decision', params.id);
  return decisionOf(found, scene, namesShown(query.names, scene.viewer));
};
