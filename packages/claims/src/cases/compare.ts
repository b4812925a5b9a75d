import type { EventClaim, FigureClaim, PlaceMention, Reading } from '@isnad/model';
import type { Case, ExpectedEvent, ExpectedFigure } from './parse.js';

const set = (values: readonly string[]): string => [...values].sort().join('+') || '-';
const chain = (values: readonly string[]): string => values.join('>') || '-';
const named = (claim: EventClaim, ...roles: readonly PlaceMention['role'][]): string[] => [
  ...new Set(claim.places.filter((place) => roles.includes(place.role)).map((place) => place.name)),
];

/** One event on one line. Slots that are undefined are left out. */
const eventLine = (event: Omit<ExpectedEvent, 'kind'>): string => {
  const slots = (['by', 'on', 'at', 'from', 'to'] as const).flatMap((slot) =>
    event[slot] ? [`${slot} ${set(event[slot])}`] : [],
  );
  return [
    event.type,
    `«${event.trigger}»`,
    ...slots,
    event.date && `date ${event.date}`,
    event.modality,
    event.says && `says ${chain(event.says)}`,
  ]
    .filter(Boolean)
    .join(' ');
};

/** The claim in the words of the expected line, cut down to the slots that this line compares. */
const foundEvent = (claim: EventClaim, like: ExpectedEvent | undefined): string => {
  const from = named(claim, 'from');
  const to = named(claim, 'to');
  return eventLine({
    type: claim.type,
    trigger: like?.trigger ?? claim.trigger.text,
    modality: claim.modality,
    ...(!like || like.by ? { by: claim.actors } : {}),
    ...(!like || like.on ? { on: claim.targets } : {}),
    ...(!like || like.at ? { at: named(claim, 'where', 'within') } : {}),
    ...(like?.from || (!like && from.length > 0) ? { from } : {}),
    ...(like?.to || (!like && to.length > 0) ? { to } : {}),
    ...(like?.date ? { date: claim.date ?? '-' } : {}),
    ...(like?.says ? { says: claim.attribution } : {}),
  });
};

const figureLine = (figure: Omit<ExpectedFigure, 'kind'>): string =>
  [
    'figure',
    figure.measure,
    figure.group,
    figure.range,
    figure.part && 'part',
    figure.scope,
    figure.says && `says ${chain(figure.says)}`,
  ]
    .filter(Boolean)
    .join(' ');

const foundFigure = (claim: FigureClaim, like: ExpectedFigure | undefined): string =>
  figureLine({
    measure: claim.measure,
    group: claim.group,
    range: `${claim.min ?? ''}..${claim.max ?? ''}`,
    part: claim.partOf !== null,
    ...(like?.scope ? { scope: claim.scope } : {}),
    ...(like?.says ? { says: claim.attribution } : {}),
  });

/** Expected and found lines of a case, in a form whose difference a person can read. */
export const compareCase = (
  wanted: Case,
  reading: Reading,
): { readonly expected: readonly string[]; readonly found: readonly string[] } => {
  const events = wanted.expected.filter((one) => one.kind === 'event');
  const figures = wanted.expected.filter((one) => one.kind === 'figure');
  const used = new Set<ExpectedEvent | ExpectedFigure>();
  const take = <Line extends ExpectedEvent | ExpectedFigure>(
    lines: readonly Line[],
    fits: (line: Line) => boolean,
  ): Line | undefined => {
    const line = lines.find((one) => !used.has(one) && fits(one));
    if (line) used.add(line);
    return line;
  };
  const found = reading.claims.map((claim) =>
    claim.kind === 'event'
      ? foundEvent(
          claim,
          take(events, (one) => claim.trigger.text.includes(one.trigger)),
        )
      : foundFigure(
          claim,
          take(figures, (one) => one.measure === claim.measure && one.group === claim.group),
        ),
  );
  return {
    expected: wanted.expected.map((one) => (one.kind === 'event' ? eventLine(one) : figureLine(one))).sort(),
    found: found.sort(),
  };
};
