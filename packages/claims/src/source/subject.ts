import type { Sentence } from '../clause/sentence.js';
import { spelt } from '../scan/spelt.js';
import { spelling } from '../words/classes.js';
import type { Chain } from './heard.js';
import { capitalAt, namedAt, type Reading } from './named.js';

const MOST = 14;

/** «نقلت وكالة عن مصدر»: what makes نقل (carry) a report is who carries, and the source behind عن. */
export const carriesWords = (reading: Reading, at: number): boolean => {
  const { items, governor } = reading.sentence;
  let relay = false;
  for (let k = at + 1; k < items.length && k - at < MOST; k++) {
    const item = items[k]!;
    const named = item.source !== undefined || item.speech?.as === 'back' || item.speech?.as === 'reporter';
    if (named && governor[k] === 'عن') return true;
    if (item.preposition === 'عن') return relay;
    relay ||= named;
    if (item.kind === 'complementiser' || item.kind === 'trigger') return false;
  }
  return false;
};

/** «وفي بيان نشرته وكالة، قال فلان», «في مقابلة على قناة، قال فلان»: through whom, told before the verb. */
export const relayBefore = ({ sentence, teller }: Reading, at: number): Chain => {
  if (at > MOST || !inTalk(sentence, at)) return [];
  const found = sentence.items
    .slice(0, at)
    .find((item) => item.kind === 'source' && ['agency', 'outlet'].includes(teller.kindOf(item.source!.id) ?? ''));
  return found ? [found.source!.id] : [];
};

/** Whether the sentence begins with a statement or an interview: «في حديث مع …». */
export const inTalk = ({ items }: Sentence, at: number): boolean => {
  for (let k = 0; k < at; k++) if (items[k]!.reporting?.id === 'tell-press' || isTalk(items[k])) return true;
  return false;
};

const isTalk = spelt(spelling('source/talk', '[وف]?(?:ال)?'));

/** The subject before its verb: «المصادر أشارت», «الجيش يعلن», or what a relative clause describes. */
export const subjectBefore = (reading: Reading, at: number, relative: boolean): Chain | null => {
  const { items, governor, verbs } = reading.sentence;
  const topic = items[at]!.conjunction === 'ف' ? topicOf(reading, at) : null;
  if (topic) return topic;
  let next = at - 1;
  while (next > 0 && items[next]!.kind === 'cue') next--;
  const beside = next >= 0 ? capitalAt(reading, next) : null;
  if (beside) return beside.chain;
  for (let k = at - 1; k >= 0 && at - k <= MOST; k--) {
    const item = items[k]!;
    const breaks =
      (verbs.has(k) && item.kind !== 'reporting') ||
      (item.speech?.as === 'verb' && item.kind !== 'source') ||
      item.kind === 'connector' ||
      item.kind === 'trigger' ||
      (item.mark !== undefined && item.mark !== '' && !/^[()\-،,]$/.test(item.mark));
    if (breaks && (!relative || item.mark === '.')) return null;
    const source = namedAt(reading, k);
    const governs = governor[k] === null || (governor[k] === 'مع' && inTalk(reading.sentence, k));
    if (source && (relative || (governs && !item.clitic)))
      return source.chain.length > 0 || item.speech?.as === 'reporter' ? source.chain : null;
  }
  return null;
};

/** «أما المرصد، ومقره بريطانيا، فأكد» (as for the Observatory …): the subject stands behind أما. */
const topicOf = (reading: Reading, at: number): Chain | null => {
  const { items } = reading.sentence;
  const from = items.findIndex((item, k) => k < at && /^و?اما$/.test(item.form ?? ''));
  for (let k = from + 1; from >= 0 && k < at; k++) {
    const source = namedAt(reading, k);
    if (source) return source.chain;
  }
  return null;
};

/** Who does what the sentence begins with: «ودعا الهفل التحالف إلى …، مشيرا إلى أن …». */
export const subjectOf = (reading: Reading, at: number): Chain | null => {
  const { items, verbs, clauseOf, clauses } = reading.sentence;
  for (let k = 0; k < at; k++) {
    const opener = clauses[clauseOf[k]!]!.opener;
    if (opener === 'relative' || opener === 'purpose') continue;
    const source = namedAt(reading, k);
    if (source && !items[k]!.clitic && (k === 0 || verbs.has(k - 1))) return source.chain;
  }
  return null;
};

/** «وفي التفاصيل التي رصدها المرصد، فإن …» (in the details that the Observatory recorded): whose details they are. */
export const detailOf = (reading: Reading, at: number): Chain | null => {
  const { items } = reading.sentence;
  for (let k = at - 1; k > 0 && at - k <= MOST; k--) {
    const source = namedAt(reading, k);
    const told = items[k - 1]!;
    const got = told.preposition === 'على' ? items[k - 2] : told;
    if (source && ((got?.speech?.as === 'verb' && got.speech.object) || /^حصلت?$/.test(got?.form ?? '')))
      return source.chain;
  }
  return null;
};
