import type { Claim, EventClaim, FigureClaim, Reading } from '@isnad/model';

/** Rows as columns padded to their widest cell, the last one open; right-to-left cells keep their order. */
export const columns = (rows: readonly (readonly string[])[]): string => {
  const widths: number[] = [];
  for (const row of rows)
    for (const [index, cell] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, cell.length);
  const line = (row: readonly string[]) =>
    row
      .map((cell, index) => (index === row.length - 1 ? cell : cell + ' '.repeat(widths[index]! - cell.length)))
      .join('  ');
  return rows.map((row) => `${line(row).trimEnd()}\n`).join('');
};

const QUOTE = 60;
const clip = (text: string): string => {
  const flat = text.replace(/\s+/g, ' ');
  return flat.length > QUOTE ? `${flat.slice(0, QUOTE - 1)}…` : flat;
};

const range = ({ min, max, approximate }: FigureClaim): string => {
  const about = approximate ? '~' : '';
  if (min === null && max === null) return '?';
  if (min === max) return `${about}${min}`;
  return `${about}${min ?? '?'}–${max ?? '?'}`;
};

const wherePlaces = (claim: Claim): string =>
  claim.places
    .filter((place) => place.role !== 'within')
    .map((place) => place.name)
    .join(', ');

const eventRow = (claim: EventClaim): string[] => [
  claim.type + (claim.modality === 'asserted' ? '' : ` (${claim.modality})`),
  `${claim.actors.join('+') || '–'} → ${claim.targets.join('+') || '–'}`,
  wherePlaces(claim) || '–',
  claim.date ?? '–',
  claim.attribution.join(' ← ') || '–',
  clip(claim.span.text),
];

const figureRow = (claim: FigureClaim): string[] => [
  `  ${claim.measure}: ${range(claim)}${claim.partOf ? ' of these' : ''}`,
  claim.group,
  wherePlaces(claim) || '–',
  claim.scope === 'incident' ? '–' : `${claim.from ?? '..'}/${claim.to ?? '..'}`,
  claim.attribution.join(' ← ') || '–',
  clip(claim.span.text),
];

/** A reading for people: the report, then a row a claim. */
export const readingTable = ({ report, claims }: Reading): string => {
  const { title, outlet, published } = report;
  const head = [
    report.path,
    title ?? '(no title)',
    outlet ?? '(no outlet)',
    `${published.edtf ?? 'undated'} (${published.basis})`,
  ];
  const rows = claims.map((claim) => (claim.kind === 'event' ? eventRow(claim) : figureRow(claim)));
  return `${head.join(' · ')}\n${columns([['what', 'who', 'where', 'when', 'source', 'words'], ...rows])}\n`;
};
