import type { Modality } from '@isnad/model';
import type { Support } from '../words/senses.js';
import type { Sentence } from './sentence.js';

const POSSIBLE_CUES = new Set(['possibility', 'condition', 'call']);

/**
 * How the text puts an event: negation, plan, possibility and doubt in its own clause, or in the clause
 * whose verb governs it. «لم … سوى» and «لا يزال» are no negations; they are cues of their own.
 */
export const modalityOf = (sentence: Sentence, at: number, support: Support | null, supportItem: number | null): Modality => {
  const { items, clauses, clauseOf, verbs } = sentence;
  const clause = clauses[clauseOf[at]!]!;
  const verbal = verbs.has(at);
  if (support?.does === 'deny') return 'denied';
  if (support?.does === 'plan') return 'planned';
  if (support?.does === 'call') return 'possible';
  if (items[at]!.clitic === 'س') return 'planned';
  const heads = [verbal ? at : null, supportItem, verbal ? null : at].filter((k): k is number => k !== null);
  for (const head of heads) {
    const before = items[head - 1];
    const second = items[head - 2];
    if (before?.kind === 'negator') {
      if (negates(before, items, head)) return 'denied';
    }
    if (before?.kind === 'cue') {
      if (before.cue === 'negation') return 'denied';
      if (before.cue === 'plan') return 'planned';
      if (POSSIBLE_CUES.has(before.cue ?? '') && mayBePossible(sentence, head)) return 'possible';
      if (before.cue === 'uncertainty') return 'uncertain';
    }
    if (second?.kind === 'cue' && second.cue === 'plan' && before?.kind !== 'comma') return 'planned';
  }
  for (let k = clause.first; k < at; k++) {
    const item = items[k]!;
    if (item.kind === 'cue') {
      if (item.cue === 'uncertainty') return 'uncertain';
      if (item.cue === 'condition') return 'possible';
      if (item.cue === 'call' && k >= at - 6) return 'possible';
      if (item.cue === 'plan' && k >= at - 4) return 'planned';
    }
    if (item.kind === 'support' && verbs.has(k) && item.supports?.[0]?.does === 'deny') return 'denied';
    if (item.kind === 'support' && verbs.has(k) && item.supports?.[0]?.does === 'call' && k >= at - 8) return 'possible';
    if (item.kind === 'support' && verbs.has(k) && item.supports?.[0]?.does === 'plan' && k >= at - 6) return 'planned';
  }
  if (clause.opener === 'complement' && clause.parent !== null) {
    const parent = clauses[clause.parent]!;
    const verb = parent.verb === null ? undefined : items[parent.verb];
    const does = verb?.supports?.[0]?.does;
    if (does === 'deny') return 'denied';
    if (verb?.reporting && verb.reporting.strength === -1) return 'denied';
    if (does === 'plan') return 'planned';
    if (does === 'call') return 'possible';
  }
  const reporting = items.slice(clause.first, at).find((item) => item.reporting?.strength === -1);
  return reporting ? 'denied' : 'asserted';
};

const negates = (item: { start: number }, items: Sentence['items'], head: number): boolean => {
  // «لم يعد يسيطر سوى على»: only, not never.
  const after = items.slice(head + 1, head + 5);
  return !after.some((other) => other.kind === 'cue' && other.cue === 'not-negation') && item.start >= 0;
};

/** قد before a perfect asserts; before an imperfect it doubts. */
const mayBePossible = (sentence: Sentence, head: number): boolean => {
  const item = sentence.items[head]!;
  const parts = [...(item.senses ?? []), ...(item.supports ?? [])].map((reading) => reading.part);
  return !parts.includes('perfect');
};
