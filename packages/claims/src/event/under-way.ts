import { entryAt } from '@isnad/text';
import type { Sentence } from '../clause/sentence.js';
import type { Item } from '../scan/item.js';
import { spelt } from '../scan/spelt.js';
import { spelling } from '../words/classes.js';
import type { EventDraft } from './draft.js';

/** Words before a verb that leave it no present: كان (was), لم (did not), أن (that … do), كي and حتى (so that). */
const isNoPresent = spelt(spelling('event/before-no-present', '[وف]?'));
/** مستمرة, متواصلة (going on) behind its noun. */
const isGoing = spelt(spelling('event/going-on', '(?:ال)?', 'ه?'));
/** استمرار المعارك (the battles going on). */
const isGoingOn = spelt(spelling('event/going-on-of', '[وف]?'));
/** Clauses that tell what somebody is, or what for. */
const ASIDE = new Set(['relative', 'purpose']);
/** How far before a word «still» may stand, and behind it «going on». */
const REACH = 3;

/**
 * Whether an event is told as going on while the report is written. `still`: «لا تزال الغارات متواصلة» (the raids still
 * go on); `present`: «تدور اشتباكات» (clashes rage), which in a headline may be over.
 */
export const underWay = (sentence: Sentence, draft: EventDraft): 'still' | 'present' | null => {
  const { items, verbs, clauses, clauseOf, title } = sentence;
  const { item: at, roles, sense, modality } = draft;
  if (modality !== 'asserted') return null;
  const isNoun = !verbs.has(at);
  if (items.slice(Math.max(0, at - REACH), at).some(({ cue }) => cue === 'ongoing')) return 'still';
  if (isNoun && (isGoingOn(entryAt(items, at - 1)) || items.slice(at + 1, at + 1 + REACH).some(isGoing)))
    return 'still';
  const verb = isNoun ? roles.supportItem : at;
  if (title || verb === null || !verbs.has(verb)) return null;
  if (ASIDE.has(clauses[clauseOf[verb]!]!.opener ?? '') || isNoPresent(entryAt(items, verb - 1))) return null;
  const part = isNoun ? roles.support?.part : sense.part;
  return part === 'imperfect' && items[verb]!.clitic === '' && !isAimed(items, verb) ? 'present' : null;
};

/** «ليشن هجوما … ويجبرها على التراجع» (to attack, and to force them back): the aim goes on. */
const isAimed = (items: readonly Item[], verb: number): boolean => {
  if (items[verb]!.conjunction !== 'و') return false;
  const before = items.findLast(
    ({ senses, supports }, k) =>
      k < verb && (senses?.some(isImperfect) === true || supports?.some(isImperfect) === true),
  );
  return before?.clitic === 'ل';
};

const isImperfect = ({ part }: { readonly part: string }): boolean => part === 'imperfect';
