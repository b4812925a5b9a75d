import { type DayInterval, isoDay, parseEdtf } from '@isnad/model';
import type { Clause } from '../clause/clause.js';
import type { Sentence } from '../clause/sentence.js';
import type { EventDraft } from './draft.js';

/** Days before publication from which on what began is told as going on, rather than as news of its beginning. */
const LONG_AGO = 14;

/** The clause that describes an event: «مفاوضات الدوحة التي بدأت العام الماضي» (the talks of Doha, which began last year). */
export const describing = ({ items, clauses }: Sentence, { item: at }: EventDraft): Clause | undefined =>
  clauses.find(
    ({ opener, antecedent }) =>
      opener === 'relative' &&
      antecedent !== null &&
      (antecedent === at ||
        (antecedent === at + 1 && items[antecedent]!.kind === 'place' && items[antecedent]!.clitic === '')),
  );

const begins = ({ items, verbs }: Sentence, at: number): boolean =>
  items[at]!.cue === 'beginning' ||
  (verbs.has(at) && items[at]!.supports?.some(({ does, part }) => does === 'resume' && part === 'perfect') === true);

/** Whether the text says of an event that it began: «بدأوا احتجاجاتهم», «الاحتجاجات التي انطلقت». */
const isBegun = (sentence: Sentence, draft: EventDraft): boolean => {
  const { supportItem } = draft.roles;
  if (supportItem !== null && begins(sentence, supportItem)) return true;
  const clause = describing(sentence, draft);
  if (!clause) return false;
  for (let k = clause.first; k <= Math.min(clause.last, clause.first + 2); k++) if (begins(sentence, k)) return true;
  return false;
};

/** What began long before publication has gone on since: from its date on; other dates stay as they are. */
export const sinceBegun = (
  sentence: Sentence,
  draft: EventDraft,
  edtf: string,
  published: DayInterval | null,
): string => {
  const told = parseEdtf(edtf);
  const goesOn =
    told !== null &&
    published !== null &&
    !edtf.includes('/') &&
    Number.isFinite(told.first) &&
    published.first - told.last > LONG_AGO &&
    isBegun(sentence, draft);
  return goesOn ? `${edtf}/${isoDay(published.last)}` : edtf;
};
