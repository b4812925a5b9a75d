import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { Failure, systemReason } from '../failure.js';

/** Files of a publication by their path inside its folder, `/` between parts. */
export type Publication = ReadonlyMap<string, string | Uint8Array>;

/** A place to write a publication, taken before the long work so that a refusal comes early. */
export interface OutputSlot {
  /** Writes all files and puts them in the place of what was there before. */
  readonly fill: (files: Publication) => void;
  /** Gives the place back; whatever stood there stays as it was. */
  readonly release: () => void;
}

const MANIFEST = 'manifest.json';

const unwritable = (folder: string, error: unknown): Failure =>
  new Failure(
    'cli/unwritable-output',
    `cannot write ${folder}: ${systemReason(error)}`,
    'Choose another folder with --out; what was there before is untouched.',
    { cause: error },
  );

const listFiles = (folder: string, below = ''): string[] =>
  readdirSync(path.join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const name = below === '' ? entry.name : `${below}/${entry.name}`;
    return entry.isDirectory() ? listFiles(folder, name) : [name];
  });

/** A folder is replaced as a whole, so one that holds anything else than an earlier build is refused. */
const refuseForeign = (out: string): void => {
  if (!existsSync(out)) return;
  const refuse = (what: string): never => {
    throw new Failure('cli/foreign-folder', `${out} ${what}`, 'Choose an empty or new folder with --out.');
  };
  if (!statSync(out).isDirectory()) refuse('is a file');
  const files = listFiles(out);
  if (files.length === 0) return;
  if (!files.includes(MANIFEST)) refuse('holds files that are no record of isnad');
  const manifest = readFileSync(path.join(out, MANIFEST), 'utf8');
  const strange = files.find((name) => name !== MANIFEST && !manifest.includes(JSON.stringify(name)));
  if (strange !== undefined) refuse(`holds ${strange}, which isnad did not write`);
};

/** Takes the place of an output folder: a sibling folder to write into, so that the swap is a rename. */
export const takeOutput = (folder: string): OutputSlot => {
  const out = path.resolve(folder);
  const sibling = (suffix: string) => path.join(path.dirname(out), `.${path.basename(out)}.${suffix}`);
  const previous = sibling('previous');
  let draft: string;
  try {
    mkdirSync(path.dirname(out), { recursive: true });
    // A build that was killed between its two renames: put the earlier output back.
    if (!existsSync(out) && existsSync(previous)) renameSync(previous, out);
    refuseForeign(out);
    draft = mkdtempSync(sibling('building-'));
  } catch (error) {
    throw error instanceof Failure ? error : unwritable(folder, error);
  }
  const release = () => rmSync(draft, { recursive: true, force: true });
  const fill = (files: Publication) => {
    try {
      const content = path.join(draft, 'content');
      mkdirSync(content);
      for (const [name, bytes] of files) {
        const file = path.join(content, ...name.split('/'));
        mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(file, bytes);
      }
      rmSync(previous, { recursive: true, force: true });
      if (existsSync(out)) renameSync(out, previous);
      try {
        renameSync(content, out);
      } catch (error) {
        if (existsSync(previous)) renameSync(previous, out);
        throw error;
      }
      rmSync(previous, { recursive: true, force: true });
    } catch (error) {
      throw unwritable(folder, error);
    }
  };
  return { fill, release };
};
