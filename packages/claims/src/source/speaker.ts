import type { Sentence } from '../clause/sentence.js';
import type { Item } from '../scan/item.js';
import { type Chain, type Heard, referredTo } from './heard.js';
import { isSpoken, type Quoted } from './quotes.js';
import type { Teller } from './teller.js';

/** What is known where a speaker is read. */
export interface Reading {
  readonly sentence: Sentence;
  readonly quoted: readonly Quoted[];
  readonly teller: Teller;
  readonly heard: Heard;
}

/** The words between a reporting word and what is reported: who speaks, to whom, and where the report begins. */
export interface Speaker {
  /** Null when nobody is named. */
  readonly chain: Chain | null;
  /** Relays alone, when no speaker is named: وأضاف لفرانس برس (and added to AFP). */
  readonly to: Chain;
  /** Folded words of the zone, which may be the speaker's name. */
  readonly words: readonly string[];
  /** Words that stand where a speaker would, without being known as one. */
  readonly unknown: boolean;
  readonly last: number;
  /** First item of what is reported. */
  readonly content: number | null;
  /** How it begins: أنّ, a colon, a quotation, or the thing reported itself. */
  readonly how: 'that' | 'colon' | 'quote' | 'noun' | null;
}

interface Candidate {
  readonly chain: Chain;
  readonly named: boolean;
}

const RELAYS = new Set(['agency', 'outlet', 'observatory']);
const WITHIN = new Set<string | null>([null, 'في', 'من', 'ب', 'ل', 'عند']);
const REASONS = /^(?:ل|ك)[اأ]ن/;
const FOR_HIS_PART = /^و?(?:من جانب|من جه|بدور)/;
const MOST = 34;

/** The source that an item names or stands for; null when it is none. */
export const sourceAt = ({ sentence, teller, heard }: Reading, at: number): Candidate | null => {
  const item = sentence.items[at]!;
  const text = teller.text.slice(item.start, item.end);
  if (item.speech?.as === 'reporter') {
    if (!item.source || item.source.id === 'own-sources')
      return { chain: /الوكال[ةه]/.test(text) ? referredTo(heard, 'agency', teller.kindOf) : [], named: false };
  } else if (item.speech?.as === 'back' && (!item.source || item.source.id === 'own-sources') && !item.side) {
    return { chain: referredTo(heard, item.speech.kind, teller.kindOf), named: false };
  }
  if (item.source) {
    const id = teller.inCountry(item.source.id);
    // مصادر موثوقة للمرصد: the Observatory's own sources are two hops away from another outlet.
    if (id === 'own-sources' && /ل?لمرصد|المرصد/.test(text)) return { chain: ['sohr', id], named: false };
    return { chain: [id], named: item.source.named };
  }
  const side = item.kind === 'actor' && item.side!.heads[0] !== 'adjective' ? item.side!.ids[0] : undefined;
  return side === undefined ? null : { chain: [teller.inCountry(side)], named: true };
};

/** A country or capital that speaks for its government: موسكو (Moscow). Only as the subject beside its verb. */
export const capitalAt = ({ sentence }: Reading, at: number): Candidate | null => {
  const item = sentence.items[at];
  return item?.metonym && !item.clitic && !item.conjunction && sentence.governor[at] === null
    ? { chain: [item.metonym], named: true }
    : null;
};

const quoteFrom = ({ sentence, quoted }: Reading, at: number): boolean =>
  quoted.some((one) => one.first === at && isSpoken(sentence.items, sentence.verbs, one));

const tellsEvent = (item: Item): boolean =>
  item.kind === 'trigger' || item.kind === 'measure' || item.harm !== undefined;

/**
 * Reads who speaks from `from` on. `said` when a reporting verb stands before it, so that what is reported
 * follows; else a marker (وفق), behind which the source alone stands. `relays` when عن brings the source of
 * the source (نقلت وكالة عن مصدر); `single` when only the first name speaks (اتهم فلان فلانا, accused).
 */
export const readSpeaker = (
  reading: Reading,
  from: number,
  {
    said,
    relays = false,
    single = false,
  }: { readonly said: boolean; readonly relays?: boolean; readonly single?: boolean },
): Speaker => {
  const { sentence, teller, heard } = reading;
  const { items, governor, verbs } = sentence;
  const groups: Candidate[][] = [];
  const to: string[] = [];
  const origin: string[] = [];
  const words: string[] = [];
  let content: number | null = null;
  let how: Speaker['how'] = null;
  let last = from - 1;
  let aside = false; // inside a relative clause about the speaker
  let published = false; // بيان نشرته وكالة: who publishes stands nearer than who says
  let commas = 0;
  let lastSource = -1;
  let unknown = false;
  const begins = (at: number, by: Exclude<Speaker['how'], null>): true => {
    content = at;
    how = by;
    return true;
  };
  const done = (at: number): boolean => {
    const item = items[at]!;
    const previous = items[at - 1];
    if (said && quoteFrom(reading, at) && at > from - 1) return begins(at, 'quote');
    if (item.kind === 'complementiser' && !REASONS.test(item.form ?? '')) return begins(at + 1, 'that');
    if (item.mark === ':') return said || groups.length > 0 ? begins(at + 1, 'colon') : true;
    if (item.kind === 'comma') {
      commas++;
      aside = false;
      return !said && !goesOn(reading, at + 1, groups.length > 0);
    }
    if (aside) return false;
    if (item.kind === 'relative') {
      if (!said && previous?.kind === 'comma') return true;
      aside = true;
      return false;
    }
    if (item.speech?.as === 'verb' && item.speech.object) {
      published = true;
      return false;
    }
    if (item.reporting?.kind === 'marker' && said) {
      published = true;
      return false;
    }
    const told = sourceAt(reading, at) ?? (at === from && !published ? capitalAt(reading, at) : null);
    if (told && item.kind !== 'trigger') {
      if (!place(at, item, told))
        return said && single ? false : !said && groups.length > 0 && item.kind === 'actor' && governor[at] !== null;
      lastSource = at;
      return false;
    }
    switch (item.kind) {
      case 'connector':
        return !FOR_HIS_PART.test(teller.text.slice(item.start, item.end)) && !(said && single && item.form === 'ما');
      case 'negator':
      case 'purpose':
        return true;
      case 'mark':
        return !/^[()\-–/]$/.test(item.mark ?? '');
      case 'reporting':
        return verbs.has(at) && at > from;
      case 'number':
        return items[at + 1] && sourceAt(reading, at + 1) ? false : said ? begins(at, 'noun') : true;
      default:
    }
    if (item.speech?.as === 'verb' && verbs.has(at)) return true;
    if (tellsEvent(item) || item.kind === 'support') {
      if (!said || (verbs.has(at) && item.kind !== 'measure')) return true;
      return begins(at, 'noun');
    }
    if (item.speech?.as === 'rule' && !said) return true;
    if (item.kind === 'word' && !item.head) {
      const form = bare(item.form ?? '');
      if (form.length > 2) words.push(form);
      if (groups.length === 0 && governor[at] === null && commas === 0) unknown = true;
    }
    if (item.kind === 'people' && groups.length === 0 && governor[at] === null) unknown = true;
    return (
      !said &&
      groups.length > 0 &&
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
  const place = (at: number, item: Item, told: Candidate): boolean => {
    const by = governor[at] ?? null;
    const id = told.chain[0];
    const kind = id === undefined ? null : teller.kindOf(id);
    const relay = kind !== null && RELAYS.has(kind);
    const behind = item.clitic === 'ل' || by === 'ل';
    if (published) {
      (relay ? to : origin).push(...told.chain);
      published = false;
      return true;
    }
    if (behind && relay && (said || groups.length > 0)) {
      to.push(...told.chain);
      return true;
    }
    if (to.length > 0 && item.conjunction === 'و' && relay && at - lastSource <= 3) {
      to.push(...told.chain);
      return true;
    }
    if (by === 'عن') {
      if (!relays && said) return false;
      if (relays) {
        if (origin.length === 0 || item.conjunction === 'و') origin.push(...told.chain);
        return true;
      }
    }
    if (!WITHIN.has(by) && by !== 'عن') return relay && said && by === 'مع' ? to.push(...told.chain) > 0 : false;
    const group = groups[groups.length - 1];
    const joined = item.conjunction === 'و' && group !== undefined && at - lastSource <= 6;
    if (single && group?.some((one) => one.named)) return false;
    if (!item.source && item.kind === 'actor' && by !== null && by !== 'ل' && !group) return false;
    if (!group || joined) {
      if (group && single) return false;
      groups.push([told]);
      return true;
    }
    if (group.some((one) => one.named)) return false;
    group.push(told);
    return true;
  };
  let at = from;
  for (; at < items.length && at - from < MOST; at++) {
    if (done(at)) break;
    last = at;
  }
  if (at >= items.length || at - from >= MOST) last = Math.min(items.length - 1, last);
  while (last > from && (items[last]!.kind === 'comma' || items[last]!.kind === 'mark')) last--;
  const speakers = groups.flatMap(
    (group) => (group.find((one) => one.named) ?? group.find((one) => one.chain.length > 0) ?? group[0]!).chain,
  );
  const named = groups.length > 0 || origin.length > 0;
  const person = named ? null : personOf(heard, words);
  return {
    chain: named ? unique([...to, ...speakers, ...origin]) : person === null ? null : unique([...to, ...person]),
    to,
    words,
    unknown: unknown && !named && person === null,
    last,
    content,
    how,
  };
};

/** Behind a comma, the source goes on: joined by و, or in apposition while none was named. */
const goesOn = (reading: Reading, at: number, named: boolean): boolean => {
  const item = reading.sentence.items[at];
  if (!item) return false;
  const source = sourceAt(reading, at);
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

export const unique = (ids: readonly string[]): string[] => [...new Set(ids)];
