import type { Sentence } from '../clause/sentence.js';
import type { Item } from '../scan/item.js';
import { anyOf, spelling } from '../words/classes.js';
import { type Chain, type Heard, referredTo } from './heard.js';
import type { Quoted } from './quotes.js';
import type { Teller } from './teller.js';

/** What is known where a source is read. */
export interface Reading {
  readonly sentence: Sentence;
  readonly quoted: readonly Quoted[];
  readonly teller: Teller;
  readonly heard: Heard;
}

/** A source as an item names it. */
export interface Named {
  readonly chain: Chain;
  /** False for مصدر أمني (a security source) and for words that only point back. */
  readonly named: boolean;
  /** An entry among the sources, not only a side that speaks. */
  readonly listed?: boolean;
  /** Told with the word itself, which «المصدر» takes up: مصدر في الشرطة (a source in the police), not شهود (witnesses). */
  readonly asSource?: boolean;
}

/** «المصدر», «المصادر ذاتها», «تلك المصادر»: a source told before. */
const POINTS_BACK = new RegExp(
  [
    spelling('source/source', '[وفلب]*ال?', `(?:\\s+(?:${anyOf('source/same-behind')})\\S*)?`).source,
    spelling('source/same-before', '(?:و|ف)?', '\\s.*').source,
  ].join('|'),
);

const SOURCE = spelling('source/source', '[وف]?(?:ال)?', '(?:\\s.*)?');

/** Arms and places of a side do not speak for it. */
const MUTE = new Set(['adjective', 'positions', 'air', 'helicopters', 'drones', 'guns', 'rockets', 'armour', 'naval']);

/** The source that an item names or stands for; null when it is none, or only a place that could be one. */
export const namedAt = ({ sentence, teller, heard }: Reading, at: number): Named | null => {
  const item = sentence.items[at]!;
  const { speech, source } = item;
  if (speech === undefined && source === undefined && item.kind !== 'actor') return null;
  const text = teller.text.slice(item.start, item.end);
  const unnamed = !item.source || item.source.id === 'own-sources';
  if (item.speech?.as === 'reporter' && unnamed) {
    const agency = /الوكال[ةه]/.test(text) || (item.definite && heard.chain.length > 0);
    return { chain: agency ? referredTo(heard, 'outlet', teller.kindOf) : [], named: false };
  }
  if (
    item.speech?.as === 'back' &&
    item.speech.kind === 'any' &&
    unnamed &&
    !item.side &&
    isNameNext(sentence.items[at + 1])
  )
    return null;
  if (item.speech?.as === 'back' && unnamed && !item.side && (!item.source || POINTS_BACK.test(text)))
    return {
      chain: bodyOf(heard, item) ?? referredTo(heard, item.speech.kind, teller.kindOf),
      named: false,
    };
  if (item.metonym) return null;
  const side =
    item.kind === 'actor' && !item.side!.heads.some((head) => MUTE.has(head)) ? item.side!.ids[0] : undefined;
  if (item.source && (item.source.named || side === undefined)) {
    const id = teller.inCountry(item.source.id, countryBefore(sentence, at));
    // مصادر موثوقة للمرصد: the Observatory's own sources stand behind it.
    if (id === 'own-sources' && /لمرصد/.test(text)) return { chain: ['sohr', id], named: false };
    return { chain: [id], named: item.source.named, listed: true, asSource: SOURCE.test(text) };
  }
  return side === undefined || side === 'unknown' ? null : { chain: [teller.inCountry(side)], named: true };
};

/** «وفي الكويت، أعلنت وزارة الدفاع» (and in Kuwait the ministry of defence announced): the state or capital that opens the clause. */
const countryBefore = ({ items, governor }: Sentence, at: number): string | null => {
  for (let k = at - 1; k >= Math.max(0, at - COUNTRY_WITHIN); k--) {
    const { place, metonym, kind } = items[k]!;
    if (kind === 'trigger' || kind === 'relative') return null;
    if (place && metonym !== undefined && governor[k] === 'في') return place.candidates[0]!.country.toUpperCase();
  }
  return null;
};
/** How far before a ministry its country may stand, in items. */
const COUNTRY_WITHIN = 5;

/** Behind a rank an indefinite word is a name: العميد يحيى (brigadier Yahya) is nobody told before. */
const isNameNext = (item: Item | undefined): boolean =>
  item?.kind === 'word' && !item.definite && !item.head && !item.speech && !item.conjunction && item.clitic === '';

/** «العقيد أحمد», «الطبيب أحمد»: whom a title before a name makes of a speaker nobody told before; null for other words. */
export const titledAt = ({ sentence: { items } }: Reading, at: number): Chain | null => {
  const item = items[at];
  if (item === undefined || item.side || item.source || !isNameNext(items[at + 1])) return null;
  const form = item.form ?? '';
  return OFFICER.test(form) ? ['military-source'] : DOCTOR.test(form) ? ['medical-source'] : null;
};
const OFFICER = spelling('source/officer');
const DOCTOR = spelling('source/doctor');

/** «الوزارة», «الخلية»: the body last named by that word. */
const bodyOf = ({ bodies }: Heard, { speech, form }: Item): Chain | undefined =>
  speech?.as === 'back' && speech.kind !== 'any' && speech.kind !== 'unnamed'
    ? bodies.get(bareForm(form ?? ''))
    : undefined;

/** A country or capital that speaks for its government: موسكو (Moscow). Only as the subject beside its verb. */
export const capitalAt = ({ sentence, teller }: Reading, at: number): Named | null => {
  const item = sentence.items[at];
  if (!item?.metonym || item.clitic || item.conjunction || sentence.governor[at] !== null) return null;
  return { chain: [teller.inCountry(item.source?.id ?? item.metonym)], named: true };
};

/** «قال مستشفى الشفاء إن», «أعلنت محافظة الأنبار» (the Shifa hospital said, Anbar announced): a place of the sick speaks as a medical source, a province for its officials. */
export const officeAt = ({ sentence: { items, governor } }: Reading, at: number): Named | null => {
  const { kind, form = '', clitic, conjunction } = items[at]!;
  if ((kind !== 'place' && kind !== 'word') || clitic || conjunction || governor[at] !== null) return null;
  const id = HOSPITAL.test(form) ? 'medical-source' : PROVINCE.test(form) ? 'local-official' : null;
  const tells =
    ANNOUNCED.test(items[at - 1]?.form ?? '') ||
    items.slice(at + 1, at + SAID_NEAR).some((item) => item.kind === 'complementiser' && !item.conjunction);
  return id === null || !tells ? null : { chain: [id], named: false };
};
const HOSPITAL = spelling('source/hospital');
const PROVINCE = spelling('source/province');
const ANNOUNCED = spelling('source/announced', '[وف]?');
/** How near behind a place «إن» (that) stands where the place speaks. */
const SAID_NEAR = 8;

/** «القيادة المركزية الأميركية»: an unknown body is known by the side of its adjective. */
export const adjectiveAt = ({ sentence, teller }: Reading, at: number): Named | null => {
  const item = sentence.items[at]!;
  const id =
    item.kind === 'actor' && item.definite && item.side!.heads[0] === 'adjective' ? item.side!.ids[0] : undefined;
  return id === undefined || id === 'unknown' ? null : { chain: [teller.inCountry(id)], named: false };
};

/** A word with the article, without what is written before it: للوزارة → الوزارة. */
export const bareForm = (form: string): string => form.replace(/^[وف]?(?:لل|بال|كال|ال)/, 'ال');

export const unique = (ids: readonly string[]): string[] => [...new Set(ids)];
