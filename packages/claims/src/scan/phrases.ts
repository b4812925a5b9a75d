import { entryAt } from '@isnad/text';
import { spelling } from '../words/classes.js';
import { asWord } from './as-word.js';
import { copyOf, type Item, type SideMention } from './item.js';
import { isOfField, isPartOfNamed } from './part-of-area.js';
import { spelt } from './spelt.js';

/** Heads that make the named side the owner of what is meant, rather than the side itself. */
const BEHIND = new Set(['contempt', 'praise']);
/** Groups of armed people: with a side's name behind them they are that side (مقاتلو العشائر, the tribes' fighters). */
const ARMED = new Set(['people', 'forces', 'leaders']);

const isSide = (item: Item | undefined): item is Item & { side: SideMention } => item?.kind === 'actor';

const join = (
  head: Item,
  name: Item & { side: SideMention },
  says: string,
  means: string | undefined,
  partitive: boolean,
): Item => {
  const { ids, heads, register, loaded, ambiguous, rejected, why } = name.side;
  const both = copyOf(name);
  both.first = head.first;
  both.start = head.start;
  both.word = head.word;
  both.conjunction = head.conjunction;
  both.clitic = head.clitic;
  both.definite = head.definite || (name.definite && !partitive); // «عناصر من التنظيم»: some of its members
  both.means = name.means || means;
  if (head.group) both.group = head.group;
  if (head.group && head.things) both.things = true;
  if (head.number) both.number = head.number;
  both.side = { ids, heads: [says, ...heads], register, loaded, ambiguous, rejected, why };
  return both;
};

/** A side up to the end of the words behind it. */
const upTo = (item: Item, { last, end }: Item): Item => {
  const both = copyOf(item);
  both.last = last;
  both.end = end;
  return both;
};

/** A side with a loaded word beside it. */
const withLoad = (
  item: Item & { side: SideMention },
  { start, end }: Pick<Item, 'start' | 'end'>,
  stance: 'hostile' | 'own',
): Item => {
  const { ids, heads, register, loaded, ambiguous, rejected, why } = item.side;
  const both = copyOf(item);
  both.side = { ids, heads, register, loaded: [...loaded, { start, end, stance }], ambiguous, rejected, why };
  return both;
};

const isAttackers = spelt(/^[وفبل]{0,2}(?:ا?ل)مهاجم(?:ون|ين)$/);
const describesAttackers = spelt(/^المهاجم(?:ه|ين|ون)?$/);
const isForce = spelt(spelling('scan/attacking-forces', '[وفبل]{0,2}(?:ا?ل)'));
const NOBODY: SideMention = { ids: [], heads: ['forces'], register: 'neutral', loaded: [], rejected: [] };

/** «القوات المهاجمة» (the attacking forces). */
const isAttacking = (item: Item, next: Item): boolean =>
  isForce(item) && item.first === item.last && !next.conjunction && describesAttackers(next);

const asSide = (item: Item): Item =>
  Object.assign(copyOf(item), {
    kind: 'actor',
    place: undefined,
    side: { ids: [item.metonym!], heads: [], register: 'neutral', loaded: [], rejected: [] },
  });

/** What a head noun says, when the item is one. */
const headOf = (item: Item): string | null => {
  if (item.kind === 'word' && item.head && item.head !== 'relation') return item.head;
  if (item.kind === 'thing' && item.means && ARM_OF[item.means]) return ARM_OF[item.means]!;
  if (
    item.kind === 'people' &&
    item.group &&
    // «قناص حوثي»: he who shoots, not what he shoots with.
    (item.head === undefined || item.head === 'guns' ? ARMED_GROUPS.has(item.group.id) : ARMED.has(item.head))
  )
    return 'people';
  // «مجموعات مسلحة من قسد»: those whom no side is named of are of the side named behind them.
  // «إرهابيين من "بي كي كي"»: so do those whom a loaded word calls by what they may be.
  return isSide(item) && !item.definite && isNameless(item.side) ? 'people' : null;
};
/** Weapons with a side's name behind them are that side's arm: طائرات حربية روسية (Russian warplanes). */
const ARM_OF: Readonly<Record<string, string>> = {
  air: 'air',
  drone: 'drones',
  guns: 'guns',
  rockets: 'rockets',
  naval: 'naval',
};
const ARMS_OF_SIDES: ReadonlySet<string> = new Set(Object.values(ARM_OF));
const NAMELESS = new Set(['gunmen', 'jihadist-groups']);
const isNameless = ({ ids, ambiguous }: SideMention): boolean =>
  ambiguous ? ambiguous.candidates.some(({ actor }) => NAMELESS.has(actor)) : NAMELESS.has(ids[0] ?? '');
const ARMED_GROUPS = new Set([
  'fighters',
  'soldiers',
  'gunmen',
  'militants',
  'officers',
  'leaders',
  'snipers',
  'police',
  'guards',
  'security-guards',
  'rebels',
  'suicide-bombers',
]);

const isOf = spelt(spelling('scan/of-side', '(?:ال)?'));

/** How many items between a head and its name say no more than "of": من، ل، تابعة ل. `behind` is in reverse. */
const bridge = (behind: readonly Item[]): number => {
  let passed = 0;
  while (passed < behind.length && passed <= MOST_BETWEEN) {
    const item = behind[behind.length - 1 - passed]!;
    const joins =
      (item.kind === 'preposition' && !item.enclitic && leadsOn(item, behind, behind.length - 1 - passed)) ||
      (item.kind === 'word' && (isOf(item) || isLinked(item) || isMember(item)));
    if (!joins) break;
    passed++;
  }
  return passed;
};
const MOST_BETWEEN = 3;

/** «من» (of), «ينتمون إلى» (who belong to), «على صلة بـ» (connected with). `behind` is in reverse. */
const leadsOn = ({ preposition }: Item, behind: readonly Item[], at: number): boolean =>
  preposition === 'من' ||
  (preposition === 'إلى' && behind[at + 1] !== undefined && isMember(behind[at + 1]!)) ||
  (preposition === 'على' && behind[at - 1] !== undefined && isLinked(behind[at - 1]!));
const isLinked = spelt(spelling('scan/linked-to', ''));
const isMember = spelt(spelling('scan/members-of', ''));

/**
 * Joins head nouns to the names behind them: «عناصر من تنظيم داعش», «طائرات حربية روسية», «مواقع لقوات النظام»
 * become one mention of the side, with what its heads say.
 */
export const joinPhrases = (items: readonly Item[]): Item[] => {
  // In reverse: the item behind the one looked at is the last.
  const joined: Item[] = [];
  for (let at = items.length - 1; at >= 0; at--) {
    const item = items[at]!;
    const following = joined.at(-1);
    if (following && isAttacking(item, following)) {
      joined[joined.length - 1] = Object.assign(copyOf(item), {
        kind: 'actor',
        last: following.last,
        end: following.end,
        attackers: true,
        side: NOBODY,
      });
      continue;
    }
    if (item.kind === 'people' && item.definite && isAttackers(item)) {
      joined.push(Object.assign(copyOf(item), { attackers: true }));
      continue;
    }
    // «قناص تابع لقسد»: who belongs to a side, not who goes on speaking to it.
    if (item.kind === 'reporting' && isOf(item) && isSide(following!) && following.clitic === 'ل') {
      joined.push(asWord(item));
      continue;
    }
    const says = headOf(item);
    const joins = says === null ? null : joinBehind(item, says, joined);
    if (joins) {
      joined.length -= joins.taken;
      joined.push(joins.item);
      continue;
    }
    const next = joined.at(-1);
    if (isSide(item) && next) {
      if (isSide(next) && next.side.heads[0] === 'adjective' && !next.conjunction && !next.clitic) {
        joined[joined.length - 1] = upTo(item.side.ambiguous ? ofNation(item, next) : item, next);
        continue;
      }
      // «الدفاع الجوي لحزب الله», «قوة أمنية تابعة لقسد»: an arm that many sides have is that of the one behind it.
      const to = bridge(joined);
      const owner = joined[joined.length - 1 - to];
      const arm = item.side.ambiguous && (item.means === 'air' || to > 0);
      // «لواء القدس التابع لقوات النظام» (which belongs to the government's forces): whose they are is no party beside them.
      const belongs = to > 0 && isOf(joined.at(-to)!);
      if (isSide(owner) && owner.clitic === 'ل' && !owner.conjunction && (arm || belongs)) {
        joined.length -= to;
        joined[joined.length - 1] = upTo(arm ? ofNation(item, owner) : item, owner);
        continue;
      }
      if (next.kind === 'word' && next.head && BEHIND.has(next.head) && !next.conjunction) {
        joined[joined.length - 1] = withLoad(upTo(item, next) as typeof item, next, stanceOf(next.head)!);
        continue;
      }
    }
    joined.push(item);
  }
  return joined.reverse().map((item, at, all) => {
    if (isPartOfNamed(all, at) || isOfField(all, at) || describesWord(all, at)) return asWord(item);
    return isCountedPeople(all, at) ? asPeople(item) : apposed(item);
  });
};

/** «مئات الأسر» (hundreds of families): behind a number a word that also tells an act is those counted. */
const isCountedPeople = (items: readonly Item[], at: number): boolean => {
  const { kind, group, conjunction, clitic } = items[at]!;
  return (
    kind === 'trigger' &&
    group !== undefined &&
    !conjunction &&
    !clitic &&
    items[at - (items[at - 1]?.preposition === 'من' ? 2 : 1)]?.kind === 'number'
  );
};

const asPeople = (item: Item): Item => {
  const people = copyOf(item);
  people.kind = 'people';
  people.senses = undefined;
  people.harm = undefined;
  people.measure = undefined;
  return people;
};

/** The name behind a head together with it, and how many of the items behind the head that takes; null for none. */
const joinBehind = (head: Item, says: string, behind: readonly Item[]): { item: Item; taken: number } | null => {
  // «ميليشيا (قسد)»: the name in brackets.
  const [closing, inner, opening] = behind.slice(-3);
  if (opening?.mark === '(' && closing?.mark === ')' && isSide(inner) && !inner.clitic && !inner.conjunction)
    return { item: upTo(join(head, inner, says, head.means, false), closing), taken: 3 };
  const to = bridge(behind);
  const last = behind[behind.length - 1 - to];
  // القوات التابعة لروسيا: a country that is its own side.
  const country = last?.kind === 'place' && last.metonym && last.clitic === 'ل' && (to > 0 || head.last > head.first);
  const name = country ? asSide(last) : last;
  // «ما يسمى بجيش الإسلام» (what is called …): ب belongs to the naming.
  const named = says === 'contempt' && head.last > head.first && name?.clitic === 'ب';
  // «جماعات مرتبطة بالقاعدة» (groups linked to al-Qaeda)
  const linked = to > 0 && name?.clitic === 'ب' && isLinked(behind[behind.length - to]!);
  if (!isSide(name) || !(name.clitic === 'ل' || named || linked || (name.clitic === '' && name.conjunction === '')))
    return null;
  if (to === 0 && name.clitic === 'ل' && head.definite && head.first === head.last) return null;
  // «صرع مسلحون عنصرا من التنظيم»: without «من» between them they are two.
  if (isSide(head) && to === 0 && name.clitic === '' && name.side.heads[0] !== 'adjective') return null;
  // «استهدفوا بالصواريخ تجمعا للعدو» (hit with rockets a gathering of the enemy): a weapon is of no position.
  if (ARMS_OF_SIDES.has(says) && name.side.heads[0] === 'positions') return null;
  const through = behind.slice(behind.length - to);
  // «استهدف الطيران الحربي قوات النظام» (the warplanes hit the regime's forces): with the article it is of no name behind it.
  const isBare = name.clitic === '' && !isAdjective(name) && through.every(({ kind }) => kind === 'word');
  if (head.definite && ARMS_OF_SIDES.has(says) && isBare) return null;
  const means = head.means ?? through.findLast((word) => word.means)?.means;
  const partitive = through.some(({ kind }) => kind === 'preposition') || (says === 'people' && head.last > head.first);
  return { item: join(head, name, says, means, partitive), taken: to + 1 };
};

/** «الروسي» (Russian), «الحكومية» (of the government), whichever it is. */
const isAdjective = ({ side, form }: Item & { side: SideMention }): boolean =>
  side.heads[0] === 'adjective' || (side.ambiguous !== undefined && /يه?$/.test(form ?? ''));

/** «السلطات التركية» (the Turkish authorities): behind a name that several sides share the adjective tells which. */
const ofNation = (item: Item & { side: SideMention }, adjective: Item & { side: SideMention }): Item => {
  const id = adjective.side.ids[0];
  if (!id || adjective.side.ambiguous) return item;
  const { ids, heads, register, loaded, ambiguous, rejected } = item.side;
  const told = copyOf(item);
  const others = [...ids, ...rejected].filter((other) => other !== id);
  told.side = { ids: [id], heads, register, loaded, ambiguous, rejected: others };
  return told;
};

/** «شركة توتال الفرنسية» (the French company): a nation's adjective behind a noun that tells no side names none. */
const describesWord = (items: readonly Item[], at: number): boolean => {
  const item = items[at]!;
  if (item.side?.heads[0] !== 'adjective' || !item.definite || item.conjunction || item.clitic) return false;
  // «الحديدة اليمنية» (Hudaydah in Yemen): behind a place it tells where that is.
  if (entryAt(items, at - 1)?.kind === 'place' && !items[at - 1]!.metonym) return true;
  let k = at - 1;
  while (items[k]?.kind === 'word' && !items[k]!.head && !items[k]!.means && !items[k]!.harm && at - k < 4) k--;
  const before = items[k]?.kind;
  return k < at - 1 && (before === undefined || PARTING.has(before));
};

const PARTING = new Set<Item['kind']>([
  'preposition',
  'comma',
  'mark',
  'connector',
  'relative',
  'complementiser',
  'reporting',
]);

const stanceOf = (head: string | undefined): 'hostile' | 'own' | null =>
  head === 'contempt' ? 'hostile' : head === 'praise' ? 'own' : null;

/** Contempt before a name is kept as framing on the mention. */
const apposed = (item: Item): Item => {
  const stance = isSide(item) ? stanceOf(item.side.heads[0]) : null;
  return stance ? withLoad(item as Item & { side: SideMention }, item, stance) : item;
};
