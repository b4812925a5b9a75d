import { randomBytes } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { createFetcher } from './fetcher.js';
import { fetcherFor, type Handler, rawSite, type Site, site, told } from './site.fixture.js';

const open: Site[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(({ close }) => close()));
});
const started = async (made: Promise<Site>): Promise<Site> => {
  const one = await made;
  open.push(one);
  return one;
};

/** What a fetcher makes of `/page` of a site. */
const against = async (made: Promise<Site>, options: Parameters<typeof fetcherFor>[1] = {}): Promise<string> => {
  const one = await started(made);
  return told(await fetcherFor(one.port, options).fetch(one.at('/page')));
};
const answers = (handler: Handler, robots: Handler | null = null) => site(handler, robots);
const sendsOn =
  (to: string, status = 302): Handler =>
  (_, response) =>
    void response.writeHead(status, { location: to }).end();
const says = (text: string) => rawSite((socket) => void socket.end(text));
const BOMB = gzipSync(Buffer.alloc(40_000_000));
const BROTLI_BOMB = brotliCompressSync(Buffer.alloc(40_000_000), { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } });

describe('a hostile address', () => {
  it.each([
    ['file:///etc/passwd', 'fetch/address'],
    ['ftp://news.example/x', 'fetch/address'],
    ['javascript:alert(1)', 'fetch/address'],
    ['data:text/html,x', 'fetch/address'],
    ['http://name:word@news.example/', 'fetch/address'],
    ['http://news.example:25/', 'fetch/address'],
    ['http:///', 'fetch/address'],
    ['no address', 'fetch/address'],
    [`http://news.example/${'a'.repeat(5000)}`, 'fetch/address'],
  ])('%s is refused', async (address, code) => {
    expect(told(await fetcherFor(80).fetch(address))).toBe(code);
  });

  it.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://0x7f000001/',
    'http://2130706433/',
    'http://0/',
    'http://10.1.2.3/',
    'http://172.16.0.1/',
    'http://192.168.1.1/',
    'http://100.64.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://[::1]/',
    'http://[::]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[fe80::1]/',
    'http://[fd00::1]/',
    'http://224.0.0.1/',
    'http://255.255.255.255/',
  ])('%s is of no open network', async (address) => {
    const fetcher = createFetcher({ version: '0', resolve: () => Promise.reject(new Error('asked')) });
    expect(told(await fetcher.fetch(address))).toBe('fetch/private-address');
  });

  it.each([['localhost.'], ['inner.example'], ['INNER.example']])(
    'the name %s that points inside is refused',
    async (host) => {
      const fetcher = createFetcher({ version: '0', resolve: async () => ['8.8.8.8', '192.168.0.7'] });
      expect(told(await fetcher.fetch(`http://${host}/`))).toBe('fetch/private-address');
    },
  );

  it('a name that points elsewhere a moment later leads nowhere else', async () => {
    const one = await started(answers((_, response) => void response.end('inside')));
    const answered = [['127.0.0.1'], ['10.0.0.1']];
    const fetcher = fetcherFor(one.port, { named: new Set(), resolve: async () => answered.shift() ?? [] });
    // Neither the first nor the second answer is connected to: both were looked at before.
    expect(told(await fetcher.fetch(one.at('/page')))).toBe('fetch/private-address');
    expect(one.asked).toEqual([]);
  });
});

describe('a hostile host', () => {
  it.each([
    [
      'endless redirects',
      answers((request, response) => sendsOn(`${request.url}x`)(request, response)),
      'fetch/redirects',
    ],
    ['a redirect to itself', answers(sendsOn('/page')), 'fetch/redirects'],
    ['a redirect into this machine', answers(sendsOn('http://127.0.0.1:8080/')), 'fetch/private-address'],
    ['a redirect to a name that points inside', answers(sendsOn('http://inner.example/')), 'fetch/private-address'],
    ['a redirect to a cloud’s metadata', answers(sendsOn('http://169.254.169.254/')), 'fetch/private-address'],
    ['a redirect to a file', answers(sendsOn('file:///etc/passwd')), 'fetch/address'],
    ['a redirect to a script', answers(sendsOn('javascript:alert(1)')), 'fetch/address'],
    ['a redirect with a password in it', answers(sendsOn('http://a:b@news.example/')), 'fetch/address'],
    ['a redirect to nowhere', answers((_, response) => void response.writeHead(302).end()), 'fetch/status'],
    [
      'a page longer than it may be',
      answers((_, response) => void response.end(Buffer.alloc(3_000_000, 'x'))),
      'fetch/too-big',
    ],
    [
      'a page without end',
      answers((_, response) => {
        const more = () => {
          while (!response.destroyed && response.write(randomBytes(65_536)));
          if (!response.destroyed) response.once('drain', more);
        };
        more();
      }),
      'fetch/too-big',
    ],
    [
      'a length that would fill the disk',
      answers((_, response) => void response.writeHead(200, { 'content-length': '99999999999' }).write('x')),
      'fetch/too-big',
    ],
    [
      'a gzip bomb',
      answers((_, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(BOMB)),
      'fetch/bomb',
    ],
    [
      'a brotli bomb',
      answers((_, response) => void response.writeHead(200, { 'content-encoding': 'br' }).end(BROTLI_BOMB)),
      'fetch/bomb',
    ],
    [
      'packing in packing',
      answers((_, response) => void response.writeHead(200, { 'content-encoding': 'gzip, gzip' }).end(gzipSync(BOMB))),
      'fetch/encoding',
    ],
    [
      'a packed page that is cut off',
      answers(
        (_, response) =>
          void response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('page').subarray(0, 12)),
      ),
      'fetch/torn',
    ],
    [
      'a packed page that is not packed',
      answers((_, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end('page')),
      'fetch/torn',
    ],
    ['a length longer than the page', says('HTTP/1.1 200 OK\r\ncontent-length: 50\r\n\r\npage'), 'fetch/torn'],
    ['two lengths', says('HTTP/1.1 200 OK\r\ncontent-length: 4\r\ncontent-length: 40\r\n\r\npage'), 'fetch/no-http'],
    [
      'a length beside pieces',
      says('HTTP/1.1 200 OK\r\ncontent-length: 4\r\ntransfer-encoding: chunked\r\n\r\n4\r\npage\r\n0\r\n\r\n'),
      'fetch/no-http',
    ],
    [
      'pieces without their end',
      says('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n4\r\npage\r\n'),
      'fetch/torn',
    ],
    [
      'pieces of no length',
      says('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\npage\r\n'),
      'fetch/no-http',
    ],
    ['huge headers', says(`HTTP/1.1 200 OK\r\nx: ${'a'.repeat(100_000)}\r\n\r\npage`), 'fetch/huge-headers'],
    [
      'headers without end',
      rawSite((socket) => {
        socket.write('HTTP/1.1 200 OK\r\n');
        const timer = setInterval(() => socket.write('x: y\r\n'), 20);
        socket.on('close', () => clearInterval(timer));
      }),
      'fetch/too-slow',
    ],
    ['what is no HTTP', says('SSH-2.0-OpenSSH_9.2\r\n'), 'fetch/no-http'],
    ['nothing at all', rawSite((socket) => void socket.end()), 'fetch/torn'],
    ['silence', rawSite(() => undefined), 'fetch/too-slow'],
    [
      'a slow drip',
      answers((_, response) => {
        const timer = setInterval(() => response.write('x'), 50);
        response.on('close', () => clearInterval(timer));
      }),
      'fetch/too-slow',
    ],
    ['an empty page', answers((_, response) => void response.end()), 'fetch/empty'],
    ['an error page', answers((_, response) => void response.writeHead(500).end('page')), 'fetch/status'],
    [
      'the wish to be left alone',
      answers((_, response) => void response.writeHead(429, { 'retry-after': '9' }).end()),
      'fetch/try-later',
    ],
  ] as const)('with %s is given up', async (_, made, code) => {
    expect(
      await against(made, {
        ...namedAt(await made),
        ...(code === 'fetch/bomb' ? { limits: { bytes: 64_000_000 } } : {}),
      }),
    ).toBe(code);
  });

  it('with a length shorter than the page gives what it said or nothing, never what follows', async () => {
    const short = says('HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\npage and what was not told');
    expect(['page', 'fetch/no-http']).toContain(await against(short));
  });

  it('that says whatever it likes gives bytes or a code, and never an error', async () => {
    const piece = fc.constantFrom(
      ...[
        'HTTP/1.1 200 OK\r\n',
        'HTTP/1.1 302 Found\r\n',
        'HTTP/9.9 -1\r\n',
        'content-length: 3\r\n',
        'content-length: -1\r\n',
      ],
      ...[
        'location: //\r\n',
        'location: http://[\r\n',
        'location: \r\n',
        'content-encoding: br\r\n',
        'content-encoding: gzip\r\n',
      ],
      ...[
        'transfer-encoding: chunked\r\n',
        'transfer-encoding: gzip, chunked\r\n',
        'retry-after: x\r\n',
        'etag: \u0000\r\n',
      ],
      ...['\r\n', '\n', 'page', '4\r\npage\r\n', '0\r\n\r\n', '\u001f\u008b\u0008', ': \r\n'],
    );
    let said = '';
    const one = await started(rawSite((socket) => void socket.end(Buffer.from(said, 'latin1'))));
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
        said = pieces.join('');
        const fetched = await fetcherFor(one.port).fetch(one.at('/page'));
        if (fetched.is === 'refused') expect(fetched.note.code).toMatch(/^fetch\/[a-z-]+$/);
        else expect(fetched.is).toBe('fetched');
      }),
      { numRuns: 150 },
    );
  });

  it('that speaks no TLS where it should is refused', async () => {
    const one = await started(says('HTTP/1.1 200 OK\r\n\r\npage'));
    const fetcher = fetcherFor(one.port);
    expect(told(await fetcher.fetch(`https://news.example:${one.port}/page`))).toMatch(/^fetch\/(?:tls|torn)$/);
  });

  it('gets no cookie back, no name and nothing that an earlier host said', async () => {
    const seen: (string | undefined)[] = [];
    const one = await started(
      answers((request, response) => {
        seen.push(request.headers.cookie, request.headers.authorization, request.headers.referer);
        if (request.url === '/page') response.writeHead(302, { location: '/next', 'set-cookie': 'a=b' }).end();
        else response.end('next');
      }),
    );
    expect(told(await fetcherFor(one.port).fetch(one.at('/page')))).toBe('next');
    expect(seen).toEqual(Array(6).fill(undefined));
  });
});

const namedAt = ({ port }: Site) => ({ named: new Set([`news.example:${port}`]) });
