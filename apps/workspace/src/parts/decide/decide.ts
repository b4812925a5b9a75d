import type { Decision, NewDecision } from '@isnad/client';
import { signal } from '@preact/signals';
import { author, may } from '../../app/account.js';
import { client, problemOf, revision } from '../../app/ask.js';
import { showToast } from '../../app/say.js';
import { words } from '../../words/words.js';

export type Proposal = Omit<NewDecision, 'by' | 'reason'> & { readonly reason?: string };

type Value = Readonly<Record<string, unknown>> | string | null;

/** What the dialog asks about before it is kept; null while it is closed. */
export const asked = signal<{
  readonly title: string;
  readonly proposal: Proposal;
  /** Fields of the value that the person fills in. */
  readonly fields: readonly Field[];
  /** The value out of what was filled in; a text is a complaint. */
  readonly makeValue: (given: Readonly<Record<string, string>>) => Value | Promise<Value>;
  /** Further things that it is about, out of what was filled in. */
  readonly alsoAbout?: (given: Readonly<Record<string, string>>) => readonly string[];
  /** The words of the report that it is about. */
  readonly quote?: string;
} | null>(null);

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly kind: 'text' | 'number' | 'choice' | 'many' | 'check';
  readonly help?: string;
  readonly choices?: readonly (readonly [string, string])[];
}

let last: Decision | null = null;

/** Says why it was not kept. */
const complain = (error: unknown): void => {
  const { code, title, detail } = problemOf(error);
  const why = code === 'api/not-allowed' ? words.value.team.notForRole : `${title}. ${detail}`;
  showToast({ text: `${words.value.decide.failed}: ${why}`, isBad: true });
};

/** Whether whoever looks may decide; says so where not. */
const mayDecide = (): boolean => {
  if (may('coder')) return true;
  showToast({ text: words.value.team.readsOnly, isBad: true });
  return false;
};

/** Takes a decision back; doing so twice restores it. */
export const takeBack = async (decision: string): Promise<void> => {
  try {
    const { decision: kept } = await client.ask('retire', {
      params: { id: decision },
      body: { by: author.value || '—', reason: words.value.decide.undoReason },
    });
    last = null;
    showToast({ text: words.value.decide.takenBack, undo: () => void takeBack(kept.id) });
    revision.value++;
  } catch (error) {
    complain(error);
  }
};

export const undoLast = (): void => {
  if (last) void takeBack(last.id);
};

/** Keeps a decision and offers to take it back. False when it was refused. */
export const keepDecision = async (decision: NewDecision): Promise<boolean> => {
  try {
    const { decision: kept } = await client.ask('decide', { body: decision });
    last = kept;
    showToast({
      text: `${words.value.decide.kept} ${words.value.decide.kinds[kept.kind]}`,
      undo: () => void takeBack(kept.id),
    });
    revision.value++;
    return true;
  } catch (error) {
    complain(error);
    return false;
  }
};

/** Decides at once when the person's name and a reason are known, else asks for them. */
export const decideAtOnce = async (
  title: string,
  proposal: Proposal & { readonly reason: string },
): Promise<boolean> => {
  if (!mayDecide()) return false;
  if (author.value !== '') return keepDecision({ ...proposal, by: author.value });
  asked.value = { title, proposal, fields: [], makeValue: () => proposal.value ?? null };
  return false;
};

/** Asks for the value and the reason of a decision. */
export const askToDecide = (
  title: string,
  proposal: Proposal,
  fields: readonly Field[] = [],
  makeValue: NonNullable<typeof asked.value>['makeValue'] = () => proposal.value ?? null,
  also: Pick<NonNullable<typeof asked.value>, 'alsoAbout' | 'quote'> = {},
): void => {
  if (mayDecide()) asked.value = { title, proposal, fields, makeValue, ...also };
};
