import { entryAt } from '@isnad/text';
import type { Clause } from '../clause/clause.js';
import type { Sentence } from '../clause/sentence.js';
import type { Item } from '../scan/item.js';
import { spelling } from '../words/classes.js';
import { addBehindRelative, addCraftBefore, addDescribed, addUsed } from './means-further.js';
import { isObject, objectsBehind } from './means-hit.js';
import type { Roles } from './roles.js';

/** The means told of an event, by how near they stand to its word. */
export interface MeansTold {
  /** Of the word itself, its adjectives and what stands in construct with it. */
  readonly own: ReadonlySet<string>;
  /** Of its agent, and of بـ phrases in its stretch. */
  readonly near: ReadonlySet<string>;
  /** Anywhere else in its clause. */
  readonly clause: ReadonlySet<string>;
}

/** Where the means of an event word are sought. */
interface Search {
  readonly sentence: Sentence;
  readonly at: number;
  readonly roles: Roles;
  readonly clause: Clause;
  /** The word is a finite verb. */
  readonly verbal: boolean;
  /** Item behind which what stands bare is what was hit, no means. */
  readonly hitFrom: number;
  /** The item that begins another one of its kind («وآخر جوي»), whose means are its own; behind the sentence where none does. */
  readonly another: number;
}

/** Collects the means that stand with an event word. `fires`: its object is what is fired («أطلقوا صواريخ»). */
export const meansOf = (sentence: Sentence, at: number, roles: Roles, fires = false): MeansTold => {
  const verbal = sentence.verbs.has(at);
  const search: Search = {
    sentence,
    at,
    roles,
    clause: sentence.clauses[sentence.clauseOf[at]!]!,
    verbal,
    hitFrom: verbal && !fires ? objectsBehind(sentence, at, roles) : NOTHING_HIT,
    another: anotherBehind(sentence, at),
  };
  const own = new Set<string>();
  addOwn(search, own);
  addOfPronoun(search, own);
  addOfActors(search, own);
  const near = new Set<string>();
  addOfStretch(search, near);
  addByMeansOf(search, own);
  addOfCarrier(search, near);
  addBehindRelative(sentence, at, near);
  addUsed(sentence, at, near);
  if (verbal && roles.actors.length === 0) addCraftBefore(sentence, search.clause, near);
  addDescribed(sentence, search.clause, near);
  addBareDescribed(search, near);
  if (fires && near.size === 0) addOfFire(search, near);
  const clause = new Set<string>();
  addOfClause(search, clause);
  return { own, near, clause };
};

/** Heads of a side's name that tell the means: طيران التحالف (the coalition's aircraft). */
const BY_HEAD: Readonly<Record<string, string>> = {
  air: 'air',
  helicopters: 'air',
  drones: 'drone',
  guns: 'guns',
  armour: 'guns',
  rockets: 'rockets',
  naval: 'naval',
};

const addHeads = ({ side }: Item, means: Set<string>): void => {
  if (side) for (const head of side.heads) if (BY_HEAD[head]) means.add(BY_HEAD[head]);
};

const NOTHING_HIT = Number.POSITIVE_INFINITY;

/** «قصف مدفعي وآخر جوي» (bombing by guns and another from the air): what stands behind is of the other one. */
export const isAnother = ({ form }: Item): boolean => form === 'واخر' || form === 'واخري';

const anotherBehind = ({ items, clauses, clauseOf }: Sentence, at: number): number => {
  const { last } = clauses[clauseOf[at]!]!;
  for (let k = at + 1; k <= last; k++) if (isAnother(items[k]!)) return k;
  return items.length;
};

/** How far behind its word an adjective or what stands in construct with it tells its own means, in items. */
const OWN_WITHIN = 3;

/** «قصف مدفعي» (gunfire), «قصف طيران التحالف» (bombing by the coalition's aircraft). */
const addOwn = ({ sentence, at, roles, clause, verbal, hitFrom, another }: Search, own: Set<string>): void => {
  const { items, verbs, governor } = sentence;
  if (items[at]!.means) own.add(items[at]!.means!);
  for (let k = at + 1; k <= Math.min(at + OWN_WITHIN, clause.last); k++) {
    const item = items[k]!;
    if (verbs.has(k) || item.kind === 'comma' || item.kind === 'connector' || item.kind === 'relative') break;
    if (k === another) break;
    // «قصف مدفعي وغارات»: the means of another word of an event are its own, and so is a second adjective's mention.
    if (item.kind === 'trigger' && (!item.means || item.conjunction || isCover(item))) break;
    if (!verbal && own.size > 0 && isSecond(items, k)) break;
    // «القصف وصواريخ المضادات» (the shelling, and the missiles of the defences): another thing beside it.
    if (!verbal && k === at + 1 && item.conjunction === 'و' && item.kind === 'thing') break;
    if (item.kind === 'preposition' || !isTied(item, governor[k] ?? null) || isObject(sentence, roles, hitFrom, k))
      continue;
    if (item.means) own.add(item.means);
    addHeads(item, own);
  }
};

/** «القصف المدفعي والصاروخي» (fire of guns and rockets): a second adjective behind the first. */
const isSecond = (items: readonly Item[], k: number): boolean =>
  items[k]!.conjunction === 'و' &&
  items[k]!.means !== undefined &&
  !items[k]!.clitic &&
  items[k - 1]!.means !== undefined;

/** Whether what governs an item leaves it with the event word before it. */
const isTied = (item: Item, by: string | null): boolean =>
  by === null || by === 'ب' || by === 'agent' || isFiredFrom(item, by);

/** «قصف من طائرة مسيرة» (bombing from a drone), «غارة لطائرة مسيرة» (a raid of a drone). */
const isFiredFrom = ({ means }: Item, by: string): boolean =>
  (by === 'من' || by === 'ل') && (means === 'air' || means === 'drone');

/** «طائرات التحالف … واستهدافها» (the coalition's aircraft … and their targeting): the pronoun brings the arm it stands for. */
const addOfPronoun = ({ sentence: { items }, at, roles }: Search, own: Set<string>): void => {
  if (!items[at]!.enclitic || roles.actors.length > 0) return;
  const named = items.findLast(({ side }, k) => k < at && side !== undefined);
  if (named) addHeads(named, own);
};

/** «قصفت مدفعية الجيش» (the army's guns shelled): by the arm of a side that acts. */
const addOfActors = ({ sentence, roles, verbal, another }: Search, own: Set<string>): void => {
  const { items, governor } = sentence;
  // «مسيرة تستهدف القرية وسط قصف بري» (a drone hits, amid fire from the ground): no aircraft does what is said to come from the ground.
  if (!verbal && (own.has('ground') || own.has('guns'))) return;
  for (const k of roles.actors) {
    if (governor[k] === 'support' || k > another) continue; // «قصف بدعم من الطيران الروسي»: whoever helps does so by means of his own
    addHeads(items[k]!, own);
    if (items[k]!.means) own.add(items[k]!.means!);
  }
};

/** «هاجموا القرية بالصواريخ» (attacked the village with rockets): in the stretch of the event, which reaches as far as its بـ phrases. */
const addOfStretch = ({ sentence, at, roles, verbal, hitFrom, another }: Search, near: Set<string>): void => {
  const { items, governor } = sentence;
  for (let k = roles.first; k <= Math.min(roles.end, another); k++) {
    const { means } = items[k]!;
    if (!means || k === at || isOfHelper(sentence, k) || isCover(items[k]!) || isApart(governor[k] ?? null)) continue;
    const withIt = governor[k] === 'ب';
    const beside = k < at || (verbal && k <= roles.last && !isObject(sentence, roles, hitFrom, k));
    if (!withIt && !beside) continue;
    near.add(means);
    if (withIt) roles.last = Math.max(roles.last, k);
  }
};

/** Whether an item tells by what somebody helped, who does so by means of his own: «بدعم من الطيران الروسي» (with the help of Russian aircraft). */
const isOfHelper = ({ items, governor }: Sentence, k: number): boolean => governor[k] === 'support' || isHelp(items, k);

/** «بغطاء جوي» (under air cover): a mention of its own. */
const isCover = ({ senses }: Item): boolean => senses?.some(({ frame }) => frame === 'cover') ?? false;

/** «هجوما بدعم جوي», «بدعم من طيران التحالف» (an attack with help from the air, of the coalition's aircraft). */
const isHelp = (items: readonly Item[], k: number): boolean => {
  const from = items[k - 1]?.preposition === 'من' ? k - 1 : k;
  return HELP.test(items[from - 1]?.form ?? '') || (from < k && HELP.test(items[from - 2]?.form ?? ''));
};
const HELP = spelling('frame/help', 'و?ب');

/** «هاجموا المواقع بعد غارات جوية» (attacked after air raids): what came before or after is no means. */
const isApart = (by: string | null): boolean => by === 'بعد' || by === 'قبل';

/** «هجوما مباغتا على نقاط الجيش عبر انتحاريين» (by means of suicide bombers): it names the means, whatever the adjective. */
const addByMeansOf = ({ sentence: { items, clauses, clauseOf }, at, roles }: Search, own: Set<string>): void => {
  // «غارة شنت عبر طائرة مسيرة» (a raid flown by a drone)
  const { supportItem } = roles;
  const end = supportItem !== null && supportItem > at ? clauses[clauseOf[supportItem]!]!.last : roles.end;
  for (let k = at + 1; k <= Math.max(end, roles.end); k++) {
    if (!items[k]!.means || items[k - 1]!.form !== 'عبر') continue;
    own.add(items[k]!.means!);
    roles.last = Math.max(roles.last, k);
  }
};

/** «شنت المقاتلات هجمات» (the fighter jets launched attacks): in the clause of the verb that carries the word. */
const addOfCarrier = ({ sentence, at, roles: { supportItem } }: Search, near: Set<string>): void => {
  if (supportItem === null) return;
  const { items, clauses, clauseOf } = sentence;
  const { first, last } = clauses[clauseOf[supportItem]!]!;
  for (let k = first; k <= last; k++) {
    const { kind, means } = items[k]!;
    // شن هجمات وقصفا صاروخيا: behind another word of an event the means are its own.
    if (kind === 'trigger' && k > at && k !== supportItem) break;
    if (means && kind !== 'trigger' && !isOfHelper(sentence, k)) near.add(means);
  }
};

/** قذائف أطلقت (shells fired): a bare relative clause describes the noun right before its verb, over an adjective. */
const addBareDescribed = ({ sentence: { items, verbs }, at, verbal }: Search, near: Set<string>): void => {
  if (!verbal || items[at]!.conjunction) return;
  const before = entryAt(items, at - 1);
  const overAdjective =
    before?.kind === 'word' && !before.means && entryAt(items, at - 2)?.means !== undefined && !verbs.has(at - 2);
  const noun = items[overAdjective ? at - 2 : at - 1];
  if (noun?.means) near.add(noun.means);
};

/** «صاروخان اعترضا وثالث سقط» (two missiles were intercepted, and a third fell): one of what is told of before. */
const addOfFire = ({ sentence: { items }, at }: Search, near: Set<string>): void => {
  if (!items.slice(Math.max(0, at - ONE_BEFORE), at + 2).some((item) => ONE_OF_FIRE.test(item.form ?? ''))) return;
  const fire = items.findLast(({ means }, k) => k < at && k >= at - FIRE_WITHIN && FIRE.has(means ?? ''));
  if (fire) near.add(fire.means!);
};
const ONE_OF_FIRE = spelling('frame/one-of-fire', '[وف]?');
const FIRE: ReadonlySet<string> = new Set(['rockets', 'guns']);
/** How far before its verb «one of them» stands, and the fire that it is of, in items. */
const ONE_BEFORE = 3;
const FIRE_WITHIN = 20;

/** The means of a whole clause, up to other words of events on both sides. */
const addOfClause = ({ sentence, at, roles, clause, verbal, hitFrom }: Search, means: Set<string>): void => {
  const { governor } = sentence;
  // «وبعد الغارة، أطلقت نداءات» (and after the raid calls were made): what came before is no means.
  for (let k = at - 1; k >= clause.first && (isApart(governor[k] ?? null) || addUnlessOther(sentence, k, means)); k--);
  for (let k = at + 1; k <= clause.last && !(verbal && isApart(governor[k] ?? null)); k++)
    if (!isObject(sentence, roles, hitFrom, k) && !addUnlessOther(sentence, k, means)) break;
};

/** Whether an item is of no other event, so that what stands beyond it may belong to this one. */
const addUnlessOther = (sentence: Sentence, k: number, means: Set<string>): boolean => {
  const item = sentence.items[k]!;
  if (isAnother(item) || (item.kind === 'trigger' && !item.means)) return false;
  if (isOfHelper(sentence, k)) return true;
  if (item.means) means.add(item.means);
  addHeads(item, means);
  return true;
};
