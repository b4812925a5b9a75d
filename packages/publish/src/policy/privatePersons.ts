import type { PrivatePersons } from '@isnad/model';
import type { ReadPart } from '../input.js';

/** What a record must keep of its readings, so that names can be covered when it is given out later. */
export const privatePersonsOf = (readings: ReadonlyMap<string, ReadPart>): readonly PrivatePersons[] =>
  [...readings]
    .map(([report, { report: head, persons }]) => ({
      report,
      persons: persons.filter((person) => !person.public && !person.described),
      beside: head.namesBeside ?? [],
    }))
    .filter(({ persons, beside }) => persons.length + beside.length > 0)
    .sort((a, b) => (a.report < b.report ? -1 : 1));

/** The readings that a record stands for where names are concerned. */
export const readingsOf = (kept: readonly PrivatePersons[]): ReadonlyMap<string, ReadPart> =>
  new Map(
    kept.map(({ report, persons, beside }) => [
      report,
      { report: { furniture: [], language: 'ar', namesBeside: beside }, persons },
    ]),
  );
