import { checkColumns } from '../../tables/checks.js';
import { claimColumns } from '../../tables/claims.js';
import { controlColumns, controlCsv } from '../../tables/control.js';
import { csv } from '../../tables/csv.js';
import { disputeColumns, disputesCsv } from '../../tables/disputes.js';
import { incidentColumns, incidentsCsv } from '../../tables/incidents.js';
import { reportColumns } from '../../tables/reports.js';
import { tollColumns, tollsCsv } from '../../tables/tolls.js';
import { folderMetadata } from '../csvMetadata.js';
import type { Form, FormInput } from '../form.js';
import { lossTally } from '../losses.js';

const tablesOf = ({ published, words }: FormInput) => {
  const claims = claimColumns(published.policy.quoteWords);
  return [
    {
      name: 'incidents.csv',
      columns: incidentColumns(words, published.coarsened),
      text: incidentsCsv(published, words),
    },
    { name: 'tolls.csv', columns: tollColumns, text: tollsCsv(published) },
    { name: 'control.csv', columns: controlColumns, text: controlCsv(published) },
    { name: 'disputes.csv', columns: disputeColumns, text: disputesCsv(published) },
    { name: 'checks.csv', columns: checkColumns, text: csv(checkColumns, published.record.checks) },
    { name: 'claims.csv', columns: claims, text: csv(claims, published.record.claims) },
    { name: 'reports.csv', columns: reportColumns, text: csv(reportColumns, published.record.reports) },
  ];
};

/** Every table of a case, a file each, with `csv-metadata.json` (CSV on the Web) beside them. */
export const csvTables: Form = {
  id: 'csv',
  about: { ar: 'كل الجداول، ملف لكل منها', en: 'every table, a file each' },
  ending: null,
  write: (input) => {
    const { record } = input.published;
    const tally = lossTally([
      'Texts of reports, words that framed a side, and where in a text places and triggers stand.',
    ]);
    tally.lose(
      'reason for which two claims were held to be one incident',
      record.incidents.reduce((sum, { why }) => sum + why.length, 0),
    );
    tally.lose(
      'further appearance of a report under another name or address',
      record.reports.reduce((sum, { appearances }) => sum + (appearances?.length ?? 0), 0),
    );
    const tables = tablesOf(input);
    const losses = tally.list();
    return {
      files: new Map([
        ...tables.map(({ name, text }) => [name, text] as const),
        ['csv-metadata.json', folderMetadata(input.terms.citation, tables, input.terms, losses)],
      ]),
      losses,
    };
  },
};
