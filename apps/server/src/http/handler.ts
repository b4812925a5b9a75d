import type { Answer, Asked, Operation } from '@isnad/api';
import type { Decision } from '@isnad/model';
import type { Casebook } from '../case/casebook.js';
import type { Once } from '../case/derived.js';
import type { CaseView, DecisionLog } from '../case/view.js';
import type { IncidentColumns } from '../filter/columns.js';
import type { SaidIndex } from '../filter/said.js';
import type { Viewer } from '../security/viewer.js';

/** What a handler answers from: one record and the decisions as they stood when the request came. */
export interface Scene {
  readonly book: Casebook;
  readonly view: CaseView;
  readonly log: DecisionLog;
  readonly viewer: Viewer;
  /** RFC 3339. */
  readonly now: () => string;
  /** To be called once a decision is kept: tells it to whoever listens, and has the record built anew. */
  readonly changed: (decision: Decision) => Promise<{ readonly log: DecisionLog; readonly revision: string }>;
  readonly state: 'current' | 'building' | 'failed';
  /** Incidents as columns; made when first asked for. */
  readonly columns: () => IncidentColumns;
  /** What is derived of this record, made once. */
  readonly said: () => SaidIndex;
  /** What is derived of this record and the decisions, made once. */
  readonly onceDecided: Once;
  readonly once: Once;
}

export type Handler<O extends Operation> = (asked: Asked<O>, scene: Scene) => Answer<O> | Promise<Answer<O>>;
export type Handlers = { readonly [O in Operation]: Handler<O> };
