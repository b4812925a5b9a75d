import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { Time } from './rates.js';
import { fetcherFor, type Handler, type Site, site, told } from './site.fixture.js';

const open: Site[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(({ close }) => close()));
});
const page: Handler = (request, response) => void response.end(`page ${request.url}`);
const siteOf = async (handler: Handler = page, robots: Handler | string | null = null): Promise<Site> => {
  const rules: Handler | null = typeof robots === 'string' ? (_, response) => void response.end(robots) : robots;
  const one = await site(handler, rules);
  open.push(one);
  return one;
};

/** A clock that only sleeping moves on; how long was slept. */
const ownTime = (): { readonly time: Time; readonly slept: number[] } => {
  const start = Date.now();
  const slept: number[] = [];
  return {
    slept,
    time: {
      now: () => start + slept.reduce((sum, ms) => sum + ms, 0),
      sleep: async (ms) => {
        slept.push(ms);
      },
    },
  };
};

describe('robots.txt', () => {
  it('is asked for first, once, and obeyed', async () => {
    const one = await siteOf(page, 'User-agent: *\nDisallow: /private\nAllow: /private/open\n');
    const fetcher = fetcherFor(one.port);
    const all = [];
    for (const path of ['/news', '/private/x', '/private/open', '/news'])
      all.push(told(await fetcher.fetch(one.at(path))));
    expect(all).toEqual(['page /news', 'fetch/robots', 'page /private/open', 'page /news']);
    expect(one.asked).toEqual(['/robots.txt', '/news', '/private/open', '/news']);
  });

  it('means this program where it names it', async () => {
    const one = await siteOf(page, 'User-agent: isnad\nDisallow: /\n\nUser-agent: *\nAllow: /\n');
    expect(told(await fetcherFor(one.port).fetch(one.at('/news')))).toBe('fetch/robots');
  });

  it('is asked of every site on the way', async () => {
    const one = await siteOf((request, response) => {
      if (request.headers.host?.startsWith('news'))
        response.writeHead(301, { location: one.at('/there', 'other.example') }).end();
      else page(request, response);
    }, 'User-agent: *\nDisallow: /there\n');
    const named = new Set([`news.example:${one.port}`, `other.example:${one.port}`]);
    expect(told(await fetcherFor(one.port, { named }).fetch(one.at('/here')))).toBe('fetch/robots');
    expect(one.asked).toEqual(['/robots.txt', '/here', '/robots.txt']);
  });

  it.each([
    ['that does not exist allows all', 404, 'page /news'],
    ['that may not be read allows all, as RFC 9309 has it', 403, 'page /news'],
    ['of a site that is down allows nothing', 503, 'fetch/robots-unknown'],
  ])('%s', async (_, status, expected) => {
    const one = await siteOf(page, (__, response) => void response.writeHead(status).end());
    expect(told(await fetcherFor(one.port).fetch(one.at('/news')))).toBe(expected);
  });

  it('without end is cut off and obeyed as far as it was read', async () => {
    const one = await siteOf(page, (_, response) => {
      response.write('User-agent: *\nDisallow: /private\n');
      const more = () => {
        while (!response.destroyed && response.write('# and on\n'.repeat(1000)));
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    });
    const fetcher = fetcherFor(one.port, { limits: { robotsBytes: 10_000 } });
    expect(told(await fetcher.fetch(one.at('/private')))).toBe('fetch/robots');
    expect(told(await fetcher.fetch(one.at('/news')))).toBe('page /news');
  });

  it('that sends on without end allows nothing', async () => {
    const one = await siteOf(page, (_, response) => void response.writeHead(302, { location: '/robots.txt' }).end());
    expect(told(await fetcherFor(one.port).fetch(one.at('/news')))).toBe('fetch/robots-unknown');
  });

  it('is asked again after a day', async () => {
    const one = await siteOf();
    const { time } = ownTime();
    const fetcher = fetcherFor(one.port, { time });
    await fetcher.fetch(one.at('/a'));
    await time.sleep(25 * 3600 * 1000);
    await fetcher.fetch(one.at('/b'));
    expect(one.asked).toEqual(['/robots.txt', '/a', '/robots.txt', '/b']);
  });
});

describe('pauses', () => {
  it('lie between two requests to one host, and not between hosts', async () => {
    const one = await siteOf();
    const { time, slept } = ownTime();
    const named = new Set([`news.example:${one.port}`, `other.example:${one.port}`]);
    const fetcher = fetcherFor(one.port, { time, named, limits: { pauseMs: 2000 } });
    for (const address of [one.at('/a'), one.at('/b', 'other.example'), one.at('/c'), one.at('/d')])
      await fetcher.fetch(address);
    // Between robots.txt and /a, between robots.txt of the other and /b, and before /d.
    expect(slept).toEqual([2000, 2000, 2000]);
  });

  it('are as long as the site asks, up to a minute', async () => {
    for (const [delay, ms] of [
      [7, 7000],
      [9999, 60_000],
    ]) {
      const one = await siteOf(page, `User-agent: *\nCrawl-delay: ${delay}\n`);
      const { time, slept } = ownTime();
      const fetcher = fetcherFor(one.port, { time });
      await fetcher.fetch(one.at('/a'));
      await fetcher.fetch(one.at('/b'));
      expect(slept).toEqual([ms]);
    }
  });

  it('follow when a host says that it is busy', async () => {
    let first = true;
    const one = await siteOf((request, response) => {
      if (first) response.writeHead(503, { 'retry-after': '30' }).end();
      else page(request, response);
      first = false;
    });
    const { time, slept } = ownTime();
    const fetcher = fetcherFor(one.port, { time });
    expect(told(await fetcher.fetch(one.at('/a')))).toBe('fetch/try-later');
    expect(told(await fetcher.fetch(one.at('/a')))).toBe('page /a');
    expect(slept).toEqual([30_000]);
  });

  it.each([
    ['a page', (url: string) => url !== '/robots.txt', ['/robots.txt', '/a', '/a']],
    ['robots.txt', (url: string) => url === '/robots.txt', ['/robots.txt', '/robots.txt', '/a']],
  ])('are kept without asking when %s says to come back after more than a minute', async (_, isBusy, asked) => {
    let busy = true;
    const answer: Handler = (request, response) => {
      if (busy && isBusy(request.url!)) response.writeHead(429, { 'retry-after': '3600' }).end();
      else if (request.url === '/robots.txt') response.writeHead(404).end();
      else page(request, response);
    };
    const one = await siteOf(answer, answer);
    const { time, slept } = ownTime();
    const fetcher = fetcherFor(one.port, { time });
    expect(told(await fetcher.fetch(one.at('/a')))).toMatch(/^fetch.(try-later|robots-unknown)$/);
    busy = false;
    expect(told(await fetcher.fetch(one.at('/a')))).toBe('fetch/try-later');
    expect(slept).toEqual([]);
    await time.sleep(3_600_000);
    expect(told(await fetcher.fetch(one.at('/a')))).toBe('page /a');
    expect(one.asked).toEqual(asked);
  });
});

describe('a page', () => {
  it('is not sent again when it has not changed', async () => {
    const one = await siteOf((request, response) => {
      const { 'if-none-match': tag, 'if-modified-since': since } = request.headers;
      if (tag === '"v1"' || since === 'Sat, 01 Dec 2018 10:00:00 GMT') response.writeHead(304).end();
      else response.writeHead(200, { etag: '"v1"', 'last-modified': 'Sat, 01 Dec 2018 10:00:00 GMT' }).end('page');
    });
    const fetcher = fetcherFor(one.port);
    const first = await fetcher.fetch(one.at('/a'));
    expect(first).toMatchObject({
      is: 'fetched',
      before: { etag: '"v1"', lastModified: 'Sat, 01 Dec 2018 10:00:00 GMT' },
      redirects: [],
    });
    expect(told(await fetcher.fetch(one.at('/a'), { etag: '"v1"' }))).toBe('unchanged');
    expect(told(await fetcher.fetch(one.at('/a'), { lastModified: 'Sat, 01 Dec 2018 10:00:00 GMT' }))).toBe(
      'unchanged',
    );
    expect(told(await fetcher.fetch(one.at('/a'), { etag: '"v0"' }))).toBe('page');
  });

  it('is unpacked, followed where it moved, and known by where it was found', async () => {
    const one = await siteOf((request, response) => {
      if (request.url === '/old') response.writeHead(301, { location: 'new#part' }).end();
      else response.writeHead(200, { 'content-encoding': 'gzip', 'content-type': 'text/html' }).end(gzipSync('صفحة'));
    });
    const fetched = await fetcherFor(one.port).fetch(one.at('/old'));
    expect(fetched).toMatchObject({
      is: 'fetched',
      url: one.at('/new'),
      contentType: 'text/html',
      redirects: [one.at('/old')],
    });
    expect(told(fetched)).toBe('صفحة');
  });

  it('is asked for under the name of the program and whoever runs it', async () => {
    const agents: (string | undefined)[] = [];
    const one = await siteOf((request, response) => {
      agents.push(request.headers['user-agent']);
      response.end('page');
    });
    await fetcherFor(one.port, { contact: 'desk@centre.example\r\nx: y' }).fetch(one.at('/a'));
    await fetcherFor(one.port).fetch(one.at('/a'));
    expect(agents).toEqual(['isnad/0 (desk@centre.examplex: y)', 'isnad/0']);
  });
});
