import type { Item } from '../scan/item.js';
import { isNominal } from '../scan/words.js';
import { newNoun } from './new-noun.js';
import type { Counting, GrammaticalNumber, Noun } from './noun.js';
import type { FigureWords } from './words.js';

/** Attacks of a kind that the words leave open. */
const OPEN = 'attacks';

const eventNoun = (item: Item, at: number, last: number, group: string, number: GrammaticalNumber): Noun => {
  const noun = newNoun(at, last, 'events', group);
  noun.number = number;
  noun.definite = item.definite;
  return noun;
};

/** A noun for events that can be counted: ثلاث غارات, حادثتي اغتيال. Null where the item is none. */
export const eventNounAt = (counting: Counting, at: number): Noun | null => {
  const { sentence, drafts, words } = counting;
  const item = sentence.items[at]!;
  if (sentence.verbs.has(at)) return null;
  const draft = item.kind === 'trigger' ? drafts.get(at) : undefined;
  if (draft?.countedAs) {
    const { number } = draft.sense;
    return eventNoun(item, at, at, draft.countedAs, number ? TOLD[number] : numberOf(item.form ?? ''));
  }
  const told = item.kind === 'trigger' ? sharedNoun(item, words) : null;
  if (told) return eventNoun(item, at, at, told.group, told.number);
  if (!words.is('occurrences', item)) return null;
  const written = numberOf(item.form ?? '');
  if (written === 'singular') return null;
  const behind = drafts.get(at + 1);
  if (behind?.countedAs && !sentence.verbs.has(at + 1)) return eventNoun(item, at, at + 1, behind.countedAs, written);
  // Operations are of many kinds; incidents without a kind are attacks, unless on the road.
  const next = sentence.items[at + 1];
  const kind = words.kind(next?.form);
  if (kind) return eventNoun(item, at, at + 1, kind, written);
  const isIncident = /حا?و?اد/.test(item.form ?? '') && !item.definite && !words.is('traffic', next);
  return isIncident ? eventNoun(item, at, at, OPEN, written) : null;
};

/** «رد بستين غارة», «عشرات الهجمات»: a noun of violence whose event another word tells, or that is of no one kind. */
const sharedNoun = (
  { senses }: Item,
  words: FigureWords,
): { readonly group: string; readonly number: GrammaticalNumber } | null => {
  for (const sense of senses ?? []) {
    const group = isNominal(sense) && 'shared' in sense.word ? words.sharedKind(sense.word.shared) : null;
    if (group) return { group, number: TOLD[sense.number ?? 's'] };
  }
  return null;
};

const TOLD = { s: 'singular', d: 'dual', p: 'plural' } as const;

/** The number that the form of an occurrence shows: حادثتي, عمليتين; حوادث, عمليات. */
const numberOf = (form: string): GrammaticalNumber =>
  /(?:ان|ين|تي|تا)$/.test(form) ? 'dual' : /ات$|وادث$/.test(form) ? 'plural' : 'singular';
