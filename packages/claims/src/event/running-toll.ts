import type { Sentence } from '../clause/sentence.js';
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
