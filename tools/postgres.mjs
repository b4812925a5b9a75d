// Finds PostgreSQL's programs for the tests of the team's store; as root on Debian it installs them.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { installPackage, isDebian, lineFor } from './debian.mjs';

const DEBIAN = '/usr/lib/postgresql';
/** The oldest that is tested, which is Debian 12's. */
const OLDEST = 15;

/** Folder of `initdb` on this machine: `POSTGRES_BIN`, else Debian's newest, else one on the path; null when there is none. */
export const findPostgres = () => {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).filter((name) => Number(name) >= OLDEST) : [];
  const candidates = [
    process.env.POSTGRES_BIN ?? '',
    ...versions.sort((a, b) => Number(b) - Number(a)).map((version) => path.join(DEBIAN, version, 'bin')),
    ...(process.env.PATH ?? '').split(path.delimiter),
  ];
  return candidates.find((folder) => folder !== '' && existsSync(path.join(folder, 'initdb'))) ?? null;
};

/** PostgreSQL, installed if that can be done here; else what a person has to run. */
export const ensurePostgres = () => {
  if (!findPostgres()) installPackage('postgresql', 'PostgreSQL');
  const found = findPostgres();
  if (found) return { postgres: found, advice: null };
  const line = isDebian()
    ? lineFor('postgresql')
    : `install PostgreSQL ${OLDEST} or newer, or set POSTGRES_BIN to the folder of its initdb`;
  return { postgres: null, advice: `no PostgreSQL was found. Run: ${line}` };
};
