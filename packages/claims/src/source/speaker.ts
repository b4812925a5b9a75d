import type { Sentence } from '../clause/sentence.js';
import type { Chain, Heard } from './heard.js';
import { adjectiveAt, capitalAt, type Named, namedAt, officeAt, type Reading, titledAt, unique } from './named.js';
import { isSpoken } from './quotes.js';
import { bestOf, emptyZone, type Manner, place, type Zone } from './zone.js';
import { begin, endsAtOther, REASONS } from './zone-ends.js';

export type { Manner } from './zone.js';

/** The words between a reporting word and what is reported: who speaks, to whom, and where the report begins. */
export interface Speaker {
  /** Null when nobody is named. */
  readonly chain: Chain | null;
  /** Relays alone: وأضاف لفرانس برس (and added to AFP). */
  readonly to: Chain;
  /** The speaker is named, not only the source behind: وأضاف نقلا عن مصدر (and added, citing a source) names none. */
  readonly spoken: boolean;
  /** One of the sources has no name. */
  readonly unnamed: boolean;
  /** One of them is told with the word مصدر (source). */
  readonly asSource: boolean;
  /** The source behind the relay is told as a man or men (عن ضابط), so that وأضافت is the relay's. */
  readonly behindMan: boolean;
  /** Folded words of the zone, which may be the speaker's name. */
  readonly words: readonly string[];
  /** Words stand where a speaker would, without being known as one. */
  readonly unknown: boolean;
  readonly last: number;
  /** First item of what is reported. */
  readonly content: number | null;
  /** How it begins: أنّ, a colon, a quotation, or the thing reported itself. */
  readonly how: 'that' | 'colon' | 'quote' | 'noun' | null;
}

const TO_THAT = /^[إا]ل[ىي]\s+[أا]ن/;
const MOST = 34;

/** Reads who speaks from `from` on, up to where the report begins. */
export const readSpeaker = (reading: Reading, from: number, manner: Manner): Speaker => {
  const { items } = reading.sentence;
  const zone = emptyZone();
  let last = from - 1;
  for (let at = from; at < items.length && at - from < MOST; at++) {
    if (ends(reading, zone, at, from, manner)) break;
    last = at;
  }
  while (last > from && (items[last]!.kind === 'comma' || items[last]!.kind === 'mark')) last--;
  const { speakers, origins, to, words } = zone;
  const named = speakers.length > 0 || origins.length > 0;
  const person = named ? null : (personOf(reading.heard, zone.subject) ?? titledAt(reading, from));
  return {
    chain: named
      ? unique([...to, ...speakers.flatMap(bestOf), ...origins.flatMap(bestOf)])
      : person === null
        ? null
        : unique([...to, ...person]),
    to,
    words,
    spoken: speakers.length > 0 || person !== null,
    unnamed: [...speakers, ...origins].some((group) => group.some((one) => !one.named || one.asSource === true)),
    asSource: [...speakers, ...origins].some((group) => group.some((one) => one.asSource === true)),
    behindMan: zone.behindMan,
    unknown: zone.unknown && !named && person === null,
    last,
    content: zone.content,
    how: zone.how,
  };
};

/** Whether the zone ends before an item; keeps what the item says of the speaker. */
const ends = (reading: Reading, zone: Zone, at: number, from: number, manner: Manner): boolean => {
  const { sentence, quoted, teller } = reading;
  const { items, verbs } = sentence;
  const { said } = manner;
  const item = items[at]!;
  const previous = items[at - 1];
  if (said && quoted.some((one) => one.first === at && isSpoken(items, verbs, one))) return begin(zone, at, 'quote');
  if (item.kind === 'complementiser' && !REASONS.test(item.form ?? '')) return begin(zone, at + 1, 'that');
  if (item.kind === 'connector' && TO_THAT.test(teller.text.slice(item.start, item.end)))
    return begin(zone, at + 1, 'that');
  if (item.form === 'بما') return said && begin(zone, at + 1, 'that');
  if (item.mark === ':') return said || zone.speakers.length > 0 ? begin(zone, at + 1, 'colon') : true;
  if (item.kind === 'comma') {
    zone.commas++;
    zone.aside = false;
    if (said && opensClause(sentence, at + 1)) return true;
    return !said && !goesOn(reading, at + 1, zone.speakers.length > 0);
  }
  if (zone.aside) return false;
  if (item.kind === 'relative') {
    zone.aside = said || previous?.kind !== 'comma';
    return !zone.aside;
  }
  if (
    // «إذاعة دبنقا» (radio Dabanga) is written like «broadcast it».
    (item.speech?.as === 'verb' &&
      item.speech.object &&
      item.kind !== 'source' &&
      !/^[وف]?تابع/.test(item.form ?? '')) ||
    (said && item.reporting?.kind === 'marker')
  ) {
    zone.published = true;
    return false;
  }
  const told = sourceOf(reading, zone, at, from);
  if (told && item.kind !== 'trigger') {
    if (!place(reading, zone, at, from, manner, told))
      return !said && zone.speakers.length > 0 && item.kind === 'actor' && sentence.governor[at] !== null;
    zone.lastSource = at;
    return false;
  }
  return endsAtOther(reading, zone, at, from, manner);
};

const sourceOf = (reading: Reading, zone: Zone, at: number, from: number): Named | null =>
  namedAt(reading, at) ??
  (at === from && !zone.published ? (capitalAt(reading, at) ?? officeAt(reading, at)) : null) ??
  alsoAt(reading, zone, at) ??
  (zone.unknown && zone.speakers.length === 0 ? adjectiveAt(reading, at) : null);

/** «مصادر عسكرية ومحلية» (military and local sources): a second kind of them. */
const alsoAt = ({ sentence: { items }, teller }: Reading, { speakers }: Zone, at: number): Named | null => {
  const [before, item] = [items[at - 1], items[at]!];
  if (item.kind !== 'word' || item.conjunction !== 'و' || !before?.source || before.source.named) return null;
  if (!speakers.at(-1)?.some(({ asSource }) => asSource)) return null;
  const id = teller.sourcesCalled((item.form ?? '').slice(1));
  return id === null ? null : { chain: [id], named: false, listed: true, asSource: true };
};

/** «نفى الجيش الاتهامات، وقد …»: behind a comma, و with more than a name begins a clause of its own. */
const opensClause = ({ items, verbs }: Sentence, at: number): boolean => {
  const item = items[at];
  return (
    item?.conjunction === 'و' &&
    (verbs.has(at) || ['cue', 'preposition', 'connector', 'negator', 'support'].includes(item.kind))
  );
};

/** Behind a comma, the source goes on: joined by و, or in apposition while none was named. */
const goesOn = (reading: Reading, at: number, named: boolean): boolean => {
  const item = reading.sentence.items[at];
  if (!item) return false;
  const source = namedAt(reading, at);
  if (!named) return source !== null || item.kind === 'word';
  return source !== null && item.kind !== 'actor' && item.conjunction === 'و';
};

/** A name told in full before: all its words were said of one speaker. */
const personOf = ({ persons, bodies }: Heard, words: readonly string[]): Chain | null => {
  const subject = words.slice(0, 3);
  const first = subject[0];
  if (first === undefined) return null;
  const found = persons.get(first);
  if (!found) return bodies.get(first) ?? null;
  return subject.every((word) => persons.has(word)) ? found : null;
};
