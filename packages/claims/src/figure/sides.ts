import type { Sentence } from '../clause/sentence.js';
import type { Item } from '../scan/item.js';
import { spelling } from '../words/classes.js';
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

/** How far a verb of losses may stand before them. */
const LOSS_REACH = 9;
const COSTING = spelling('figure/costing', '[وفبل]?');
const INFLICTING = spelling('figure/inflicting', '[وفبل]?');
const SUFFERING = spelling('figure/suffering', '[وفبل]?');
/** «كبدتها», «أوقعوهم», «تكبيدهم»: with the pronoun of those who are struck. */
const STRIKES_THEM = /(?:[تدعق]|وا?|نا)(?:ه|ها|هم|هما)$/;

const sidesIn = (items: readonly Item[], from: number, to: number): readonly string[] =>
  items.slice(from, to).flatMap(({ side, things }) => (side?.ids[0] && !things ? [side.ids[0]] : []));

/** The side that a pronoun means of those told before it: the last, unless it is the only one and acts itself. */
export const sideMeant = (counting: Counting, at: number): string | null => {
  const before = sidesIn(counting.sentence.items, 0, at);
  const last = before.at(-1) ?? null;
  const isAlone = before.every((id) => id === last);
  return last !== null && isAlone && actingSides(counting).has(last) ? null : last;
};

/** «وكبدت داعش خسائر», «وأوقعت فيهم قتلى», «بعد تكبدها خسائر»: the side whose losses they are. */
export const struckSide = (counting: Counting, at: number): string | null => {
  const { items } = counting.sentence;
  for (let k = at - 1; k >= Math.max(0, at - LOSS_REACH); k--) {
    const { form = '', mark } = items[k]!;
    if (mark !== undefined && /^[.;]$/.test(mark)) return null;
    const [costs, inflicts, suffers] = [COSTING.test(form), INFLICTING.test(form), SUFFERING.test(form)];
    if (!costs && !inflicts && !suffers) continue;
    const behind = sidesIn(items, k + 1, at);
    if (suffers) return behind[0] ?? sidesIn(items, 0, k).at(-1) ?? null;
    const them = STRIKES_THEM.test(form) || (k + 1 < at && isOfThem(items[k + 1]!));
    if (them) return sideMeant(counting, k);
    return costs ? (behind.at(-1) ?? null) : null;
  }
  return null;
};

/** «فيهم», «بها»: a preposition with its pronoun. */
const isOfThem = ({ kind, cue, enclitic }: Item): boolean =>
  (kind === 'preposition' || cue === 'part') && enclitic !== '';

/** The one armed side that an attack told before in the sentence was on; null for a fight of two. */
export const attackedSide = ({ sentence: { items }, drafts, words }: Counting, at: number): string | null => {
  const attacked = new Set<string>();
  const acting = new Set<string>();
  for (const [k, { roles }] of drafts) {
    if (k >= at) continue;
    for (const target of roles.targets) {
      const id = items[target]!.side?.ids[0];
      if (id !== undefined && !words.has('civil', id)) attacked.add(id);
    }
    for (const actor of roles.actors) {
      const id = items[actor]!.side?.ids[0];
      if (id !== undefined) acting.add(id);
    }
  }
  const [only, ...others] = attacked;
  return only !== undefined && others.length === 0 && !acting.has(only) ? only : null;
};
