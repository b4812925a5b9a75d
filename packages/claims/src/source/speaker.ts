import type { Item } from '../scan/item.js';
import type { Chain, Heard } from './heard.js';
import { adjectiveAt, capitalAt, type Named, namedAt, type Reading, unique } from './named.js';
import { isSpoken } from './quotes.js';

/** The words between a reporting word and what is reported: who speaks, to whom, and where the report begins. */
export interface Speaker {
  /** Null when nobody is named. */
  readonly chain: Chain | null;
  /** Relays alone: وأضاف لفرانس برس (and added to AFP). */
  readonly to: Chain;
  /** One of the sources has no name. */
  readonly unnamed: boolean;
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

/** How a zone is read. */
export interface Manner {
  /** A reporting verb stands before it, and what is reported follows; else a marker (وفق). */
  readonly said: boolean;
  /** عن brings the source of the source: نقلت وكالة عن مصدر. */
  readonly relays?: boolean;
  /** Only the first name speaks: اتهم فلان فلانا (accused). */
  readonly single?: boolean;
}

interface Zone {
  readonly groups: Named[][];
  readonly to: string[];
  readonly origin: string[];
  readonly words: string[];
  behindMan: boolean;
  /** Inside a relative clause about the speaker. */
  aside: boolean;
  /** Behind بيان نشرته: who publishes stands nearer than who says. */
  published: boolean;
  commas: number;
  lastSource: number;
  unknown: boolean;
  content: number | null;
  how: Speaker['how'];
}

const RELAYS = new Set(['agency', 'outlet', 'observatory']);
const WITHIN = new Set<string | null>([null, 'في', 'من', 'ب', 'ل', 'عند']);
const REASONS = /^(?:ل|ك)[اأ]ن/;
const FOR_HIS_PART = /^و?(?:من جانب|من جه|بدور)/;
const TO_THAT = /^[إا]ل[ىي]\s+[أا]ن/;
const MOST = 34;

const tellsEvent = (item: Item): boolean =>
  item.kind === 'trigger' || item.kind === 'measure' || item.harm !== undefined;

/** Reads who speaks from `from` on, up to where the report begins. */
export const readSpeaker = (reading: Reading, from: number, manner: Manner): Speaker => {
  const { items } = reading.sentence;
  const zone: Zone = {
    groups: [],
    to: [],
    origin: [],
    words: [],
    behindMan: false,
    aside: false,
    published: false,
    commas: 0,
    lastSource: -1,
    unknown: false,
    content: null,
    how: null,
  };
  let last = from - 1;
  for (let at = from; at < items.length && at - from < MOST; at++) {
    if (ends(reading, zone, at, from, manner)) break;
    last = at;
  }
  while (last > from && (items[last]!.kind === 'comma' || items[last]!.kind === 'mark')) last--;
  const { groups, to, origin, words } = zone;
  const speakers = groups.flatMap(
    (group) => (group.find((one) => one.named) ?? group.find((one) => one.chain.length > 0) ?? group[0]!).chain,
  );
  const named = groups.length > 0 || origin.length > 0;
  const person = named ? null : personOf(reading.heard, words);
  return {
    chain: named ? unique([...to, ...speakers, ...origin]) : person === null ? null : unique([...to, ...person]),
    to,
    words,
    unnamed: groups.some((group) => group.some((one) => !one.named)) || (origin.length > 0 && zone.behindMan),
    behindMan: zone.behindMan,
    unknown: zone.unknown && !named && person === null,
    last,
    content: zone.content,
    how: zone.how,
  };
};

const begin = (zone: Zone, at: number, how: Exclude<Speaker['how'], null>): true => {
  zone.content = at;
  zone.how = how;
  return true;
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
  if (item.mark === ':') return said || zone.groups.length > 0 ? begin(zone, at + 1, 'colon') : true;
  if (item.kind === 'comma') {
    zone.commas++;
    zone.aside = false;
    return !said && !goesOn(reading, at + 1, zone.groups.length > 0);
  }
  if (zone.aside) return false;
  if (item.kind === 'relative') {
    zone.aside = said || previous?.kind !== 'comma';
    return !zone.aside;
  }
  if ((item.speech?.as === 'verb' && item.speech.object) || (said && item.reporting?.kind === 'marker')) {
    zone.published = true;
    return false;
  }
  const told = sourceOf(reading, zone, at, from);
  if (told && item.kind !== 'trigger') {
    if (!place(reading, zone, at, from, manner, told))
      return !said && zone.groups.length > 0 && item.kind === 'actor' && sentence.governor[at] !== null;
    zone.lastSource = at;
    return false;
  }
  return endsAtOther(reading, zone, at, from, manner);
};

const sourceOf = (reading: Reading, zone: Zone, at: number, from: number): Named | null =>
  namedAt(reading, at) ??
  (at === from && !zone.published ? capitalAt(reading, at) : null) ??
  (zone.unknown && zone.groups.length === 0 ? adjectiveAt(reading, at) : null);

/** The same for an item that is no source. */
const endsAtOther = (
  { sentence, teller }: Reading,
  zone: Zone,
  at: number,
  from: number,
  { said, single = false }: Manner,
): boolean => {
  const { items, governor, verbs } = sentence;
  const item = items[at]!;
  const previous = items[at - 1];
  const next = items[at + 1];
  switch (item.kind) {
    case 'connector':
      if (item.form === 'بما') return begin(zone, at + 1, 'that');
      return !FOR_HIS_PART.test(teller.text.slice(item.start, item.end)) && !(said && single && item.form === 'ما');
    case 'negator':
      // طالبا عدم نشر اسمه (asking that his name be kept back) is said of the speaker.
      return previous?.kind !== 'people' && previous?.kind !== 'word';
    case 'purpose':
      return true;
    case 'mark':
      return !/^[()\-–/]$/.test(item.mark ?? '');
    case 'reporting':
      return item.speech?.as === 'verb' && verbs.has(at) && at > from;
    case 'number':
      // The number of a unit: الكتيبة 116.
      if (previous?.definite && at > from && next?.kind !== 'people' && next?.kind !== 'measure') return false;
      return said ? begin(zone, at, 'noun') : true;
    default:
  }
  if (item.speech?.as === 'verb' && verbs.has(at)) return true;
  if (tellsEvent(item) || item.kind === 'support') {
    if (!said) return true;
    const nominal =
      item.senses?.some((sense) => sense.part === 'masdar') ??
      item.supports?.some((support) => support.part === 'masdar') ??
      true;
    const noun =
      item.kind === 'measure' ||
      !verbs.has(at) ||
      previous?.kind === 'preposition' ||
      previous?.form === 'بما' ||
      (nominal && !item.conjunction && zone.groups.length > 0 && previous?.kind !== 'comma');
    return noun ? begin(zone, at, 'noun') : true;
  }
  if (item.speech?.as === 'rule' && !said) return true;
  if (item.kind === 'word' && !item.head) {
    const form = bare(item.form ?? '');
    if (form.length > 2) zone.words.push(form);
  }
  if (
    (item.kind === 'word' || item.kind === 'people') &&
    zone.groups.length === 0 &&
    governor[at] === null &&
    zone.commas === 0
  )
    zone.unknown = true;
  return (
    !said &&
    zone.groups.length > 0 &&
    item.kind !== 'word' &&
    item.kind !== 'place' &&
    item.kind !== 'preposition' &&
    item.kind !== 'people' &&
    item.kind !== 'thing' &&
    item.kind !== 'actor' &&
    item.kind !== 'date'
  );
};

/** Puts a source where it belongs; false when it is no speaker here. */
const place = (
  { sentence, teller }: Reading,
  zone: Zone,
  at: number,
  from: number,
  { said, relays = false, single = false }: Manner,
  told: Named,
): boolean => {
  const { items, governor } = sentence;
  const item = items[at]!;
  const { groups, to, origin } = zone;
  const group = groups[groups.length - 1];
  const between = items.slice(from, at);
  const ownPreposition = between.some(({ kind }) => kind === 'preposition');
  // علي is also a man's name, behind which nothing is governed.
  const ali =
    items[from]?.kind === 'preposition' &&
    teller.text.slice(items[from]!.start, items[from]!.end) === 'علي' &&
    governor[at] === 'على';
  const by = ali || (!said && !ownPreposition) ? item.clitic || null : (governor[at] ?? null);
  const id = told.chain[0];
  const kind = id === undefined ? null : teller.kindOf(id);
  const relay = kind !== null && RELAYS.has(kind);
  const behind = item.clitic === 'ل' || by === 'ل' || items[at - 1]?.form === 'ل';
  if (single && group?.some((one) => one.named)) return false;
  if (zone.published) {
    (relay ? to : origin).push(...told.chain);
    zone.published = false;
    return true;
  }
  if (
    (behind && relay && (said || groups.length > 0)) ||
    (to.length > 0 && item.conjunction === 'و' && relay && at - zone.lastSource <= 3)
  ) {
    to.push(...told.chain);
    return true;
  }
  if (by === 'عن' && relays) {
    if (origin.length === 0 || item.conjunction === 'و') origin.push(...told.chain);
    if (!told.named && !/^(?:ال)?مصادر|ه$/.test(item.form ?? '')) zone.behindMan = true;
    return true;
  }
  if (by === 'مع' && relay && said) {
    to.push(...told.chain);
    return true;
  }
  if (!WITHIN.has(by)) return false;
  const joined =
    group !== undefined &&
    at - zone.lastSource <= 6 &&
    items.slice(zone.lastSource + 1, at + 1).some((one) => one.conjunction === 'و');
  if (!item.source && item.kind === 'actor' && by !== null && by !== 'ل' && !group) return false;
  if (!group || joined) {
    if (group && single) return false;
    groups.push([told]);
    return true;
  }
  if (group.some((one) => one.named)) return false;
  // شهود عيان فلسطينيون (Palestinian eyewitnesses): what agrees with the source is its adjective, not its side.
  if (
    at - zone.lastSource === 1 &&
    item.kind === 'actor' &&
    !item.source &&
    item.definite === items[at - 1]!.definite &&
    !item.clitic
  )
    return true;
  group.push(told);
  return true;
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
const personOf = ({ persons }: Heard, words: readonly string[]): Chain | null => {
  const subject = words.slice(0, 3);
  const found = subject[0] === undefined ? undefined : persons.get(subject[0]);
  return found && subject.every((word) => persons.has(word)) ? found : null;
};

/** A word without و before it. */
const bare = (form: string): string => (form.length > 4 && /^[وف]/.test(form) ? form.slice(1) : form);
