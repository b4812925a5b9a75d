import { dateAgreement } from './dates.js';
import { createEventTally, type EventMeasures } from './events.js';
import { createFigureTally, type FigureMeasures } from './figures.js';
import type { Scored, ScoredFigure, ScoredSpan } from './scored.js';
import { newTally, type Score, scoreOfTally } from './tally.js';

/** One report: its text, the right answers, and what was read; null when nothing was. */
export interface Evaluated {
  readonly name: string;
  readonly text: string;
  readonly gold: Scored;
  readonly found: Scored | null;
}

export interface Miss {
  readonly report: string;
  readonly kind: 'event missed' | 'event wrong' | 'figure missed' | 'figure wrong';
  readonly what: string;
  readonly words: string;
}

export interface Evaluation {
  readonly documents: number;
  readonly missing: number;
  /** Mean agreement of publication dates. */
  readonly published: number;
  readonly events: EventMeasures & { readonly furniture: Score };
  readonly figures: FigureMeasures;
  readonly misses: readonly Miss[];
  /** Characters of page furniture in the gold. */
  readonly furnitureUnits: number;
}

const NOTHING: Scored = { published: null, events: [], figures: [], furniture: null };

const marked = (spans: readonly ScoredSpan[], length: number): Uint8Array => {
  const marks = new Uint8Array(length);
  for (const [start, end] of spans) marks.fill(1, start, end);
  return marks;
};

const figureLabel = ({ measure, group, min, max }: ScoredFigure): string => `${measure} ${group} ${min}-${max}`;

/** What of the gold was not found, and what was found beside it. */
const unmatched = <T>(gold: readonly T[], found: readonly T[], matched: ReadonlyMap<number, number>) => {
  const used = new Set(matched.values());
  return [gold.filter((_, i) => !matched.has(i)), found.filter((_, j) => !used.has(j))] as const;
};

/** Measures readings against gold: the same numbers as the annotation guide's scorer. */
export const evaluate = (reports: readonly Evaluated[]): Evaluation => {
  const events = createEventTally();
  const figures = createFigureTally();
  const furniture = newTally();
  const misses: Miss[] = [];
  let published = 0;
  for (const { name, text, gold, found: read } of reports) {
    const found = read ?? NOTHING;
    published += dateAgreement(gold.published, found.published);
    const miss = (kind: Miss['kind'], what: string, span: ScoredSpan) =>
      misses.push({ report: name, kind, what, words: text.slice(...span) });

    const matchedEvents = events.add(gold.events, found.events);
    const [missedEvents, wrongEvents] = unmatched(gold.events, found.events, matchedEvents);
    for (const { type, span } of missedEvents) miss('event missed', type, span);
    for (const { type, span } of wrongEvents) miss('event wrong', type, span);

    const matchedFigures = figures.add(gold.figures, found.figures);
    const [missedFigures, wrongFigures] = unmatched(gold.figures, found.figures, matchedFigures);
    for (const figure of missedFigures) miss('figure missed', figureLabel(figure), figure.span);
    for (const figure of wrongFigures) miss('figure wrong', figureLabel(figure), figure.span);

    if (gold.furniture === null || found.furniture === null) continue;
    const [wanted, given] = [marked(gold.furniture, text.length), marked(found.furniture, text.length)];
    for (let at = 0; at < text.length; at++) {
      furniture.gold += wanted[at]!;
      furniture.found += given[at]!;
      furniture.hit += wanted[at]! & given[at]!;
    }
  }
  return {
    documents: reports.length,
    missing: reports.filter(({ found }) => found === null).length,
    published: reports.length > 0 ? published / reports.length : 0,
    events: { ...events.measures(), furniture: scoreOfTally(furniture) },
    figures: figures.measures(),
    misses,
    furnitureUnits: furniture.gold,
  };
};
