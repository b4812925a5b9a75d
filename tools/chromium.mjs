// Finds a Chromium for the browser tests; as root on Debian it installs one.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { installPackage, isDebian, lineFor } from './debian.mjs';

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

/** A Chromium, installed if that can be done here; else what a person has to run. */
export const ensureChromium = () => {
  if (!findChromium()) installPackage('chromium', 'Chromium');
  const found = findChromium();
  if (found) return { chromium: found, advice: null };
  const line = isDebian() ? lineFor('chromium') : 'install Chromium or Chrome, or set CHROMIUM to its path';
  return { chromium: null, advice: `no Chromium was found. Run: ${line}` };
};
