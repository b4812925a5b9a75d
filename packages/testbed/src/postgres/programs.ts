import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const DEBIAN = '/usr/lib/postgresql';

/** Folder of `initdb` and `postgres`: `POSTGRES_BIN`, else Debian's newest, else one on the path. */
export const postgresPrograms = (): string => {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  const candidates = [
    process.env.POSTGRES_BIN ?? '',
    ...versions.map((version) => path.join(DEBIAN, version, 'bin')),
    ...(process.env.PATH ?? '').split(path.delimiter),
  ];
  const found = candidates.find((folder) => folder !== '' && existsSync(path.join(folder, 'initdb')));
  if (found) return found;
  throw new Error('no PostgreSQL was found; set POSTGRES_BIN to the folder of initdb, or ISNAD_WITHOUT=postgres');
};

/** Who runs the server: it refuses to be root. */
export const serverAccount = (): { readonly uid: number; readonly gid: number } | null => {
  if (process.getuid?.() !== 0) return null;
  const accounts = readFileSync('/etc/passwd', 'utf8').split('\n');
  const line = ['postgres', 'nobody'].flatMap((name) => accounts.filter((one) => one.startsWith(`${name}:`)))[0];
  if (line === undefined) throw new Error('PostgreSQL refuses to run as root, and no account postgres is here');
  const [, , uid, gid] = line.split(':');
  return { uid: Number(uid), gid: Number(gid) };
};
