import type { Sentence } from '../clause/sentence.js';
import { subjectOf } from '../frame/subject.js';
import { isNominal } from '../scan/words.js';
import type { EventDraft } from './draft.js';

/**
 * «الهجمات استمرت ساعة واستهدفت حيا سكنيا» (the attacks went on for an hour and hit a quarter): the attack that a verb of
 * hitting goes on to tell of, as the subject of the verb before it; null where something else hits.
 */
export const hitsOn = (sentence: Sentence, draft: EventDraft, drafts: readonly EventDraft[]): EventDraft | null => {
  const { items, clauses, clauseOf, verbs } = sentence;
  const { opener, parent, verb } = clauses[clauseOf[draft.item]!]!;
  const hits = items[draft.item]!.supports?.some(({ does }) => does === 'hit') ?? false;
  if (!hits || !verbs.has(draft.item) || verb !== draft.item || parent === null) return null;
  if (draft.roles.actors.length > 0) return null;
  if (opener === 'relative') return carriedBefore(sentence, draft, parent, drafts);
  if (opener !== 'coordinated') return null;
  const event = subjectOf(sentence, clauses[parent]!).event ?? opening(sentence, parent);
  return drafts.find((one) => one !== draft && one.item === event) ?? null;
};

/** «قصف نفذته قواته بالمدافع، استهدف القرية» (shelling that its forces carried out, hit the village): the noun that both describe. */
const carriedBefore = (
  { items, clauses }: Sentence,
  { item }: EventDraft,
  parent: number,
  drafts: readonly EventDraft[],
): EventDraft | null => {
  const { opener, antecedent } = clauses[parent]!;
  if (items[item - 1]?.kind !== 'comma' || opener !== 'relative' || antecedent === null) return null;
  return drafts.find((one) => one.item === antecedent && isNominal(one.sense)) ?? null;
};

/** «إن الغارات استمرت ساعة» (that the raids went on for an hour): the noun with which a clause without a known verb begins. */
const opening = ({ items, clauses, verbs }: Sentence, clause: number): number | null => {
  const { first, last, verb } = clauses[clause]!;
  if (verb !== null) return null;
  const at = items[first]!.kind === 'complementiser' ? first + 1 : first;
  return at <= last && items[at]!.kind === 'trigger' && !verbs.has(at) ? at : null;
};
