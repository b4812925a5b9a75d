import { fold } from '@isnad/arabic';
import type { Sentence } from '../clause/sentence.js';
import type { Item } from '../scan/item.js';
import { spelling } from '../words/classes.js';
import { goOn, heardAfter } from './carried-over.js';
import type { Chain, Heard } from './heard.js';
import { cover, hear, type Listening, listenTo } from './listening.js';
import { coverByMarker } from './marker.js';
import type { Reading } from './named.js';
import { chainAt, endOfDenied, endOfHearsay, endOfSaid, regionStart, type Scope } from './scope.js';
import { detailOf, inTalk } from './subject.js';
import type { Teller } from './teller.js';
import { closes, headingOf, readMarker, readTelling } from './telling.js';

/**
 * The attributions of a sentence. A reporting verb covers what follows it up to the next source; «كما أفاد
 * مصدر» and a closing «وفق» cover what stands before; an opening «بحسب» covers the rest; a source before a
 * colon speaks what stands behind it. `before` is what the report was heard to say so far.
 */
export const readAttributions = (
  sentence: Sentence,
  before: Heard,
  teller: Teller,
): { readonly scopes: readonly Scope[]; readonly heard: Heard } => {
  const listening = listenTo(sentence, before, teller);
  goOn(listening, before);
  for (let at = readHeading(listening); at <= listening.end; at++) {
    const active = chainAt(listening.scopes, at);
    at =
      asideAt(listening, at, active) ??
      markerAt(listening, at) ??
      detailAt(listening, at, active) ??
      hearsayAt(listening, at, active) ??
      tellingAt(listening, at, active) ??
      at;
  }
  return {
    scopes: listening.scopes.map((scope) => withoutSelf(scope, teller)),
    heard: heardAfter(listening, before),
  };
};

// Each step gives the last item that it took; null where the item is none of its kind.

/** «الصحة اليمنية: مقتل …» (the Yemeni health ministry: … killed); gives the item behind the colon, the first where there is none. */
const readHeading = (listening: Listening): number => {
  const heading = headingOf(listening.reading);
  if (!heading) return 0;
  const { chain, content } = heading;
  cover(listening, chain, content, listening.end, STATED);
  const spoken = { chain, words: [], unnamed: false, asSource: false, behindMan: false, at: 0, last: content };
  hear(listening, spoken, true);
  return content;
};
/** Strength of what a source says for itself, by no verb that would tell how sure it is. */
const STATED = 2;

/** «يذكر أن» (it is worth mentioning that): the outlet speaks for itself again. */
const asideAt = (listening: Listening, at: number, active: Scope | null): number | null => {
  if (listening.items[at]!.speech?.as !== 'aside' || !active) return null;
  if (listening.reading.quoted.some((one) => one.first < at && at < one.last)) return null;
  cover(listening, [], at, listening.end, null);
  return at;
};

/** «وفق المرصد» (according to the observatory). */
const markerAt = (listening: Listening, at: number): number | null => {
  const { reporting } = listening.items[at]!;
  if (reporting?.kind !== 'marker') return null;
  const marker = readMarker(listening.reading, at);
  if (!marker) return at;
  coverByMarker(listening, marker, reporting.hop);
  return Math.max(at, marker.last);
};

/** «وفي التفاصيل التي رصدها المرصد، فإن …» (in the details that the Observatory recorded): what they are. */
const detailAt = (listening: Listening, at: number, active: Scope | null): number | null => {
  const { kind, conjunction } = listening.items[at]!;
  const { reading } = listening;
  if (active || kind !== 'complementiser' || !(conjunction === 'ف' || inTalk(reading.sentence, at))) return null;
  const chain = detailOf(reading, at);
  if (!chain) return null;
  cover(listening, chain, at + 1, endOfSaid(reading, at + 1), STATED);
  return at;
};

/** «أنباء عن» (news of): told by nobody in particular. */
const hearsayAt = (listening: Listening, at: number, active: Scope | null): number | null => {
  const { sentence, teller } = listening.reading;
  if (active || !isHearsay(listening.items[at]!, teller)) return null;
  cover(listening, HEARSAY_CHAIN, at + 1, endOfHearsay(sentence, at + 1), RUMOURED);
  return at;
};
const HEARSAY_CHAIN: Chain = ['unnamed-reports'];
/** Strength of what goes round. */
const RUMOURED = 1;

/** «قال المرصد إن» (the observatory said that). */
const tellingAt = (listening: Listening, at: number, active: Scope | null): number | null => {
  const { reading, end, covered } = listening;
  const telling = readTelling(reading, at, active, listening.pending);
  if (!telling) return null;
  const { chain, content, strength, last } = telling;
  if (content !== null) {
    if (content > end) listening.announced = { chain, strength };
    cover(listening, chain, content, endOf(reading, telling.id, content), strength);
  } else if (closes(reading.sentence, telling, covered)) {
    cover(listening, chain, regionStart(reading.sentence, covered, at), last, strength);
    listening.covered = last + 1;
  } else listening.pending = chain;
  hear(listening, telling, telling.explicit);
  return Math.max(at, (content ?? (listening.pending ? at + 1 : last + 1)) - 1);
};

/** How far what is told reaches, by the verb that tells it. */
const endOf = (reading: Reading, id: string, content: number): number => {
  if (id === 'deny' || id === 'call' || id === 'threat') return endOfDenied(reading.sentence, content);
  return id === 'announcement' ? endOfHearsay(reading.sentence, content) : endOfSaid(reading, content);
};

/** What the outlet says for itself needs no naming of the outlet. */
const withoutSelf = ({ chain, first, last, strength }: Scope, { self }: Teller): Scope => ({
  chain: self === null ? chain : chain.filter((id) => id !== self),
  first,
  last,
  strength,
});

const HEARSAY = spelling('source/hearsay', '.*', '.*');

/** «أنباء عن», «تضاربت الأنباء»: told by nobody in particular. */
const isHearsay = (item: Item, { text }: Teller): boolean =>
  item.source?.id === 'unnamed-reports' ||
  (item.reporting?.id === 'unconfirmed' && HEARSAY.test(fold(text.slice(item.start, item.end))));
