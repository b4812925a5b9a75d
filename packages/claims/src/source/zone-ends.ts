import { fold } from '@isnad/arabic';
import type { Item } from '../scan/item.js';
import { spelling } from '../words/classes.js';
import { namedAt, type Reading } from './named.js';
import { isIssued, type Manner, type Zone } from './zone.js';

/** «لأن» (because), «كأن» (as if): no «that» behind a reporting word. */
export const REASONS = /^(?:ل|ك)[اأ]ن/;

/** What is reported begins at an item; the zone of the speaker ends before it. */
export const begin = (zone: Zone, at: number, how: Exclude<Zone['how'], null>): true => {
  zone.content = at;
  zone.how = how;
  return true;
};

/** Whether the zone ends before an item that is no source; keeps what the item says of the speaker. */
export const endsAtOther = (reading: Reading, zone: Zone, at: number, from: number, manner: Manner): boolean => {
  const item = reading.sentence.items[at]!;
  switch (item.kind) {
    case 'connector':
      return endsAtConnector(reading, item, manner);
    case 'negator':
      // مصدر لم يكشف عن اسمه (a source that did not give his name): said of the speaker.
      zone.aside = zone.speakers.length > 0 && at - zone.lastSource <= 2;
      return !zone.aside;
    case 'purpose':
      return true;
    case 'mark':
      return !(manner.said ? /^[^.:!؟?|…]$/ : /^[()/_]$/).test(item.mark ?? '');
    case 'reporting':
      return endsAtReporting(reading, zone, at, from, manner);
    case 'number':
      return endsAtNumber(reading, zone, at, from, manner);
    default:
      return endsAtWord(reading, zone, at, from, manner);
  }
};

/** «من جانبه» (for his part) goes on; so does «ما» of whoever can but be one. */
const endsAtConnector = ({ teller }: Reading, item: Item, { said, single = false }: Manner): boolean =>
  !FOR_HIS_PART.test(fold(teller.text.slice(item.start, item.end))) && !(said && single && item.form === 'ما');
const FOR_HIS_PART = spelling('source/for-his-part', 'و?', '.*');

const endsAtReporting = (
  { sentence: { items, verbs } }: Reading,
  zone: Zone,
  at: number,
  from: number,
  { said }: Manner,
): boolean => {
  const { reporting, speech } = items[at]!;
  if (said && reporting?.id === 'untrue') return begin(zone, at, 'noun');
  // «وقالت عبر قناتها» (and said on its channel): where it was said, not who says it.
  if (speech?.as !== 'verb' && reporting?.kind !== 'phrase' && zone.speakers.length === 0) zone.unknown = true;
  return speech?.as === 'verb' && verbs.has(at) && at > from;
};

const endsAtNumber = (reading: Reading, zone: Zone, at: number, from: number, { said }: Manner): boolean => {
  const { items } = reading.sentence;
  const next = items[at + 1];
  // The number of a unit: الكتيبة 116.
  if (items[at - 1]?.definite && at > from && next?.kind !== 'people' && next?.kind !== 'measure') return false;
  if (next && namedAt(reading, at + 1)) return false;
  return said ? begin(zone, at, 'noun') : true;
};

const endsAtWord = (reading: Reading, zone: Zone, at: number, from: number, manner: Manner): boolean => {
  const { items, verbs } = reading.sentence;
  const item = items[at]!;
  // صادر is also to confiscate.
  if (isIssued(item) && items[at + 1]?.preposition === 'عن') return false;
  if (item.speech?.as === 'verb' && verbs.has(at)) return true;
  if (tellsEvent(item) || item.kind === 'support') return endsAtEvent(reading, zone, at, from, manner);
  if (item.speech?.as === 'rule' && !manner.said) return true;
  if (item.kind === 'word' && !item.head) takeWord(reading, zone, at);
  if ((item.kind === 'word' || item.kind === 'people') && at === from && !item.preposition && !isAdverb(item))
    zone.unknown = true;
  return !manner.said && zone.speakers.length > 0 && !OF_SPEAKER.has(item.kind);
};

/** What may stand behind a source and be said of it. */
const OF_SPEAKER: ReadonlySet<Item['kind']> = new Set([
  'word',
  'place',
  'preposition',
  'people',
  'thing',
  'actor',
  'date',
]);

const tellsEvent = (item: Item): boolean =>
  item.kind === 'trigger' || item.kind === 'measure' || item.harm !== undefined;

/** What is told may be the thing reported itself, a name that is written like it, or to whom it was said. */
const endsAtEvent = (
  { sentence }: Reading,
  zone: Zone,
  at: number,
  from: number,
  { said, led = false }: Manner,
): boolean => {
  const { items, verbs } = sentence;
  const item = items[at]!;
  const previous = items[at - 1];
  if (!said) return true;
  // «العقيد فادي بوعيد إن», «النقيب جان»: a name that is written like a verb.
  if (at > from && isNameBeforeThat(items, at)) {
    keepName(zone, item, previous);
    return false;
  }
  // لفريق التحقيق (to the team of the investigation): to whom it was said.
  if (item.definite && previous?.kind === 'word' && /^ل/.test(previous.form ?? '')) return false;
  const named = zone.speakers.length > 0;
  const isNoun =
    item.kind === 'measure' ||
    !verbs.has(at) ||
    previous?.kind === 'preposition' ||
    previous?.form === 'بما' ||
    (isVerbalNoun(item) &&
      ((item.enclitic !== '' && named) || (!item.conjunction && (named || led) && previous?.kind !== 'comma')));
  return isNoun ? begin(zone, at, 'noun') : true;
};

const isVerbalNoun = ({ senses, supports }: Item): boolean =>
  (senses ?? supports)?.some(({ part }) => part === 'masdar') ?? true;

const takeWord = ({ sentence: { items }, heard }: Reading, zone: Zone, at: number): void => {
  const item = items[at]!;
  keepName(zone, item, items[at - 1]);
  // مصدر في الخلية (a source in the cell): the body that was named before.
  const body = heard.bodies.get(bare(item.form ?? ''));
  const group = zone.speakers[zone.speakers.length - 1];
  if (body && group && !group.some((one) => one.named)) group.push({ chain: body, named: true });
};

/** Keeps a word that may be part of the speaker's name. */
const keepName = (zone: Zone, item: Item, previous: Item | undefined): void => {
  const form = bare(item.form ?? '');
  if (form.length <= 2) return;
  zone.words.push(form);
  if (zone.subject.length === 0 || previous?.kind === 'word') zone.subject.push(form);
};

/** Whether nothing but words stand between an item and «إن» (that) behind it, as in a name. */
const isNameBeforeThat = (items: readonly Item[], at: number): boolean => {
  if (items[at]!.definite || items[at]!.conjunction === 'و') return false;
  for (let k = at + 1; k <= at + LONGEST_NAME; k++) {
    const item = items[k];
    if (item?.kind === 'complementiser') return item.conjunction === '' && !REASONS.test(item.form ?? '');
    const isWord = item?.kind === 'word' || item?.kind === 'support' || item?.kind === 'people';
    const isClosing = item?.kind === 'comma' && items[k + 1]?.kind === 'complementiser';
    if (!isWord && !isClosing) return false;
  }
  return false;
};
const LONGEST_NAME = 5;

/** Words that may stand between a verb and its speaker: أيضا (also), لاحقا (later). */
const isAdverb = ({ form = '' }: Item): boolean => ADVERB.test(form);
const ADVERB = spelling('source/adverb');

/** A word without و before it. */
const bare = (form: string): string => (form.length > 4 && /^[وف]/.test(form) ? form.slice(1) : form);
