import { isReport } from '@isnad/archive';
import { fileOf, openReport } from '../disk/documents.js';
import { recordIn } from '../disk/record-file.js';
import { Failure } from '../failure.js';
import { noteLines } from '../output/notes.js';
import { claimStory } from '../output/story.js';
import type { Reader } from '../reader.js';
import type { Terminal } from '../terminal.js';

/** `isnad explain`: the rules over one position of a file, or the way of one claim into a record. */
export const explainCommand = async (
  terminal: Terminal,
  reader: () => Reader,
  what: string,
  options: { readonly in?: string },
): Promise<void> => {
  if (options.in !== undefined) {
    const story = claimStory(recordIn(options.in), what);
    if (story === null)
      throw new Failure('cli/no-claim', `${options.in} holds no claim ${what}`, 'Take the id from its record.json.');
    return terminal.out(story);
  }
  const [, file, offset] = /^(.+):(\d+)$/.exec(what) ?? [];
  if (file === undefined || offset === undefined)
    throw new Failure(
      'cli/bad-place',
      `"${what}" is no place in a report`,
      'Give FILE:OFFSET, or a claim id with --in and the folder of a record.',
    );
  const document = await openReport(file);
  if (document === null)
    throw new Failure(
      'cli/bad-place',
      `${fileOf(file)} holds no report ${file}`,
      'Take the path from the lines of isnad read.',
    );
  terminal.err(noteLines(file, document.notes, 'error'));
  if (!isReport(document)) return terminal.fail();
  if (Number(offset) >= document.text.length)
    throw new Failure(
      'cli/bad-place',
      `${file} ends at offset ${document.text.length}, before ${offset}`,
      'Offsets count UTF-16 code units of the decoded text.',
    );
  return terminal.out(`${reader().explain(document, Number(offset)).trimEnd()}\n`);
};
