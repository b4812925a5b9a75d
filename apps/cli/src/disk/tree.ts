import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { FileTree } from '@isnad/archive';
import { Failure, systemCodeOf, systemReason } from '../failure.js';

const isGone = (error: unknown): boolean => systemCodeOf(error) === 'ENOENT' || systemCodeOf(error) === 'ENOTDIR';

/** The disk, as collecting sees it. */
export const diskTree: FileTree = {
  kindOf: (file) => {
    try {
      return statSync(file).isDirectory() ? 'folder' : 'file';
    } catch (error) {
      if (isGone(error)) return 'missing';
      return 'file';
    }
  },
  namesIn: (folder) => {
    try {
      return readdirSync(folder);
    } catch (error) {
      throw new Failure(
        'cli/unreadable-folder',
        `cannot list ${folder}: ${systemReason(error)}`,
        'Make it readable, or name another folder.',
        { cause: error },
      );
    }
  },
};

/** The disk without one folder, such as the output that lies among its own inputs. */
export const treeWithout = (folder: string): FileTree => ({
  ...diskTree,
  namesIn: (parent) => diskTree.namesIn(parent).filter((name) => path.resolve(parent, name) !== path.resolve(folder)),
});
