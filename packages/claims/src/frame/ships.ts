import type { Sentence } from '../clause/sentence.js';
import type { Item } from '../scan/item.js';
import type { Roles } from './roles.js';

/** How far behind its word the ship that an attack hit may stand. */
const REACH = 10;
/** What brings whom or what an attack hits: «هجوم على سفينة», «ضد سفن», «استهداف لسفينتين». */
const AT: ReadonlySet<string> = new Set(['على', 'ضد', 'ل']);

const isShip = ({ means, kind }: Item): boolean => means === 'naval' && kind !== 'trigger';

const HIT: ReadonlySet<string> = new Set(['thing', 'place', 'people', 'actor']);
/** «سفينة حربية أمريكية» (an American warship): what says whose it is. */
const isAdjective = ({ kind, definite, side }: Item): boolean =>
  kind === 'actor' && !definite && side?.heads.length === 0;

/** «استهدفت سفينة مواقع» (a ship hit positions): something else behind the ship is what was hit. */
const hitsOther = ({ items, governor, verbs }: Sentence, ship: number): boolean => {
  for (let k = ship + 1; k < Math.min(items.length, ship + REACH); k++) {
    const item = items[k]!;
    if (verbs.has(k) || item.kind === 'comma' || item.kind === 'connector' || item.kind === 'relative') return false;
    if (governor[k] === null && HIT.has(item.kind) && !isAdjective(item)) return true;
  }
  return false;
};

/** «تعرضت سفينة تبحر في الخليج لهجوم» (a ship came under attack): it stands beside the verb that carries the attack. */
const suffers = ({ items, governor }: Sentence, at: number, carrier: number): boolean =>
  items.some(
    (item, k) => k >= carrier - 3 && k < at && isShip(item) && (governor[k] === null || items[k]!.preposition === 'ل'),
  );

/** «سفينة هوجمت بصاروخين» (a ship was attacked with two missiles): the ship before a verb that takes no object, but means. */
const isHitByMeans = ({ items, governor }: Sentence, at: number): boolean => {
  const next = items[at + 1];
  if (next?.means === undefined || (next.clitic !== 'ب' && governor[at + 1] !== 'ب')) return false;
  return items.slice(Math.max(0, at - SHIP_BEFORE), at).some((item, n, all) => {
    return isShip(item) && governor[at - all.length + n] === null;
  });
};
/** How far before its verb the ship stands, in items. */
const SHIP_BEFORE = 3;

/**
 * Whether an attack hit a ship, which makes it one at sea whatever it was done with: «هاجم الحوثيون ناقلة بصاروخين»
 * (attacked a tanker with two missiles), «هجوم صاروخي استهدف سفينة», «تعرضت سفينة لهجوم».
 */
export const hitsShip = (sentence: Sentence, at: number, { actors, support, supportItem }: Roles): boolean => {
  const { items, governor, verbs } = sentence;
  if (support?.does === 'undergo' && supportItem !== null && supportItem < at)
    return suffers(sentence, at, supportItem);
  const verbal = verbs.has(at);
  if (verbal && isHitByMeans(sentence, at)) return true;
  for (let k = at + 1; k <= Math.min(items.length - 1, at + REACH); k++) {
    const item = items[k]!;
    const hitting = item.supports?.some(({ does }) => does === 'hit') ?? false;
    if (item.kind === 'comma' || item.kind === 'connector' || item.kind === 'complementiser') return false;
    // «عملية استهداف لسفينتين» (an operation of hitting two ships): the word between tells it.
    if (verbs.has(k) ? !hitting : item.kind === 'trigger') return false;
    if (!isShip(item)) continue;
    const by = governor[k] ?? (item.clitic || null);
    if (by !== null) return AT.has(by);
    // «استهدف صاروخ ناقلة» (a missile hit a tanker): behind the doer stands what was hit.
    const doer = actors.some((one) => one !== k && one < k) || items.slice(at + 1, k).some(({ means }) => means);
    return !verbal || doer || !hitsOther(sentence, k);
  }
  return false;
};
