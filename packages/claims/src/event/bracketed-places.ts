import type { Sentence } from '../clause/sentence.js';
import { spelt } from '../scan/spelt.js';
import { spelling } from '../words/classes.js';
import type { EventDraft } from './draft.js';
import { type PlaceArgument, phraseFrom, type Surroundings } from './surroundings.js';

/** How far behind the word the counted villages may stand, and the first name behind these, in items. */
const REACH = 8;

const isNaming = spelt(spelling('event/naming', '[وف]?'));

/** «ثلاث قرى (», «قرى:», «أربع قرى هي (»: the item before a name opens a list of what was counted. */
const opensBehindThings = ({ items, verbs }: Sentence, draft: number, first: number): boolean => {
  let k = first - 1;
  if (!/^[(:]$/.test(items[k]?.mark ?? '')) return false;
  k--;
  while (k > draft && isNaming(items[k])) k--;
  for (; k > draft && first - k <= REACH; k--) {
    const { kind, mark, place } = items[k]!;
    if (kind === 'thing' || (kind === 'number' && items[k]!.things)) return true;
    if (mark !== undefined || place !== undefined || verbs.has(k)) return false;
  }
  return false;
};

/** What parts the names of a list. */
const parts = ({ kind, mark }: Sentence['items'][number]): boolean => kind === 'comma' || /^[-ـ–/]$/.test(mark ?? '');

/** «سيطر على ثلاث قرى (خطاب، محردة، صوران)»: the places that a bracket or a colon names one by one. */
export const bracketedPlaces = (
  sentence: Sentence,
  { item: at }: EventDraft,
  around: Surroundings,
): readonly PlaceArgument[] => {
  const { items } = sentence;
  const behind = [...around.placed.keys()].filter((item) => item > at).sort((a, b) => a - b);
  const [first] = behind;
  if (first === undefined || first - at > REACH + REACH || !opensBehindThings(sentence, at, first)) return [];
  const found: PlaceArgument[] = [...phraseFrom(first, around)];
  for (const item of behind.slice(1)) {
    if (found.some((one) => one.item === item)) continue;
    const last = Math.max(...found.map((one) => one.item));
    const between = items.slice(last + 1, item);
    if (between.length > 1 || !between.every(parts)) break;
    found.push(...phraseFrom(item, around));
  }
  return found;
};
