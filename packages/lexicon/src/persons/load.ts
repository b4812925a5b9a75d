import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import { listFiles, readEntries } from '../data-files.js';
import { LexiconError } from '../errors.js';
import * as schema from './schema.js';

export type GivenNames = Readonly<z.output<typeof schema.givenNames>>;
export type NamePart = Readonly<z.output<typeof schema.namePart>>;
export type NameEnding = Readonly<z.output<typeof schema.nameEnding>>;
export type PersonTitle = Readonly<z.output<typeof schema.title>>;
export type Kin = Readonly<z.output<typeof schema.kin>>;
export type NameMark = Readonly<z.output<typeof schema.nameMark>>;
export type NotPerson = Readonly<z.output<typeof schema.notPerson>>;
export type AfterName = Readonly<z.output<typeof schema.afterName>>;
export type AgeWords = Readonly<z.output<typeof schema.ageWords>>;
export type Fate = Readonly<z.output<typeof schema.fate>>;
export type PublicFigures = Readonly<z.output<typeof schema.publicFigures>>;

/** What tells people in a text: names, titles, kinship, and the words that keep names of other things apart. */
export interface PersonLexicon {
  readonly givenNames: readonly GivenNames[];
  readonly nameParts: readonly NamePart[];
  readonly nameEndings: readonly NameEnding[];
  readonly titles: readonly PersonTitle[];
  readonly kinship: readonly Kin[];
  readonly marks: readonly NameMark[];
  readonly notPersons: readonly NotPerson[];
  readonly afterNames: readonly AfterName[];
  readonly publicFigures: readonly PublicFigures[];
  readonly ages: readonly AgeWords[];
  readonly fates: readonly Fate[];
}

/** The tables of people of this package. */
export const PERSONS_FOLDER = join(dirname(fileURLToPath(import.meta.url)), '../../data/persons');

/**
 * Reads the tables of people.
 * @throws LexiconError that names file, line and field, if the data is broken
 */
export const loadPersons = (folder: string = PERSONS_FOLDER): PersonLexicon => {
  const files = new Map(listFiles(folder, '.yaml').map((file) => [file.name, file]));
  const read = <S extends z.ZodType>(name: string, shape: S): readonly z.output<S>[] => {
    const file = files.get(name);
    if (!file) throw new LexiconError(name, 1, 'file', 'is missing from the data folder', 'Restore it.');
    return readEntries(file, shape).map(({ entry }) => entry as z.output<S>);
  };
  return {
    givenNames: ['given-names.yaml', 'given-names-world.yaml'].flatMap((name) => read(name, schema.givenNames)),
    nameParts: read('name-parts.yaml', schema.namePart),
    nameEndings: read('name-endings.yaml', schema.nameEnding),
    titles: read('titles.yaml', schema.title),
    kinship: read('kinship.yaml', schema.kin),
    marks: read('name-marks.yaml', schema.nameMark),
    notPersons: read('not-persons.yaml', schema.notPerson),
    afterNames: read('after-names.yaml', schema.afterName),
    publicFigures: read('public-figures.yaml', schema.publicFigures),
    ages: read('ages.yaml', schema.ageWords),
    fates: read('fates.yaml', schema.fate),
  };
};
