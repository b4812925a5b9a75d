// Looks at every screen of the workspace over the example: pictures in both languages, on a desk and a telephone, in the
// light and in the dark, for whoever changes it.
//   node tools/screens.mjs            all of them, into out/screens
//   node tools/screens.mjs --docs     those that the documentation shows, into docs/images/workspace
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { ensureChromium } from './chromium.mjs';
import { root, setUp } from './setup.mjs';

const PORT = 4759;
const ADDRESS = `http://127.0.0.1:${PORT}`;
const SIZES = { desk: { width: 1440, height: 900 }, telephone: { width: 390, height: 844 } };

setUp();
const { chromium: executablePath, advice } = ensureChromium();
if (!executablePath) {
  console.error(`screens: ${advice}`);
  process.exit(1);
}

const home = mkdtempSync(path.join(tmpdir(), 'isnad-screens-'));
const program = path.join(root, 'bin/isnad.js');
const folder = path.join(home, 'hajin-2018');
for (const args of [
  ['init', folder],
  ['add', folder, path.join(root, 'episodes/hajin-2018/reports')],
])
  if (spawnSync(process.execPath, [program, ...args], { stdio: 'inherit' }).status !== 0) process.exit(1);
const server = spawn(process.execPath, [program, 'serve', folder, '--port', String(PORT)], { stdio: 'inherit' });

const answer = async (resource) => {
  for (let tries = 0; tries < 240; tries++) {
    const response = await fetch(`${ADDRESS}/api/${resource}`).catch(() => null);
    if (response?.ok) return response.json();
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error('the server does not answer');
};

const idOf = (item) => encodeURIComponent(item.id);
const post = (resource, body) =>
  fetch(`${ADDRESS}/api/${resource}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });

/** Screens by name; the example gets a few decisions and two releases first, so that none is empty. */
const screens = async () => {
  const incidents = (await answer('incidents?sort=-reports')).items;
  const strike = await answer(`incidents/${idOf(incidents[0])}`);
  const figure = strike.figures.flatMap(({ said }) => said)[0];
  await post('releases', { by: 'Salma', note: 'First release' });
  await post('decisions', {
    kind: 'correct',
    about: [figure.claim],
    value: { min: 12, max: 12 },
    reason: 'The outlet corrected it the day after.',
    by: 'Salma',
  });
  await post('decisions', {
    kind: 'grade',
    about: [strike.id],
    value: { grade: 'fair' },
    reason: 'Two roots.',
    by: 'Nadia',
  });
  await new Promise((resolve) => setTimeout(resolve, 6000));
  await post('releases', { by: 'Salma', note: 'A corrected figure' });
  const place = (await answer('places?limit=1')).items[0];
  return {
    overview: '/',
    queue: '/queues/look-alikes',
    incidents: '/incidents',
    incident: `/incidents/${idOf(strike)}`,
    reports: '/reports',
    report: `/reports/${encodeURIComponent(figure.report)}?claim=${encodeURIComponent(figure.claim)}`,
    tolls: '/tolls',
    places: '/places?on=2018-12-10',
    place: `/places/${idOf(place)}`,
    actors: '/actors',
    sources: '/sources',
    people: '/people',
    search: `/search?q=${encodeURIComponent('هجين')}`,
    decisions: '/decisions',
    publish: '/publish?from=1&to=2',
  };
};

/** Waits until nothing is on its way any more, and the map is drawn. */
const rest = async (page) => {
  await page.evaluate(() => document.fonts.ready);
  await page.waitForFunction(() => !/يُحمَّل…|Loading…/.test(document.querySelector('main')?.textContent ?? ''));
  await page.waitForTimeout(900);
};

/** For the documentation: one picture of each screen, languages and light by turns. */
const DOCS = [
  'overview',
  'incidents',
  'incident',
  'report',
  'tolls',
  'places',
  'actors',
  'sources',
  'people',
  'search',
  'decisions',
  'publish',
];

const everyWay = function* (names) {
  for (const size of Object.keys(SIZES))
    for (const locale of ['ar', 'en'])
      for (const colorScheme of ['light', 'dark']) for (const name of names) yield { name, size, locale, colorScheme };
};

try {
  const all = await screens();
  const forDocs = process.argv.includes('--docs');
  const out = path.join(root, forDocs ? 'docs/images/workspace' : 'out/screens');
  mkdirSync(out, { recursive: true });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const wanted = forDocs
    ? DOCS.map((name, i) => ({
        name,
        size: 'desk',
        locale: i % 2 === 0 ? 'ar' : 'en',
        colorScheme: i % 5 === 3 ? 'dark' : 'light',
      }))
    : [...everyWay(Object.keys(all))];
  for (const { name, size, locale, colorScheme } of wanted) {
    const context = await browser.newContext({ locale, colorScheme, viewport: SIZES[size] });
    const page = await context.newPage();
    await page.goto(ADDRESS + all[name]);
    await rest(page);
    const file = forDocs ? `${name}.jpg` : `${name}-${size}-${locale}-${colorScheme}.png`;
    await page.screenshot({ path: path.join(out, file), ...(forDocs ? { type: 'jpeg', quality: 76 } : {}) });
    await context.close();
  }
  await browser.close();
  console.log(`screens: ${wanted.length} pictures in ${path.relative(root, out)}`);
} finally {
  server.kill('SIGINT');
  server.once('exit', () => rmSync(home, { recursive: true, force: true }));
}
