import { entryAt } from '@isnad/text';
import type { Item } from '../scan/item.js';
import { spelling } from '../words/classes.js';
import type { Marks } from './marks.js';
import { isAside } from './split.js';

/** How far a preposition reaches while a sentence is gone through. */
interface Reach {
  /** Governs the item that is looked at, unless it brings its own. */
  current: string | null;
  /** Governor of the coordination that a comma may go on with: «على قرى، وبلدات» (on villages, and towns). */
  chain: string | null;
}

/** Which preposition governs each item: it reaches over the construct chain behind it, and over و. */
export const governors = (items: readonly Item[], verbs: Marks): (string | null)[] => {
  const governor: (string | null)[] = [];
  const reach: Reach = { current: null, chain: null };
  for (let at = 0; at < items.length; at++) governor.push(governorAt(items, verbs, at, reach));
  return governor;
};

const governorAt = (items: readonly Item[], verbs: Marks, at: number, reach: Reach): string | null => {
  const item = items[at]!;
  if (item.kind === 'preposition') return ofPreposition(items, at, reach);
  // بين قسد من جانب، والتنظيم من جانب آخر: nobody stands behind من جانب (by, or: on the one side).
  if (item.cue === 'agent' && ENDS.has(items[at + 1]?.kind ?? 'mark')) return reach.current;
  if (item.kind === 'cue' && (item.cue === 'agent' || item.cue === 'support' || item.cue === 'in-the-ranks')) {
    reach.current = item.cue === 'in-the-ranks' ? 'في صفوف' : item.cue;
    return reach.current;
  }
  if (endsReach(items, verbs, at)) {
    reach.current = null;
    reach.chain = null;
  } else if (item.kind === 'comma') {
    reach.chain = reach.current;
    reach.current = null;
  }
  if (!verbs.has(at) && (item.kind === 'support' || item.kind === 'trigger')) return ofEventNoun(items, at, reach);
  if (NOUNISH.has(item.kind)) takeNoun(items, verbs, at, reach);
  return reach.current;
};

const ENDS: ReadonlySet<Item['kind']> = new Set(['comma', 'mark', 'connector']);

/** A preposition is governed by itself; what stands behind it, by what it means there. */
const ofPreposition = (items: readonly Item[], at: number, reach: Reach): string | null => {
  const item = items[at]!;
  const own = item.preposition ?? null;
  if (own === 'من' && isNear(entryAt(items, at - 1))) reach.current = 'قرب';
  // التي تسيطر عليها داعش (which IS controls): a preposition with a pronoun has what it governs.
  else if (item.enclitic) reach.current = AMONG.test(item.form ?? '') ? 'among' : null;
  else if (!isPartitive(items, at)) reach.current = own;
  return own;
};

/** «القريبة من», «مقرب من» (near to): who stands behind does nothing. */
const isNear = (item: Item | undefined): boolean => item?.kind === 'word' && NEAR.test(item.form ?? '');
const NEAR = spelling('clause/near', '[وفب]?(?:ال)?');

/** «منهم القيادي», «بينهم نساء»: who stands behind is one of those before, and no part of the sentence beside them. */
const AMONG = /^[وف]?(?:(?:من|بين)(?:هم|هما|هن)|بينها)$/;

/** «على عدد من العناصر» (on a number of members): من keeps the governor of its number. */
const isPartitive = (items: readonly Item[], at: number): boolean => {
  // «الهاربين من سجن»: from a place, none of a number.
  if (items[at]!.preposition !== 'من' || items[at + 1]?.kind === 'place') return false;
  const previous = entryAt(items, at - 1);
  return (
    previous?.kind === 'number' ||
    previous?.kind === 'measure' ||
    (previous?.kind === 'word' && previous.number !== undefined)
  );
};

/** Whether no preposition before an item reaches beyond it. */
const endsReach = (items: readonly Item[], verbs: Marks, at: number): boolean => {
  const { kind } = items[at]!;
  return (
    verbs.has(at) ||
    kind === 'connector' ||
    kind === 'complementiser' ||
    kind === 'relative' ||
    kind === 'date' ||
    (kind === 'mark' && !isAside(items, at))
  );
};

/** A noun of an event, or one that carries it, ends what governs it: its own arguments stand behind. */
const ofEventNoun = (items: readonly Item[], at: number, reach: Reach): string | null => {
  const { kind, clitic } = items[at]!;
  // من طراز F-15 غارات: an object far behind a preposition is not governed by it.
  const governed = kind === 'support' || isRightBehind(entryAt(items, at - 1));
  const by = clitic || (governed ? reach.current : null);
  reach.current = null;
  return by;
};

/** Behind a preposition, or a number or a relation that stands behind one. */
const isRightBehind = (previous: Item | undefined): boolean =>
  previous?.kind === 'preposition' ||
  previous?.kind === 'number' ||
  (previous?.kind === 'word' && previous.head === 'relation');

const NOUNISH: ReadonlySet<Item['kind']> = new Set([
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

/** A noun goes on with what governs those before it, or brings a preposition of its own. */
const takeNoun = (items: readonly Item[], verbs: Marks, at: number, reach: Reach): void => {
  const { clitic, conjunction } = items[at]!;
  // ثكنات للجيش (barracks of the army): the owner of the noun before takes its place in the clause.
  if (clitic === 'ل' && isBehindOwned(items, verbs, at)) return;
  const previous = entryAt(items, at - 1);
  // المسنودة بفصائل الحشد (backed by the factions): the preposition belongs to who backs.
  if (clitic === 'ب' && reach.current === 'support' && previous?.cue === 'support') return;
  if (isFreeObject(items, at)) reach.current = null;
  else if (clitic) reach.current = isWeaponOfActor(items, at) ? 'agent' : clitic;
  else if (conjunction && previous?.kind === 'comma') reach.current = reach.chain;
};

/** What an owner may stand behind: «ثكنات للجيش», «الجيب الأخير للتنظيم». */
const isOwned = ({ kind }: Item): boolean => kind === 'word' || kind === 'thing' || kind === 'place';

const isBehindOwned = (items: readonly Item[], verbs: Marks, at: number): boolean => {
  const previous = entryAt(items, at - 1);
  if (at === 0 || !previous || verbs.has(at - 1)) return false;
  return isOwned(previous) || (previous.cue === 'side-frame' && at > 1 && isOwned(items[at - 2]!));
};

/** «استهدفوا بالصواريخ مقرا للعدو» (hit with rockets a post of the enemy): what the accusative shows no preposition governs. */
const isFreeObject = (items: readonly Item[], at: number): boolean => {
  const { kind, conjunction, clitic, word } = items[at]!;
  return (
    (kind === 'thing' || kind === 'actor') &&
    !conjunction &&
    !clitic &&
    items[at - 1]?.kind === 'thing' &&
    ACCUSATIVE.test(word.form)
  );
};
/** «مقرا», «تجمعا» (a post, a gathering), as objects. */
const ACCUSATIVE = /^(?!ال).{3,}ا$/;

/** «برصاص قسد», «بنيران (قسد)»: whose weapon it was, is who did it. */
const isWeaponOfActor = (items: readonly Item[], at: number): boolean => {
  const item = items[at]!;
  // «قتل بنيران الجيش» (was killed by the army's fire)
  const weapon = (item.means !== undefined && MEANS_BY.has(item.means)) || FIRE.test(item.word.form);
  if (item.clitic !== 'ب' || !weapon) return false;
  const next = items[at + 1]?.mark === '(' ? items[at + 2] : items[at + 1];
  if (item.kind === 'actor' && item.last > item.first) return true;
  return next?.kind === 'actor' && next.side?.heads[0] !== 'positions';
};

const FIRE = /^بنيران$/;

/** Weapons that tell who fired them. */
const MEANS_BY: ReadonlySet<string> = new Set(['gunfire', 'guns', 'rockets', 'sniper', 'air', 'drone']);
