import type { EventClaim, FigureClaim, Reading } from '@isnad/model';
import type { Case, ExpectedEvent, ExpectedFigure } from './parse.js';

const set = (values: readonly string[]): string => [...values].sort().join('+') || '-';

const eventLine = (claim: EventClaim, like?: ExpectedEvent): string => {
  const names = (role: string) => set(claim.places.filter((place) => place.role === role || (role === 'where' && place.role === 'within')).map((place) => place.name));
  const parts = [claim.type, `«${claim.trigger.text}»`];
  if (!like || like.by) parts.push(`by ${set(claim.actors)}`);
  if (!like || like.on) parts.push(`on ${set(claim.targets)}`);
  if (!like || like.at) parts.push(`at ${names('where')}`);
  if (like?.from || (!like && names('from') !== '-')) parts.push(`from ${names('from')}`);
  if (like?.to || (!like && names('to') !== '-')) parts.push(`to ${names('to')}`);
  if (!like || like.date) parts.push(`date ${claim.date}`);
  if (like?.modality || claim.modality !== 'asserted') parts.push(claim.modality);
  if (!like || like.says) parts.push(`says ${claim.attribution.join('>') || '-'}`);
  return parts.join(' ');
};

const expectedLine = (event: ExpectedEvent): string => {
  const parts = [event.type, `«${event.trigger}»`];
  if (event.by) parts.push(`by ${set(event.by)}`);
  if (event.on) parts.push(`on ${set(event.on)}`);
  if (event.at) parts.push(`at ${set(event.at)}`);
  if (event.from) parts.push(`from ${set(event.from)}`);
  if (event.to) parts.push(`to ${set(event.to)}`);
  if (event.date) parts.push(`date ${event.date}`);
  if (event.modality && (event.modality !== 'asserted' || true)) parts.push(event.modality);
  if (event.says) parts.push(`says ${event.says.join('>') || '-'}`);
  return parts.join(' ');
};

const figureLine = (claim: FigureClaim, like?: ExpectedFigure): string =>
  ['figure', claim.measure, claim.group, `${claim.min ?? ''}..${claim.max ?? ''}`, claim.partOf ? 'part' : '', !like || like.scope ? claim.scope : '', like?.says ? `says ${claim.attribution.join('>') || '-'}` : ''].filter(Boolean).join(' ');

const expectedFigure = (figure: ExpectedFigure): string =>
  ['figure', figure.measure, figure.group, figure.range, figure.part ? 'part' : '', figure.scope ?? '', figure.says ? `says ${figure.says.join('>') || '-'}` : ''].filter(Boolean).join(' ');

/** Expected and found lines of a case, in a form whose difference a person can read. */
export const compareCase = (wanted: Case, reading: Reading): { readonly expected: readonly string[]; readonly found: readonly string[] } => {
  const events = reading.claims.filter((claim): claim is EventClaim => claim.kind === 'event');
  const figures = reading.claims.filter((claim): claim is FigureClaim => claim.kind === 'figure');
  const wantedEvents = wanted.expected.filter((one): one is ExpectedEvent => one.kind === 'event');
  const wantedFigures = wanted.expected.filter((one): one is ExpectedFigure => one.kind === 'figure');
  const used = new Set<ExpectedEvent>();
  const like = (claim: EventClaim): ExpectedEvent | undefined => {
    const found = wantedEvents.find((one) => !used.has(one) && claim.trigger.text.includes(one.trigger));
    if (found) used.add(found);
    return found;
  };
  return {
    expected: [...wantedEvents.map(expectedLine), ...wantedFigures.map(expectedFigure)].sort(),
    found: [
      ...events.map((claim) => {
        const one = like(claim);
        const line = eventLine(claim, one);
        return one ? line.replace(`«${claim.trigger.text}»`, `«${one.trigger}»`) : line;
      }),
      ...figures.map((claim) => figureLine(claim, wantedFigures.find((one) => one.measure === claim.measure && one.group === claim.group))),
    ].sort(),
  };
};
