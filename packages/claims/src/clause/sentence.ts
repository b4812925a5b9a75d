import { entryAt } from '@isnad/text';
import type { Item } from '../scan/item.js';
import { spelling } from '../words/classes.js';
import type { Clause } from './clause.js';
import { isVerb } from './parts.js';
import { isAside, splitClauses } from './split.js';

/** A sentence ready for the frames: items, clauses, and which preposition governs each noun phrase. */
export interface Sentence {
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly title: boolean;
  readonly items: readonly Item[];
  readonly clauses: readonly Clause[];
  /** Clause of each item. */
  readonly clauseOf: readonly number[];
  /** Governing preposition of each item; null for bare ones. `agent`, `support`: من قبل, بدعم من. */
  readonly governor: readonly (string | null)[];
  /** Items that are finite verbs. */
  readonly verbs: Marks;
}

/** Marks on the items of a sentence. */
export interface Marks {
  /** Whether an item bears the mark; none outside the sentence does. */
  readonly has: (at: number) => boolean;
}

const marked = (items: readonly Item[], test: (items: readonly Item[], at: number) => boolean): Marks => {
  const marks = items.map((_, at) => test(items, at));
  return { has: (at) => at >= 0 && marks[at] === true };
};

const NOUNISH = new Set<Item['kind']>([
  'actor',
  'people',
  'thing',
  'place',
  'source',
  'number',
  'measure',
  'word',
  'both-sides',
]);
const MEANS_BY = new Set(['gunfire', 'guns', 'rockets', 'sniper', 'air', 'drone']);

/** «منهم القيادي», «بينهم نساء»: who stands behind is one of those before, and no part of the sentence beside them. */
const AMONG = /^[وف]?(?:(?:من|بين)(?:هم|هما|هن)|بينها)$/;
const ENDS = new Set<Item['kind']>(['comma', 'mark', 'connector']);

/** «برصاص قسد», «بنيران (قسد)»: whose weapon it was, is who did it. */
const isWeaponOfActor = (items: readonly Item[], at: number): boolean => {
  const item = items[at]!;
  // «قتل بنيران الجيش» (was killed by the army's fire)
  const weapon = (item.means !== undefined && MEANS_BY.has(item.means)) || FIRE.test(item.word.form);
  if (item.clitic !== 'ب' || !weapon) return false;
  const next = items[at + 1]?.mark === '(' ? items[at + 2] : items[at + 1];
  return (item.kind === 'actor' && item.last > item.first) || next?.kind === 'actor';
};

const FIRE = /^بنيران$/;

/** «القريبة من», «مقرب من» (near to): who stands behind does nothing. */
const isNear = (item: Item | undefined): boolean => item?.kind === 'word' && NEAR.test(item.form ?? '');
const NEAR = spelling('clause/near', '[وفب]?(?:ال)?');

/** What an owner may stand behind: «ثكنات للجيش», «الجيب الأخير للتنظيم». */
const isOwned = ({ kind }: Item): boolean => kind === 'word' || kind === 'thing' || kind === 'place';

/** Which preposition governs each item: it reaches over the construct chain behind it, and over و. */
const governors = (items: readonly Item[], verbs: Marks): (string | null)[] => {
  const governor: (string | null)[] = [];
  let current: string | null = null;
  let chain: string | null = null; // governor of the coordination that a comma may go on with
  for (let at = 0; at < items.length; at++) {
    const item = items[at]!;
    const previous = entryAt(items, at - 1);
    if (item.kind === 'preposition') {
      // A partitive من keeps the governor of its number: على عدد من العناصر.
      const partitive =
        item.preposition === 'من' &&
        // «الهاربين من سجن»: from a place, none of a number.
        items[at + 1]?.kind !== 'place' &&
        (previous?.kind === 'number' ||
          previous?.kind === 'measure' ||
          (previous?.kind === 'word' && previous.number !== undefined));
      // التي تسيطر عليها داعش: a preposition with a pronoun has what it governs.
      if (item.preposition === 'من' && isNear(previous)) current = 'قرب';
      else if (item.enclitic) current = AMONG.test(item.form ?? '') ? 'among' : null;
      else if (!partitive) current = item.preposition ?? null;
      governor.push(item.preposition ?? null);
      continue;
    }
    if (item.cue === 'agent' && ENDS.has(items[at + 1]?.kind ?? 'mark')) {
      // بين قسد من جانب، والتنظيم من جانب آخر: nobody stands behind من جانب (by, or: on the one side).
      governor.push(current);
      continue;
    }
    if (item.kind === 'cue' && (item.cue === 'agent' || item.cue === 'support' || item.cue === 'in-the-ranks')) {
      current = item.cue === 'in-the-ranks' ? 'في صفوف' : item.cue;
      governor.push(current);
      continue;
    }
    if (
      verbs.has(at) ||
      item.kind === 'connector' ||
      item.kind === 'complementiser' ||
      item.kind === 'relative' ||
      item.kind === 'date' ||
      (item.kind === 'mark' && !isAside(items, at))
    ) {
      current = null;
      chain = null;
    } else if (item.kind === 'comma') {
      chain = current;
      current = null;
    }
    if (item.kind === 'support' && !verbs.has(at)) {
      governor.push(item.clitic || current);
      current = null;
      continue;
    }
    if (item.kind === 'trigger' && !verbs.has(at)) {
      // من طراز F-15 غارات: an object far behind a preposition is not governed by it.
      const near =
        previous?.kind === 'preposition' ||
        previous?.kind === 'number' ||
        (previous?.kind === 'word' && previous.head === 'relation');
      governor.push(item.clitic || (near ? current : null));
      current = null;
      continue;
    }
    if (!NOUNISH.has(item.kind)) {
      governor.push(current);
      continue;
    }
    if (
      item.clitic === 'ل' &&
      previous &&
      at > 0 &&
      (isOwned(previous) || (previous.cue === 'side-frame' && at > 1 && isOwned(items[at - 2]!))) &&
      !verbs.has(at - 1)
    ) {
      // ثكنات للجيش: the owner of the noun before takes its place in the clause.
      governor.push(current);
      continue;
    }
    if (item.clitic === 'ب' && current === 'support' && previous?.cue === 'support') {
      // المسنودة بفصائل الحشد: the preposition belongs to who backs.
    } else if (item.clitic) {
      current = isWeaponOfActor(items, at) ? 'agent' : item.clitic;
    } else if (item.conjunction && previous?.kind === 'comma') current = chain;
    governor.push(current);
  }
  return governor;
};

/** Builds the clause structure of a sentence. */
export const readSentence = (
  index: number,
  items: readonly Item[],
  start: number,
  end: number,
  title: boolean,
): Sentence => {
  const verbs = marked(items, isVerb);
  const clauses = splitClauses(items, verbs);
  const clauseOf: number[] = [];
  for (const clause of clauses) for (let at = clause.first; at <= clause.last; at++) clauseOf[at] = clause.index;
  return { index, start, end, title, items, clauses, clauseOf, governor: governors(items, verbs), verbs };
};
