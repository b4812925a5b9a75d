import { entryAt } from '@isnad/text';
import { modalityOf } from '../clause/modality.js';
import { partSenses } from '../clause/parts.js';
import type { Sentence } from '../clause/sentence.js';
import { describedBefore } from '../frame/described-side.js';
import { meansAtSea, meansOfAll } from '../frame/land-and-sea.js';
import { meansOf } from '../frame/means.js';
import { type Roles, rolesOf } from '../frame/roles.js';
import { type buildTypeTable, chooseType } from '../frame/types.js';
import type { Item } from '../scan/item.js';
import { isNominal } from '../scan/words.js';
import type { EventWords } from '../words/load.js';
import type { Sense } from '../words/senses.js';
import type { EventDraft } from './draft.js';
import { firstItem } from './first-item.js';
import { groupsApart } from './groups-apart.js';
import { whyNotByArguments, whyNotByForm } from './no-event.js';
import { achievedType, typeAtArmed } from './reached-type.js';
import { secondMeans } from './second-means.js';
import { settle, type TurnedDown } from './settle.js';
import type { Typed } from './standing.js';
import { triedIn, triersOf } from './tried.js';

export interface EventGrammar {
  readonly words: EventWords;
  readonly table: ReturnType<typeof buildTypeTable>;
}

/** Reads the event mentions of a sentence. */
export const readEvents = (
  sentence: Sentence,
  grammar: EventGrammar,
): { drafts: EventDraft[]; turnedDown: TurnedDown[] } => {
  const drafts: EventDraft[] = [];
  const turnedDown: TurnedDown[] = [];
  for (let at = 0; at < sentence.items.length; at++) {
    const item = sentence.items[at]!;
    if (item.kind !== 'trigger') continue;
    const reasons: string[] = [];
    const draft = readEvent(sentence, at, grammar, reasons);
    if (draft) drafts.push(...groupsApart(sentence, draft), ...secondMeans(sentence, draft, grammar));
    else turnedDown.push({ item: at, why: reasons.join('; ') || 'no sense of the word fits its clause' });
  }
  return { drafts: settle(sentence, drafts, turnedDown, grammar.words), turnedDown };
};

/** The event that a word tells: of its senses that tell one, the most specific, the first of equals. */
const readEvent = (sentence: Sentence, at: number, grammar: EventGrammar, reasons: string[]): EventDraft | null => {
  let best: Typed | null = null;
  for (const sense of partSenses(sentence.items, at)) {
    const read = readSense(sentence, at, sense, grammar);
    if (typeof read === 'string') reasons.push(read);
    else if (!best || specificity(read) > specificity(best)) best = read;
  }
  return best && draftOf(best, grammar);
};

/** One sense of a word with what stands around it, or why it tells no event. */
const readSense = (sentence: Sentence, at: number, sense: Sense, grammar: EventGrammar): Typed | string => {
  const byForm = whyNotByForm(sentence, at, sense);
  if (byForm !== null) return byForm;
  const typed = typedAs(sentence, at, sense, grammar);
  if (!typed) return 'no type takes the word';
  const byArguments = whyNotByArguments(typed);
  if (byArguments !== null) return byArguments;
  typed.roles.first = firstItem(typed);
  return typed;
};

/** A sense with its roles and means, and the type that they give it; null where none takes it. */
const typedAs = (sentence: Sentence, at: number, sense: Sense, { words, table }: EventGrammar): Typed | null => {
  const name = 'shared' in sense.word ? sense.word.shared : null;
  const shared = name === null ? undefined : words.shared.get(name);
  const frame = words.frames.get(sense.frame)!;
  const roles = rolesOf(sentence, at, sense, frame);
  if (frame['subject'] === 'actor') roles.actors.push(...describedBefore(sentence, at, roles));
  // أطلقوا صواريخ (fired rockets), فجروا سيارة (blew up a car): the object is the means.
  const means = meansOf(sentence, at, roles, shared?.['needs-means'] || sense.frame === 'blast');
  const sea = name !== null && table.get(name)?.has('naval') === true;
  const ofAll = shared?.['in-country'] ? meansOfAll(means) : means;
  const told = sea ? meansAtSea(sentence, at, roles, means) : ofAll;
  const choice = chooseType(sense, told, words, table, !isNominal(sense));
  return choice && { sentence, at, sense, roles, means, shared, choice };
};

const draftOf = (typed: Typed, grammar: EventGrammar): EventDraft => {
  const { sentence, at, sense, roles, shared, choice } = typed;
  const achieved = achievedType(typed, grammar);
  const attempted = attemptedType(typed, achieved, grammar);
  const type = attempted ?? typeAtArmed(typed) ?? achieved;
  const event = grammar.words.events.get(type)!;
  // What was tried is told as an attempt: the verb that says so makes it no less certain (guide, rule 6).
  const asAttempt = attempted !== undefined || isAttempt(type, roles, grammar.words);
  const carrier = asAttempt ? null : roles.support;
  return {
    sentence: sentence.index,
    item: at,
    from: at,
    type,
    family: event.family,
    sense,
    roles,
    by: choice.by,
    counts: event.counts ?? null,
    countedAs: event['counted-as'] ?? null,
    standing: event.tense === 'standing',
    modality: sense.entry.modality ?? modalityOf(sentence, at, carrier, roles.supportItem),
    yields: yieldsTo(sense.entry.yields ?? shared?.yields ?? false, roles, entryAt(sentence.items, at - 1)),
    anaphora: shared?.anaphora ?? false,
    definite: sense.definite || sentence.items[at]!.definite,
  };
};

/** «حاولت التسلل» (tried to get in): what an attempt is told as, by its own word. */
const isAttempt = (type: string, { support }: Roles, { events }: EventWords): boolean => {
  if (support?.does !== 'attempt') return false;
  for (const event of events.values()) if (event['attempted-as'] === type) return true;
  return false;
};

/** The type of an event that was only tried, if it was and has one; whoever tried it becomes its actor. */
const attemptedType = (
  { sentence, at, roles }: Typed,
  achieved: string,
  { words }: EventGrammar,
): string | undefined => {
  const attempt = triedIn(sentence, at);
  if (attempt === null && !TRIES.has(roles.support?.does ?? '')) return undefined;
  const attempted = words.events.get(achieved)?.['attempted-as'];
  // «حاولت التقدم» (tried to advance): the word of trying belongs to the attempt.
  if (attempted !== undefined && roles.supportItem !== null) roles.first = Math.min(roles.first, roles.supportItem);
  if (attempt !== null && attempted !== undefined) {
    roles.actors = [...triersOf(sentence, attempt, at)];
    roles.first = Math.min(roles.first, attempt);
  }
  return attempted;
};

/** حاول (tried), فشل (failed): nothing was reached. */
const TRIES: ReadonlySet<string> = new Set(['attempt', 'fail']);

const yieldsTo = (yields: boolean | 'alone', { support }: Roles, before: Item | undefined): boolean =>
  yields === 'alone' ? !STANDS_ALONE.has(support?.does ?? '') && before?.cue !== 'result' : yields;

/** A verb of success or «تم» that carries the word tells it for its own sake. */
const STANDS_ALONE: ReadonlySet<string> = new Set(['succeed', 'occur', 'agent', 'attempt', 'result']);

/** What an entry may want beside its word. */
const NEEDS = ['needs', 'needs-object', 'needs-after', 'needs-before'] as const;

const specificity = ({ sense, choice }: Typed): number =>
  ('type' in sense.word ? 2 : 1) +
  (choice.by === null ? 0 : 1) +
  (NEEDS.some((need) => sense.entry[need] !== undefined) ? 1 : 0) +
  // أعادت القوات انتشارها: the verb with its noun says more than the verb.
  (sense.phrase && sense.part !== 'phrase' ? 2 : 0) +
  (sense.entry.needs === 'prisoner-sense' ? 1 : 0);
