import { z } from '@hono/zod-openapi';
import type { Role } from '@isnad/model';
import { author, id, list, names, pageOf, paging, several } from '../shapes.js';

export const decisionKind = z
  .enum(['accept', 'correct', 'reject', 'add', 'merge', 'split', 'date', 'place', 'grade', 'name', 'expunge'])
  .openapi('DecisionKind');

/** The least role that decides so. Taking back what somebody else decided is an editor's too. */
export const DECISION_ROLES: Readonly<Record<z.output<typeof decisionKind>, Role>> = {
  accept: 'coder',
  correct: 'coder',
  reject: 'coder',
  add: 'coder',
  merge: 'coder',
  split: 'coder',
  date: 'coder',
  place: 'coder',
  grade: 'editor',
  name: 'editor',
  expunge: 'administrator',
};

/** A decision with where it stands; append-only, retired rather than deleted. */
export const decision = z
  .object({
    id: z.string(),
    at: z.string().openapi({ description: 'RFC 3339' }),
    by: z.string(),
    kind: decisionKind,
    about: list(z.string()),
    value: z.record(z.string(), z.unknown()).nullable(),
    reason: z.string(),
    retires: z.string().nullable(),
    state: z.enum(['in-force', 'retired', 'orphaned', 'unusable']).openapi({
      description:
        'Orphaned: what it is about is no longer in the case, so it was not applied. Unusable: its value could not be used.',
    }),
    retiredBy: z.string().nullable(),
  })
  .readonly()
  .openapi('Decision');

export const decisionPage = pageOf(decision).openapi('DecisionPage');

export const decisionList = paging.extend({
  by: several,
  kind: several,
  about: several,
  state: several,
  names,
});

export const newDecision = z
  .object({
    kind: decisionKind,
    about: z.array(id).min(1).max(1000),
    value: z.record(z.string(), z.unknown()).optional().openapi({
      description:
        'By kind: correct → fields of the claim; add → {claim}; date → {date}; place → {place}; grade → {grade}; accept may hold {settles: id of a dispute, check or pair}.',
    }),
    reason: z.string().max(4000),
    by: author,
  })
  .openapi('NewDecision');

export const retirement = z.object({ reason: z.string().max(4000), by: author }).openapi('Retirement');

/** A decision is acknowledged once it is kept for good; the record follows when it has been built anew. */
export const acknowledged = z
  .object({
    decision,
    record: z.enum(['applied', 'building']).openapi({
      description: '`building`: an event `record` on /api/events tells when the answers show it.',
    }),
    revision: z.string(),
  })
  .readonly()
  .openapi('Acknowledged');

export type Decision = z.output<typeof decision>;
export type NewDecision = z.input<typeof newDecision>;
export type Acknowledged = z.output<typeof acknowledged>;
