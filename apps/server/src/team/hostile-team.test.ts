import { request as plainRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { isPostgresWanted } from '@isnad/testbed';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOSTILE, type HostileRequest } from '../hostile.fixture.js';
import { type Asker, CASE, HOST, OTHER, PASSWORD, type ServedTeam, serveTeam } from './team.fixture.js';

const json = { 'content-type': 'application/json' };
const post = (body: unknown, headers: object = {}): RequestInit => ({
  method: 'POST',
  body: typeof body === 'string' ? body : JSON.stringify(body),
  headers: { ...json, ...headers } as Record<string, string>,
});
const signIn = (name: unknown, password: unknown = PASSWORD, headers: object = {}) => post({ name, password }, headers);
const withCookie = (cookie: string): RequestInit => ({ headers: { cookie } });
const bearer = (token: string): RequestInit => ({ headers: { authorization: token } });
const SESSION = 'A'.repeat(43);

type TeamRequest = readonly [Asker, ...HostileRequest];

/** Requests that mean no good, to what a team's server has besides its cases. */
const TO_TEAM: readonly TeamRequest[] = [
  ['nobody', 'a name in SQL', '/api/session', signIn("' OR '1'='1' --"), [401]],
  ['nobody', 'a password in SQL', '/api/session', signIn('coder', "'; DROP TABLE isnad_team.person; --"), [401]],
  ['nobody', 'a name with a zero byte', '/api/session', signIn('coder\u0000'), [400]],
  ['nobody', 'a password with a zero byte', '/api/session', signIn('coder', `${PASSWORD}\u0000`), [400]],
  ['nobody', 'half a letter', '/api/session', post('{"name":"\\ud800","password":"\\udfff"}'), [401]],
  ['nobody', 'a name of objects', '/api/session', signIn('__proto__'), [401]],
  ['nobody', 'an object for a name', '/api/session', signIn({ $ne: null }, { $ne: null }), [400]],
  ['nobody', 'a list for a name', '/api/session', signIn(['coder', 'editor']), [400]],
  ['nobody', 'nothing for a password', '/api/session', signIn('coder', null), [400]],
  ['nobody', 'an empty password', '/api/session', signIn('coder', ''), [400]],
  ['nobody', 'a password without end', '/api/session', signIn('coder', 'x'.repeat(900_000)), [400]],
  ['nobody', 'a body without end', '/api/session', signIn('coder', 'x'.repeat(2_000_000)), [413]],
  ['nobody', 'nesting without end', '/api/session', post(`${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`), [400]],
  [
    'nobody',
    'a form',
    '/api/session',
    post('name=coder', { 'content-type': 'application/x-www-form-urlencoded' }),
    [415],
  ],
  ['nobody', 'a plain form', '/api/session', post('{}', { 'content-type': 'text/plain' }), [415]],
  ['nobody', 'no JSON', '/api/session', post('{"name":'), [400]],
  [
    'nobody',
    'signing in from another site',
    '/api/session',
    signIn('coder', PASSWORD, { origin: 'https://evil.example' }),
    [403],
  ],
  ['nobody', 'signing in from a sandbox', '/api/session', signIn('coder', PASSWORD, { origin: 'null' }), [403]],
  [
    'nobody',
    'signing in from a sibling',
    '/api/session',
    signIn('coder', PASSWORD, { 'sec-fetch-site': 'same-site' }),
    [403],
  ],
  [
    'nobody',
    'signing in by another name of this machine',
    '/api/session',
    signIn('coder', PASSWORD, { host: 'evil.example:4750' }),
    [421],
  ],
  ['nobody', 'signing in by GET', `/api/session?name=coder&password=${PASSWORD}`, {}, [404]],
  ['nobody', 'another method', '/api/session', { method: 'DELETE' }, [404, 405]],
  ['coder', 'signing out from another site', '/api/session/end', post({}, { origin: 'https://evil.example' }), [403]],
  ['coder', 'signing out by an image', '/api/session/end', {}, [404]],
  ['nobody', 'a made-up session', '/api/account', withCookie(`isnad=${SESSION}`), [401]],
  ['nobody', 'an empty session', '/api/account', withCookie('isnad='), [401]],
  ['nobody', 'a session in SQL', '/api/account', withCookie("isnad=' OR 1=1 --"), [401]],
  ['nobody', 'a session without end', '/api/account', withCookie(`isnad=${'A'.repeat(15_000)}`), [401]],
  ['nobody', 'two sessions', '/api/account', withCookie(`isnad=${SESSION}; isnad=${SESSION}`), [401]],
  [
    'nobody',
    'many cookies',
    '/api/account',
    withCookie(Array.from({ length: 500 }, (_, i) => `c${i}=1`).join('; ')),
    [401],
  ],
  ['nobody', 'a broken cookie', '/api/account', withCookie(';;;=;isnad;=isnad='), [401]],
  ['nobody', 'the session in the address', `/api/account?isnad=${SESSION}`, {}, [401]],
  ['nobody', 'no kind of authorization', '/api/account', bearer('x'), [401]],
  ['nobody', 'another kind', '/api/account', bearer('Basic Y29kZXI6Y29kZXI='), [401]],
  ['nobody', 'an empty token', '/api/account', bearer('Bearer '), [401]],
  ['nobody', 'a made-up token', '/api/account', bearer(`Bearer isnad_${'A'.repeat(12)}_${SESSION}`), [401]],
  ['nobody', 'a token in SQL', '/api/account', bearer("Bearer isnad_' OR 1=1 --_x"), [401]],
  ['nobody', 'a token without end', '/api/account', bearer(`Bearer ${'A'.repeat(15_000)}`), [401]],
  ['nobody', 'a session as a token', '/api/account', bearer(`Bearer ${SESSION}`), [401]],
  ['coder', 'a session and a wrong token', '/api/account', bearer('Bearer isnad_x_y'), [401]],
  ['nobody', 'a token in the address', '/api/account?token=isnad_x_y&access_token=isnad_x_y', {}, [401]],
  ['nobody', 'an account from another site', '/api/account', { headers: { origin: 'https://evil.example' } }, [403]],
  ['coder', 'one’s account from another site', '/api/account', { headers: { 'sec-fetch-site': 'cross-site' } }, [403]],
  ['coder', 'one’s account under another name', '/api/account', { headers: { host: 'evil.example' } }, [421]],
  ['coder', 'a rebound name', `/cases/${CASE}/api/overview`, { headers: { host: '127.0.0.1.evil.example' } }, [421]],
  ['nobody', 'a role in a header', `/cases/${CASE}/api/overview`, { headers: { 'x-role': 'administrator' } }, [401]],
  [
    'nobody',
    'somebody in a header',
    '/api/account',
    { headers: { 'x-forwarded-user': 'administrator', 'x-remote-user': 'coder' } },
    [401],
  ],
  [
    'nobody',
    'another address in a header',
    `/cases/${CASE}/api/overview`,
    { headers: { 'x-original-url': '/api/sign-in' } },
    [401],
  ],
  ['nobody', 'another method in a header', '/api/session', { headers: { 'x-http-method-override': 'POST' } }, [404]],
  ['stranger', 'somebody else’s case', `/cases/${CASE}/api/overview`, {}, [404]],
  ['stranger', 'it, in capitals', `/cases/${CASE.toUpperCase()}/api/overview`, {}, [404]],
  ['stranger', 'it, from one’s own', `/cases/${OTHER}/../${CASE}/api/overview`, {}, [404]],
  ['stranger', 'it, from one’s own, encoded', `/cases/${OTHER}/..%2f${CASE}/api/overview`, {}, [200, 404]],
  ['stranger', 'it, from one’s own, encoded twice', `/cases/${OTHER}%2f..%2f${CASE}/api/overview`, {}, [404]],
  ['stranger', 'it, with a letter encoded', `/cases/%68ajin/api/overview`, {}, [404]],
  ['coder', 'one’s own, with a letter encoded', `/cases/%68ajin/api/overview`, {}, [404]],
  ['stranger', 'it, with two slashes', `//cases/${CASE}/api/overview`, {}, [404]],
  ['stranger', 'it, with a backslash', `/cases\\${CASE}\\api\\overview`, {}, [404]],
  ['stranger', 'it, behind a semicolon', `/cases/${OTHER};/../${CASE}/api/overview`, {}, [404]],
  ['stranger', 'it, behind a zero byte', `/cases/${OTHER}%00${CASE}/api/overview`, {}, [404]],
  ['stranger', 'a case that is a folder above', '/cases/..%2f..%2fetc/api/overview', {}, [404]],
  ['stranger', 'a case of objects', '/cases/__proto__/api/overview', {}, [404]],
  [
    'stranger',
    'a case in SQL',
    `/cases/${encodeURIComponent("x'; DROP SCHEMA isnad_team CASCADE; --")}/api/overview`,
    {},
    [404],
  ],
  ['stranger', 'a case of half a letter', '/cases/%E0%A4%A/api/overview', {}, [400, 404]],
  [
    'stranger',
    'a decision in somebody else’s case',
    `/cases/${CASE}/api/decisions`,
    post({ kind: 'accept', about: ['x'], reason: '' }),
    [404],
  ],
  [
    'reader',
    'a decision of a reader',
    `/cases/${CASE}/api/decisions`,
    post({ kind: 'accept', about: ['x'], reason: '', role: 'editor' }),
    [403],
  ],
  ['reader', 'names for a reader', `/cases/${CASE}/api/people?names=shown`, {}, [403]],
  ['coder', 'a release of a coder', `/cases/${CASE}/api/releases`, post({ note: '' }), [403]],
  [
    'administrator',
    'expunging over the network',
    `/cases/${CASE}/api/decisions`,
    post({ kind: 'expunge', about: ['x'], reason: '' }),
    [404, 409],
  ],
  [
    'coder',
    'a decision from another site',
    `/cases/${CASE}/api/decisions`,
    post({}, { origin: 'https://evil.example' }),
    [403],
  ],
  [
    'coder',
    'a decision by a form',
    `/cases/${CASE}/api/decisions`,
    post('kind=accept', { 'content-type': 'application/x-www-form-urlencoded' }),
    [415],
  ],
  ['nobody', 'leading elsewhere after signing in', '/?then=https%3A%2F%2Fevil.example', {}, [200]],
  ['nobody', 'a page of the server’s disk', '/assets/..%2f..%2fsecret.txt', {}, [404]],
  ['nobody', 'it, plainly', '/assets/../../secret.txt', {}, [404]],
  ['nobody', 'a hidden file', '/assets/.git/config', {}, [404]],
  ['nobody', 'the metrics', '/metrics', {}, [404]],
  ['nobody', 'an address without end', `/cases/${'a'.repeat(8_000)}/api/overview`, {}, [401, 404, 414]],
];

describe.skipIf(!isPostgresWanted)('a team’s server', () => {
  let served: ServedTeam;
  beforeAll(async () => {
    served = await serveTeam();
  });
  afterAll(async () => {
    expect(served.slips).toEqual([]);
    const [{ count }] = (await served.sql<{ count: string }>('SELECT count(*) FROM isnad_team.person')) as [
      { count: string },
    ];
    expect(Number(count)).toBe(6);
    await served.remove();
  });

  const isRefused = async (response: Response, statuses: readonly number[]): Promise<void> => {
    expect(statuses).toContain(response.status);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    expect(response.headers.get('set-cookie')).toBeNull();
    const text = await response.text();
    expect(text).not.toMatch(/secret|argon2|isnad_team|node_modules|\.ts:\d/);
    if (response.headers.get('content-type') !== 'application/problem+json; charset=utf-8') {
      expect(response.status === 404 || response.status < 400).toBe(true);
      return;
    }
    expect(JSON.parse(text)).toMatchObject({ type: 'about:blank', status: response.status, code: expect.any(String) });
  };

  it.each(TO_TEAM)('refuses %s: %s', async (asker, _what, target, init, statuses) => {
    // From an address of its own each time, so that the limit of tries is not what refuses.
    const from = `10.1.${Math.floor(TO_TEAM.findIndex(([, , one]) => one === target) / 250)}.${Math.random()}`;
    const headers = { ...(init.headers as object), 'x-test-address': from };
    await isRefused(await served.ask(asker, target, { ...init, headers }), statuses);
  });

  it.each(HOSTILE.filter(([, target]) => target.startsWith('/api/') && !target.includes('..')))(
    'is no weaker in its cases than a case alone: %s: %s',
    async (_what, target, init, statuses) => {
      const response = await served.ask('coder', `/cases/${CASE}${target}`, init);
      expect(statuses).toContain(response.status);
    },
  );

  it('keeps a cookie of one browser from working once that browser has signed out', async () => {
    const response = await served.post('nobody', '/api/session', { name: 'publisher', password: PASSWORD });
    const cookie = response.headers.get('set-cookie')!.split(';')[0]!;
    await served.post('nobody', '/api/session/end', {}, { cookie });
    for (let replay = 0; replay < 3; replay++)
      await isRefused(await served.ask('nobody', '/api/account', { headers: { cookie } }), [401]);
  });

  it('lets guesses from many addresses at one account run dry', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 44; i++) {
      const from = { 'x-test-address': `192.0.2.${i}` };
      statuses.push(
        (await served.post('nobody', '/api/session', { name: 'stranger', password: 'wrong' }, from)).status,
      );
    }
    expect(new Set(statuses.slice(0, 40))).toEqual(new Set([401]));
    expect(statuses.slice(-4)).toEqual([429, 429, 429, 429]);
    // Whoever is signed in stays so.
    expect((await served.ask('stranger', '/api/account')).status).toBe(200);
  });

  it('survives requests that are no HTTP', async () => {
    const { serve } = (await import('@hono/node-server')) as {
      serve: (options: object, listening: (info: AddressInfo) => void) => { close: (done: () => void) => void };
    };
    let port = 0;
    const server = await new Promise<{ close: (done: () => void) => void }>((resolve) => {
      const started = serve({ fetch: served.server.fetch, port: 0, hostname: '127.0.0.1' }, (info) => {
        port = info.port;
        resolve(started);
      });
    });
    const raw = (bytes: string): Promise<string> =>
      new Promise((resolve) => {
        const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
        let answer = '';
        socket.on('data', (chunk) => {
          answer += chunk.toString('latin1');
        });
        socket.on('close', () => resolve(answer));
        socket.on('error', () => resolve(answer));
        socket.setTimeout(1_000, () => socket.destroy());
      });
    for (const bytes of [
      'GET /api/account\r\n\r\n',
      `GET / HTTP/1.1\r\nHost: ${HOST}\r\nHost: evil.example\r\n\r\n`,
      `POST /api/session HTTP/1.1\r\nHost: ${HOST}\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /api/account HTTP/1.1\r\n\r\n`,
      `GET /${'a'.repeat(40_000)} HTTP/1.1\r\nHost: ${HOST}\r\n\r\n`,
      `GET http://evil.example/api/account HTTP/1.1\r\nHost: ${HOST}\r\nConnection: close\r\n\r\n`,
      '\u0016\u0003\u0001\u0000',
    ])
      expect(await raw(bytes)).not.toMatch(/^HTTP\/1.1 (?:200|5\d\d)/);
    const alive = await new Promise<number>((resolve) => {
      plainRequest({ port, host: '127.0.0.1', path: '/api/sign-in', headers: { host: HOST } }, (answer) =>
        resolve(answer.statusCode!),
      ).end();
    });
    expect(alive).toBe(200);
    await new Promise<void>((done) => {
      server.close(done);
      (server as unknown as { closeAllConnections?: () => void }).closeAllConnections?.();
    });
  });
});
