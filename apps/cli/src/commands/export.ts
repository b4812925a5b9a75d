import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { note } from '@isnad/model';
import { exportCase, type Form, type FormWords, forms, sayLoss } from '@isnad/publish';
import { type CaseSource, recorded, toPublish } from '../case/recorded.js';
import { diskTree } from '../disk/tree.js';
import { writeWhole } from '../disk/write-whole.js';
import { Failure, systemReason } from '../failure.js';
import { noteLine } from '../output/notes.js';
import type { Terminal } from '../terminal.js';

export interface ExportOptions {
  /** Id of a form. */
  readonly as: string;
  readonly out: string;
  readonly texts?: string;
  readonly asOf?: string;
  readonly names?: boolean;
  readonly licence?: string;
  readonly citation?: string;
}

/** The folder that files go into: a form of several files has one of its own, which may hold nothing else. */
const folderFor = ({ ending }: Form, out: string, names: Iterable<string>): string => {
  if (ending !== null) return path.dirname(out);
  const known = new Set(names);
  try {
    mkdirSync(out, { recursive: true });
  } catch (error) {
    throw new Failure(
      'cli/unwritable-output',
      `cannot write ${out}: ${systemReason(error)}`,
      'Choose another folder.',
      {
        cause: error,
      },
    );
  }
  const strange = [...diskTree.namesIn(out)].find((name) => !known.has(name));
  if (strange !== undefined)
    throw new Failure('cli/foreign-folder', `${out} holds ${strange}`, 'Choose an empty or new folder with --out.');
  return out;
};

/** `isnad export`: a built record in a form that others read, made of what the publication policy lets through. */
export const exportCommand = async (
  terminal: Terminal,
  stages: CaseSource & { readonly words: () => FormWords },
  named: string,
  { as, out, texts, asOf, names = false, today, ...terms }: ExportOptions & { readonly today: string },
): Promise<void> => {
  const form = forms.find(({ id }) => id === as)!;
  const input = toPublish(await recorded(named, texts, stages), named, { asOf, names, today });
  const { files, losses } = await exportCase(form, path.basename(out), { ...input, words: stages.words(), ...terms });
  const folder = folderFor(form, out, files.keys());
  for (const [name, content] of files) writeWhole(path.join(folder, name), content);
  for (const loss of losses) terminal.err(noteLine(as, note('export/loss', 'info', sayLoss(loss))));
  terminal.err(
    `isnad: ${input.record.reports.length} reports as ${as}: ${[...files.keys()].join(', ')} in ${folder}\n`,
  );
};
