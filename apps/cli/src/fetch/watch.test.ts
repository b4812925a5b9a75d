import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { createFetcher } from '@isnad/fetch';
import { openCase } from '@isnad/store';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plainStages, runIsnad, temporaryFolder } from '../command-line.fixture.js';
import type { Stages } from '../program.js';

const START = Date.parse('2019-06-01T08:00:00Z');
const MINUTE = 60_000;

// Invented: "A shell fell near the school, number N."
const said = (number: number) => `سقطت قذيفة رقم ${number} قرب المدرسة صباح اليوم ولم ترد أنباء عن إصابات بين السكان.`;

describe('isnad watch', () => {
  let here: ReturnType<typeof temporaryFolder>;
  let folder: string;
  let server: http.Server;
  let host: string;
  let entries: number[];
  let isDown: boolean;
  let asked: string[];
  let clock: number;
  let waited: number[];
  let stages: Stages;
  let ended: AbortController;
  /** Answers a page in the place of the site, where it says so. */
  let instead: ((number: number, response: http.ServerResponse) => boolean) | null;

  beforeEach(async () => {
    here = temporaryFolder();
    folder = path.join(here.folder, 'case');
    await runIsnad(['init', folder]);
    ended = new AbortController();
    instead = null;
    [entries, isDown, asked, clock, waited] = [[1, 2], false, [], START, []];
    server = http.createServer((request, response) => {
      if (request.url !== '/robots.txt') asked.push(request.url!);
      const page = /^\/news\/(\d+)$/.exec(request.url!);
      const tag = `"${entries.join()}"`;
      if (isDown) response.writeHead(500).end();
      else if (request.url === '/feed' && request.headers['if-none-match'] === tag) response.writeHead(304).end();
      else if (request.url === '/feed')
        response
          .writeHead(200, { 'content-type': 'application/rss+xml', etag: tag })
          .end(
            `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>صوت الرصيف</title>${entries
              .map(
                (n) =>
                  `<item><title>نبأ ${n}</title><link>http://${host}/news/${n}</link><guid>${n}</guid><description>${said(n)}</description></item>`,
              )
              .join('')}</channel></rss>`,
          );
      else if (page && instead?.(Number(page[1]), response)) return;
      else if (page)
        response
          .writeHead(200, { 'content-type': 'text/html' })
          .end(
            `<!doctype html><html><body><article><p>${said(Number(page[1]))} وهذا كل ما ورد في الخبر.</p></article></body></html>`,
          );
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    stages = {
      ...plainStages,
      now: () => new Date(clock).toISOString(),
      fetcher: ({ signal }) =>
        createFetcher({ version: '0', named: new Set([host]), limits: { pauseMs: 0 }, ...(signal && { signal }) }),
      // During the fourth wait somebody presses Ctrl-C.
      ending: () => ({
        signal: ended.signal,
        wait: async (ms) => {
          waited.push(ms);
          clock += ms;
          if (waited.length === 2) entries.unshift(3);
          if (waited.length === 4) ended.abort();
        },
      }),
    };
  });
  afterEach(async () => {
    await new Promise((resolve) => server.close(resolve));
    here.remove();
  });

  const watch = (...args: readonly string[]) => runIsnad(['watch', folder, ...args], { stages });
  const kept = async () => {
    const store = await openCase(folder);
    const reports = await store.reports.list();
    await store.close();
    return reports.map(({ url }) => url).sort();
  };
  const news = (...numbers: readonly number[]) => numbers.map((n) => `http://${host}/news/${n}`);

  it('looks once, and takes in each entry once', async () => {
    const first = await watch(`http://${host}/feed`, '--once');
    expect([first.status, first.err]).toEqual([0, expect.stringContaining('/feed: 2 new reports')]);
    expect((await watch('--once')).err).toContain('/feed: 0 new reports');
    entries.unshift(3);
    expect((await watch('--once')).err).toContain('/feed: 1 new reports');
    expect(await kept()).toEqual(news(1, 2, 3));
    expect(asked).toEqual(['/feed', '/feed', '/feed']);
  });

  it('fetches the pages that entries lead to only when it is asked to, each once', async () => {
    expect((await watch(`http://${host}/feed`, '--pages', '--once')).err).toContain('4 new reports, 2 pages fetched');
    entries.unshift(3);
    expect((await watch('--once')).err).toContain('2 new reports, 1 pages fetched');
    expect(asked).toEqual(['/feed', '/news/1', '/news/2', '/feed', '/news/3']);
  });

  it('fetches a page that failed when it is due again, though the feed has not changed', async () => {
    instead = (number, response) => {
      if (number === 2) response.writeHead(500).end();
      return number === 2;
    };
    const first = await watch(`http://${host}/feed`, '--pages', '--once');
    expect(first.err).toContain('3 new reports, 2 pages fetched, 1 pages to be fetched later');
    instead = null;
    expect((await watch('--once')).err).toContain('0 new reports, 1 pages to be fetched later');
    clock += 15 * MINUTE;
    expect((await watch('--once')).err).toMatch(/1 new reports, 1 pages fetched\n/);
    expect(asked).toEqual(['/feed', '/news/1', '/news/2', '/feed', '/feed', '/news/2']);
  });

  it('gives a page up that has failed for long', async () => {
    instead = (_, response) => Boolean(response.writeHead(404).end());
    entries = [1];
    await watch(`http://${host}/feed`, '--pages', '--once');
    const codes: boolean[] = [];
    for (let day = 0; day < 15; day++) {
      clock += 24 * 60 * MINUTE;
      codes.push((await watch('--once')).err.includes('[fetch/given-up]'));
    }
    expect(codes.indexOf(true)).toBe(12);
    expect(asked.filter((one) => one === '/news/1')).toHaveLength(14);
  });

  it('fetches in the next look what is more than one fetches', async () => {
    entries = Array.from({ length: 203 }, (_, n) => n + 1);
    const first = await watch(`http://${host}/feed`, '--pages', '--once');
    expect(first.err).toContain('403 new reports, 200 pages fetched, 3 pages to be fetched later');
    expect((await watch('--once')).err).toContain('3 new reports, 3 pages fetched\n');
  });

  it('ends in the middle of a look, and goes on with its pages the next time', async () => {
    instead = (number) => {
      // The page never comes: somebody presses Ctrl-C.
      if (number === 2) ended.abort();
      return number === 2;
    };
    const first = await watch(`http://${host}/feed`, '--pages');
    expect([first.status, waited]).toEqual([0, []]);
    expect(await kept()).toHaveLength(3);
    [instead, ended] = [null, new AbortController()];
    expect((await watch('--once')).err).toContain('1 new reports, 1 pages fetched\n');
    expect(asked).toEqual(['/feed', '/news/1', '/news/2', '/feed', '/news/2']);
  });

  it('keeps its rhythm until it is ended', async () => {
    const { err } = await watch(`http://${host}/feed`, '--every', '30');
    expect(waited).toEqual([30 * MINUTE, 30 * MINUTE, 30 * MINUTE, 30 * MINUTE]);
    expect(err.match(/(\d) new reports/g)).toEqual([
      '2 new reports',
      '0 new reports',
      '1 new reports',
      '0 new reports',
    ]);
  });

  it('asks a feed that fails less and less, and as before once it answers', async () => {
    isDown = true;
    const failing = await watch(`http://${host}/feed`, '--every', '30');
    expect([failing.status, failing.err]).toEqual([1, expect.stringContaining('[fetch/robots-unknown]')]);
    expect(waited).toEqual([60 * MINUTE, 120 * MINUTE, 240 * MINUTE, 480 * MINUTE]);
    isDown = false;
    ended = new AbortController();
    waited.length = 0;
    await watch();
    expect(waited.at(-1)).toBe(30 * MINUTE);
  });

  it('forgets a feed, and says so when there is none to watch', async () => {
    await watch(`http://${host}/feed`, '--once');
    await watch('--forget', `http://${host}/feed`);
    const { status, err } = await watch('--once');
    expect([status, err]).toEqual([1, expect.stringContaining('[cli/no-feeds]')]);
    expect(await kept()).toEqual(news(1, 2));
  });
});
