import type { Decision } from '@isnad/api';
import type { Decision as Decided } from '@isnad/model';
import type { DecisionLog } from '../case/view.js';
import { inOrder, pageFrom } from '../http/cursor.js';
import type { Handler } from '../http/handler.js';
import { noSuch } from '../http/refused.js';

/** A decision with where it stands. */
export const decisionOf = (decision: Decided, log: DecisionLog): Decision => {
  const { id, at, by, kind, about, value, reason, retires } = decision;
  return {
    id,
    at,
    by,
    kind,
    about,
    value: value ?? null,
    reason,
    retires,
    state: log.standing(decision),
    retiredBy: log.retiredBy(id),
  };
};

const among = (wanted: readonly string[], value: string): boolean => wanted.length === 0 || wanted.includes(value);

export const decisions: Handler<'decisions'> = ({ query }, { log }) => {
  const { by, kind, about, state } = query;
  const wanted = log.all.filter(
    (one) =>
      among(by, one.by) &&
      among(kind, one.kind) &&
      among(state, log.standing(one)) &&
      (about.length === 0 || one.about.some((id) => about.includes(id))),
  );
  const position = ({ at, id }: Decided) => [-(Date.parse(at) || 0), id] as const;
  return pageFrom(inOrder(wanted, position), position, query, (one) => decisionOf(one, log));
};

export const decision: Handler<'decision'> = ({ params }, { log }) => {
  const found = log.byId.get(params.id);
  if (!found) throw noSuch('decision', params.id);
  return decisionOf(found, log);
};
