import type { Sentence } from '../clause/sentence.js';
import { spelt } from '../scan/spelt.js';
import { isNominal } from '../scan/words.js';
import { spelling } from '../words/classes.js';
import type { EventDraft } from './draft.js';

/** Frame of «تحت سيطرة» (under the control of), which tells a change too: «أصبحت تحت سيطرة». */
const HELD_BY = 'held-by';
/** How far behind a verb the pronoun stands that means what is held: «يسيطر عليها». */
const PRONOUN_REACH = 4;
/** Prepositions behind which only the surroundings of the place stand that somebody holds. */
const AROUND = new Set(['في', 'ب', 'ضمن']);
const isNotIt = spelt(spelling('event/excepting'));

/**
 * The place that a statement of control is about, where it stands before its word: «درنة هي الوحيدة في شرق ليبيا خارج
 * سيطرة …» (Derna is the only one in the east of Libya), «هجين التي يسيطر عليها التنظيم ضمن جيبه» (which it holds within
 * its pocket). What the sentence tells behind it only holds that place. Null where the word tells its place itself.
 */
export const heldPlace = (
  sentence: Sentence,
  draft: EventDraft,
  placed: ReadonlyMap<number, unknown>,
): number | null => {
  const { items, governor, clauses, clauseOf } = sentence;
  const { item: at, roles, sense } = draft;
  if (
    !(draft.standing || sense.frame === HELD_BY) ||
    roles.places.some(({ item }) => !AROUND.has(governor[item] ?? ''))
  )
    return null;
  const before = [...placed.keys()].filter((item) => item < at).sort((a, b) => b - a);
  const isBy = (item: number): boolean => items[item]!.metonym !== undefined && items[item]!.clitic !== '';
  if (isNominal(sense) || sense.part === 'phrase')
    return before.find((item) => governor[item] === null && !isBy(item) && !isNotIt(items[item - 1])) ?? null;
  const pronoun = items
    .slice(at + 1, at + 1 + PRONOUN_REACH)
    .some(({ preposition, enclitic }) => preposition === 'على' && /^ها?$/.test(enclitic));
  if (!pronoun) return null;
  const { antecedent } = clauses[clauseOf[at]!]!;
  if (antecedent !== null && placed.has(antecedent)) return antecedent;
  return before.find((item) => !isBy(item)) ?? null;
};
