import type { Item } from '../scan/item.js';
import { isAdjective } from './adjective.js';
import { between } from './clash.js';
import { takePlace } from './placed.js';
import { give, type Predicate } from './predicate.js';
import { isSiteHit, ownsPlace } from './sites.js';
import { isHitting } from './stretch.js';
import { coordinated, isParty } from './subject.js';

/** The role of who stands behind a preposition, as the frame tells it or as a reading has it. */
export type SideOf = (by: string) => string | undefined;
/** What is done with parties that no preposition governs. */
export type OnBare = (chain: readonly number[]) => void;

/** What was passed on the way to an argument, which may belong to that instead. */
interface Passed {
  /** An aim right before: «تمهيدا لتقدم قسد» (in preparation for an advance of the SDF). */
  aim: boolean;
  /** A participle of hitting: «مستهدفة» (targeting). */
  hitting: boolean;
  /** Another event noun. */
  other: boolean;
  /** A verbal noun that carries another event: «مع استمرار تحليق الطائرات» (with aircraft flying on). */
  under: boolean;
  /** A word behind which stands who tells it: «بحسب سكان» (according to residents). */
  told: boolean;
}

const pass = ({ sentence: { items, verbs, governor }, at }: Predicate, passed: Passed, k: number): void => {
  const item = items[k]!;
  const ends = item.kind === 'comma' || item.kind === 'preposition';
  passed.hitting ||= k > at && isHitting(item);
  if (item.kind === 'trigger' && !verbs.has(k) && k > at) passed.other = true;
  if (item.kind === 'support' && !verbs.has(k) && governor[k] !== null) passed.under = true;
  else if (ends) passed.under = false;
  if (item.kind === 'trigger') passed.aim = item.clitic === 'ل' && k > at + 1;
  else if (ends) passed.aim = false;
  if (item.reporting?.kind === 'marker') passed.told = k > at;
  else if (item.kind === 'comma' || item.kind === 'mark') passed.told = false;
};

/** A capital, which may stand for its government. */
export const isCity = ({ kind, metonym, place }: Item): boolean =>
  kind === 'place' && metonym !== undefined && place!.candidates.some((one) => CITIES.has(one.kind));
const CITIES: ReadonlySet<string> = new Set(['city', 'governorate']);

/** «قصف تل أبيب», «ضربة لتل أبيب» (Tel Aviv): the city is what was hit. */
const isCityHit = ({ sentence, at, frame, verbal }: Predicate, k: number, by: string | null): boolean =>
  !verbal && k > at && (by === null || by === 'ل') && frame['object'] === 'target' && isCity(sentence.items[k]!);

/** Behind most prepositions a country is a place, not its side. */
const standsForParty = (item: Item, by: string | null): boolean =>
  isParty(item) && !(item.kind === 'place' && by !== null && by !== 'agent' && by !== 'support');

/**
 * «معارك بين أذربيجان وأرمينيا» (battles between Azerbaijan and Armenia), «محادثات بين موسكو وكييف»: of a fight or of talks
 * that two governments are said to have with each other, the states are the sides; «مع إيران» (with Iran), one alone.
 */
const isStateAmongSides = ({ sentence, frame, at }: Predicate, k: number, by: string | null, to: number): boolean => {
  const { items } = sentence;
  if (by === null || k <= at || items[k]!.kind !== 'place' || items[k]!.metonym === undefined) return false;
  if (!MUTUAL.has(frame[by] ?? '')) return false;
  if (by === 'مع') return isState(items[k]!);
  const chain = by === 'بين' ? between(sentence, k, to) : [];
  const names = chain.map((side) => items[side]!.metonym ?? items[side]!.side?.ids[0]);
  return names.length > 1 && names.every((name) => name !== undefined) && new Set(names).size > 1;
};
const MUTUAL: ReadonlySet<string> = new Set(['sides', 'sides-as-actor']);
const isState = ({ place }: Item): boolean => place!.candidates[0]?.kind === 'country';

const takeGoverned = (
  predicate: Predicate,
  passed: Passed,
  k: number,
  by: string,
  chain: readonly number[],
  sideOf: SideOf,
): void => {
  const { sentence, frame, roles } = predicate;
  const { items } = sentence;
  if (by === 'agent') roles.actors.push(...chain);
  else if (by === 'support' || by === 'برفقة') {
    // قُتل برصاص قسد أثناء عملية مشتركة مع التحالف: who took part in another event did not do this one.
    if (!passed.other) roles.actors.push(...chain.filter((c) => items[c]!.kind === 'actor'));
  } else {
    // مستهدفة مواقع للنظام: behind the participle, ل tells whose what is hit is.
    const told = passed.hitting && by === 'ل' ? 'target' : sideOf(by);
    give(predicate, told ?? (isSiteHit(items, k, by, frame) ? 'target' : undefined), chain);
  }
  roles.last = Math.max(roles.last, ...chain);
};

/** Takes a party and those joined to it; the last item taken. */
const takeParty = (
  predicate: Predicate,
  passed: Passed,
  k: number,
  to: number,
  sideOf: SideOf,
  onBare: OnBare,
): number => {
  const { sentence, at, frame, roles } = predicate;
  const { items, governor } = sentence;
  const by = governor[k] ?? null;
  // «(قسد)» in brackets is the side before it.
  if (items[k - 1]?.mark === '(' && k - 2 > at && isParty(items[k - 2]!)) return k;
  const chain = by === 'بين' ? between(sentence, k, to) : coordinated(sentence, k, to);
  if (by === null) {
    // الاشتباكات … مع استمرار تحليق الطائرات: who stands behind another verbal noun belongs to it.
    if ((passed.under && roles.mutual) || isAdjective(sentence, at, k, frame)) return k;
    onBare(chain);
  } else {
    if (ownsPlace(items, k) && sideOf(by) === 'actor') return k;
    takeGoverned(predicate, passed, k, by, chain, sideOf);
  }
  return chain[chain.length - 1]!;
};

/** Takes parties and places from one item to another, each in its role; `onBare` gets parties that nothing governs. */
export const takeArguments = (
  predicate: Predicate,
  from: number,
  to: number,
  sideOf: SideOf,
  onBare: OnBare = () => undefined,
): void => {
  const { items, governor, verbs } = predicate.sentence;
  const passed: Passed = { aim: false, hitting: false, other: false, under: false, told: false };
  for (let k = from; k <= to; k++) {
    const item = items[k]!;
    const by = governor[k] ?? null;
    pass(predicate, passed, k);
    if (item.kind === 'trigger' || verbs.has(k) || (passed.aim && isParty(item) && by === null)) continue;
    if (passed.told && isParty(item)) {
      passed.told = items[k + 1]?.conjunction === 'و';
      continue;
    }
    if (isCityHit(predicate, k, by)) takePlace(predicate, k, null);
    else if (standsForParty(item, by) || isStateAmongSides(predicate, k, by, to))
      k = Math.max(k, takeParty(predicate, passed, k, to, sideOf, onBare));
    else if (item.kind === 'place') takePlace(predicate, k, by);
  }
};
