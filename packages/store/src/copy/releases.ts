import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { RELEASE_KEY, type ReleasedFiles } from '../store.js';

const filesIn = (folder: string, below = ''): readonly string[] =>
  readdirSync(path.join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const name = below === '' ? entry.name : `${below}/${entry.name}`;
    return entry.isDirectory() ? filesIn(folder, name) : [name];
  });

const idOf = async (file: string): Promise<string> => {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(file)) hash.update(piece as Uint8Array);
  return `sha256:${hash.digest('hex')}`;
};

export interface FoundRelease {
  /** As it is to stand on the shelf. */
  readonly key: string;
  readonly value: ReleasedFiles;
  /** Where each of its files lies. */
  readonly places: ReadonlyMap<string, string>;
}

/** Releases that lie in the folder of a case, as a store would keep them. */
export const releasesLying = async (folder: string): Promise<readonly FoundRelease[]> => {
  if (!existsSync(folder)) return [];
  const found: FoundRelease[] = [];
  for (const number of readdirSync(folder).filter((name) => /^[1-9]\d*$/.test(name))) {
    const home = path.join(folder, number);
    if (!statSync(home).isDirectory()) continue;
    const places = new Map<string, string>();
    const files: ReleasedFiles['files'][number][] = [];
    for (const name of filesIn(home).toSorted()) {
      const file = path.join(home, ...name.split('/'));
      const id = await idOf(file);
      places.set(id, file);
      files.push({ name, id, size: statSync(file).size });
    }
    found.push({ key: `${RELEASE_KEY}${number}`, value: { files }, places });
  }
  return found;
};
