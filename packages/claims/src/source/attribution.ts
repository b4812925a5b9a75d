import type { Sentence } from '../clause/sentence.js';
import { type Chain, type Heard, NOTHING_HEARD } from './heard.js';
import { quotedIn } from './quotes.js';
import { capitalAt, type Reading, readSpeaker, type Speaker, sourceAt, unique } from './speaker.js';
import { type Teller, tellerOf } from './teller.js';

export { type Heard, NOTHING_HEARD, type Teller, tellerOf };

/** Who is said to tell a stretch of a sentence: source ids, nearest first, over items `first`–`last`. */
export interface Scope {
  readonly chain: Chain;
  readonly first: number;
  readonly last: number;
  /** Evidential strength of the reporting verb (field notes §6.5); null for markers. */
  readonly strength: number | null;
}

/** Verbs of which only أنّ, a colon or a quotation makes a report: نشر (publish) is also to deploy, نقل to carry. */
const NEEDS_THAT = new Set([
  'publish',
  'learn',
  'write',
  'narrate',
  'inform',
  'prove',
  'be-proven',
  'see',
  'expect',
  'believe',
  'deem-likely',
  'verify',
]);
/** Verbs with an object of their own beside what is said: اتهم فلان فلانا بـ (accused him of). */
const ONE_SPEAKER = new Set(['accuse', 'deny', 'warn', 'call', 'threat']);
/** Verbs by which whoever spoke last goes on without being named. */
const GOES_ON = new Set([
  'add',
  'say',
  'mention',
  'state',
  'confirm',
  'clarify',
  'stress',
  'point-out',
  'declare',
  'reveal',
  'announce',
  'warn',
  'deny',
  'admit',
  'report',
  'narrate',
  'expect',
  'document',
  'record',
  'register',
  'relay',
]);
const ADVERSATIVE = /^(?:و|ف)?(?:لكن|الا|بينما|فيما|في)$/;

interface Told extends Speaker {
  readonly at: number;
  readonly strength: number | null;
}

/**
 * The attributions of a sentence. A reporting verb covers what follows it up to the next source; «كما أفاد
 * مصدر» and a closing «وفق» cover what stands before; an opening «بحسب» covers the rest; a source before a
 * colon speaks what stands behind it.
 */
export const readAttributions = (
  sentence: Sentence,
  before: Heard,
  teller: Teller,
): { readonly scopes: readonly Scope[]; readonly heard: Heard } => {
  const { items } = sentence;
  const end = items.length - 1;
  const paragraph = teller.text.slice(before.end, sentence.start).includes('\n');
  const quoted = quotedIn(items, teller.text, sentence.start, sentence.end, before.quoted && !paragraph);
  let heard: Heard = before;
  const scopes: Scope[] = [];
  let covered = 0;
  const reading = (): Reading => ({ sentence, quoted, teller, heard });
  const active = (at: number): Scope | null => chainAt(scopes, at);
  const cover = (chain: Chain, first: number, last: number, strength: number | null) => {
    if (first <= last) scopes.push({ chain, first, last, strength });
  };
  const hear = (chain: Chain, words: readonly string[]) => {
    const persons = new Map(heard.persons);
    for (const word of words) persons.set(word, chain);
    heard = { ...heard, chain, chains: [chain, ...heard.chains], persons };
  };

  if (before.still && !paragraph && before.quoted)
    cover(before.still.chain, 0, quoted[0]?.first === 0 ? quoted[0].last : end, before.still.strength);
  else if (before.still && goesOnFrom(sentence, teller)) cover(before.still.chain, 0, end, before.still.strength);
  const heading = headingOf(reading());
  if (heading) {
    cover(heading.chain, heading.content, end, 2);
    hear(heading.chain, []);
  }

  for (let at = heading?.content ?? 0; at <= end; at++) {
    const item = items[at]!;
    if (item.speech?.as === 'aside' && active(at) && !quoted.some((one) => one.first < at && at < one.last)) {
      cover([], at, end, null);
      continue;
    }
    if (item.reporting?.kind === 'marker') {
      const told = readMarker(reading(), at);
      if (!told) continue;
      covered = mark(told, item.reporting.hop);
      at = Math.max(at, told.last);
      continue;
    }
    if (item.source?.id === 'unnamed-reports' && !active(at)) {
      cover(['unnamed-reports'], at + 1, endOfClause(sentence, at + 1), 1);
      hear(['unnamed-reports'], []);
      continue;
    }
    const told = readTelling(reading(), at, active(at), covered);
    if (!told) continue;
    const chain = told.chain ?? [];
    if (told.content === null) {
      cover(chain, regionStart(sentence, covered, at), told.last, told.strength);
      covered = told.last + 1;
    } else {
      cover(chain, told.content, endOfSaid(reading(), told.content), told.strength);
    }
    if (told.words.length > 0 || told.chain !== null) hear(chain, told.words);
    at = Math.max(at, (told.content ?? told.last + 1) - 1);
  }

  /** Puts the scope of a marker; gives the first item that it leaves uncovered. */
  function mark(told: Told, hop: boolean): number {
    const { at } = told;
    const chain = told.chain!;
    const outer = active(at);
    const previous = items[at - 1];
    const joined =
      items[at]!.conjunction !== '' && (!previous || previous.kind === 'comma' || previous.kind === 'mark');
    hear(chain, told.words);
    if (told.content !== null || joined || !tellsBetween(sentence, covered, at - 1)) {
      if (outer && !joined && outer.strength !== null)
        cover(unique([...outer.chain, ...chain]), told.content ?? told.last + 1, end, null);
      else cover(chain, told.content ?? told.last + 1, endOfSaid(reading(), told.content ?? told.last + 1), null);
      return covered;
    }
    const goesOn = endOfRest(sentence, told.last + 1);
    if (outer && outer.chain.length > 0) {
      const relay =
        !hop &&
        teller.kindOf(chain[0]!) !== null &&
        ['agency', 'outlet'].includes(teller.kindOf(chain[0]!)!) &&
        !outer.chain.some((id) => teller.kindOf(id) === 'agency');
      const both = relay ? unique([...chain, ...outer.chain]) : unique([...outer.chain, ...chain]);
      cover(both, Math.max(outer.first, covered), goesOn, outer.strength);
      heard = { ...heard, chain: both };
    } else cover(chain, regionStart(sentence, covered, at), goesOn, null);
    return goesOn + 1;
  }

  const told = scopes.map((scope) => ({ ...scope, chain: withoutSelf(scope.chain, teller) }));
  const lastQuote = quoted[quoted.length - 1];
  const stillOpen = lastQuote !== undefined && !lastQuote.closed;
  const still = end < 0 ? null : chainAt(scopes, items[end]!.kind === 'mark' && end > 0 ? end - 1 : end);
  return {
    scopes: told,
    heard: {
      ...heard,
      chains: heard.chains.slice(0, 12),
      still: still && still.last >= end - 1 ? { chain: still.chain, strength: still.strength } : null,
      quoted: stillOpen && still !== null,
      end: sentence.end,
    },
  };
};

const withoutSelf = (chain: Chain, { self }: Teller): Chain =>
  self === null ? chain : chain.filter((id) => id !== self);

/** A sentence that only goes on with the one before: حيث (where), ليرتفع (so that it rises). */
const goesOnFrom = ({ items }: Sentence, { text }: Teller): boolean => {
  const first = items[0];
  if (!first) return false;
  return /^(?:حيث|إذ|اذ|وليرتفع|ليرتفع|ولترتفع|لترتفع|ما أدى|مما)(?=\s|$)/.test(
    text.slice(first.start, first.start + 12),
  );
};

/** «الصحة اليمنية: مقتل …»: a source before a colon speaks the rest. Places there are datelines or topics. */
const headingOf = (reading: Reading): { readonly chain: Chain; readonly content: number } | null => {
  const { items, verbs } = reading.sentence;
  const colon = items.findIndex((item) => item.mark === ':');
  if (colon < 1 || colon > 6) return null;
  const head = items.slice(0, colon);
  if (
    head.some(
      (item, at) =>
        item.kind === 'trigger' ||
        item.kind === 'measure' ||
        item.kind === 'number' ||
        item.clitic !== '' ||
        verbs.has(at),
    )
  )
    return null;
  const at = head.findIndex((item) => (item.kind === 'source' || item.kind === 'actor') && !item.metonym);
  const source = at < 0 ? null : sourceAt(reading, at);
  let content = colon + 1;
  while (items[content]?.mark === ':') content++;
  return source && source.chain.length > 0 ? { chain: source.chain, content } : null;
};

/** Reads «وفق المرصد», «بحسب ما أعلنت الوزارة», «كما أفاد مصدر أمني لوكالة الأنباء». */
const readMarker = (reading: Reading, at: number): Told | null => {
  const { items } = reading.sentence;
  let from = at + 1;
  while (
    from < items.length &&
    (items[from]!.form === 'ما' || items[from]!.form === 'لما' || items[from]!.speech?.as === 'verb')
  )
    from++;
  const speaker = readSpeaker(reading, from, { said: false, relays: from > at + 1 });
  return speaker.chain === null ? null : { ...speaker, at, strength: null };
};

/** Reads a reporting verb with its speaker, if it reports. */
const readTelling = (reading: Reading, at: number, outer: Scope | null, covered: number): Told | null => {
  const { sentence, heard, teller } = reading;
  const { items, verbs } = sentence;
  const item = items[at]!;
  const previous = items[at - 1];
  const call = verbs.has(at)
    ? item.supports?.find((support) => support.does === 'call' || support.does === 'plan')
    : undefined;
  const speech = item.speech?.as === 'verb' || item.speech?.as === 'participle' ? item.speech : null;
  if (!speech && !call) return null;
  const id = speech?.id ?? (call!.does === 'call' ? 'call' : 'threat');
  if (item.definite || item.clitic === 'ب' || item.clitic === 'ك' || id === 'claim-responsibility') return null;
  if (previous?.kind === 'preposition' || previous?.kind === 'negator' || previous?.cue === 'negation') return null;
  if ((item.kind === 'preposition' || item.kind === 'connector') && items[at + 1]?.kind !== 'complementiser')
    return null;
  if (
    id === 'accuse' &&
    /^(?:و|ف)?(?:حمل|تحمل|يحمل)/.test(item.form ?? '') &&
    !/مسؤولي|مسئولي/.test(teller.text.slice(item.start, item.start + 120))
  )
    return null;
  const speaker = readSpeaker(reading, at + 1, { said: true, relays: id === 'relay', single: ONE_SPEAKER.has(id) });
  const participle = speech?.as === 'participle';
  const relative = previous?.kind === 'relative';
  let chain = speaker.chain;
  if (
    id === 'relay' &&
    speaker.how !== 'that' &&
    speaker.how !== 'colon' &&
    speaker.how !== 'quote' &&
    !fromSource(sentence, at)
  )
    return null;
  if (chain === null && !participle && (!item.conjunction || item.conjunction === 'ف'))
    chain = subjectBefore(reading, at, relative);
  const explicit = chain !== null;
  const { how } = speaker;
  if (how === null) {
    const closing =
      explicit &&
      !participle &&
      (previous?.form === 'كما' || previous?.form === 'وكما' || previous?.form === 'مثلما') &&
      tellsBetween(sentence, covered, at - 1);
    return closing ? { ...speaker, chain, at, strength: speech?.strength ?? null } : null;
  }
  if (how === 'noun') {
    if (NEEDS_THAT.has(id)) return null;
    if (!explicit && !participle && id !== 'point-out' && !(id === 'reveal' && items[at - 1]?.form?.startsWith('لكن')))
      return null;
    if (participle && id !== 'point-out' && item.conjunction) return null;
  }
  if (!speech && !explicit) return null;
  if (chain === null) {
    if (speaker.unknown && !participle && id !== 'add')
      return { ...speaker, chain: [], at, strength: speech?.strength ?? null };
    if (!participle && !GOES_ON.has(id)) return null;
    chain = unique([
      ...speaker.to,
      ...(outer && outer.chain.length > 0 && (participle || !item.conjunction) ? outer.chain : heard.chain),
    ]);
    if (participle && !outer) chain = subjectBefore(reading, at, true) ?? chain;
  } else if (
    outer &&
    outer.chain.length > 0 &&
    !item.conjunction &&
    previous?.kind !== 'comma' &&
    previous?.kind !== 'connector' &&
    previous?.kind !== 'mark'
  ) {
    // قال المرصد إن القوات أعلنت: what they announced is two hops away.
    chain = unique([...outer.chain, ...chain]);
  }
  return { ...speaker, chain, at, strength: speech?.strength ?? null };
};

/** «نقلت وكالة عن مصدر»: what makes نقل (carry) a report is the source behind عن. */
const fromSource = ({ items, governor }: Sentence, at: number): boolean => {
  for (let k = at + 1; k < items.length && k - at < 12; k++) {
    const item = items[k]!;
    if (governor[k] === 'عن' && (item.source || item.speech?.as === 'back')) return true;
    if (item.kind === 'complementiser' || item.kind === 'trigger') return false;
  }
  return false;
};

/** The subject before its verb: «المصادر أشارت», «الجيش يعلن», or what a relative clause describes. */
const subjectBefore = (reading: Reading, at: number, relative: boolean): Chain | null => {
  const { items, governor, verbs } = reading.sentence;
  const beside = capitalAt(reading, at - 1);
  if (beside) return beside.chain;
  for (let k = at - 1; k >= 0 && at - k <= 14; k--) {
    const item = items[k]!;
    if (
      verbs.has(k) ||
      item.kind === 'connector' ||
      (item.mark !== undefined && item.mark !== '' && !/^[()\-،,]$/.test(item.mark)) ||
      item.kind === 'trigger'
    ) {
      if (!relative) return null;
      if (item.mark === '.') return null;
    }
    const source = sourceAt(reading, k);
    if (source && (relative || (governor[k] === null && !item.clitic)))
      return source.chain.length > 0 || item.speech?.as === 'reporter' ? source.chain : null;
  }
  return null;
};

const tellsBetween = ({ items }: Sentence, from: number, to: number): boolean =>
  items
    .slice(from, to + 1)
    .some((item) => item.kind === 'trigger' || item.kind === 'measure' || item.harm !== undefined);

/** Where the words begin that a closing attribution covers: behind what is covered, and behind the last «إلا أن», «بينما». */
const regionStart = (sentence: Sentence, covered: number, at: number): number => {
  const { items } = sentence;
  for (let k = at - 1; k > covered; k--) {
    const item = items[k]!;
    if (item.kind === 'connector' && ADVERSATIVE.test(item.form ?? '') && tellsBetween(sentence, k + 1, at - 1))
      return k + 1;
  }
  return covered;
};

/** What is said ends with its quotation, where a new clause follows that; else with the sentence. */
const endOfSaid = ({ sentence, quoted, teller }: Reading, from: number): number => {
  const { items, verbs } = sentence;
  const end = items.length - 1;
  const quote = quoted.find((one) => one.first === from && one.last - one.first >= 3);
  if (quote?.closed)
    for (let k = quote.last + 1; k <= end; k++) {
      const item = items[k]!;
      if (item.kind === 'connector' || (item.conjunction && verbs.has(k))) return k - 1;
    }
  // On its own page an observatory goes on for itself behind «إذ» (for).
  if (teller.self !== null && teller.kindOf(teller.self) === 'observatory')
    for (let k = from; k <= end; k++)
      if (items[k]!.kind === 'connector' && /^(?:و)?اذ$/.test(items[k]!.form ?? '')) return k - 1;
  return end;
};

/** Hearsay («أنباء عن») reaches to the next clause. */
const endOfClause = ({ items, verbs }: Sentence, from: number): number => {
  for (let k = from; k < items.length; k++) {
    const item = items[k]!;
    if (item.kind === 'connector' && k > from + 1 && item.form !== 'ما') return k - 1;
    if (items[k - 1]?.kind === 'comma' && item.conjunction && (verbs.has(k) || item.kind === 'preposition'))
      return k - 1;
  }
  return items.length - 1;
};

/** A marker inside a clause covers its rest: «بدأت القوات، وفق قائد، العمل على …». */
const endOfRest = ({ items, verbs }: Sentence, from: number): number => {
  let k = from;
  if (items[k]?.kind === 'comma') k++;
  const next = items[k];
  if (
    !next ||
    next.kind === 'connector' ||
    next.kind === 'relative' ||
    next.kind === 'mark' ||
    next.conjunction ||
    (verbs.has(k) && items[from]?.kind === 'comma')
  )
    return from - 1;
  for (; k < items.length; k++) {
    const item = items[k]!;
    if ((item.kind === 'connector' && item.form !== 'ما') || (item.conjunction && verbs.has(k))) return k - 1;
  }
  return items.length - 1;
};

/** The chain that covers an item: the innermost scope, the later one where two are equal. */
export const chainAt = (scopes: readonly Scope[], at: number): Scope | null => {
  let best: Scope | null = null;
  for (const scope of scopes) {
    if (at < scope.first || at > scope.last) continue;
    if (!best || scope.last - scope.first <= best.last - best.first || scope.first > best.first) best = scope;
  }
  return best;
};
