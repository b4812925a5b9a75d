import type { Sentence } from '../clause/sentence.js';
import type { Counting } from './noun.js';

/** The side told of last before an item, arms and adjectives left aside: «103 من عناصره». */
export const sideBefore = ({ sentence: { items } }: Counting, at: number): string | null => {
  for (let k = at - 1; k >= 0; k--) {
    const { side, things } = items[k]!;
    if (side?.ids[0] && !things && !side.heads.includes('adjective') && !side.heads.includes('positions'))
      return side.ids[0];
  }
  return null;
};

/** Sides that act in the events of a sentence: those who were harmed belong to others. */
export const actingSides = ({
  sentence: { items },
  drafts,
}: Pick<Counting, 'sentence' | 'drafts'>): ReadonlySet<string> => {
  const acting = new Set<string>();
  for (const { roles } of drafts.values())
    for (const at of roles.actors) {
      const id = items[at]!.side?.ids[0];
      if (id !== undefined) acting.add(id);
    }
  return acting;
};

/** The army told of last that does not act in the sentence: whose soldiers are counted without a name. */
export const armyBefore = (counting: Counting, at: number): string | null => {
  const { army, armies } = counting;
  const acting = actingSides(counting);
  // The one army that the report names later, or beside the one that acts here.
  const others = armies.filter((id) => !acting.has(id));
  const only = others.length === 1 ? others[0]! : null;
  return armyIn(counting, at) ?? (army === null || acting.has(army) ? only : army);
};

/** The armies that a report names. */
export const armiesOf = (sentences: readonly Sentence[], isArmy: (id: string) => boolean): readonly string[] => {
  const armies: string[] = [];
  for (const { items } of sentences)
    for (const { side } of items) {
      const id = side?.ids[0];
      if (id && !armies.includes(id) && isArmy(id)) armies.push(id);
    }
  return armies;
};

/** The same, where the sentence names it before an item. */
export const armyIn = (counting: Counting, before: number): string | null => {
  const { items } = counting.sentence;
  for (let k = before - 1; k >= 0; k--) {
    const id = items[k]!.side?.ids[0];
    if (id && counting.isArmy(id) && !actingSides(counting).has(id)) return id;
  }
  return null;
};

/** «وخسر النظام وحلفاؤه 260 قتيلا»: who loses people counts them as its own. */
export const losingSide = ({ sentence: { items }, words }: Counting, at: number): string | null => {
  const from = items.findLastIndex((item, k) => k < at && at - k <= 9 && words.loss(item.word)?.losing);
  return from < 0 ? null : (items.slice(from + 1, at).find((item) => item.side?.ids[0])?.side?.ids[0] ?? null);
};
