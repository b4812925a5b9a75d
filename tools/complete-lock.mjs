// Completes package-lock.json after `npm install` against a registry that lacks some platforms' packages:
// npm leaves such optional packages out of the lock, and `npm ci` then refuses it. Their names tell their
// platform; nothing of them is fetched elsewhere. Run it after every change of dependencies.
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));

/** The lock entry that npm would write for an optional package of another platform. */
const entryFor = (name, version) => {
  const os = /(?:^|[-/])(android|darwin|linux|win32|freebsd|openharmony)-/.exec(name)?.[1];
  const cpu = /-(arm64|x64|ia32|ppc64|riscv64|s390x|arm)(?:-|$)/.exec(name)?.[1];
  const libc = name.includes('musl') ? 'musl' : name.includes('gnu') ? 'glibc' : undefined;
  return {
    version,
    ...(cpu ? { cpu: [cpu] } : {}),
    dev: true,
    optional: true,
    ...(os ? { os: [os] } : {}),
    ...(libc ? { libc: [libc] } : {}),
  };
};

const added = [];
for (const [path, entry] of Object.entries(lock.packages))
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const places = [`node_modules/${name}`, `${path}/node_modules/${name}`];
    if (places.some((place) => lock.packages[place])) continue;
    lock.packages[places[0]] = entryFor(name, version);
    added.push(`${name}@${version}`);
  }
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length > 0 ? `added ${added.length}: ${added.join(' ')}` : 'the lock is complete');
