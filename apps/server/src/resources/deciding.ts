import { randomUUID } from 'node:crypto';
import { type Acknowledged, DECISION_ROLES } from '@isnad/api';
import type { Decision } from '@isnad/model';
import type { Handler, Scene } from '../http/handler.js';
import { conflict, noSuch, notFound } from '../http/refused.js';
import { authorOf, guard } from '../security/viewer.js';
import { usableValue } from './decision-values.js';
import { decisionOf } from './decisions.js';

const writing = ({ book }: Scene): void => {
  if (!book.writable)
    throw conflict(
      'api/read-only',
      'This case keeps no decisions',
      'It is a built folder; make a case of it with isnad init, and serve that.',
    );
};

const keep = async (decision: Decision, scene: Scene): Promise<Acknowledged> => {
  await scene.book.decide(decision);
  const { log, revision } = await scene.changed(decision);
  return { decision: decisionOf(decision, { ...scene, log }, false), record: 'building', revision };
};

export const decide: Handler<'decide'> = async ({ body }, scene) => {
  writing(scene);
  guard(scene.viewer, DECISION_ROLES[body.kind]);
  const { view } = scene;
  const gone = body.about.find((id) => !view.claims.has(id) && !view.reports.has(id) && !view.incidents.has(id));
  if (gone !== undefined)
    throw notFound(
      'api/not-found',
      `The case holds no ${gone}`,
      'Decide about a claim, an incident or a report of it.',
    );
  const { kind, about, reason } = body;
  const by = authorOf(scene.viewer, body.by);
  const value = await usableValue(body, scene);
  return keep(
    {
      id: `d:${randomUUID()}`,
      at: scene.now(),
      by,
      kind,
      about,
      ...(value === undefined ? {} : { value }),
      reason,
      retires: null,
    },
    scene,
  );
};

export const retire: Handler<'retire'> = ({ params, body }, scene) => {
  writing(scene);
  const found = scene.log.byId.get(params.id);
  if (!found) throw noSuch('decision', params.id);
  const by = authorOf(scene.viewer, body.by);
  if (found.by !== by) guard(scene.viewer, 'editor');
  const retirer = scene.log.retiredBy(found.id);
  if (retirer !== null)
    throw conflict(
      'api/already-retired',
      'That decision is already retired',
      `Decision ${retirer} retired it; retire that to restore it.`,
    );
  // `accept` changes nothing by itself, so that a retirement only takes back.
  const { about } = found;
  return keep(
    {
      id: `d:${randomUUID()}`,
      at: scene.now(),
      by,
      kind: 'accept',
      about,
      reason: body.reason,
      retires: found.id,
    },
    scene,
  );
};
