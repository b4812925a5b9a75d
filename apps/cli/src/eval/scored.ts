import type { Reading } from '@isnad/model';
import { isObject } from '../disk/shape.js';

/** Claims in the one shape in which gold and readings are compared. */
export interface ScoredPlace {
  readonly name: string;
  readonly text: string;
  readonly role: string;
}

export type ScoredSpan = readonly [start: number, end: number];

export interface ScoredEvent {
  readonly id: string;
  readonly type: string;
  readonly span: ScoredSpan;
  readonly trigger: ScoredSpan;
  readonly actors: readonly string[];
  readonly targets: readonly string[];
  readonly places: readonly ScoredPlace[];
  readonly date: string | null;
  readonly modality: string;
  readonly attribution: readonly string[];
  readonly sameAs: string | null;
}

export interface ScoredFigure {
  readonly id: string;
  readonly measure: string;
  readonly group: string;
  readonly min: number | null;
  readonly max: number | null;
  readonly scope: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly partOf: string | null;
  readonly span: ScoredSpan;
  readonly attribution: readonly string[];
}

export interface Scored {
  readonly published: string | null;
  readonly events: readonly ScoredEvent[];
  readonly figures: readonly ScoredFigure[];
  /** Page furniture; null when the annotation does not mark it. */
  readonly furniture: readonly ScoredSpan[] | null;
}

/** A reading as it is scored. */
export const scoredReading = ({ report, claims }: Reading): Scored => ({
  published: report.published.edtf,
  furniture: report.furniture.map(({ start, end }) => [start, end] as const),
  events: claims.flatMap((claim): ScoredEvent[] =>
    claim.kind !== 'event'
      ? []
      : [
          {
            ...claim,
            span: [claim.span.start, claim.span.end],
            trigger: [claim.trigger.start, claim.trigger.end],
            sameAs: claim.repeats,
          },
        ],
  ),
  figures: claims.flatMap((claim): ScoredFigure[] =>
    claim.kind !== 'figure' ? [] : [{ ...claim, span: [claim.span.start, claim.span.end] }],
  ),
});

type Raw = Readonly<Record<string, unknown>>;
const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const idsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : [];
const rowsOf = (value: unknown): readonly Raw[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** Where a quoted wording stands: from `from` on if it is found there, else its first place in the text. */
const spanOf = (text: string, quote: unknown, from = 0): ScoredSpan | null => {
  if (isObject(quote)) return [numberOf(quote.start) ?? 0, numberOf(quote.end) ?? 0];
  if (typeof quote !== 'string') return null;
  const near = text.indexOf(quote, from);
  const start = near < 0 ? text.indexOf(quote) : near;
  return start < 0 ? null : [start, start + quote.length];
};

const NOWHERE: ScoredSpan = [0, 0];

const goldEvent = (event: Raw, text: string): ScoredEvent => {
  const span = spanOf(text, event.span ?? event.quote) ?? NOWHERE;
  return {
    id: textOf(event.id) ?? '',
    type: textOf(event.type) ?? '',
    span,
    trigger: spanOf(text, event.triggerSpan ?? event.trigger, span[0]) ?? span,
    actors: idsOf(event.actor),
    targets: idsOf(event.target),
    places: rowsOf(event.places).map((place) => ({
      name: textOf(place.name) ?? '',
      text: textOf(place.text) ?? (isObject(place.at) ? text.slice(...(spanOf(text, place.at) ?? NOWHERE)) : ''),
      role: textOf(place.role) ?? '',
    })),
    date: textOf(event.date),
    modality: textOf(event.modality) ?? '',
    attribution: idsOf(event.attribution),
    sameAs: textOf(event.same_as),
  };
};

const goldFigure = (figure: Raw, text: string): ScoredFigure => ({
  id: textOf(figure.id) ?? '',
  measure: textOf(figure.measure) ?? '',
  group: textOf(figure.group) ?? '',
  min: numberOf(figure.min),
  max: numberOf(figure.max),
  scope: textOf(figure.scope) ?? '',
  from: textOf(figure.from),
  to: textOf(figure.to),
  partOf: textOf(figure.subset_of),
  span: spanOf(text, figure.span ?? figure.quote) ?? NOWHERE,
  attribution: idsOf(figure.attribution),
});

/** A hand-made annotation (the shape of the annotation guide) as it is scored. */
export const scoredGold = (json: unknown, text: string): Scored => {
  const gold = isObject(json) ? json : {};
  const furniture = idsOf(gold.boilerplate).flatMap((quote) => {
    const span = spanOf(text, quote);
    return span ? [span] : [];
  });
  return {
    published: isObject(gold.published) ? textOf(gold.published.edtf) : null,
    furniture: Array.isArray(gold.boilerplate) && gold.boilerplate.length > 0 ? furniture : null,
    events: rowsOf(gold.events).map((event) => goldEvent(event, text)),
    figures: rowsOf(gold.figures).map((figure) => goldFigure(figure, text)),
  };
};
