import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CASE, CLAIMS } from './case.fixture.js';
import { anchor } from './dossier/dossierCase.js';
import { publish } from './publish.js';

const without = (process.env.ISNAD_WITHOUT ?? '').split(',');
const executable = process.env.CHROMIUM ?? '/usr/bin/chromium';

interface Opened {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Requests to anything but the file itself and what is embedded in it. */
  readonly requests: readonly string[];
  readonly errors: readonly string[];
}

describe.skipIf(without.includes('browser'))('the dossier in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'isnad-dossier-'));
  const address = pathToFileURL(join(folder, 'index.html')).href;
  let browser: Browser;

  beforeAll(async () => {
    if (!existsSync(executable))
      throw new Error(`no Chromium at ${executable}; set CHROMIUM to one, or ISNAD_WITHOUT=browser to go without`);
    writeFileSync(join(folder, 'index.html'), publish(CASE).get('index.html')!);
    browser = await chromium.launch({ executablePath: executable, args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = async (locale: string, width = 1280): Promise<Opened> => {
    const context = await browser.newContext({ locale, viewport: { width, height: 900 } });
    const page = await context.newPage();
    const requests: string[] = [];
    const errors: string[] = [];
    page.on('request', (request) => {
      if (request.url() !== address && !request.url().startsWith('data:')) requests.push(request.url());
    });
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') errors.push(message.text());
    });
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(address);
    await page.evaluate(() => document.fonts.ready);
    return { page, context, requests, errors };
  };

  it.each([
    ['ar', 'rtl', 'غارة جوية'],
    ['en', 'ltr', 'Air strike'],
  ])('opens from disk in %s (%s), asks no host for anything, and draws itself', async (language, direction, strike) => {
    const { page, context, requests, errors } = await open(language);
    expect(await page.getAttribute('html', 'lang')).toBe(language);
    expect(await page.getAttribute('html', 'dir')).toBe(direction);
    expect(await page.locator('.incident h3').first().getByText(strike).isVisible()).toBe(true);
    for (const drawing of ['svg.timeline', 'svg.map', 'svg.steps', '.hold']) {
      const box = await page.locator(drawing).first().boundingBox();
      expect(box!.width * box!.height, drawing).toBeGreaterThan(500);
    }
    expect(await page.locator('.spot').count()).toBeGreaterThan(0);
    expect(await page.evaluate(() => document.fonts.check('16px Isnad', 'سلام'))).toBe(true);
    expect(requests).toEqual([]);
    expect(errors).toEqual([]);
    await context.close();
  });

  it('is no wider than a telephone', async () => {
    for (const language of ['ar', 'en']) {
      const { page, context } = await open(language, 390);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      await context.close();
    }
  });

  it('lets the keyboard reach the language switch and switch it', async () => {
    const { page, context } = await open('ar');
    const english = page.locator('button[data-language="en"]');
    for (let i = 0; i < 5 && !(await english.evaluate((b) => b === document.activeElement)); i++)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    expect(await english.getAttribute('aria-pressed')).toBe('true');
    expect(await page.locator('h2#incidents-title').getByText('Incidents').isVisible()).toBe(true);
    await context.close();
  });

  it('lets the keyboard reach an incident, its words, and their place in the report', async () => {
    const { page, context } = await open('en');
    await page.locator('.contents a[href="#incidents"]').focus();
    await page.keyboard.press('Enter');
    const summary = page.locator('.incident summary').first();
    for (let i = 0; i < 12 && !(await summary.evaluate((s) => s === document.activeElement)); i++)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.locator('.incident details').first().getAttribute('open')).not.toBeNull();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => decodeURIComponent(location.hash))).toBe(`#${anchor('claim', CLAIMS.strike.id)}`);
    expect(await page.locator('.m.lit').first().textContent()).toContain('غارة');
    await context.close();
  });

  it('filters incidents by words in any spelling, by type and by dispute', async () => {
    const { page, context } = await open('ar');
    const shown = () => page.locator('.incident:visible').count();
    expect(await shown()).toBe(CASE.record.incidents.length);
    await page.fill('input[name="text"]', 'الرمانه');
    expect(await shown()).toBe(1);
    await page.click('button[type="reset"]');
    await page.selectOption('select[name="type"]', 'shelling');
    expect(await shown()).toBe(1);
    await page.click('button[type="reset"]');
    await page.check('input[name="disputed"]');
    expect(await shown()).toBe(2);
    expect(await page.locator('[data-shown]').textContent()).toBe('2');
    await context.close();
  });

  it('opens its evidence for print', async () => {
    const { page, context } = await open('en');
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    expect(await page.locator('details:not([open])').count()).toBe(0);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    expect(await page.locator('details[open]').count()).toBe(0);
    await context.close();
  });
});
