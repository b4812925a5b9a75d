// Finds a Chromium for the browser tests; as root on Debian it installs one.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Path of a Chromium on this machine: `CHROMIUM`, else one on the path; null when there is none. */
export const findChromium = () => {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const candidates = [
    process.env.CHROMIUM ?? '',
    ...NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))),
    ...APPLICATIONS,
  ];
  return candidates.find((file) => file !== '' && existsSync(file)) ?? null;
};

const isDebian = () =>
  existsSync('/etc/os-release') && /^ID(?:_LIKE)?=.*(?:debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'));

/** A Chromium, installed if that can be done here; else what a person has to run. */
export const ensureChromium = () => {
  const found = findChromium();
  if (found) return { chromium: found, advice: null };
  const install = 'apt-get install -y --no-install-recommends chromium';
  if (isDebian() && process.getuid?.() === 0) {
    console.error(`test: installing Chromium (${install})`);
    const stdio = ['ignore', 'ignore', 'inherit'];
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-q'], { stdio, env });
    spawnSync('apt-get', install.split(' ').slice(1), { stdio, env });
    const installed = findChromium();
    if (installed) return { chromium: installed, advice: null };
  }
  const line = isDebian() ? `sudo ${install}` : 'install Chromium or Chrome, or set CHROMIUM to its path';
  return { chromium: null, advice: `no Chromium was found. Run: ${line}` };
};
