import type { Sentence } from '../clause/sentence.js';
import { isNominal } from '../scan/words.js';
import { spelling } from '../words/classes.js';
import type { EventDraft } from './draft.js';

/** «عندما تعرضوا لهجوم» (when they came under attack): opens a clause on how something came about. */
const WHEN = spelling('event/when', '(?:و|ف)?');

/** Prepositions behind which stands what brought something about: في, بـ, خلال, جراء, عقب. */
const BY: ReadonlySet<string> = new Set(['في', 'ب', 'خلال', 'بسبب', 'بعد']);

/** How far such a chain goes: killed, wounded, arrested, driven out. */
const LINKS = 5;

/**
 * «قُتل تسعة وأصيب آخرون ونزحت أسر عقب اشتباكات» (nine were killed, others wounded, and families fled after clashes): what
 * stands behind the last of several harms brought them all about; an age in brackets parts nothing.
 */
export const bringsAbout = (
  sentence: Sentence,
  harm: EventDraft,
  one: EventDraft,
  drafts: readonly EventDraft[],
): boolean => {
  const { items, clauses, clauseOf, governor, verbs } = sentence;
  if (one.item < harm.item || !isNominal(one.sense)) return false;
  if (!BY.has(governor[one.item] ?? '') && one.roles.support?.does !== 'undergo') return false;
  const end = clauseOf[harm.item]!;
  let clause = clauses[clauseOf[one.item]!]!;
  for (let link = 0; link < LINKS && clause.index > end; link++) {
    const { opener, verb, first, parent } = clause;
    const passes =
      (opener === 'resumed' && items[first]!.mark !== ':') ||
      (opener === 'coordinated' && verb !== null && isHarm(sentence, verb, drafts)) ||
      (opener === 'relative' && verb === null) ||
      (opener === 'connector' && WHEN.test(items[first]!.form ?? '') && verbs.has(verb ?? -1));
    if (!passes || parent === null) return false;
    clause = clauses[parent]!;
  }
  return clause.index === end;
};

/**
 * «وفي الهجوم الذي نفذته عناصر على المبنى، استشهد ثلاثة» (in the attack that they carried out, three died): what a sentence
 * opens with, its relative clauses aside, brought about what it goes on to tell.
 */
export const opensWith = (sentence: Sentence, harm: EventDraft, one: EventDraft): boolean => {
  const { clauses, clauseOf, governor, verbs } = sentence;
  if (one.item > OPENING || one.item > harm.item || !isNominal(one.sense)) return false;
  const by = governor[one.item];
  if (by !== 'في' && by !== 'خلال') return false;
  const from = clauseOf[one.item]!;
  return (
    clauses[from]!.verb === null &&
    verbs.has(harm.item) &&
    clauses.slice(from + 1, clauseOf[harm.item]!).every(({ opener }) => opener === 'relative' || opener === 'resumed')
  );
};
/** «وفي هجوم»: the first words of a sentence. */
const OPENING = 2;

/** «وأصيب» (and were wounded), «ونزحت» (and fled): what people suffered beside the dead. */
const isHarm = ({ items }: Sentence, verb: number, drafts: readonly EventDraft[]): boolean =>
  items[verb]!.measure !== undefined ||
  (items[verb]!.supports?.some(({ does }) => does === 'hit' || does === 'undergo') ?? false) ||
  drafts.some(({ item, counts }) => item === verb && counts !== null);
