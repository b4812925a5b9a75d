import { entryAt } from '@isnad/text';
import type { Clause } from '../clause/clause.js';
import type { Sentence } from '../clause/sentence.js';
import type { Item } from '../scan/item.js';
import { spelling } from '../words/classes.js';
import type { Roles } from './roles.js';

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

/** The means told of an event, by how near they stand to its word. */
export interface MeansTold {
  /** Of the word itself, its adjectives and what stands in construct with it. */
  readonly own: ReadonlySet<string>;
  /** Of its agent, and of بـ phrases in its stretch. */
  readonly near: ReadonlySet<string>;
  /** Anywhere else in its clause. */
  readonly clause: ReadonlySet<string>;
}

const WITHIN_OWN = 3;

/** Collects the means that stand with an event word. `fires`: its object is what is fired («أطلقوا صواريخ»). */
export const meansOf = (sentence: Sentence, at: number, roles: Roles, fires = false): MeansTold => {
  const { items, clauses, clauseOf, governor, verbs } = sentence;
  const own = new Set<string>();
  const near = new Set<string>();
  const all = new Set<string>();
  const clause = clauses[clauseOf[at]!]!;
  if (items[at]!.means) own.add(items[at]!.means!);
  let another = at + 1;
  while (another <= clause.last && !isAnother(items[another]!)) another++;
  if (another > clause.last) another = items.length;
  const verbal = verbs.has(at);
  const struck = verbal && !fires ? objectsOf(sentence, at, roles) : () => false;
  for (let k = at + 1; k <= Math.min(at + WITHIN_OWN, clause.last); k++) {
    const item = items[k]!;
    if (verbs.has(k) || item.kind === 'comma' || item.kind === 'connector' || item.kind === 'relative') break;
    if (k === another) break;
    // «قصف مدفعي وغارات»: the means of another word of an event are its own, and so is a second adjective's mention.
    if (item.kind === 'trigger' && (!item.means || item.conjunction)) break;
    if (!verbal && own.size > 0 && isSecond(items, k)) break;
    const tied =
      item.kind !== 'preposition' &&
      !struck(k) &&
      (governor[k] === null || governor[k] === 'ب' || governor[k] === 'agent' || isFiredFrom(item, governor[k]!));
    if (item.means && tied) own.add(item.means);
    for (const head of item.side?.heads ?? []) if (BY_HEAD[head] && tied) own.add(BY_HEAD[head]);
  }
  // طائرات التحالف … واستهدافها: the pronoun brings the arm it stands for.
  if (items[at]!.enclitic && roles.actors.length === 0) {
    for (let k = at - 1; k >= 0; k--) {
      const heads = items[k]!.side?.heads;
      if (!heads) continue;
      for (const head of heads) if (BY_HEAD[head]) own.add(BY_HEAD[head]);
      break;
    }
  }
  // «مسيرة تستهدف القرية وسط قصف بري» (a drone hits, amid fire from the ground): no aircraft does what is said to come from the ground.
  const fromGround = !verbal && (own.has('ground') || own.has('guns'));
  for (const k of roles.actors) {
    if (fromGround) break;
    if (governor[k] === 'support' || k > another) continue; // «قصف بدعم من الطيران الروسي»: whoever helps does so by means of his own
    for (const head of items[k]!.side?.heads ?? []) if (BY_HEAD[head]) own.add(BY_HEAD[head]);
    if (items[k]!.means) own.add(items[k]!.means!);
  }
  for (let k = roles.first; k <= Math.min(roles.end, another); k++)
    if (
      items[k]!.means &&
      !isHelp(entryAt(items, k - 1)) &&
      k !== at &&
      governor[k] !== 'support' &&
      !isApart(governor[k] ?? '') &&
      (governor[k] === 'ب' || (verbal && k <= roles.last && !struck(k)) || k < at)
    ) {
      near.add(items[k]!.means!);
      if (governor[k] === 'ب') roles.last = Math.max(roles.last, k);
    }
  // «هجوما مباغتا على نقاط الجيش عبر انتحاريين» (by means of suicide bombers): it names the means, whatever the adjective.
  for (let k = at + 1; k <= roles.end; k++)
    if (items[k]!.means && items[k - 1]!.form === 'عبر') {
      own.add(items[k]!.means!);
      roles.last = Math.max(roles.last, k);
    }
  if (roles.supportItem !== null) {
    const carrying = clauses[clauseOf[roles.supportItem]!]!;
    for (let k = carrying.first; k <= carrying.last; k++) {
      // شن هجمات وقصفا صاروخيا: behind another word of an event the means are its own.
      if (k > at && k !== roles.supportItem && items[k]!.kind === 'trigger') break;
      if (items[k]!.means && items[k]!.kind !== 'trigger') near.add(items[k]!.means!);
    }
  }
  for (const k of meansBehind(sentence, at)) near.add(items[k]!.means!);
  for (const k of usedBehindComma(sentence, at)) near.add(items[k]!.means!);
  const craft = verbal && roles.actors.length === 0 ? craftBefore(sentence, clause) : undefined;
  if (craft) near.add(craft);
  // عبوة زرعت: what a relative clause describes is the means of its verb.
  const described = clause.antecedent === null ? undefined : items[clause.antecedent];
  if (described?.means) near.add(described.means);
  const add = (k: number): boolean => {
    const item = items[k]!;
    if (isAnother(item) || (item.kind === 'trigger' && !item.means)) return false;
    if (governor[k] === 'support') return true;
    if (item.means && !isHelp(entryAt(items, k - 1))) all.add(item.means);
    for (const head of item.side?.heads ?? []) if (BY_HEAD[head]) all.add(BY_HEAD[head]);
    return true;
  };
  for (let k = at - 1; k >= clause.first && add(k); k--);
  for (let k = at + 1; k <= clause.last && !(verbal && isApart(governor[k] ?? '')) && (struck(k) || add(k)); k++);
  // قذائف أطلقت: a bare relative clause describes the noun right before its verb.
  const adjective =
    entryAt(items, at - 1)?.kind === 'word' &&
    !items[at - 1]!.means &&
    entryAt(items, at - 2)?.means &&
    !verbs.has(at - 2);
  const noun = items[adjective ? at - 2 : at - 1];
  if (verbal && !items[at]!.conjunction && noun?.means) near.add(noun.means);
  return { own, near, clause: all };
};

/** «القصف المدفعي والصاروخي» (fire of guns and rockets): a second adjective behind the first. */
const isSecond = (items: readonly Item[], k: number): boolean =>
  items[k]!.conjunction === 'و' &&
  items[k]!.means !== undefined &&
  !items[k]!.clitic &&
  items[k - 1]!.means !== undefined;

/** «هجوما بدعم جوي» (an attack with help from the air): help is by means of its own. */
const isHelp = (before: Item | undefined): boolean => HELP.test(before?.form ?? '');
const HELP = spelling('frame/help', 'و?ب');

/** «قصف مدفعي وآخر جوي» (bombing by guns and another from the air): what stands behind is of the other one. */
export const isAnother = ({ form }: Item): boolean => form === 'واخر' || form === 'واخري';

/** «قصف من طائرة مسيرة» (bombing from a drone), «غارة لطائرة مسيرة» (a raid of a drone). */
const isFiredFrom = ({ means }: Item, by: string): boolean =>
  (by === 'من' || by === 'ل') && (means === 'air' || means === 'drone');

/** «هاجموا المواقع بعد غارات جوية» (attacked after air raids): what came before or after is no means. */
const isApart = (by: string): boolean => by === 'بعد' || by === 'قبل';

/** Explosive belts are hit by nobody; ships are the means of no attack but what it hits, which makes it one at sea. */
const NO_OBJECT: ReadonlySet<string> = new Set(['suicide', 'naval']);

/** «مدفعيا» (with guns), «جوا» (from the air): adverbs of the means. */
const isAdverb = ({ form = '', definite }: Item): boolean => !definite && (form.endsWith('يا') || form.endsWith('وا'));

/**
 * Whether an item behind a finite verb is what is hit: «هاجمت مجموعات مدفعية الجيش» (groups attacked the guns of the
 * army). It stands bare behind the doer, or behind a verb whose doer stands before it; what it is hit with, behind بـ.
 */
const objectsOf = ({ items, governor }: Sentence, at: number, { actors }: Roles): ((k: number) => boolean) => {
  const doers = actors.filter((k) => governor[k] === null);
  const before = doers.some((k) => k < at);
  const first = Math.min(...doers.filter((k) => k > at));
  return (k) =>
    governor[k] === null &&
    !isAdverb(items[k]!) &&
    !NO_OBJECT.has(items[k]!.means ?? '') &&
    (before || k > first) &&
    !actors.includes(k);
};

/** «حلقت طائرات حربية في سماء المدينة وقصفت أهدافا»: the aircraft of the clause before go on as the subject. */
const craftBefore = ({ items, clauses, governor }: Sentence, { opener, parent }: Clause): string | undefined => {
  if (opener !== 'coordinated' || parent === null) return undefined;
  const { first, last } = clauses[parent]!;
  const subject = items.slice(first, Math.min(last, first + 2) + 1).find(({ means }, k) => {
    return (means === 'air' || means === 'drone') && governor[first + k] === null;
  });
  return subject?.means;
};

/**
 * «استهداف المهاجمين لمركز إيواء، باستخدام مسيرات» (their targeting of a shelter, by drones): «using» names the means of
 * the one event before it, whatever commas part the two.
 */
const usedBehindComma = ({ items, clauses, clauseOf, verbs }: Sentence, at: number): readonly number[] => {
  const clause = clauseOf[at]!;
  const goesOn = (k: number) => clauseOf[k] === clause || clauses[clauseOf[k]!]!.parent === clause;
  for (let k = at + 1; k + 1 < items.length && goesOn(k); k++) {
    if ((verbs.has(k) && clauseOf[k] === clause) || (items[k]!.kind === 'trigger' && !items[k]!.means)) return [];
    const { form = '' } = items[k + 1]!;
    if (items[k]!.kind !== 'comma' || !(USING.test(form) || USING_AS.test(form))) continue;
    const end = items.findIndex((item, n) => n > k + 1 && (item.kind === 'comma' || item.kind === 'connector'));
    return items.flatMap(({ means }, n) => (means && n > k + 1 && (end < 0 || n < end) ? [n] : []));
  }
  return [];
};
const USING = spelling('frame/using', 'ب');
/** «مستخدمة قذائف» (using shells) */
const USING_AS = spelling('frame/using-as');

/** Frames of words that say whose a place is. */
const HOLDS: ReadonlySet<string> = new Set(['capture', 'hold']);

/**
 * «هجوم على نقاط سيطرت عليها قسد عبر انتحاريين» (an attack on points that they took, by suicide bombers): behind a
 * relative clause on whose a place is, the means are those of the attack before it.
 */
const meansBehind = ({ items, clauses, clauseOf, governor }: Sentence, at: number): readonly number[] => {
  const found: number[] = [];
  for (const { opener, parent, verb, last } of clauses) {
    if (opener !== 'relative' || parent !== clauseOf[at] || verb === null || verb < at) continue;
    if (!items[verb]!.senses?.every(({ frame }) => HOLDS.has(frame))) continue;
    for (let k = verb + 1; k <= last; k++) if (items[k]!.means && governor[k] === 'ب') found.push(k);
  }
  return found;
};
