import { eachPage } from '@isnad/casework';
import type { CaseRecord, Reading } from '@isnad/model';
import { privatePersonsOf } from '@isnad/publish';
import type { Store } from '@isnad/store';
import { Failure } from '../failure.js';

/** Why a record is not shown. */
export const namesUnknown = (where: string): Failure =>
  new Failure(
    'cli/no-persons',
    `the record in ${where} does not say whom its reports name, so names cannot be covered`,
    'Build it anew with this version.',
  );

/** A record of an earlier version of this program with the persons whose names are to be covered, out of its readings. */
export const withPersons = async (store: Store, record: CaseRecord, reader: string): Promise<CaseRecord> => {
  if (record.private_persons !== undefined) return record;
  const readings = new Map<string, Reading>();
  const pages = eachPage(async (page) =>
    (await store.readings.list(reader, page)).map(({ appearance, reading }) => ({ key: appearance, reading })),
  );
  for await (const { reading } of pages) readings.set(reading.report.id, reading);
  if (!record.reports.every(({ id }) => readings.has(id))) throw namesUnknown(store.about.name);
  return { ...record, private_persons: privatePersonsOf(readings) };
};
