import type { FigureDraft, Made } from './draft.js';
import type { MeasureSource } from './measure.js';
import { type Counting, phraseOf } from './noun.js';
import type { Quantity } from './quantity.js';

/** Groups that say less than the side or group named behind them: عنصر من قسد (a member of the SDF). */
const YIELDING = new Set([
  'persons',
  'fighters',
  'soldiers',
  'gunmen',
  'members',
  'leaders',
  'officers',
  'advisers',
  'militants',
  'police',
  'attackers',
  'young-men',
  'men',
  'security-guards',
  'foreigners',
  'mercenaries',
  'snipers',
]);
/** Measures of things rather than people. */
export const THINGS = new Set(['equipment', 'attacks', 'places']);
/** Groups that are the same people told more closely: children among Syrians are Syrian children. */
const NATIONAL = 'syrian';
const NATIONALITY = /^(?:ال)?سوري(?:ا|ه|ين|ون|ات)?$/;

/** The side to which a pronoun behind the group points: «103 من عناصره». */
export const sideBefore = ({ sentence: { items } }: Counting, at: number): string | null => {
  for (let k = at - 1; k >= 0; k--) {
    const { side, things } = items[k]!;
    if (side?.ids[0] && !things && !side.heads.includes('adjective') && !side.heads.includes('positions'))
      return side.ids[0];
  }
  return null;
};

/** Whom a quantity counts. */
export const groupOf = (
  counting: Counting,
  quantity: Quantity,
  previous: FigureDraft | undefined,
  whole: FigureDraft | undefined,
): string => {
  const { noun, owner, others, ofThem } = quantity;
  const { items } = counting.sentence;
  if (ofThem) return [whole, previous].find((one) => one && !THINGS.has(one.measure))?.group ?? 'persons';
  const own =
    noun?.side ??
    (noun && items[noun.first]!.owned && YIELDING.has(noun.group ?? '') ? sideBefore(counting, noun.first) : null);
  if (own && noun && (noun.group === null || YIELDING.has(noun.group) || noun.of !== 'people')) return own;
  const said = noun?.group ?? items[quantity.first]!.group?.id ?? null;
  const group = said === null ? null : (counting.words.general.get(said) ?? said);
  if (group && whole && YIELDING.has(group) && !owner) return ofWhole(counting, group, whole);
  const lost = group === null && !owner && noun?.of === 'harmed' ? losingSide(counting, quantity.first) : null;
  if (lost) return lost;
  if (
    owner &&
    !(others && previous && owner === 'detainees') &&
    (group === null || (YIELDING.has(group) && group !== owner))
  )
    return counting.words.general.get(owner) ?? owner;
  if (group === 'soldiers' && others && previous && counting.isArmy(previous.group)) return previous.group;
  if (others && previous && (group === null || group === 'detainees')) return previous.group;
  if (group === null) return others ? (previous?.group ?? 'persons') : 'persons';
  return national(counting, group, quantity, whole);
};

/** «وخسر النظام وحلفاؤه 260 قتيلا»: who loses people counts them as its own. */
const losingSide = ({ sentence: { items }, words }: Counting, at: number): string | null => {
  const from = items.findLastIndex(
    (item, k) =>
      k < at && at - k <= 9 && (words.losing.has(item.form ?? '') || words.losing.has((item.form ?? '').slice(1))),
  );
  return from < 0 ? null : (items.slice(from + 1, at).find((item) => item.side?.ids[0])?.side?.ids[0] ?? null);
};

/** Soldiers without a side's name are those of the army named last. */
const armyBefore = (counting: Counting, at: number): string | null => {
  const {
    sentence: { items },
    isArmy,
    army,
  } = counting;
  const acting = actingSides(counting);
  for (let k = at - 1; k >= 0; k--) {
    const id = items[k]!.side?.ids[0];
    if (id && isArmy(id) && !acting.has(id)) return id;
  }
  return army !== null && acting.has(army) ? null : army;
};

/** Sides that act in the events of a sentence: those who were harmed belong to others. */
export const actingSides = ({
  sentence: { items },
  drafts,
}: Pick<Counting, 'sentence' | 'drafts'>): ReadonlySet<string> =>
  new Set([...drafts.values()].flatMap(({ roles }) => roles.actors.flatMap((at) => items[at]!.side?.ids[0] ?? [])));

/** «بينهم قياديان»: leaders of the side that the whole counts. */
const ofWhole = ({ groupKind }: Counting, group: string, whole: FigureDraft): string => {
  if (UNSIDED.has(whole.group)) return group;
  const finer = `${whole.group}-${group}`;
  return groupKind(finer) !== null ? finer : whole.group;
};
const UNSIDED = new Set([
  'persons',
  'civilians',
  'children',
  'women',
  'both',
  'soldiers',
  'fighters',
  'gunmen',
  'detainees',
  'displaced',
  'residents',
]);

const national = (
  { sentence: { items }, groupKind }: Counting,
  group: string,
  { noun, last }: Quantity,
  whole: FigureDraft | undefined,
): string => {
  const finer = `${group}-${NATIONAL}`;
  if (groupKind(finer) === null) return group;
  const behind = items.slice((noun?.last ?? last) + 1, (noun?.last ?? last) + 4);
  const told =
    NATIONALITY.test(behind[0]?.form ?? '') ||
    (behind[0]?.preposition === 'من' && behind[1]?.form === 'الجنسيه' && NATIONALITY.test(behind[2]?.form ?? ''));
  return told || whole?.group.endsWith(`-${NATIONAL}`) ? finer : group;
};

/** Two measures told of one number are casualties, of «a number of» people one figure each (annotation guide). */
export const measuresOf = (measures: readonly string[], { stated, vague, min }: Quantity): readonly string[] => {
  const together = measures.length === 2 && stated && !vague && min !== null && min > 1;
  return together ? ['casualties'] : measures;
};

/** «45 بين قتيل وجريح»: both of two measures, told behind the number or its noun. */
export const jointBehind = ({ sentence: { items }, words }: Counting, { last }: Quantity): boolean => {
  const next = items[last + 1]?.kind === 'comma' ? items[last + 2] : items[last + 1];
  return next !== undefined && phraseOf(next, words) === 'joint';
};

/** Soldiers who were harmed are those of an army; fighters of a force are those of the side told of. */
const sidedGroup = (counting: Counting, { first, noun, owner }: Quantity, group: string, measure: string): string => {
  if (noun?.group !== group || owner) return group;
  if (group === 'soldiers' && measure !== 'strength') return armyBefore(counting, first) ?? group;
  if (measure !== 'strength' || !noun.definite || !FORCE.has(group)) return group;
  const side = sideBefore(counting, first);
  if (side === null) return group;
  return group === 'snipers' && counting.groupKind(`${side}-${group}`) !== null ? `${side}-${group}` : side;
};
const FORCE = new Set(['fighters', 'snipers', 'gunmen']);

export const figuresFor = (
  counting: Counting,
  quantity: Quantity,
  group: string,
  { measures, item }: MeasureSource,
  rule: string,
): readonly Made[] =>
  (jointBehind(counting, quantity) ? ['casualties'] : measuresOf(measures, quantity)).map((measure) => ({
    first: quantity.first,
    last: quantity.last,
    measure,
    group: sidedGroup(counting, quantity, group, measure),
    min: quantity.min,
    max: quantity.max,
    approximate: quantity.approximate,
    source: item,
    rule: `figure/${rule}`,
  }));
