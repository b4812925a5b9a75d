import type { Item } from '../scan/item.js';
import { phraseOf } from './harmed.js';
import type { MeasureSource } from './measure.js';
import { type Counting, nounAt } from './noun.js';
import type { Quantity } from './quantity.js';
import { sideBefore } from './sides.js';
import type { FigureWords } from './words.js';

/** What a later number counts: «ارتفع عدد قتلى العشائر في … إلى 10», «عدد القتلى بلغ 39». */
interface Topic {
  readonly at: number;
  readonly last: number;
  readonly measure: string;
  readonly group: string | null;
  /** Counted only by a list: «القتلى … هم خمسة أطفال». */
  readonly listed?: boolean;
}

export interface TopicFound extends MeasureSource {
  readonly group: string | null;
}

const REACH = 30;
/** Measures that are told together of one number of people. */
const HARMED = new Set(['killed', 'wounded']);

const topicAt = (counting: Counting, at: number): Topic | null => {
  const {
    sentence: { items },
    words,
  } = counting;
  const item = items[at]!;
  if (phraseOf(item, words) === 'topic') {
    // «عدد القتلى والجرحى» (the number of dead and wounded) counts both together.
    const joint = items[at + 1]?.conjunction === 'و' ? items[at + 1]!.measure?.id : undefined;
    const isJoint = joint !== undefined && joint !== item.measure!.id && HARMED.has(joint);
    const last = isJoint ? at + 1 : at;
    const owner = nounAt(counting, last + 1);
    return {
      at,
      last,
      measure: isJoint ? 'casualties' : item.measure!.id,
      group: owner?.of === 'people' ? (owner.side ?? owner.group) : null,
    };
  }
  const dead = nounAt(counting, at);
  if (dead?.of === 'harmed' && dead.definite)
    return {
      at,
      last: dead.last,
      measure: dead.measures.length > 1 ? 'casualties' : dead.measures[0]!,
      group: null,
      listed: true,
    };
  if (!words.is('counters', item) || item.number) return null;
  if (words.is('forces', item)) {
    const noun = nounAt(counting, at + 1);
    return { at, last: at, measure: 'strength', group: noun?.side ?? noun?.group ?? sideBefore(counting, at) };
  }
  for (let k = at + 1; k <= at + 3; k++) {
    const noun = items[k] && nounAt(counting, k);
    if (!noun) continue;
    if (noun.measures.length > 0) {
      const owner = nounAt(counting, noun.last + 1);
      return {
        at,
        last: noun.last,
        measure: noun.measures.length > 1 ? 'casualties' : noun.measures[0]!,
        group: owner?.of === 'people' ? (owner.side ?? owner.group) : noun.group,
      };
    }
    if (noun.of === 'people' && noun.group === 'residents') return null; // population
    if (noun.of === 'people') return { at, last: noun.last, measure: 'strength', group: noun.side ?? noun.group };
    return null;
  }
  return null;
};

const topicsIn = (counting: Counting): readonly Topic[] => {
  const topics: Topic[] = [];
  for (let at = 0; at < counting.sentence.items.length; at++) {
    const topic = topicAt(counting, at);
    if (topic) topics.push(topic);
  }
  return topics;
};

/** Finds the topic of a number that stands behind it in its sentence: the nearest that announces one. */
export const topicsOf = (counting: Counting): ((quantity: Quantity) => TopicFound | null) => {
  const { sentence, words } = counting;
  const { items } = sentence;
  // Looked for when the first number asks for its topic: most sentences have none.
  let topics: readonly Topic[] | null = null;
  return ({ first, last: end, stated }) => {
    if (!stated) return null;
    topics ??= topicsIn(counting);
    // «يرتفع إلى 2384 عدد القتلى» (rises to 2384 the number of the killed)
    const behind =
      items[first - 1]?.preposition === 'إلى' ? topics.find(({ at, listed }) => at === end + 1 && !listed) : undefined;
    if (behind) return { measures: [behind.measure], item: behind.at, behind: true, group: behind.group };
    const announces = ({ last, listed }: Topic): boolean => {
      if (last >= first || first - last >= REACH) return false;
      const lead = items.slice(Math.max(last + 1, first - 3), first);
      if (listed) return lead.some((item) => words.is('list', item));
      const leads = (item: Item) =>
        item.preposition === 'إلى' || words.is('rising', item) || words.is('amounting', item);
      return first === last + 1 || lead.some(leads) || items[first]!.clitic === 'ب';
    };
    const topic = topics.findLast(announces);
    return topic ? { measures: [topic.measure], item: topic.at, behind: false, group: topic.group } : null;
  };
};

/** Whether a count replaces an earlier one: «ارتفع عدد القتلى إلى», «بلغت الحصيلة». */
export const isToll = ({ sentence: { items }, words }: Counting, first: number): boolean => {
  const to = items.slice(Math.max(0, first - 2), first).some((item) => item.preposition === 'إلى');
  let named = false;
  for (let k = first - 1; k >= Math.max(0, first - REACH); k--) {
    const item = items[k]!;
    if (item.mark !== undefined && /^[.;]$/.test(item.mark)) return false;
    if (to && words.is('rising', item)) return true;
    if (words.is('amounting', item) && (to || first - k <= 4) && to)
      return (
        named ||
        [1, 2, 3].some((back) => isCounter(items[k - back], words)) ||
        [1, 2, 3].some((ahead) => k + ahead < first && isCounter(items[k + ahead], words))
      );
    named ||= isCounter(item, words);
  }
  return false;
};

/** A word for a count: «حصيلة», «عدد القتلى». */
export const isCounter = (item: Item | undefined, words: FigureWords): boolean =>
  item !== undefined && !item.number && (words.is('counters', item) || phraseOf(item, words) === 'topic');
