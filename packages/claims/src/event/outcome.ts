import { isAddition } from '../clause/parts.js';
import type { Grammar } from '../reader.js';
import type { Item } from '../scan/item.js';
import { spelt } from '../scan/spelt.js';
import { isNominal } from '../scan/words.js';
import { classOf, spelling } from '../words/classes.js';
import { changed, type EventRead } from './mention.js';

/** How far before its outcome an act stands in the sentence, in items. */
const WITHIN = 30;

/** «ما أدى إلى», «الأمر الذي» (which): what came of the clause before. */
const WHICH = classOf('event/which');

const opensWithWhich = ({ sentenceOf: { items, clauses, clauseOf }, draft }: EventRead): boolean => {
  const clause = clauses[clauseOf[draft.item]!]!;
  return clause.verb === draft.item && WHICH.has(items[clause.first]!.form ?? '');
};

/** «بالإضافة إلى خطف شاب» (besides the abduction of a young man): more of what the same side did. */
const isAdded = ({ sentenceOf: { items }, draft }: EventRead): boolean => {
  const before = items[draft.item - 1];
  return before !== undefined && isAddition(before) && isNominal(draft.sense) && !hasCraft(items, draft.item);
};

/** «بالإضافة لقصف الطيران الحربي» (besides the bombing by warplanes): whose planes they are, nothing tells. */
const hasCraft = (items: readonly Item[], at: number): boolean => {
  const next = items[at + 1];
  return next?.definite === true && next.side === undefined && next.head === 'air';
};

/** «تمهيدا لاقتحام المدينة», «تحضيرا لعملية» (in preparation for): who prepares an act is who will do it. */
const prepares = spelt(spelling('event/preparing', 'و?'));
const isPrepared = ({ sentenceOf: { items }, draft: { item, roles } }: EventRead): boolean => {
  // تمهيدا لشن هجوم (in preparation for launching an attack)
  const first = items[item - 1]?.kind === 'support' ? item - 1 : item;
  return !roles.mutual && items[first]!.clitic === 'ل' && prepares(items[first - 1]);
};

/**
 * «أطلقت الفصائل صواريخ اعترضت القبة الحديدية خمسة منها»: who fired is whose fire was shot down, where the words name
 * nobody. The events of one sentence, from the given index on.
 */
export const meetFire = (events: EventRead[], from: number, { words }: Pick<Grammar, 'words'>): void => {
  for (let k = from; k < events.length; k++) {
    const event = events[k]!;
    if (!words.holds('shot-down', event.draft.family) || event.targets.length > 0) continue;
    const fire = [events[k + 1], k > from ? events[k - 1] : undefined].find(
      (one) => one !== undefined && words.holds('fire', one.draft.family) && one.actors.length > 0,
    );
    const targets = fire?.actors.filter((id) => !event.actors.includes(id)) ?? [];
    if (targets.length > 0) events[k] = changed(event, { targets });
  }
};

/**
 * «قصفت قسد المدينة، ما تسبب بأضرار مادية», «انسحبوا إلى المزارع، مما أعاق تقدم القوات»: who did the act did what
 * came of it, where the words for that name nobody. The events of one sentence, from the given index on.
 */
export const handDownActors = (events: EventRead[], from: number, { words }: Pick<Grammar, 'words'>): void => {
  for (let k = from + 1; k < events.length; k++) {
    const event = events[k]!;
    if (event.actors.length > 0 || event.draft.roles.pronounActor) continue;
    const which = opensWithWhich(event) || isAdded(event) || isPrepared(event);
    if (!which && !words.holds('outcome', event.draft.family)) continue;
    for (let cause = k - 1; cause >= from; cause--) {
      const act = events[cause]!;
      if (event.draft.item - act.draft.item > WITHIN) break;
      if (act.actors.length === 0 || (!which && !words.holds('act', act.draft.family))) continue;
      const targets = event.targets.filter((id) => !act.actors.includes(id));
      events[k] = changed(event, { actors: act.actors, targets });
      break;
    }
  }
};
