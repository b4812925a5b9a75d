import type { Sentence } from '../clause/sentence.js';
import type { Chain } from './heard.js';
import { capitalAt, namedAt, type Reading, unique } from './named.js';
import { type Scope, tellsBetween } from './scope.js';
import { readSpeaker, type Speaker } from './speaker.js';

/** A reporting word with its speaker. */
export interface Telling extends Speaker {
  readonly chain: Chain;
  readonly at: number;
  readonly strength: number | null;
  readonly id: string;
  /** The speaker stands in the sentence. */
  readonly explicit: boolean;
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
  'contain',
]);
/** Verbs that say what is thought; without a subject behind them nobody in particular thinks it. */
const THOUGHT = new Set(['expect', 'believe', 'deem-likely']);
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
  'document',
  'record',
  'register',
  'relay',
  'speak',
]);
const AS = /^و?(?:كما|مثلما)$/;

/** Reads «وفق المرصد», «بحسب ما أعلنت الوزارة», «كما أفاد مصدر أمني لوكالة الأنباء». */
export const readMarker = (reading: Reading, at: number): Telling | null => {
  const { items } = reading.sentence;
  let from = at + 1;
  while (
    from < items.length &&
    (items[from]!.form === 'ما' || items[from]!.form === 'لما' || items[from]!.speech?.as === 'verb')
  )
    from++;
  const speaker = readSpeaker(reading, from, { said: false, relays: from > at + 1 });
  return speaker.chain === null
    ? null
    : { ...speaker, chain: speaker.chain, at, strength: null, id: 'marker', explicit: true };
};

/** What kind of telling an item may be: its id and strength; null for none. */
const tellingWord = (
  { sentence, teller }: Reading,
  at: number,
): { readonly id: string; readonly strength: number | null; readonly participle: boolean } | null => {
  const { items, verbs } = sentence;
  const item = items[at]!;
  const previous = items[at - 1];
  if (item.definite || item.clitic === 'ب' || item.clitic === 'ك' || item.clitic === 'ل') return null;
  if (previous?.kind === 'preposition' || previous?.kind === 'negator' || previous?.cue === 'negation') return null;
  // تابع لـ is what belongs to somebody.
  if (/^[وف]?تابع/.test(item.form ?? '') && (items[at + 1]?.clitic === 'ل' || items[at + 1]?.form === 'ل')) return null;
  if ((item.kind === 'preposition' || item.kind === 'connector') && items[at + 1]?.kind !== 'complementiser')
    return null;
  const { speech } = item;
  if (speech?.as === 'participle')
    return item.kind === 'word' || item.kind === 'reporting'
      ? { id: speech.id, strength: speech.strength, participle: true }
      : null;
  if (speech?.as === 'verb' && !speech.object) {
    if (speech.id === 'claim-responsibility') return null;
    // حمل is to carry, unless it is somebody's مسؤولية (responsibility).
    if (
      speech.id === 'accuse' &&
      /^[وف]?[تي]?حمل/.test(item.form ?? '') &&
      !/مسؤولي|مسئولي/.test(teller.text.slice(item.start, item.start + 120))
    )
      return null;
    return { id: speech.id, strength: speech.strength, participle: false };
  }
  // جاء في بيان: a set phrase whose first word is no reporting verb.
  if (item.reporting?.kind === 'verb' && item.reporting.id === 'say' && verbs.has(at))
    return { id: 'say', strength: item.reporting.strength, participle: false };
  const call = verbs.has(at) ? item.supports?.find(({ does }) => does === 'call' || does === 'plan') : undefined;
  return call ? { id: call.does === 'call' ? 'call' : 'threat', strength: 2, participle: false } : null;
};

/** Reads a reporting verb with its speaker, if it reports. `pending` who spoke in this sentence without saying what. */
export const readTelling = (
  reading: Reading,
  at: number,
  outer: Scope | null,
  pending: Chain | null,
): Telling | null => {
  const word = tellingWord(reading, at);
  if (!word) return null;
  const { sentence, heard } = reading;
  const { items } = sentence;
  const item = items[at]!;
  const previous = items[at - 1];
  const { id, participle, strength } = word;
  const speaker = readSpeaker(reading, at + 1, { said: true, relays: id === 'relay', single: ONE_SPEAKER.has(id) });
  const { how } = speaker;
  if (id === 'relay' && how !== 'that' && how !== 'colon' && how !== 'quote' && !fromSource(sentence, at)) return null;
  const relative = previous?.kind === 'relative';
  let chain = speaker.chain;
  if (chain === null && !participle && !THOUGHT.has(id) && (!item.conjunction || item.conjunction === 'ف'))
    chain = subjectBefore(reading, at, relative);
  if (chain !== null && !item.conjunction) chain = unique([...relayBefore(reading, at), ...chain]);
  // وأضافت نقلا عن الوزارة: whoever spoke last, citing another.
  if (
    speaker.chain !== null &&
    !speaker.spoken &&
    item.conjunction &&
    GOES_ON.has(id) &&
    id !== 'relay' &&
    heard.chain[0] !== undefined
  )
    chain = unique([heard.chain[0], ...speaker.chain]);
  // What «الأنباء التي تتحدث عن …» tells inside another's words, that other tells.
  if (outer && outer.chain.length > 0 && chain?.join() === 'unnamed-reports') return null;
  const explicit = chain !== null;
  const found = (by: Chain): Telling => ({ ...speaker, chain: by, at, strength, id, explicit });
  if (how === null) {
    if (!explicit || participle || id === 'call' || id === 'threat') return null;
    return found(chain!);
  }
  if (how === 'noun') {
    if (NEEDS_THAT.has(id)) return explicit ? { ...found(chain!), content: null, how: null } : null;
    if (!explicit && !participle && id !== 'point-out' && !(id === 'reveal' && /^لكن/.test(previous?.form ?? '')))
      return null;
    if (participle && id !== 'point-out' && item.conjunction) return null;
  }
  if ((id === 'call' || id === 'threat') && (!explicit || how !== 'noun')) return null;
  if (chain !== null) {
    // قال المرصد إن القوات أعلنت: what they announced is two hops away.
    const nested =
      outer &&
      outer.chain.length > 0 &&
      !item.conjunction &&
      previous?.kind !== 'comma' &&
      previous?.kind !== 'connector' &&
      previous?.kind !== 'mark';
    return found(nested ? unique([...outer.chain, ...chain]) : chain);
  }
  if (participle)
    return found(
      (outer && outer.chain.length > 0 ? outer.chain : null) ??
        pending ??
        subjectBefore(reading, at, true) ??
        heard.chain,
    );
  if (!GOES_ON.has(id)) return null;
  if (speaker.unknown && id !== 'add') return found([]);
  if (pending && !item.conjunction) return found(pending);
  const starts =
    item.conjunction !== '' ||
    !previous ||
    previous.kind === 'comma' ||
    previous.kind === 'connector' ||
    previous.kind === 'mark' ||
    previous.kind === 'cue';
  if (!starts) return found([]);
  // نقلت وكالة عن ضابط … وأضافت: the verb says by its gender that it is the agency.
  const voice = heard.voices[0];
  const relayed = voice?.relays && /^[وف]?\S+ت$/.test(item.form ?? '') ? voice.relays : heard.chain;
  return found(unique([...speaker.to, ...relayed]));
};

/** Whether a telling without content closes what stands before it: «… كما قال المرصد». */
export const closes = (sentence: Sentence, { at, id }: Telling, covered: number): boolean => {
  const previous = sentence.items[at - 1];
  return id !== 'publish' && AS.test(previous?.form ?? '') && tellsBetween(sentence, covered, at - 1);
};

/** «الصحة اليمنية: مقتل …»: a source before a colon speaks the rest. Places there are datelines or topics. */
export const headingOf = (reading: Reading): { readonly chain: Chain; readonly content: number } | null => {
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
  const source = at < 0 ? null : namedAt(reading, at);
  let content = colon + 1;
  while (items[content]?.mark === ':') content++;
  return source && source.chain.length > 0 ? { chain: source.chain, content } : null;
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

/** «وفي بيان نشرته وكالة، قال فلان», «في مقابلة على قناة، قال فلان»: through whom, told before the verb. */
const relayBefore = ({ sentence, teller }: Reading, at: number): Chain => {
  const before = sentence.items.slice(0, at);
  if (
    at > 14 ||
    !before.some(
      (item) =>
        item.reporting?.id === 'tell-press' ||
        /^[وف]?(?:ال)?(?:مقابله|حوار|حديث|تصريح|تصريحات|بيان)$/.test(item.form ?? ''),
    )
  )
    return [];
  const found = before.find(
    (item) => item.kind === 'source' && ['agency', 'outlet'].includes(teller.kindOf(item.source!.id) ?? ''),
  );
  return found ? [found.source!.id] : [];
};

/** The subject before its verb: «المصادر أشارت», «الجيش يعلن», or what a relative clause describes. */
const subjectBefore = (reading: Reading, at: number, relative: boolean): Chain | null => {
  const { items, governor, verbs } = reading.sentence;
  // أما المرصد، ومقره بريطانيا، فأكد (as for the Observatory …): the subject stands behind أما.
  const topic =
    items[at]!.conjunction === 'ف' ? items.findIndex((item, k) => k < at && /^و?اما$/.test(item.form ?? '')) : -1;
  for (let k = topic + 1; topic >= 0 && k < at; k++) {
    const source = namedAt(reading, k);
    if (source) return source.chain;
  }
  let next = at - 1;
  while (next > 0 && items[next]!.kind === 'cue') next--;
  const beside = capitalAt(reading, next);
  if (beside) return beside.chain;
  for (let k = at - 1; k >= 0 && at - k <= 14; k--) {
    const item = items[k]!;
    const breaks =
      (verbs.has(k) && item.kind !== 'reporting') ||
      item.speech?.as === 'verb' ||
      item.kind === 'connector' ||
      item.kind === 'trigger' ||
      (item.mark !== undefined && item.mark !== '' && !/^[()\-،,]$/.test(item.mark));
    if (breaks && (!relative || item.mark === '.')) return null;
    const source = namedAt(reading, k);
    if (source && (relative || (governor[k] === null && !item.clitic)))
      return source.chain.length > 0 || item.speech?.as === 'reporter' ? source.chain : null;
  }
  return null;
};
