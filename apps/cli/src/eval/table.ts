import { type Evaluated, type Evaluation, evaluate } from './evaluate.js';
import type { Score } from './tally.js';

const percent = (share: number | null): string => (share === null ? '  –' : (share * 100).toFixed(1).padStart(5));

const row = (name: string, { precision, recall, f1 }: Score): string =>
  `${name.padEnd(24)} P ${percent(precision)}  R ${percent(recall)}  F1 ${percent(f1)}`;

const slotRow = (slots: Readonly<Record<string, number | null>>): string =>
  `  slots of matched       ${Object.entries(slots)
    .map(([slot, share]) => `${slot} ${percent(share)}`)
    .join('  ')}`;

/** The measures as a table, in percent. */
export const evaluationTable = ({
  documents,
  missing,
  published,
  events,
  figures,
  furnitureUnits,
}: Evaluation): string =>
  [
    `${documents} reports (${missing} without predictions); publication date ${percent(published)}`,
    `events  gold ${events.gold} found ${events.found}`,
    row('  type exact', events.strict),
    row('  type family', events.lenient),
    slotRow(events.slots),
    row('  not asserted', events.nonAsserted),
    row('  repeated mentions', events.repeats),
    ...(furnitureUnits > 0 ? [row('  page furniture', events.furniture)] : []),
    `figures gold ${figures.gold} found ${figures.found}`,
    row('  minimum', figures.minimum),
    row('  value (min and max)', figures.value),
    row('  value+measure+group', figures.full),
    row('  part of a whole', figures.parts),
    row('  cumulative, standing', figures.notIncident),
    slotRow(figures.slots),
    '',
  ].join('\n');

const cell = (share: number | null): string => (share === null ? '–' : (share * 100).toFixed(0));

/** A Markdown table with a row a report: F1 of events and figures and the agreement of slots, in percent. */
export const reportTable = (reports: readonly Evaluated[]): string =>
  [
    '| report | events | found | family F1 | exact F1 | actor | target | places | date | attribution | figures | found | value F1 | full F1 |',
    `|---|${'---:|'.repeat(13)}`,
    ...reports.map((report) => {
      const { events, figures } = evaluate([report]);
      const slots = ['actor', 'target', 'places', 'date', 'attribution'].map((slot) =>
        cell(events.slots[slot] ?? null),
      );
      const cells = [
        report.name,
        events.gold,
        events.found,
        cell(events.lenient.f1),
        cell(events.strict.f1),
        ...slots,
        figures.gold,
        figures.found,
        cell(figures.value.f1),
        cell(figures.full.f1),
      ];
      return `| ${cells.join(' | ')} |`;
    }),
    '',
  ].join('\n');
