import { existsSync } from 'node:fs';
import { isPostgresWanted } from '@isnad/testbed';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeSource, serious } from './axe.fixture.js';
import { type ServedWorkspace, serveTeamWorkspace } from './served.fixture.js';

const without = (process.env.ISNAD_WITHOUT ?? '').split(',');
const executable = process.env.CHROMIUM ?? '/usr/bin/chromium';
const PASSWORD = 'nine clay lamps glow';
const TELEPHONE = { width: 390, height: 844 };
const DESK = { width: 1440, height: 900 };

describe.skipIf(without.includes('browser') || !isPostgresWanted)('a team’s server in a browser', () => {
  let served: ServedWorkspace;
  const nobody = { workers: 0, waiting: 0, running: 0, done: 13, set_aside: 0 };
  let work = nobody;
  let browser: Browser;
  let axe: string;
  beforeAll(async () => {
    if (!existsSync(executable))
      throw new Error(`no Chromium at ${executable}; set CHROMIUM, or ISNAD_WITHOUT=browser`);
    [served, browser, axe] = await Promise.all([
      serveTeamWorkspace(PASSWORD, async () => work),
      chromium.launch({ executablePath: executable, args: ['--no-sandbox'] }),
      axeSource(),
    ]);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await served?.end();
  });

  const open = async (
    locale: 'ar' | 'en',
    dark = false,
  ): Promise<{ page: Page; context: BrowserContext; faults: string[] }> => {
    const context = await browser.newContext({ locale, viewport: DESK, colorScheme: dark ? 'dark' : 'light' });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(served.address)) faults.push(`asks ${request.url()}`);
    });
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) faults.push(message.text());
    });
    page.on('pageerror', (error) => faults.push(error.message));
    return { page, context, faults };
  };

  const signIn = async (page: Page, name: string): Promise<void> => {
    await page.waitForSelector('input[name=name]');
    await page.fill('input[name=name]', name);
    await page.fill('input[name=password]', PASSWORD);
    await page.keyboard.press('Enter');
  };

  const isWhole = async (page: Page): Promise<readonly string[]> => {
    await page.evaluate(axe);
    const wrong = [...(await serious(page))];
    await page.setViewportSize(TELEPHONE);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > TELEPHONE.width) wrong.push(`is ${width} wide on a telephone`);
    await page.setViewportSize(DESK);
    return wrong;
  };

  it.each([
    ['ar', 'rtl', false, 'قضاياك'],
    ['en', 'ltr', true, 'Your cases'],
  ] as const)('in %s: signs in from the keyboard, lists cases, signs out', async (locale, direction, dark, title) => {
    const { page, context, faults } = await open(locale, dark);
    await page.goto(served.address);
    await page.waitForSelector('form');
    expect(await page.getAttribute('html', 'dir')).toBe(direction);
    expect(await isWhole(page)).toEqual([]);
    // From the top of the page by Tab alone: bar, languages, light, name, password, the button.
    for (let presses = 0; presses < 12; presses++) {
      await page.keyboard.press('Tab');
      if ((await page.evaluate(() => document.activeElement?.getAttribute('name'))) === 'name') break;
    }
    await page.keyboard.type('reader');
    await page.keyboard.press('Tab');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.team-cases');
    expect(await page.textContent('h1')).toBe(title);
    expect(await isWhole(page)).toEqual([]);
    // Somebody who changes the password stays in, and signs in with it from then on.
    await page.click('.team-password summary');
    await page.fill('input[name=password]', PASSWORD);
    for (const name of ['next', 'again']) await page.fill(`input[name=${name}]`, `${PASSWORD} ${locale}`);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.team-password .soft');
    expect(await isWhole(page)).toEqual([]);
    await page.fill('input[name=password]', `${PASSWORD} ${locale}`);
    for (const name of ['next', 'again']) await page.fill(`input[name=${name}]`, PASSWORD);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.inputValue('input[name=next]')).toBe('');
    await page.click('.team-out button');
    // A form alone would be that of the password, on the page that is about to be left.
    await page.waitForSelector('input[name=name]');
    expect((await page.request.get(`${served.address}/api/account`)).status()).toBe(401);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('leads to where somebody wanted to go, and works there as it does at /', async () => {
    const { page, context, faults } = await open('en');
    await page.goto(`${served.address}/cases/hajin/incidents?type=air-strike`);
    await signIn(page, 'editor');
    await page.waitForURL(`${served.address}/cases/hajin/incidents?type=air-strike`);
    for (const [key, path] of [
      ['r', '/reports'],
      ['d', '/decisions'],
      ['x', '/publish'],
      ['o', '/'],
    ] as const) {
      await page.waitForSelector('main h1');
      await page.keyboard.press('g');
      await page.keyboard.press(key);
      await page.waitForURL(`${served.address}/cases/hajin${path}`);
    }
    await page.click('nav a[href="/cases/hajin/reports"]');
    await page.click('main a[href^="/cases/hajin/reports/"]');
    await page.waitForURL(/\/cases\/hajin\/reports\/.+/);
    // Nobody is asked for a name who has signed in with one.
    await page.waitForSelector('.bar-account');
    expect(await page.textContent('.bar-account')).toBe('The editor');
    expect(await isWhole(page)).toEqual([]);
    await page.click('.bar-account');
    await page.waitForSelector('.team-cases');
    expect(faults).toEqual([]);
    // A session that ended elsewhere leads to signing in, and from there back.
    await page.goto(`${served.address}/cases/hajin/reports?sort=path`);
    await page.waitForSelector('main h1');
    // In one step, as the page itself may ask for something meanwhile and lead to signing in before the click.
    const ended = await page.evaluate(async () => {
      const link = document.querySelector<HTMLElement>('nav a[href="/cases/hajin/tolls"]');
      const headers = { 'content-type': 'application/json' };
      const { status } = await fetch('/api/session/end', { method: 'POST', headers, body: '{}' });
      link?.click();
      return status;
    });
    expect(ended).toBe(201);
    await page.waitForSelector('input[name=password]');
    await signIn(page, 'editor');
    await page.waitForURL(`${served.address}/cases/hajin/tolls`);
    await context.close();
  });

  it('says that there is no such case, whether there is one or not', async () => {
    const { page, context } = await open('en');
    await page.goto(served.address);
    await signIn(page, 'coder');
    await page.waitForSelector('.team-cases');
    await page.goto(`${served.address}/cases/elsewhere/incidents`);
    await page.waitForSelector('.warn-text');
    expect(await page.textContent('.warn-text')).toContain('no such case');
    await context.close();
  });

  it('shows how far workers have come, while they do', async () => {
    const { page, context, faults } = await open('en');
    await page.goto(`${served.address}/cases/hajin/`);
    await signIn(page, 'reader');
    await page.waitForSelector('main h1');
    expect(await page.locator('.at-work').count()).toBe(0);
    const told = () => page.locator('.at-work dd').allTextContents();
    work = { workers: 2, waiting: 1_250, running: 2, done: 13, set_aside: 1 };
    await expect.poll(told, { timeout: 20_000 }).toEqual(['1,250', '2', '13', '1', '2']);
    expect(await isWhole(page)).toEqual([]);
    work = { ...work, workers: 0, running: 0 };
    await page.waitForSelector('#at-work ~ .note-box');
    work = nobody;
    await expect.poll(told, { timeout: 20_000 }).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('lets a reader look and a coder decide, in the name that they signed in with', async () => {
    const decide = async (name: 'reader' | 'coder'): Promise<string> => {
      const { page, context, faults } = await open('en');
      await page.goto(`${served.address}/cases/hajin/queues/disputes`);
      await signIn(page, name);
      await page.waitForSelector('.bar-account');
      await page.waitForSelector('main .task, main article, main li');
      await page.keyboard.press('a');
      await page.waitForSelector('.toast, dialog[open]');
      const text = await page.textContent('.toast, dialog[open]');
      await page.goto(`${served.address}/cases/hajin/publish`);
      await page.waitForSelector('text=made by publishers');
      expect(faults).toEqual([]);
      await context.close();
      return text ?? '';
    };
    expect(await decide('reader')).toContain('You look at this case');
    expect(await decide('coder')).not.toContain('You look at this case');
    await served.settled();
  });
});
