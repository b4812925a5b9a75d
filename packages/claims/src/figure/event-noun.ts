import type { Counting, GrammaticalNumber, Noun } from './noun.js';

/** Attacks of a kind that the words leave open. */
const OPEN = 'attacks';

/** A noun for events that can be counted: ثلاث غارات, حادثتي اغتيال. Null where the item is none. */
export const eventNounAt = (counting: Counting, at: number): Noun | null => {
  const { sentence, drafts, words } = counting;
  const item = sentence.items[at]!;
  if (sentence.verbs.has(at)) return null;
  const noun = {
    first: at,
    of: 'events' as const,
    side: null,
    measures: [],
    construct: false,
    definite: item.definite,
  };
  const draft = drafts.get(at);
  const written = numberOf(item.form ?? '');
  if (item.kind === 'trigger' && draft?.countedAs) {
    const told = { s: 'singular', d: 'dual', p: 'plural' } as const;
    return {
      ...noun,
      last: at,
      group: draft.countedAs,
      number: draft.sense.number ? told[draft.sense.number] : written,
    };
  }
  if (!words.is('occurrences', item.form) || written === 'singular') return null;
  const behind = drafts.get(at + 1);
  if (behind?.countedAs && !sentence.verbs.has(at + 1))
    return { ...noun, last: at + 1, group: behind.countedAs, number: written };
  // Operations are of many kinds; incidents without a kind are attacks, unless on the road.
  const next = sentence.items[at + 1];
  const kind = words.kind(next?.form);
  if (kind) return { ...noun, last: at + 1, group: kind, number: written };
  const isIncident = /حا?و?اد/.test(item.form ?? '') && !item.definite && !words.is('traffic', next?.form);
  return isIncident ? { ...noun, last: at, group: OPEN, number: written } : null;
};

/** The number that the form of an occurrence shows: حادثتي, عمليتين; حوادث, عمليات. */
const numberOf = (form: string): GrammaticalNumber =>
  /(?:ان|ين|تي|تا)$/.test(form) ? 'dual' : /ات$|وادث$/.test(form) ? 'plural' : 'singular';
