import { z } from '@hono/zod-openapi';

/** A list as the program gives it: nobody changes an answer. */
export const list = <T extends z.ZodType>(of: T) => z.array(of).readonly();

/** Words for people, in both languages of the program. */
export const bilingual = z.object({ ar: z.string(), en: z.string() }).readonly().openapi('Bilingual');

/** UTF-16 offsets into the decoded original text, end exclusive. */
export const span = z
  .object({ start: z.int().nonnegative(), end: z.int().nonnegative() })
  .readonly()
  .openapi('Span', { description: 'UTF-16 offsets into the decoded original text, end exclusive.' });

export const quote = z
  .object({ start: z.int().nonnegative(), end: z.int().nonnegative(), text: z.string() })
  .readonly()
  .openapi('Quote', {
    description: 'Words of a report with their offsets. A withheld name is covered, unit for unit, by U+FDD0.',
  });

export const edtf = z.string().openapi({ description: 'EDTF (ISO 8601-2)', example: '2018-12-16' });

/** A page of a list: `next` is the cursor of the page behind it, null at the end. */
export const pageOf = <T extends z.ZodType>(of: T) =>
  z
    .object({
      items: list(of),
      next: z.string().nullable().openapi({ description: 'Cursor of the next page; null at the end.' }),
      total: z.int().nonnegative().openapi({ description: 'Items in all pages.' }),
    })
    .readonly();

/** Query of every list that comes in pages. */
export const paging = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(50).openapi({ example: 50 }),
  cursor: z.string().max(500).optional().openapi({ description: '`next` of the page before.' }),
});

/** A parameter that may be given several times; any of its values will do. */
export const several = z
  .union([z.string().max(300), z.array(z.string().max(300)).max(100)])
  .optional()
  .transform((given): readonly string[] => (given === undefined ? [] : typeof given === 'string' ? [given] : given))
  .openapi({ type: 'array', items: { type: 'string' } });

export const day = z.iso.date().openapi({ example: '2018-12-16' });

export const names = z.enum(['covered', 'shown']).default('covered').openapi({
  description: 'Whether private persons’ names are shown; only to those who may see them.',
});

/** Who writes: on a team's server whoever is signed in, whatever is sent. */
export const author = z.string().min(1).max(120).optional().openapi({
  description: 'Name of who writes this. On a team’s server it is that of whoever is signed in, whatever is sent.',
});

/** Ids of reports hold a colon only; those of places may hold anything. */
export const id = z.string().min(1).max(300);

export type Bilingual = z.output<typeof bilingual>;
