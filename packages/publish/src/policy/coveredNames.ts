import type { PublishInput } from '../input.js';
import { nameFinder } from './names.js';
import { cover, type Veiled } from './veil.js';

/** Covers private persons' names in a text, unit for unit, so that offsets stay true. */
export type CoverNames = (text: string, report: string | null, offset?: number) => string;

/**
 * For whoever looks into the working record without a right to names: the function that covers these in a passage of a
 * report (`offset`: where it begins there), or in a sentence of no report.
 */
export const coveredNames = (
  input: Pick<PublishInput, 'readings'> & { readonly words: Pick<PublishInput['words'], 'groups'> },
): CoverNames => {
  const { find } = nameFinder(input);
  const mentions = new Map<string, readonly Veiled[]>(
    [...input.readings].map(([report, { persons }]) => [
      report,
      persons
        .filter((person) => !person.public && !person.described)
        .map(({ start, end }) => ({ start, end, what: 'name' })),
    ]),
  );
  return (text, report, offset) => {
    const told = offset === undefined || report === null ? [] : (mentions.get(report) ?? []);
    const found = find(text, report).map((span): Veiled => ({ ...span, what: 'name' }));
    return cover(cover(text, told, offset ?? 0), found);
  };
};
