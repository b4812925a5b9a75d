import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { createFetcher } from '@isnad/fetch';
import { openCase } from '@isnad/store';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plainStages, runIsnad, temporaryFolder } from '../command-line.fixture.js';
import type { Stages } from '../program.js';
import { nameOfAddress } from './name.js';

// Invented: "A shell fell near the school." and its correction, "Two shells …".
const PAGE = (text: string) =>
  `<!doctype html><html lang="ar"><head><title>نبأ</title></head><body><article><p>${text}</p></article></body></html>`;
const SHELL = 'سقطت قذيفة قرب المدرسة صباح اليوم ولم ترد أنباء عن إصابات بين السكان في الحي.';
const TWO = 'سقطت قذيفتان قرب المدرسة صباح اليوم ولم ترد أنباء عن إصابات بين السكان في الحي.';

/** The program with a fetcher that makes no pauses. */
const stages: Stages = {
  ...plainStages,
  fetcher: ({ allowHost = [] }) =>
    createFetcher({ version: '0', named: new Set(allowHost), limits: { pauseMs: 0, totalMs: 5000 } }),
};

describe('fetching into a case', () => {
  let here: ReturnType<typeof temporaryFolder>;
  let folder: string;
  let server: http.Server;
  let host: string;
  let pages: Map<string, { readonly body: string; readonly etag?: string; readonly type?: string }>;
  let asked: string[];
  beforeEach(async () => {
    here = temporaryFolder();
    folder = path.join(here.folder, 'case');
    await runIsnad(['init', folder]);
    pages = new Map();
    asked = [];
    server = http.createServer((request, response) => {
      const page = pages.get(request.url!);
      if (!page) response.writeHead(404).end();
      else if (page.etag !== undefined && request.headers['if-none-match'] === page.etag) response.writeHead(304).end();
      else
        response
          .writeHead(200, { 'content-type': page.type ?? 'text/html', ...(page.etag ? { etag: page.etag } : {}) })
          .end(page.body);
      asked.push(`${request.url} ${response.statusCode}`);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(async () => {
    await new Promise((resolve) => server.close(resolve));
    here.remove();
  });

  const add = (...sources: readonly string[]) => runIsnad(['add', folder, ...sources], { stages });
  const kept = async () => {
    const store = await openCase(folder);
    try {
      const [reports, custody] = [await store.reports.list(), await store.custody.list()];
      return { reports, fetches: custody.filter(({ what }) => what === 'fetch'), versions: store.reports.versions };
    } finally {
      await store.close();
    }
  };

  it('takes in a page with its address, asks only whether it changed, and keeps what it became', async () => {
    const url = `http://${host}/news/1?id=7`;
    pages.set('/news/1?id=7', { body: PAGE(SHELL), etag: '"1"' });
    expect((await add(url, '--allow-host', host)).err).toContain('1 files, 0 of them known: 1 new reports');
    expect((await add(url, '--allow-host', host)).err).toContain('0 files');
    pages.set('/news/1?id=7', { body: PAGE(TWO), etag: '"2"' });
    expect((await add(url, '--allow-host', host)).err).toContain('1 new reports; 2 in');
    expect(asked).toEqual([
      '/robots.txt 404',
      '/news/1?id=7 200',
      '/robots.txt 404',
      '/news/1?id=7 304',
      '/robots.txt 404',
      '/news/1?id=7 200',
    ]);
    const { reports, fetches } = await kept();
    expect(reports.map((report) => report.url)).toEqual([url, url]);
    expect(fetches).toHaveLength(2);
    expect(JSON.stringify(fetches)).not.toContain('news');
    const store = await openCase(folder);
    expect((await store.reports.versions(url)).map(({ number }) => number)).toEqual([1, 2]);
    await store.close();
  });

  it('refuses this machine and its network unless it is named, and goes on with the rest', async () => {
    pages.set('/a', { body: PAGE(SHELL) });
    const text = here.write('text.txt', SHELL);
    const { status, err } = await add(`http://${host}/a`, 'http://169.254.169.254/latest', text);
    expect(status).toBe(1);
    expect(err.match(/\[fetch\/private-address\]/g)).toHaveLength(2);
    expect(err).toContain('1 new reports; 1 in');
    expect(asked).toEqual([]);
  });

  it('fetches the addresses of a list only when it is asked to', async () => {
    for (const name of ['a', 'b']) pages.set(`/${name}`, { body: PAGE(`${SHELL} ${name}`) });
    const list = here.write('list.txt', `# للمراجعة\nhttp://${host}/a\nhttp://${host}/b # قديم\nhttp://${host}/gone\n`);
    const without = await add(list, '--allow-host', host);
    expect([without.status, asked]).toEqual([1, []]);
    expect(without.err).toContain('[archive/not-fetched]');
    const { status, err } = await add(list, '--fetch', '--allow-host', host);
    expect(status).toBe(1);
    expect(err).toMatch(/\/gone: error: The host answers 404 .*\[fetch\/status\]/);
    expect(err).toContain('2 new reports; 2 in');
  });

  it('fetches again what was fetched but not taken in', async () => {
    pages.set('/a', { body: PAGE(SHELL), etag: '"1"' });
    const torn: Stages = {
      ...stages,
      caseStages: () => ({
        ...plainStages.caseStages(),
        read: () => {
          throw new Error('killed');
        },
      }),
    };
    expect((await runIsnad(['add', folder, `http://${host}/a`, '--allow-host', host], { stages: torn })).status).toBe(
      1,
    );
    expect((await kept()).reports).toEqual([]);
    expect((await add(`http://${host}/a`, '--allow-host', host)).err).toContain('1 new reports; 1 in');
    expect(asked.filter((line) => line.startsWith('/a'))).toEqual(['/a 200', '/a 200']);
  });
});

describe('the name of an address', () => {
  it.each([
    ['https://rasif.example/', 'text/html; charset=utf-8', 'rasif.example/index.html'],
    ['https://rasif.example/news/1.html', 'text/html', 'rasif.example/news/1.html'],
    ['https://rasif.example/%D9%86%D8%A8%D8%A3', 'text/html', 'rasif.example/نبأ.html'],
    ['https://rasif.example/feed', 'application/rss+xml', 'rasif.example/feed.xml'],
    ['https://rasif.example/a/../../x', null, 'rasif.example/x'],
    ['https://rasif.example/%2e%2e%2f%2e%2e%2fetc%2fpasswd', null, 'rasif.example/etc/passwd'],
    ['https://rasif.example/a%E2%80%AEgpj.exe', null, 'rasif.example/agpj.exe'],
  ])('%s is %s', (address, type, name) => {
    expect(nameOfAddress(address, type)).toBe(name);
  });

  it('tells queries apart and is the same each time', () => {
    const [one, two] = ['id=1', 'id=2'].map((query) => nameOfAddress(`https://rasif.example/n?${query}`, 'text/html'));
    expect(one).toMatch(/^rasif\.example\/n~[0-9a-f]{8}\.html$/);
    expect(one).not.toBe(two);
  });
});
