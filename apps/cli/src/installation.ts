import { existsSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import envPaths from 'env-paths';

const here = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/** What is shipped beside the program: in a clone the repository itself, in an installed package a folder of copies. */
const SHARED = existsSync(here('../share')) ? here('../share') : null;
const REPOSITORY = here('../../../');

/** Where a file of the repository lies here. */
const shipped = (name: string): string => path.join(SHARED ?? REPOSITORY, name);

/** Version of the program. */
export const { version: VERSION } = JSON.parse(readFileSync(here('../package.json'), 'utf8')) as {
  readonly version: string;
};

/** Real path of the built workspace; null where it is not part of this installation. */
export const workspaceFolder = (): string | null => {
  const folder = here('../../workspace/dist');
  return existsSync(path.join(folder, 'index.html')) ? realpathSync(folder) : null;
};

/** Definitions and rules that a reader of the data needs (Markdown). */
export const METHODOLOGY = shipped('docs/METHODOLOGY.md');

/** The reports of the example. */
export const EXAMPLE_REPORTS = shipped('episodes/hajin-2018/reports');

/** Where the example case is made: in a clone beside what is built, else where this account keeps data of programs. */
export const exampleFolder = (): string =>
  SHARED === null ? path.join(REPOSITORY, 'out/example') : path.join(envPaths('isnad', { suffix: '' }).data, 'example');
