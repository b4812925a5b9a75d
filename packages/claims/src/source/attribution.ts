import { fold } from '@isnad/arabic';
import { entryAt } from '@isnad/text';
import type { Sentence } from '../clause/sentence.js';
import type { Item } from '../scan/item.js';
import { spelling } from '../words/classes.js';
import { type Chain, type Heard, NOTHING_HEARD, type Voice } from './heard.js';
import { type Reading, unique } from './named.js';
import { quotedIn } from './quotes.js';
import {
  chainAt,
  clauseStart,
  endOfDenied,
  endOfHearsay,
  endOfRest,
  endOfSaid,
  lastTurn,
  regionStart,
  type Scope,
  tellsBetween,
} from './scope.js';
import { detailOf, inTalk } from './subject.js';
import { type Teller, tellerOf } from './teller.js';
import { closes, headingOf, readMarker, readTelling, type Telling } from './telling.js';

export { chainAt, type Heard, NOTHING_HEARD, type Scope, type Teller, tellerOf };

const REMEMBERED = 12;
/** Names of speakers that are remembered, the ones heard last. */
const NAMES = 200;

const withNames = (known: Heard['persons'], names: readonly string[], chain: Chain): Heard['persons'] => {
  const persons = new Map(known);
  for (const name of names) {
    persons.delete(name);
    persons.set(name, chain);
  }
  for (const name of persons.keys()) {
    if (persons.size <= NAMES) break;
    persons.delete(name);
  }
  return persons;
};

/** Who spoke last and before; the rest as it was. All fields in one order, so that all have one shape. */
const heardFrom = (
  { bodies, still, announced, quoted, end }: Heard,
  chain: Chain,
  voices: Heard['voices'],
  persons: Heard['persons'],
): Heard => ({ chain, voices, persons, bodies, still, announced, quoted, end });

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
  const { items } = sentence;
  const end = items.length - 1;
  const newParagraph = teller.text.slice(before.end - 1, sentence.start + 1).includes('\n');
  const quoted = quotedIn(items, teller.text, sentence.start, sentence.end, before.quoted && !newParagraph);
  const scopes: Scope[] = [];
  let heard: Heard = before;
  let covered = 0;
  let pending: Chain | null = null;
  let announced: Heard['still'] = null;

  let reading: Reading = { sentence, quoted, teller, heard };
  const remember = (now: Heard) => {
    heard = now;
    reading = { sentence, quoted, teller, heard };
  };
  const cover = (chain: Chain, first: number, last: number, strength: number | null) => {
    if (first <= last) scopes.push({ chain, first, last, strength });
  };
  const hear = (
    telling: Pick<Telling, 'chain' | 'words' | 'unnamed' | 'asSource' | 'behindMan' | 'at' | 'last'>,
    named: boolean,
  ) => {
    const { chain } = telling;
    const names = named ? [...telling.words, ...namesIn(items.slice(telling.at, telling.last + 1), teller.text)] : [];
    const persons = names.length > 0 ? withNames(heard.persons, names, chain) : heard.persons;
    const voice: Voice = {
      chain,
      unnamed: telling.unnamed,
      asSource: telling.asSource,
      relays: telling.behindMan ? chain.slice(0, 1) : null,
    };
    const voices = [voice, ...heard.voices].slice(0, REMEMBERED);
    remember(heardFrom(heard, chain, voices, persons));
  };
  /** Puts the scope of a marker; gives the first item that it leaves uncovered. */
  const mark = (telling: Telling, hop: boolean): number => {
    const { at, chain, last, content } = telling;
    // Behind a quotation, what closes it still speaks of it.
    const outer =
      chainAt(scopes, at) ??
      scopes.findLast((scope) => scope.first >= covered && scope.last < at && at - scope.last <= 2) ??
      null;
    const previous = entryAt(items, at - 1);
    const opens = items[at]!.conjunction !== '' && (!previous || previous.kind === 'comma' || previous.kind === 'mark');
    hear(telling, true);
    if (content !== null || opens || !tellsBetween(sentence, covered, at - 1)) {
      const from = content ?? last + 1;
      if (outer && !opens && outer.strength !== null) cover(unique([...outer.chain, ...chain]), from, end, null);
      else cover(chain, from, endOfSaid(reading, from), null);
      return covered;
    }
    const to = Math.max(last, endOfRest(sentence, last + 1));
    const turn = outer ? lastTurn(sentence, outer.first, at) : null;
    if (turn !== null) cover(chain, turn + 1, to, null);
    else if (outer && outer.chain.length > 0) {
      const both =
        !hop && isRelay(chain, teller) && !isRelay(outer.chain, teller)
          ? [...chain, ...outer.chain]
          : [...outer.chain, ...chain];
      cover(unique(both), Math.max(outer.first, covered), to, outer.strength);
      remember(heardFrom(heard, unique(both), heard.voices, heard.persons));
    } else {
      const from = regionStart(sentence, covered, at);
      cover(chain, to > last ? Math.max(from, clauseStart(sentence, from, at)) : from, to, null);
    }
    return to + 1;
  };

  const text = before.announced === 'next' || (before.announced === 'on' && !newParagraph);
  if (before.still && (text || (before.quoted && !newParagraph)))
    cover(before.still.chain, 0, quoted[0]?.first === 0 ? quoted[0].last : end, before.still.strength);
  else if (before.still && goesOnFrom(items[0], teller)) cover(before.still.chain, 0, end, before.still.strength);
  const heading = headingOf(reading);
  if (heading) {
    cover(heading.chain, heading.content, end, 2);
    hear(
      {
        chain: heading.chain,
        words: [],
        unnamed: false,
        asSource: false,
        behindMan: false,
        at: 0,
        last: heading.content,
      },
      true,
    );
  }

  for (let at = heading?.content ?? 0; at <= end; at++) {
    const item = items[at]!;
    const active = chainAt(scopes, at);
    if (item.speech?.as === 'aside' && active && !quoted.some((one) => one.first < at && at < one.last)) {
      cover([], at, end, null);
      continue;
    }
    if (item.reporting?.kind === 'marker') {
      const telling = readMarker(reading, at);
      if (!telling) continue;
      covered = mark(telling, item.reporting.hop);
      at = Math.max(at, telling.last);
      continue;
    }
    const details = item.kind === 'complementiser' && (item.conjunction === 'ف' || inTalk(sentence, at));
    const detail = details && !active ? detailOf(reading, at) : null;
    if (detail) {
      cover(detail, at + 1, endOfSaid(reading, at + 1), 2);
      continue;
    }
    if (!active && isHearsay(item, teller)) {
      cover(['unnamed-reports'], at + 1, endOfHearsay(sentence, at + 1), 1);
      continue;
    }
    const telling = readTelling(reading, at, active, pending);
    if (!telling) continue;
    const { chain, content, strength } = telling;
    if (content !== null && content > end) announced = { chain, strength };
    if (content !== null) cover(chain, content, endOf(reading, telling.id, content), strength);
    else if (closes(sentence, telling, covered)) {
      cover(chain, regionStart(sentence, covered, at), telling.last, strength);
      covered = telling.last + 1;
    } else pending = chain;
    hear(telling, telling.explicit);
    at = Math.max(at, (content ?? (pending ? at + 1 : telling.last + 1)) - 1);
  }

  if (end > 0 && items[end]!.mark === ':' && items.some((item) => isText(item, teller)) && heard.chain.length > 0)
    announced ??= { chain: heard.chain, strength: 2 };
  const open = quoted.length > 0 && !quoted[quoted.length - 1]!.closed;
  const lastSaid = end < 0 ? null : chainAt(scopes, items[end]!.kind === 'mark' && end > 0 ? end - 1 : end);
  const still = lastSaid && lastSaid.last >= end - 1 ? { chain: lastSaid.chain, strength: lastSaid.strength } : null;
  return {
    scopes: scopes.map(({ chain, first, last, strength }) => ({
      chain: withoutSelf(chain, teller),
      first,
      last,
      strength,
    })),
    heard: {
      chain: heard.chain,
      voices: heard.voices,
      persons: heard.persons,
      bodies: withBodies(heard.bodies, items, teller),
      still: announced ?? still,
      announced: announced ? 'next' : text && quoted.length === 0 && still ? 'on' : null,
      quoted: open && still !== null,
      end: sentence.end,
    },
  };
};

/** How far what is told reaches, by the verb that tells it. */
const endOf = (reading: Reading, id: string, content: number): number => {
  if (id === 'deny' || id === 'call' || id === 'threat') return endOfDenied(reading.sentence, content);
  return id === 'announcement' ? endOfHearsay(reading.sentence, content) : endOfSaid(reading, content);
};

const withoutSelf = (chain: Chain, { self }: Teller): Chain =>
  self === null ? chain : chain.filter((id) => id !== self);

const isRelay = (chain: Chain, { kindOf }: Teller): boolean => ['agency', 'outlet'].includes(kindOf(chain[0]!) ?? '');

const HEARSAY = spelling('source/hearsay', '.*', '.*');

/** «أنباء عن», «تضاربت الأنباء»: told by nobody in particular. */
const isHearsay = (item: Item, { text }: Teller): boolean =>
  item.source?.id === 'unnamed-reports' ||
  (item.reporting?.id === 'unconfirmed' && HEARSAY.test(fold(text.slice(item.start, item.end))));

const STATEMENT = spelling('source/written-statement', '.*', '.*');

/** «وجاء نص البيان على النحو التالي:» (the statement reads as follows:). */
const isText = ({ speech, start, end }: Item, { text }: Teller): boolean =>
  speech?.as === 'back' && speech.kind === 'any' && STATEMENT.test(fold(text.slice(start, end)));

const GOING_ON = spelling('source/going-on', '', '(?:\\s.*)?');

/** A sentence that only goes on with the one before: حيث (where), ليرتفع (so that it rises). */
const goesOnFrom = (first: Item | undefined, { text }: Teller): boolean =>
  first !== undefined && GOING_ON.test(fold(text.slice(first.start, first.start + 12)));

/** «خلية الإعلام الحربي» is «الخلية» when it is told again: the first word of a name with the article. */
const withBodies = (known: Heard['bodies'], items: readonly Item[], teller: Teller): Heard['bodies'] => {
  let bodies: Map<string, Chain> | null = null;
  for (const item of items) {
    const id = item.source?.named ? item.source.id : item.kind === 'actor' ? item.side!.ids[0] : undefined;
    if (id === undefined || item.last === item.first) continue;
    const first = (item.form ?? '').replace(/^[وف](?=...)/, '');
    if (first.length < 3 || /^(?:ال|لل|ب|ل)/.test(first)) continue;
    bodies ??= new Map(known);
    bodies.set(`ال${first}`, [teller.inCountry(id)]);
  }
  return bodies ?? known;
};

/** Folded words of the names of sources, for «وقال عبد الرحمن» (and Abdulrahman said). */
const namesIn = (items: readonly Item[], text: string): readonly string[] =>
  items.flatMap((item) =>
    item.source?.named
      ? fold(text.slice(item.start, item.end))
          .split(/[^\p{L}]+/u)
          .filter((word) => word.length > 2)
      : [],
  );
