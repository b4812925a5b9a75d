// How soon pixels of the workspace are painted over a large case: the first screen, the list of incidents, ticking a filter,
// a step of the map, and other screens. One JSON object a line, `{"name", "value", "unit"}`, in milliseconds.
//   npm run bench:serve -- --case out/large      keeps such a case, and measures the API
//   node tools/paint.mjs out/large               serves it and measures the pages
import { spawn } from 'node:child_process';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { ensureChromium } from './chromium.mjs';
import { root } from './setup.mjs';

const PORT = 4758;
const ADDRESS = `http://127.0.0.1:${PORT}`;
const SCREENS = ['reports', 'places', 'sources', 'actors', 'tolls', 'queues/disputes'];
/** Ticks of the first check box of each place, and steps of the map. */
const TICKS = 5;
const STEPS = 20;

const folder = process.argv[2];
const { chromium: executablePath, advice } = ensureChromium();
if (!folder || !executablePath) {
  console.error(folder ? `paint: ${advice}` : 'paint: name a case: node tools/paint.mjs CASE');
  process.exit(1);
}
const server = spawn(process.execPath, [path.join(root, 'bin/isnad.js'), 'serve', folder, '--port', String(PORT)], {
  stdio: ['ignore', 'ignore', 'inherit'],
});

const tell = (name, value) =>
  console.log(JSON.stringify({ name: `paint.${name}`, value: Math.round(value), unit: 'ms' }));

const ready = async () => {
  for (let tries = 0; tries < 600; tries++) {
    const response = await fetch(`${ADDRESS}/api/overview`).catch(() => null);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the server does not answer');
};

/** Ticks a box; ms until another count of incidents is painted. */
const tick = (selector) => {
  const count = () => document.querySelector('.incidents-head .n').textContent;
  const before = count();
  const began = performance.now();
  document.querySelector(selector).click();
  return new Promise((resolve) => {
    const look = () =>
      count() === before && performance.now() - began < 5000
        ? requestAnimationFrame(look)
        : requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - began)));
    look();
  });
};

/** One step of the map by its key; ms until two frames are painted. */
const step = (key) => {
  const began = performance.now();
  document.querySelector('.map canvas').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  return new Promise((resolve) =>
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - began))),
  );
};

const worst = (values) => values.reduce((most, one) => Math.max(most, one), 0);

try {
  await ready();
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const page = await browser.newPage({ locale: 'en', viewport: { width: 1440, height: 900 } });
  const timed = async (name, go, seen) => {
    const began = performance.now();
    await go();
    await page.waitForFunction(seen);
    tell(name, performance.now() - began);
  };
  await timed(
    'first-screen',
    () => page.goto(ADDRESS),
    () => document.querySelector('.queues li'),
  );
  await timed(
    'incidents',
    () => page.goto(`${ADDRESS}/incidents`),
    () => document.querySelector('.long-list-row .incident-line'),
  );
  await page.waitForTimeout(2000);
  const ticks = [];
  for (let nth = 1; nth <= TICKS; nth++) {
    ticks.push(await page.evaluate(tick, `ul[aria-label="Place"] li:nth-child(${nth}) input`));
    await page.waitForTimeout(500);
  }
  tell('filter-worst', worst(ticks));
  const steps = [];
  for (let at = 0; at < STEPS; at++) steps.push(await page.evaluate(step, at < STEPS / 2 ? '+' : '-'));
  tell('map-step-worst', worst(steps));
  for (const screen of SCREENS)
    await timed(
      screen,
      () => page.goto(`${ADDRESS}/${screen}`),
      () => document.querySelector('main h1') && !/Loading…/.test(document.querySelector('main').textContent),
    );
  await browser.close();
} finally {
  server.kill();
}
