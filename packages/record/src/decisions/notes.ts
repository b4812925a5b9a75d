import { type Decision, type Note, note } from '@isnad/model';

/** A decision about a claim, incident or report that the case no longer holds. */
export const subjectGone = (decision: Decision, id: string): Note =>
  note(
    'record/decision-subject-gone',
    'warning',
    `Decision ${decision.id} (${decision.kind}, ${decision.by}) is about ${id}, which the case does not hold; it was not applied. Retire it or decide anew.`,
  );

/** A decision whose value cannot be used. */
export const valueUnusable = (decision: Decision, expected: string): Note =>
  note(
    'record/decision-value',
    'warning',
    `Decision ${decision.id} (${decision.kind}, ${decision.by}) was not applied: expected ${expected} in its value.`,
  );
