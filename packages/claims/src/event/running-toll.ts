import type { Sentence } from '../clause/sentence.js';
import { isNominal } from '../scan/words.js';
import { spelling } from '../words/classes.js';
import type { EventDraft } from './draft.js';
import { because, type Reason } from './dropped.js';

/** A killing that stands with a window of time («منذ») and words of counting is a figure only (guide, rule 4). */
export const carriesToll: Reason = ({ sentence }, draft) => (isToll(sentence, draft) ? TOLL_ONLY : null);
const TOLL_ONLY = because('only carries a running toll');

/** Words of a running count. */
const TOLL = spelling('event/toll', '[ولف]?');

/** So many dead are the count of a war or a month. */
const MANY = 10;
const HUNDRED = 100;
const THOUSAND = 1000;

/** How far around a killing its time and its count may stand, in items. */
const AROUND = 12;
/** How far behind a killing those killed may be counted, in items. */
const COUNT_WITHIN = 6;

const isToll = (sentence: Sentence, { item }: EventDraft): boolean => {
  const around = sentence.items.slice(Math.max(0, item - AROUND), item + AROUND + 1);
  return (
    isSince(around) ||
    isCounted(sentence, item) ||
    isOfThousands(sentence, item) ||
    (hasWindow(around) && hasCount(around))
  );
};

/** «قتل 92 جنديا منذ تدخل موسكو» (since Moscow stepped in) */
const isSince = (around: Sentence['items']): boolean =>
  around.some(({ preposition }) => preposition === 'منذ') && around.some(({ number }) => (number?.min ?? 0) >= MANY);

/** «الحصيلة الأولية تشير إلى مقتل ثلاثين جنديا» (the first count is of thirty soldiers killed). */
const isCounted = ({ items, clauses, clauseOf }: Sentence, item: number): boolean =>
  items.slice(clauses[clauseOf[item]!]!.first, item).some(({ form }) => COUNT.test(form ?? ''));
const COUNT = /(?:^|\s)[ولفب]?(?:ال)?حصيل(?:ه|ته|تها)(?:\s|$)/;

/** «أسفر النزاع الذي استمر أشهرا عن مقتل 30 ألفا» (the conflict that lasted months cost 30,000 lives): so many fall in no one event. */
const isOfThousands = ({ items }: Sentence, item: number): boolean =>
  items.slice(item, item + COUNT_WITHIN).some(({ number }) => (number?.min ?? 0) >= THOUSAND);

const hasWindow = (around: Sentence['items']): boolean =>
  around.some(({ date }) => date?.sense === 'since' || date?.sense === 'window' || date?.sense === 'range');

const hasCount = (around: Sentence['items']): boolean =>
  around.some(({ form, number }) => TOLL.test(form ?? '') || (number?.min ?? 0) >= HUNDRED);

/**
 * «تسبب النزاع منذ عام 2011 بمقتل 350 ألف شخص ودمار هائل ونزوح الملايين» (the conflict since 2011 cost 350,000 lives, great
 * destruction and millions driven out): what came of a whole war, beside its dead in thousands, is no event.
 */
export const cameOfAWar: Reason = ({ sentence: { items, clauses, clauseOf, verbs } }, { item, sense }) => {
  if (!isNominal(sense) || items[item]!.definite || items[item]!.conjunction !== 'و') return null;
  const first = clauses[clauseOf[item]!]!.first;
  const from = Math.max(0, first - 1, item - WAR_WITHIN);
  const before = items.slice(from, item);
  const led = before.findLastIndex(({ supports }) => supports?.some(({ does }) => does === 'result') ?? false);
  if (led < 0 || before.slice(led + 1).some((_, n) => verbs.has(from + led + 1 + n))) return null;
  const around = [...before, ...items.slice(item, item + COUNT_WITHIN)];
  const since = around.some(({ date, preposition }) => date?.sense === 'since' || preposition === 'منذ');
  return since && around.some(({ number }) => (number?.min ?? 0) >= THOUSAND) ? OF_A_WAR : null;
};
const OF_A_WAR = because('what came of a whole war');
/** How far before it a war's toll may be told, in items. */
const WAR_WITHIN = 24;
