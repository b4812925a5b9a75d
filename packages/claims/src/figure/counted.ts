import type { Sentence } from '../clause/sentence.js';
import type { Item } from '../scan/item.js';

/** What is counted and how many: before measure, window and event are known. */
export interface Counted {
  /** Items of the expression, inclusive. */
  readonly first: number;
  readonly last: number;
  readonly min: number | null;
  readonly max: number | null;
  readonly approximate: boolean;
  /** Group of people or things, or a side's id; null when the number stands alone. */
  readonly group: string | null;
  /** Measures that its own noun tells (قتلى وجرحى: two). */
  readonly measures: readonly string[];
  readonly explicit: boolean;
  readonly of: 'people' | 'things' | 'events' | 'unknown';
  /** Item of the event word that is counted (ثلاث غارات). */
  readonly trigger: number | null;
  /** «آخرين»: others, of the same group as the figure before. */
  readonly others: boolean;
}

const OTHERS = /^(?:و)?(?:ال)?(?:اخر|اخرين|اخرون|اخري|اخريات|اخرا)$/;

/** What a noun phrase behind a number, or alone, is a count of. */
const nounOf = (item: Item): Pick<Counted, 'group' | 'of'> | null => {
  if (item.kind === 'actor' && item.things && item.group) return { group: item.group.id, of: 'things' };
  if (item.kind === 'actor') return { group: item.side?.ids[0] ?? null, of: 'people' };
  if (item.kind === 'people' || (item.kind === 'source' && item.group)) return { group: item.group!.id, of: 'people' };
  if (item.kind === 'thing') return { group: item.group!.id, of: 'things' };
  return null;
};

/** Counts that a bare noun tells: dual two, singular one, plural at least one. */
const bareCount = (number: string | null | undefined): { min: number; max: number | null } =>
  number === 'dual' ? { min: 2, max: 2 } : number === 'singular' ? { min: 1, max: 1 } : { min: 1, max: null };

const isPeopleNoun = (item: Item | undefined): boolean => item !== undefined && nounOf(item)?.of === 'people';

/** The side or group a counted noun belongs to: «قتلى من قسد», «جرحى في صفوف المدنيين», «ضحايا مدنيون». */
const ownerOf = (sentence: Sentence, from: number): { readonly at: number; readonly group: string } | null => {
  const { items } = sentence;
  for (let k = from; k < Math.min(items.length, from + 4); k++) {
    const item = items[k]!;
    const noun = nounOf(item);
    const before = items[k - 1];
    if (noun?.group && !item.conjunction) {
      const tied = k === from || (before?.kind === 'preposition' && ['من', 'بين', 'في صفوف'].includes(before.preposition ?? '')) || before?.cue === 'in-the-ranks' || before?.cue === 'part' || item.clitic === 'ل' || before?.kind === 'word';
      return tied ? { at: k, group: noun.group } : null;
    }
    if (item.kind === 'preposition' && ['من', 'بين', 'في صفوف'].includes(item.preposition ?? '')) continue;
    if (item.kind === 'cue' && (item.cue === 'in-the-ranks' || item.cue === 'part')) continue;
    if (item.kind === 'word' && !item.conjunction && k === from && !item.head) continue;
    return null;
  }
  return null;
};

/** The figures that begin at an item; empty when none does. */
export const countedAt = (sentence: Sentence, at: number): readonly Counted[] => {
  const { items } = sentence;
  const item = items[at]!;
  if (item.kind === 'number' && item.number && !item.number.percent) return numbered(sentence, at);
  if (item.kind === 'measure' && item.measure) return measured(sentence, at, at, null);
  const noun = nounOf(item);
  const previous = items[at - 1];
  if (!noun || item.kind === 'thing' || previous?.kind === 'number') return [];
  if (item.kind === 'actor' && !item.group) return [];
  return [
    { first: at, last: at, ...bareCount(item.group?.number), approximate: false, group: noun.group, measures: [], explicit: false, of: 'people', trigger: null, others: false },
  ];
};

const numbered = (sentence: Sentence, at: number): readonly Counted[] => {
  const { items } = sentence;
  const number = items[at]!.number!;
  const base = { first: at, min: number.min, max: number.max, approximate: number.approximate, explicit: true };
  let k = at + 1;
  if (items[at]!.group && number.form === 'dual') return [{ ...base, last: at, group: items[at]!.group!.id, measures: [], of: 'people', trigger: null, others: false }];
  if (items[k]?.kind === 'preposition' && items[k]!.preposition === 'من') k++;
  const next = items[k];
  if (next?.kind === 'measure') return measured(sentence, k, at, base);
  if (next?.kind === 'trigger' && !sentence.verbs.has(k) && k === at + 1)
    return [{ ...base, last: k, group: null, measures: [], of: 'events', trigger: k, others: false }];
  if (next && !next.conjunction) {
    const noun = nounOf(next);
    if (noun) {
      let { group } = noun;
      let last = k;
      if (noun.of === 'people' && next.kind === 'people') {
        const owner = ownerOf(sentence, k + 1);
        if (owner && items[owner.at]!.kind === 'actor') {
          group = owner.group;
          last = owner.at;
        }
      }
      const after = items[k + 1];
      if (noun.of === 'people' && after?.kind === 'measure' && !after.conjunction && false) last = k + 1;
      return [{ ...base, last, group, measures: [], of: noun.of, trigger: null, others: OTHERS.test(formAt(items[last + 1])) }];
    }
  }
  const others = OTHERS.test(formAt(items[at + 1])) || OTHERS.test(formAt(next));
  return [{ ...base, last: others ? at + 1 : at, group: null, measures: [], of: 'unknown', trigger: null, others }];
};

const formAt = (item: Item | undefined): string => item?.form ?? '';

/** Measure nouns joined by و share their number: «عشرات القتلى والجرحى» is one count of both. */
const measured = (sentence: Sentence, at: number, first: number, base: { first: number; min: number | null; max: number | null; approximate: boolean; explicit: boolean } | null): readonly Counted[] => {
  const { items } = sentence;
  const previous = items[first - 1];
  if (!base && items[at]!.conjunction && previous?.kind === 'measure') return [];
  const measures = [items[at]!.measure!.id];
  let last = at;
  const joined = items[at + 1];
  if (joined?.kind === 'measure' && joined.conjunction === 'و') {
    measures.push(joined.measure!.id);
    last = at + 1;
  }
  const owner = ownerOf(sentence, last + 1);
  const group = owner?.group ?? null;
  const end = owner ? owner.at : last;
  const common = { last: end, group, of: 'people' as const, trigger: null, others: false };
  if (base) return [{ ...base, ...common, measures: measures.length > 1 ? ['casualties'] : measures }];
  if (items[at]!.measure!.number === null && !isPeopleNoun(items[at + 1])) return [];
  return [{ first: at, ...bareCount(items[at]!.measure!.number), approximate: false, explicit: false, ...common, measures }];
};
