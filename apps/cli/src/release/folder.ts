import {
  chmodSync,
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
import type { Released } from '@isnad/compare';
import { type ReleasedRecord, sha256 } from '@isnad/publish';
import { isCaseFolder } from '@isnad/store';
import { Failure, systemCodeOf, systemReason } from '../failure.js';

const MANIFEST = 'manifest.json';
const ABOUT = 'release.json';

/** A release on the disk, found whole. */
export interface ReleaseFolder extends Released {
  readonly number: number;
  readonly folder: string;
  /** Names of its files. */
  readonly names: readonly string[];
  /** SHA-256 of its manifest, hexadecimal: the next release names it. */
  readonly manifest: string;
}

const changed = (folder: string, what: string): Failure =>
  new Failure(
    'release/changed',
    `the release in ${folder} is not as it was published: ${what}`,
    'Put the copy back that you published; a release is never changed, make another.',
  );

const filesIn = (folder: string, below = ''): readonly string[] =>
  readdirSync(path.join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const name = below === '' ? entry.name : `${below}/${entry.name}`;
    return entry.isDirectory() ? filesIn(folder, name) : [name];
  });

interface Manifest {
  readonly as_of: string;
  readonly outputs: readonly { readonly path: string; readonly sha256: string }[];
}

/** Whether a folder says that it is a release. */
export const isRelease = (folder: string): boolean => existsSync(path.join(folder, ABOUT));

/**
 * A release after holding each of its files against its manifest.
 * @param folder where it lies, for messages
 * @param names of all files that are there
 */
export const checkedRelease = (
  folder: string,
  names: () => readonly string[],
  readFile: (name: string) => Uint8Array,
): ReleaseFolder => {
  const read = (name: string): Buffer => {
    try {
      return Buffer.from(readFile(name));
    } catch (error) {
      if (name === ABOUT || name === MANIFEST)
        throw new Failure(
          'release/no-release',
          `${folder} is no release: ${systemReason(error)}`,
          'Name a folder that isnad release has written.',
          { cause: error },
        );
      throw changed(folder, `${name} is missing`);
    }
  };
  const json = (name: string): unknown => {
    try {
      return JSON.parse(read(name).toString('utf8'));
    } catch (error) {
      if (error instanceof Failure) throw error;
      throw changed(folder, `${name} is no JSON`);
    }
  };
  const { number } = json(ABOUT) as { readonly number?: unknown };
  const { as_of: asOf, outputs } = json(MANIFEST) as Partial<Manifest>;
  if (typeof number !== 'number' || typeof asOf !== 'string' || !Array.isArray(outputs))
    throw changed(folder, `${ABOUT} or ${MANIFEST} lacks what it must say`);
  const listed = new Map(outputs.map((output) => [output.path, output.sha256]));
  for (const [name, hash] of listed) if (sha256(read(name)) !== hash) throw changed(folder, `${name} was changed`);
  const strange = names().find((name) => name !== MANIFEST && !listed.has(name));
  if (strange !== undefined) throw changed(folder, `${strange} was added`);
  return {
    number,
    folder,
    names: [...listed.keys(), MANIFEST],
    asOf,
    record: json('record.json') as ReleasedRecord,
    manifest: sha256(read(MANIFEST)),
  };
};

/** Opens the release in a folder. */
export const openRelease = (folder: string): ReleaseFolder =>
  checkedRelease(
    folder,
    () => filesIn(folder),
    (name) => readFileSync(path.join(folder, name)),
  );

/** Where the releases of a case lie, unless told otherwise. */
export const releasesBeside = (named: string): string =>
  isCaseFolder(named) ? path.join(named, 'releases') : `${path.resolve(named)}-releases`;

/** The folder of one release. */
export const releaseFolder = (into: string, number: number): string => path.join(into, String(number));

/** Numbers of the releases that lie in a folder, ascending; none where there is no such folder. */
export const releaseNumbers = (into: string): readonly number[] =>
  existsSync(into)
    ? readdirSync(into)
        .filter((name) => /^[1-9]\d*$/.test(name) && statSync(path.join(into, name)).isDirectory())
        .map(Number)
        .sort((a, b) => a - b)
    : [];

export const taken = (into: string, number: number, cause?: unknown): Failure =>
  new Failure('release/taken', `there is a release ${number} in ${into} already`, 'Run isnad release again.', {
    cause,
  });

/**
 * Writes a release that is there whole or not at all, and takes away the right to write to it.
 * @param log called when all is on the disk and before it stands in its place: a kill leaves no release that is not logged
 */
export const writeRelease = async (
  into: string,
  number: number,
  files: ReadonlyMap<string, string | Uint8Array>,
  log: () => Promise<void>,
): Promise<string> => {
  const folder = path.join(into, String(number));
  let draft: string | undefined;
  try {
    mkdirSync(into, { recursive: true });
    draft = mkdtempSync(path.join(into, '.releasing-'));
    for (const [name, content] of files) {
      const file = path.join(draft, ...name.split('/'));
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
      chmodSync(file, 0o444);
    }
    chmodSync(draft, 0o755);
    if (existsSync(folder)) throw taken(into, number);
    await log();
    renameSync(draft, folder);
    return folder;
  } catch (error) {
    if (draft !== undefined) rmSync(draft, { recursive: true, force: true });
    if (systemCodeOf(error) === null) throw error;
    if (systemCodeOf(error) === 'ENOTEMPTY' || systemCodeOf(error) === 'EEXIST') throw taken(into, number, error);
    throw new Failure(
      'cli/unwritable-output',
      `cannot write ${folder}: ${systemReason(error)}`,
      'Choose another folder with --into.',
      { cause: error },
    );
  }
};
