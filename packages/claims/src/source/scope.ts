import type { Sentence } from '../clause/sentence.js';
import { spelling } from '../words/classes.js';
import type { Chain } from './heard.js';
import type { Reading } from './named.js';

/** Who is said to tell a stretch of a sentence: source ids, nearest first, over items `first`–`last`. */
export interface Scope {
  readonly chain: Chain;
  readonly first: number;
  readonly last: number;
  /** Evidential strength of the reporting verb (field notes §6.5); null for markers. */
  readonly strength: number | null;
}

/** The scope that covers an item: the innermost, the later one where two are equal. */
export const chainAt = (scopes: readonly Scope[], at: number): Scope | null => {
  let best: Scope | null = null;
  for (const scope of scopes) {
    if (at < scope.first || at > scope.last) continue;
    if (!best || scope.last - scope.first <= best.last - best.first || scope.first > best.first) best = scope;
  }
  return best;
};

const ADVERSATIVE = spelling('source/adversative', '(?:و|ف)?');

/** Whether an event or a figure is told in a stretch. */
export const tellsBetween = ({ items }: Sentence, from: number, to: number): boolean =>
  items
    .slice(from, to + 1)
    .some((item) => item.kind === 'trigger' || item.kind === 'measure' || item.harm !== undefined);

/** The last «إلا أن», «بينما», «لكن» in a stretch. */
export const lastTurn = ({ items }: Sentence, from: number, to: number): number | null => {
  for (let k = to - 1; k > from; k--) {
    const item = items[k]!;
    if ((item.kind === 'connector' || item.kind === 'cue') && ADVERSATIVE.test(item.form ?? '')) return k;
  }
  return null;
};

/** Where the words begin that a closing attribution covers: behind what is covered, and behind the last turn. */
export const regionStart = (sentence: Sentence, covered: number, at: number): number => {
  const turn = lastTurn(sentence, covered, at);
  return turn !== null && tellsBetween(sentence, turn + 1, at - 1) ? turn + 1 : covered;
};

/** Where the clause of a marker within it begins: «قصفوا القرية، وأدى القصف، وفق الأهالي، إلى …» («وأدى»). */
export const clauseStart = ({ items, verbs }: Sentence, from: number, at: number): number => {
  for (let k = at - 1; k > from; k--)
    if (items[k]!.conjunction === 'و' && verbs.has(k) && items[k - 1]!.kind === 'comma') return k;
  return from;
};

/** What is said ends with its quotation, where a new clause follows that; else with the sentence. */
export const endOfSaid = ({ sentence, quoted, teller }: Reading, from: number): number => {
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
      if (items[k]!.kind === 'connector' && /^و?اذ$/.test(items[k]!.form ?? '')) return k - 1;
  return end;
};

const TIMES = new Set(['قبل', 'بعد']);

/** What is denied does not reach to what came before or after it: «نفى وقوع اشتباك، وذلك قبل توقيع الاتفاق». */
export const endOfDenied = ({ items }: Sentence, from: number): number => {
  for (let k = from + 1; k < items.length; k++) {
    const item = items[k]!;
    if (
      (item.kind === 'connector' && item.form !== 'اي' && item.form !== 'ما') ||
      (item.kind === 'preposition' && TIMES.has(item.preposition ?? '')) ||
      (item.kind === 'date' && items[k + 1]?.kind === 'preposition')
    )
      return k - 1;
  }
  return items.length - 1;
};

/** Hearsay («أنباء عن») reaches to the next clause. */
export const endOfHearsay = ({ items, verbs }: Sentence, from: number): number => {
  for (let k = from; k < items.length; k++) {
    const item = items[k]!;
    if (item.kind === 'connector' && k > from + 1 && item.form !== 'ما') return k - 1;
    if (items[k - 1]?.kind === 'comma' && item.conjunction && (verbs.has(k) || item.kind === 'preposition'))
      return k - 1;
  }
  return items.length - 1;
};

const ADDING = spelling('source/adding');

/** A marker inside a clause covers its rest: «بدأت القوات، وفق قائد، العمل على …». */
export const endOfRest = ({ items, verbs }: Sentence, from: number): number => {
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
    if ((item.kind === 'connector' && !ADDING.test(item.form ?? '')) || (item.conjunction && verbs.has(k)))
      return k - 1;
  }
  return items.length - 1;
};
