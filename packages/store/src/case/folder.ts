import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { bytesInFolder } from '../bytes/folder.js';
import { fromSystem, StoreError } from '../errors.js';
import { createSqliteStore, openSqliteStore } from '../sqlite/store.js';
import type { Stamp } from '../stamp.js';
import type { Store } from '../store.js';

/** The file in a case's folder that holds everything but the preserved bytes, which lie in `bytes/`. */
export const CASE_FILE = 'case.isnad';
export const BYTES = 'bytes';
/** Where the releases of a case lie in its folder, each under its number. */
export const RELEASES = 'releases';

/** Whether a folder is a case. */
export const isCaseFolder = (folder: string): boolean => existsSync(path.join(folder, CASE_FILE));

const parts = (folder: string) => [path.join(folder, CASE_FILE), bytesInFolder(path.join(folder, BYTES))] as const;

/** Begins a case in a new or empty folder. */
export const createCaseInFolder = async (folder: string, name: string, stamp: Stamp): Promise<Store> => {
  try {
    mkdirSync(folder, { recursive: true });
    if (!isCaseFolder(folder) && readdirSync(folder).some((entry) => !entry.startsWith(`${CASE_FILE}-`)))
      throw new StoreError('store/exists', `${folder} is not empty`, 'Choose an empty or new folder.');
    mkdirSync(path.join(folder, BYTES), { recursive: true });
  } catch (error) {
    throw fromSystem(error, folder) ?? error;
  }
  return createSqliteStore(...parts(folder), name, stamp);
};

/** Opens the case in a folder. */
export const openCaseInFolder = async (folder: string): Promise<Store> => {
  if (isCaseFolder(folder)) return openSqliteStore(...parts(folder));
  throw new StoreError('store/no-case', `${folder} is no case`, 'Begin one with isnad init, or name its folder.');
};
