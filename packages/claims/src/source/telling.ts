import { entryAt } from '@isnad/text';
import type { Sentence } from '../clause/sentence.js';
import type { Item } from '../scan/item.js';
import { spelt } from '../scan/spelt.js';
import { spelling } from '../words/classes.js';
import type { Chain } from './heard.js';
import { namedAt, type Reading, unique } from './named.js';
import { type Scope, tellsBetween } from './scope.js';
import { readSpeaker, type Speaker } from './speaker.js';
import { carriesWords, relayBefore, subjectBefore, subjectOf } from './subject.js';
import { GOES_ON, NEEDS_THAT, ONE_SPEAKER, type TellingWord, THOUGHT, tellingWord } from './telling-word.js';
import { isIssued } from './zone.js';

/** A reporting word with its speaker. */
export interface Telling extends Speaker {
  readonly chain: Chain;
  readonly at: number;
  readonly strength: number | null;
  readonly id: string;
  /** The speaker stands in the sentence. */
  readonly explicit: boolean;
}

const tellingOf = (
  { to, spoken, unnamed, asSource, behindMan, words, unknown, last, content, how }: Speaker,
  chain: Chain,
  at: number,
  strength: number | null,
  id: string,
  explicit: boolean,
): Telling => ({
  chain,
  to,
  spoken,
  unnamed,
  asSource,
  behindMan,
  words,
  unknown,
  last,
  content,
  how,
  at,
  strength,
  id,
  explicit,
});

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
  return speaker.chain === null ? null : tellingOf(speaker, speaker.chain, at, null, 'marker', true);
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
  const { items } = reading.sentence;
  const { id, participle, strength } = word;
  const previous = entryAt(items, at - 1);
  const within = outer !== null && outer.chain.length > 0;
  // أخبار تفيد بأن …، الأنباء التي تتحدث عن …: what news tells inside another's words, that other tells.
  if (within && isNews(items[at]!, previous)) return null;
  const led = isPluperfect(reading, at) && subjectBefore(reading, at, false) !== null;
  const speaker = readSpeaker(reading, at + 1, {
    said: true,
    relays: id === 'relay',
    single: ONE_SPEAKER.has(id),
    accuses: id === 'accuse',
    led,
  });
  const { how } = speaker;
  const quotes = how === 'that' || how === 'colon' || how === 'quote';
  if (id === 'relay' && !quotes && !carriesWords(reading, at)) return null;
  const named = speakerNamed(reading, at, word, speaker, pending);
  if (within && !items[at]!.conjunction && named?.join() === 'unnamed-reports') return null;
  const explicit = named !== null;
  const found = (chain: Chain): Telling => tellingOf(speaker, chain, at, strength, id, explicit);
  const wants = id === 'call' || id === 'threat' || id === 'announcement';
  if (how === null) return explicit && !participle && !wants ? found(named) : null;
  if (how === 'noun' && NEEDS_THAT.has(id) && !(id === 'see' && isPress(named, reading)))
    return explicit ? { ...found(named), content: null, how: null } : null;
  if (how === 'noun' && !tellsNoun(word, explicit, items[at]!, previous)) return null;
  if (wants && (speaker.chain === null || (how !== 'noun' && id !== 'announcement'))) return null;
  if (explicit) {
    // قال المرصد إن القوات أعلنت: what they announced is two hops away.
    const nested =
      within &&
      !items[at]!.conjunction &&
      previous?.kind !== 'comma' &&
      previous?.kind !== 'connector' &&
      previous?.kind !== 'mark';
    return found(nested ? unique([...outer.chain, ...named]) : named);
  }
  const unsaid = speakerUnsaid(reading, at, word, speaker, outer, pending);
  return unsaid ? found(unsaid) : null;
};

/** The speaker of a telling where the sentence names one: behind the verb, before it, or behind «نقلا عن». */
const speakerNamed = (
  reading: Reading,
  at: number,
  { id, participle }: TellingWord,
  speaker: Speaker,
  pending: Chain | null,
): Chain | null => {
  const { items } = reading.sentence;
  const item = items[at]!;
  const joined = item.conjunction === 'و';
  const relative = entryAt(items, at - 1)?.kind === 'relative';
  const last = reading.heard.chain[0];
  if (speaker.chain !== null && !speaker.spoken && speaker.to.length < speaker.chain.length) {
    // وأضافت نقلا عن الوزارة: whoever spoke last, citing another. لكن وكالة نقلت عن مسؤول: the relay before its verb.
    if (joined && GOES_ON.has(id) && id !== 'relay' && last !== undefined) return unique([last, ...speaker.chain]);
    if (!joined && id === 'relay') return unique([...(subjectBefore(reading, at, relative) ?? []), ...speaker.chain]);
  }
  // قوات الأمن أبلغت المسؤولين: behind «أبلغ» stands who was told.
  const told = id === 'inform' && !joined ? subjectBefore(reading, at, relative) : null;
  const chain =
    told ??
    speaker.chain ??
    (participle || THOUGHT.has(id) || joined ? null : (pending ?? subjectBefore(reading, at, relative)));
  return chain === null || joined ? chain : unique([...relayBefore(reading, at), ...chain]);
};

/** Who speaks where nobody is named: the one in whose words it stands, or whoever spoke last. */
const speakerUnsaid = (
  reading: Reading,
  at: number,
  { id, participle }: TellingWord,
  speaker: Speaker,
  outer: Scope | null,
  pending: Chain | null,
): Chain | null => {
  const { heard } = reading;
  const item = reading.sentence.items[at]!;
  const previous = entryAt(reading.sentence.items, at - 1);
  if (participle) return outer?.chain ?? pending ?? subjectOf(reading, at) ?? (at <= 1 ? heard.chain : []);
  if (!GOES_ON.has(id)) return null;
  if (speaker.unknown && id !== 'add') return speaker.to;
  if (pending && !item.conjunction) return pending;
  const starts =
    item.conjunction !== '' ||
    !previous ||
    previous.kind === 'connector' ||
    previous.kind === 'mark' ||
    previous.kind === 'cue';
  if (!starts) return speaker.to;
  // نقلت وكالة عن ضابط … وأضافت: the verb says by its gender that it is the agency.
  const relays = heard.voices[0]?.relays;
  return unique([...speaker.to, ...(relays && /^[وف]?\S+ت$/.test(item.form ?? '') ? relays : heard.chain)]);
};

/** Whether a verb reports the thing itself that stands behind it («أعلن السيطرة»), not a sentence. */
const tellsNoun = (
  { id, participle }: TellingWord,
  explicit: boolean,
  item: Item,
  previous: Item | undefined,
): boolean => {
  if (participle) return id === 'point-out' || !item.conjunction;
  return explicit || id === 'point-out' || (id === 'reveal' && (previous?.form ?? '').startsWith('لكن'));
};

/** «شاهد مراسل رويترز طائرات تقصف» (a Reuters correspondent saw planes bomb): what the press sees it tells. */
const isPress = (chain: Chain | null, { teller }: Reading): boolean =>
  chain !== null && chain.length > 0 && ['agency', 'outlet'].includes(teller.kindOf(chain[0]!) ?? '');

/** «كانت … قد أكدت»: the subject stands between the two. */
const isPluperfect = ({ sentence: { items } }: Reading, at: number): boolean =>
  entryAt(items, at - 1)?.form === 'قد' &&
  items.slice(Math.max(0, at - 8), at).some(({ form }) => /^و?كان(?:ت|وا)?$/.test(form ?? ''));

const isNews = (item: Item, previous: Item | undefined): boolean =>
  !item.conjunction &&
  /^[تي]/.test(item.form ?? '') &&
  previous !== undefined &&
  !previous.definite &&
  (previous.kind === 'word' || previous.source?.id === 'unnamed-reports');

/** «كما قال المرصد» (as the observatory said). */
const AS_TOLD = spelling('source/as-told', 'و?');

/** Whether a telling without content closes what stands before it: «… كما قال المرصد». */
export const closes = (sentence: Sentence, { at, id }: Telling, covered: number): boolean => {
  const previous = entryAt(sentence.items, at - 1);
  return id !== 'publish' && AS_TOLD.test(previous?.form ?? '') && tellsBetween(sentence, covered, at - 1);
};

/** «بيان صادر عن الجيش: …», «بيان للجيش: …» (a statement of the army). */
const isStatement = spelt(spelling('source/statement'));

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
        (item.clitic !== '' && !(at === 1 && item.clitic === 'ل' && isStatement(head[0]))) ||
        (verbs.has(at) && !(at === 0 && isStatement(item)) && !isIssued(item)),
    )
  )
    return null;
  const at = head.findIndex((item) => (item.kind === 'source' || item.kind === 'actor') && !item.metonym);
  const source = at < 0 ? null : namedAt(reading, at);
  let content = colon + 1;
  while (items[content]?.mark === ':') content++;
  return source && source.chain.length > 0 ? { chain: source.chain, content } : null;
};
