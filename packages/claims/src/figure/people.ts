import { spelling } from '../words/classes.js';
import type { FigureDraft, Made } from './draft.js';
import { phraseOf } from './harmed.js';
import type { MeasureSource } from './measure.js';
import type { Counting } from './noun.js';
import { isAtLeast } from './part-cue.js';
import type { Quantity } from './quantity.js';
import { armyBefore, attackedSide, losingSide, sideBefore, struckSide } from './sides.js';

/** Measures of things rather than people. */
export const THINGS: ReadonlySet<string> = new Set(['equipment', 'attacks', 'places']);
/** Groups of one nationality that the guide tells apart: children among Syrians are Syrian children. */
const NATIONAL = 'syrian';

/** Whom a quantity counts: a side, else a group. */
export const groupOf = (
  counting: Counting,
  quantity: Quantity,
  previous: FigureDraft | undefined,
  whole: FigureDraft | undefined,
): string => {
  const { noun, owner, others, ofThem, first } = quantity;
  const { sentence, words } = counting;
  if (ofThem) return [whole, previous].find((one) => one && !THINGS.has(one.measure))?.group ?? 'persons';
  const yields = (group: string | null) => words.has('yielding', group);
  const own =
    noun?.side ??
    (noun && sentence.items[noun.first]!.owned && yields(noun.group) ? sideBefore(counting, noun.first) : null);
  if (own && owner?.startsWith(`${own}+`)) return owner;
  // «4 إرهابيين من بي كي كي» (four terrorists of the PKK): a name behind says more than a word that could be anyone's.
  const isGuess = noun !== null && (sentence.items[noun.first]!.side?.rejected.length ?? 0) > 0;
  if (own && owner && owner !== own && isGuess && counting.groupKind(owner) === null) return owner;
  if (own && noun && (noun.group === null || yields(noun.group) || noun.of !== 'people')) return own;
  const said = noun?.group ?? sentence.items[first]!.group?.id ?? null;
  const group = said === null ? null : words.general(said);
  if (whole && yields(group) && (!owner || owner === whole.group)) return ofWhole(counting, group!, whole);
  const lost =
    group === null && !owner && noun?.of === 'harmed'
      ? (losingSide(counting, first) ?? struckSide(counting, first))
      : null;
  if (lost) return lost;
  const same = others ? previous?.group : undefined;
  if (owner && !(same && owner === 'detainees') && (group === null || (yields(group) && group !== owner)))
    return words.general(owner);
  if (same && (group === null || group === 'detainees' || (group === 'soldiers' && counting.isArmy(same)))) return same;
  return group === null ? 'persons' : national(counting, group, quantity, whole);
};

/** «بينهم قياديان»: leaders of the side that the whole counts. */
const ofWhole = ({ groupKind, words }: Counting, group: string, whole: FigureDraft): string => {
  if (words.has('unsided', whole.group)) return group;
  const finer = `${whole.group}-${group}`;
  return groupKind(finer) !== null ? finer : whole.group;
};

const national = (
  { sentence: { items }, groupKind, words }: Counting,
  group: string,
  { noun, last }: Quantity,
  whole: FigureDraft | undefined,
): string => {
  const finer = `${group}-${NATIONAL}`;
  if (groupKind(finer) === null) return group;
  const from = (noun?.last ?? last) + 1;
  const [next, second, third] = items.slice(from, from + 3);
  const told =
    (words.is(NATIONAL, next) && !next!.clitic) ||
    (next?.preposition === 'من' && second?.form === 'الجنسيه' && words.is(NATIONAL, third));
  return told || whole?.group.endsWith(`-${NATIONAL}`) ? finer : group;
};

const isWound = (measure: string): boolean => measure === 'killed' || measure === 'wounded';

/** Two measures told of one number are casualties, of «a number of» people one figure each (annotation guide). */
const measuresOf = (measures: readonly string[], { stated, vague, min }: Quantity): readonly string[] => {
  const together = measures.length === 2 && measures.every(isWound) && stated && !vague && min !== null && min > 1;
  return together ? ['casualties'] : measures;
};

/** «45 بين قتيل وجريح»: both of two measures, told behind the number or its noun. */
const jointBehind = ({ sentence: { items }, words }: Counting, { last }: Quantity): boolean => {
  const from = isAtLeast(items, last + 1) ? last + 3 : last + 1;
  const next = items[from]?.kind === 'comma' ? items[from + 1] : items[from];
  // «ما زالوا هاربين» (are still on the run) opens with the word of «ما بين قتيل وجريح».
  return next !== undefined && phraseOf(next, words) === 'joint' && (next.measure?.id ?? 'casualties') === 'casualties';
};

/** «مقتل 9 عناصر» (nine members were killed): of whom the attack before was on. */
const MEMBERS = spelling('figure/members', '[وفبل]?(?:ال)?');

/** Soldiers who were harmed are those of an army; fighters of a force are those of the side told of. */
const sidedGroup = (counting: Counting, { first, noun, owner }: Quantity, group: string, measure: string): string => {
  if (noun?.group !== group || owner) return group;
  if (group === 'soldiers' && measure !== 'strength') return armyBefore(counting, first) ?? group;
  if (group === 'fighters' && measure !== 'strength' && MEMBERS.test(counting.sentence.items[noun.first]!.form ?? ''))
    return attackedSide(counting, first) ?? group;
  if (measure !== 'strength' || !noun.definite || !counting.words.has('force', group)) return group;
  const side = sideBefore(counting, first);
  if (side === null) return group;
  return group === 'snipers' && counting.groupKind(`${side}-${group}`) !== null ? `${side}-${group}` : side;
};

/** The figures of a quantity whose measure and group are known. */
export const figuresFor = (
  counting: Counting,
  quantity: Quantity,
  group: string,
  { measures, item }: MeasureSource,
  rule: string,
): readonly Made[] => {
  const { first, last, min, max, approximate } = quantity;
  return (jointBehind(counting, quantity) ? ['casualties'] : measuresOf(measures, quantity)).map((measure) => ({
    first,
    last,
    measure,
    group: sidedGroup(counting, quantity, group, measure),
    min,
    max,
    approximate,
    source: item,
    rule: `figure/${rule}`,
  }));
};
