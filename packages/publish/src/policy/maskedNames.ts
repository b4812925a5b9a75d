import type { PublishInput } from '../input.js';
import { nameFinder } from './names.js';
import { cover, sayVeils } from './veil.js';

/**
 * The function that takes private persons' names out of a text that is written beside the publication, such as
 * the name of an input file; of one report, or of none.
 */
export const maskedNames = (
  input: Pick<PublishInput, 'readings' | 'words' | 'names'>,
): ((text: string, report: string | null) => string) => {
  if (input.names) return (text) => text;
  const { find } = nameFinder(input);
  return (text, report) =>
    sayVeils(
      cover(
        text,
        find(text, report).map((span) => ({ ...span, what: 'name' })),
      ),
    );
};
