import { canonicalLines } from '../canonicalJson.js';
import type { Column } from '../tables/csv.js';
import type { Loss, Terms } from './form.js';
import { sayLoss } from './losses.js';

/** A table that stands in a file of its own. */
export interface Table {
  readonly name: string;
  readonly columns: readonly Pick<Column<never>, 'name' | 'holds'>[];
}

const tableOf = ({ name, columns }: Table) => ({
  url: name,
  tableSchema: {
    columns: columns.map(({ name: title, holds }) => ({
      titles: title,
      'dc:description': [
        { '@value': holds.en, '@language': 'en' },
        { '@value': holds.ar, '@language': 'ar' },
      ],
    })),
  },
});

const about = (title: string, terms: Terms, losses: readonly Loss[]) => ({
  '@context': 'http://www.w3.org/ns/csvw',
  'dc:title': title,
  'dc:license': terms.licence,
  'dc:bibliographicCitation': terms.citation,
  'dc:contributor': terms.credits,
  'rdfs:comment': losses.map(sayLoss),
});

/** Beside `X.csv` stands `X.csv-metadata.json` (CSV on the Web, W3C): columns, licence, citation, losses. */
export const csvMetadata = (title: string, table: Table, terms: Terms, losses: readonly Loss[]): string =>
  canonicalLines({ ...about(title, terms, losses), ...tableOf(table) });

/** `csv-metadata.json` of a folder of tables. */
export const folderMetadata = (
  title: string,
  tables: readonly Table[],
  terms: Terms,
  losses: readonly Loss[],
): string => canonicalLines({ ...about(title, terms, losses), tables: tables.map(tableOf) });

/** The name of the file of metadata beside a table. */
export const metadataName = (table: string): string => `${table}-metadata.json`;
