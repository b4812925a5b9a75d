// What is installed on Debian where that can be done: as root, by apt.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

export const isDebian = () =>
  existsSync('/etc/os-release') && /^ID(?:_LIKE)?=.*(?:debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'));

const installOf = (name) => `apt-get install -y --no-install-recommends ${name}`;

/** What a person runs to install a package of Debian. */
export const lineFor = (name) => `sudo ${installOf(name)}`;

/** Installs a package; does nothing where this is no Debian or not root. */
export const installPackage = (name, title) => {
  if (!isDebian() || process.getuid?.() !== 0) return;
  console.error(`test: installing ${title} (${installOf(name)})`);
  const stdio = ['ignore', 'ignore', 'inherit'];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-q'], { stdio, env });
  spawnSync('apt-get', installOf(name).split(' ').slice(1), { stdio, env });
};
