import { z } from 'zod';
import { forms } from '../schema.js';

/** The schemas of `persons/*.yaml`. Unknown fields are errors. */
const text = z.string().min(1);
const some = forms.pipe(z.array(z.string()).min(1));
const sex = z.enum(['female', 'male']);
const role = z.enum(['victim', 'detainee', 'missing', 'witness', 'official', 'leader', 'other']);

/** `given-names.yaml`, `given-names-world.yaml` */
export const givenNames = z.strictObject({
  of: text,
  sex,
  kind: z.enum(['plain', 'common']),
  names: some,
  source: text,
});

/** `name-parts.yaml` */
export const namePart = z.strictObject({
  part: z.enum(['kunya', 'servant', 'lineage', 'compound', 'after', 'surname']),
  sex,
  forms: some,
  source: text,
});

/** `name-endings.yaml`; `least` counts letters. */
export const nameEnding = z.strictObject({
  of: text,
  sure: z.boolean(),
  least: z.number().int().positive(),
  endings: some,
  source: text,
});

/** `titles.yaml` */
export const title = z.strictObject({
  id: text,
  is: z.enum(['office', 'spokesman', 'command', 'rank', 'calling', 'person']),
  role,
  public: z.boolean(),
  forms: some,
  feminine: forms,
  plural: forms,
  source: text,
});

/** `kinship.yaml` */
export const kin = z.strictObject({
  sex,
  forms: some,
  pronoun: z.enum(['required', 'free']).default('free'),
  source: text,
});

/** `name-marks.yaml` */
export const nameMark = z.strictObject({
  mark: z.enum(['named', 'nickname', 'list', 'among', 'byline']),
  forms: some,
  source: text,
});

/** `not-persons.yaml` */
export const notPerson = z.strictObject({
  what: z.enum(['unit', 'operation', 'place', 'thing', 'sacred']),
  forms: some,
  source: text,
});

/** `after-names.yaml` */
export const afterName = z.strictObject({
  what: text,
  forms: some,
  inflected: z.boolean().default(false),
  source: text,
});

/** `public-figures.yaml` */
export const publicFigures = z.strictObject({
  office: text,
  role: z.enum(['official', 'leader']),
  names: some,
  alone: forms,
  source: text,
});

/** `ages.yaml`; forms of the last two kinds are `wording=years`. */
export const ageWords = z.strictObject({
  tell: z.enum(['years', 'months', 'lead', 'told', 'of-life', 'nth', 'decade']),
  forms: some,
  source: text,
});

/** `fates.yaml` */
export const fate = z.strictObject({
  role: z.enum(['victim', 'detainee', 'missing', 'witness', 'undergoes']),
  forms: some,
  source: text,
});
