import type { Sentence } from '../clause/sentence.js';
import { isNominal } from '../scan/words.js';
import { spelling } from '../words/classes.js';
import type { EventDraft } from './draft.js';
import { hasDate } from './only-counted.js';

/** «تشييع مقاتلين قتلوا الأربعاء» (the funeral of fighters killed on Wednesday): told apart, with its own day. */
export const isToldApart = (sentence: Sentence, { item }: EventDraft, drafts: readonly EventDraft[]): boolean => {
  const clause = sentence.clauseOf[item]!;
  const { opener, verb, antecedent } = sentence.clauses[clause]!;
  return (
    opener === 'relative' &&
    verb === item &&
    // «غارات قتلت خمسة الجمعة» (raids that killed five on Friday) are its means.
    !drafts.some((one) => one.item === antecedent) &&
    hasDate(sentence, clause)
  );
};

/** «هجمات منها اقتحام فندق وقتل العشرات» (attacks, among them the storming of a hotel and the killing of dozens): each of a list is told for itself. */
export const isListed = ({ items, verbs }: Sentence, { item, sense }: EventDraft): boolean => {
  if (!isNominal(sense)) return false;
  for (let k = item - 1; k >= Math.max(0, item - LIST_REACH); k--) {
    if (verbs.has(k) || items[k]!.number !== undefined) return false;
    if (items[k]!.cue === 'part' || NAMING.test(items[k]!.form ?? '')) return true;
  }
  return false;
};
/** How far behind the word that opens a list its members stand, in items. */
const LIST_REACH = 8;
const NAMING = spelling('event/naming');

/** «انفجار في بغداد، بينما أعلن الجيش مقتل عنصر في الأنبار» (while the army announced): another account, of another death. */
export const isReportedApart = (
  { items, clauses, clauseOf }: Sentence,
  { item }: EventDraft,
  one: EventDraft,
): boolean => {
  const { first, opener } = clauses[clauseOf[item]!]!;
  return (
    opener === 'connector' &&
    one.item < first &&
    items[first]!.kind === 'connector' &&
    !EXPLAINING.test(items[first]!.form ?? '') &&
    items.slice(first, item).some(({ reporting }) => reporting !== undefined)
  );
};
const EXPLAINING = spelling('event/explaining');
