import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeSource, serious } from './axe.fixture.js';
import { type ServedWorkspace, serveWorkspace } from './served.fixture.js';

const without = (process.env.ISNAD_WITHOUT ?? '').split(',');
const executable = process.env.CHROMIUM ?? '/usr/bin/chromium';

const DESK = { width: 1440, height: 900 };
const TELEPHONE = { width: 390, height: 844 };
/** A walk over all screens takes about 10 s on a machine at rest. */
const WALK_MS = 240_000;

const SCREENS = [
  '/',
  '/queues/disputes',
  '/queues/look-alikes',
  '/incidents',
  '/reports',
  '/tolls',
  '/places',
  '/actors',
  '/sources',
  '/people',
  '/decisions',
  '/publish',
  '/search?q=%D9%87%D8%AC%D9%8A%D9%86',
] as const;

interface Opened {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Requests to another host, and refusals of the policy or of the page itself. */
  readonly faults: readonly string[];
}

describe.skipIf(without.includes('browser'))('the workspace in a browser', () => {
  let served: ServedWorkspace;
  let browser: Browser;
  let axe: string;

  beforeAll(async () => {
    if (!existsSync(executable))
      throw new Error(`no Chromium at ${executable}; set CHROMIUM to one, or ISNAD_WITHOUT=browser to go without`);
    [served, browser, axe] = await Promise.all([
      serveWorkspace(),
      chromium.launch({ executablePath: executable, args: ['--no-sandbox'] }),
      axeSource(),
    ]);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.end();
  });

  const open = async (locale: 'ar' | 'en', dark = false): Promise<Opened> => {
    const context = await browser.newContext({ locale, viewport: DESK, colorScheme: dark ? 'dark' : 'light' });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(served.address) && !/^(?:data|blob):/.test(url)) faults.push(`asks ${url}`);
    });
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
    });
    page.on('pageerror', (error) => faults.push(error.message));
    return { page, context, faults };
  };

  /** Waits until what was asked for is there. */
  const settled = (page: Page) =>
    page.waitForFunction(() => {
      const main = document.querySelector('main')!;
      const waits = /يُحمَّل…|Loading…/.test(main.textContent ?? '') || main.querySelector('.stale') !== null;
      return main.querySelector('h1') !== null && !waits;
    });

  const visit = async (page: Page, path: string): Promise<void> => {
    await page.goto(served.address + path);
    await settled(page);
  };

  /** Goes on within the page, as a link does. */
  const goOn = async (page: Page, path: string): Promise<void> => {
    await page.evaluate(async (to) => {
      history.pushState(null, '', to);
      dispatchEvent(new PopStateEvent('popstate'));
      for (let i = 0; i < 3; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
    }, path);
    await settled(page);
  };

  const firstOf = async (page: Page, list: 'incidents?sort=-reports' | 'reports'): Promise<string> => {
    const answer = (await (await page.request.get(`${served.address}/api/${list}`)).json()) as {
      items: { id: string }[];
    };
    return `/${list.split('?')[0]}/${encodeURIComponent(answer.items[0]!.id)}`;
  };

  describe.each([
    ['ar', 'rtl', false],
    ['en', 'ltr', true],
  ] as const)('in %s (%s)', (language, direction, dark) => {
    it(
      'shows every screen without a fault, no wider than a telephone; the accessibility checker finds nothing serious',
      async () => {
        const { page, context, faults } = await open(language, dark);
        const found: Record<string, readonly string[]> = {};
        await visit(page, '/');
        // The checker is handed over by the debugger: the page's own policy would not let it in.
        await page.evaluate(axe);
        for (const path of [
          ...SCREENS,
          await firstOf(page, 'incidents?sort=-reports'),
          await firstOf(page, 'reports'),
        ]) {
          await goOn(page, path);
          expect(await page.getAttribute('html', 'dir')).toBe(direction);
          const wrong = await serious(page);
          if (wrong.length > 0) found[path] = wrong;
          await page.setViewportSize(TELEPHONE);
          await page.waitForTimeout(50);
          const width = await page.evaluate(() => document.documentElement.scrollWidth);
          if (width > TELEPHONE.width) found[`${path} on a telephone`] = [`is ${width} wide`];
          await page.setViewportSize(DESK);
        }
        expect(found).toEqual({});
        expect(faults).toEqual([]);
        await context.close();
      },
      WALK_MS,
    );
  });

  it('goes from screen to screen with two keys, and says where one is', async () => {
    const { page, context } = await open('en');
    await visit(page, '/');
    for (const [key, path, title] of [
      ['i', '/incidents', 'Incidents'],
      ['r', '/reports', 'Reports'],
      ['t', '/tolls', 'Tolls'],
      ['p', '/places', 'Places'],
      ['a', '/actors', 'Actors and framing'],
      ['s', '/sources', 'Sources'],
      ['h', '/people', 'People harmed'],
      ['d', '/decisions', 'Decisions'],
      ['x', '/publish', 'Publish'],
      ['o', '/', 'hajin-2018'],
    ] as const) {
      await page.keyboard.press('g');
      await page.keyboard.press(key);
      await page.waitForFunction((at) => location.pathname === at, path);
      await page.waitForFunction((name) => document.activeElement?.textContent === name, title);
    }
    await page.keyboard.press('?');
    expect(await page.locator('dialog[open] h2').textContent()).toBe('Keys');
    await page.keyboard.press('Escape');
    expect(await page.locator('dialog[open]').count()).toBe(0);
    await context.close();
  });

  it('keeps all filters in the address, and goes back through them', async () => {
    const { page, context } = await open('ar');
    await visit(page, '/incidents?family=air');
    const all = '11 حادثة';
    await page.waitForFunction((count) => document.querySelector('.incidents-head .n')?.textContent === count, all);
    await page
      .getByRole('checkbox', { name: /^التحالف الدولي/ })
      .first()
      .check();
    await page.waitForFunction(() => new URLSearchParams(location.search).get('actor') === 'coalition');
    await page.waitForFunction((before) => document.querySelector('.incidents-head .n')?.textContent !== before, all);
    await page.goBack();
    await page.waitForFunction(() => document.querySelector('.incidents-head .n')?.textContent === '11 حادثة');
    await page.getByRole('slider', { name: 'أول يوم معروض' }).focus();
    // Time runs to the left in Arabic: the left arrow is a day later.
    await page.keyboard.press('ArrowLeft');
    await page.waitForFunction(() => new URLSearchParams(location.search).has('from'));
    await page.getByRole('button', { name: 'أزل الكل' }).click();
    await page.waitForFunction(() => location.search === '');
    await context.close();
  });

  it('moves the map with the keyboard, and filters by a place on it', async () => {
    const { page, context } = await open('en');
    await visit(page, '/incidents');
    await page.getByRole('application').focus();
    for (const key of ['+', 'ArrowLeft', '-', '0', ']']) await page.keyboard.press(key);
    await page.waitForFunction(() =>
      /incidents?$/.test([...document.querySelectorAll('[role=status]')].at(-1)!.textContent ?? ''),
    );
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => new URLSearchParams(location.search).has('place'));
    await context.close();
  });

  it('switches language and light, and remembers both', async () => {
    const { page, context } = await open('ar');
    await visit(page, '/tolls');
    await page.locator('button[data-language="en"]').focus();
    await page.keyboard.press('Enter');
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    await page.getByRole('button', { name: /^Light:/ }).click();
    await page.getByRole('button', { name: /^Light:/ }).click();
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(23, 22, 21)');
    await page.reload();
    await page.waitForSelector('main h1');
    expect(
      await page.evaluate(() => [document.documentElement.lang, document.documentElement.dataset['theme']]),
    ).toEqual(['en', 'dark']);
    await context.close();
  });

  it('lets the keyboard alone correct a figure in a report, and take it back', async () => {
    const { page, context, faults } = await open('en');
    await visit(page, await firstOf(page, 'reports'));
    const total = await page.locator('.no').count();
    let steps = 0;
    const isAt = (n: number) =>
      page
        .waitForFunction((no) => document.querySelector('.no.is-current')?.textContent === String(no), n, {
          timeout: 5000,
        })
        .then(
          () => true,
          () => false,
        );
    do {
      // The page may not listen yet when its first marks stand there.
      do await page.keyboard.press('j');
      while (!(await isAt(steps + 1)));
      steps++;
    } while (steps < total && (await page.locator('.claim-panel .gist > b.n').count()) === 0);
    const before = await page.locator('.claim-panel .gist > b.n').textContent();
    await page.keyboard.press('c');
    await page.waitForSelector('dialog[open]');
    const typed = async (label: string, text: string) => {
      await page.getByLabel(label, { exact: true }).focus();
      await page.keyboard.press('Control+a');
      await page.keyboard.type(text);
    };
    await typed('At least', '19');
    await typed('At most', '21');
    await typed('Reason', 'The body of the report says so.');
    await typed('Your name', 'Salma');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('.claim-panel .gist > b.n')?.textContent === '19–21');
    await page.waitForSelector('dialog', { state: 'hidden' });
    await page.keyboard.press('u');
    await page.waitForFunction(
      (was) => document.querySelector('.claim-panel .gist > b.n')?.textContent === was,
      before,
    );
    await served.settled();
    expect(faults).toEqual([]);
    await context.close();
  });

  it('lets the pointer add a claim from selected words', async () => {
    const { page, context } = await open('ar');
    await visit(page, await firstOf(page, 'reports'));
    const claims = await page.locator('.no').count();
    await page.evaluate(() => {
      const words = [...document.querySelectorAll('.report-text span[data-at]')].findLast(
        (one) => (one.textContent ?? '').trim().length > 12,
      )!;
      const range = document.createRange();
      range.setStart(words.firstChild!, 0);
      range.setEnd(words.firstChild!, 10);
      getSelection()!.removeAllRanges();
      getSelection()!.addRange(range);
    });
    await page.getByRole('button', { name: 'أضف حدثاً' }).click();
    await page.getByLabel('السبب', { exact: true }).fill('فات القارئَ هذا.');
    await page.getByLabel('اسمك', { exact: true }).fill('سلمى');
    await page.getByRole('button', { name: 'قرّر' }).click();
    await page.waitForFunction((n) => document.querySelectorAll('.no').length === n, claims + 1);
    await context.close();
  });

  it('empties a queue from the keyboard', async () => {
    const { page, context } = await open('en');
    await visit(page, '/queues/look-alikes');
    const left = () => page.locator('.task').count();
    const before = await left();
    expect(before).toBeGreaterThan(0);
    await page.keyboard.press('a');
    await page.getByLabel('Your name', { exact: true }).fill('Salma');
    await page.keyboard.press('Enter');
    await page.waitForFunction((n) => document.querySelectorAll('.task').length === n, before - 1);
    for (let rest = before - 2; rest >= 0; rest--) {
      await page.waitForSelector('dialog', { state: 'hidden' });
      await page.keyboard.press('a');
      await page.waitForFunction((n) => document.querySelectorAll('.task').length === n, rest);
    }
    expect(await page.locator('main .empty').textContent()).toBe('This queue is empty.');
    await context.close();
  });
});
