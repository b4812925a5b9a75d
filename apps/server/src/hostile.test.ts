import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOST, type Served, serveEpisode } from './served.fixture.js';

let served: Served;
beforeAll(async () => {
  served = await serveEpisode();
});
afterAll(() => expect(served.slips).toEqual([]));

type Request = readonly [what: string, target: string, init: RequestInit, statuses: readonly number[]];

const json = { 'content-type': 'application/json' };
const post = (body: BodyInit, headers: object = json): RequestInit => ({
  method: 'POST',
  body,
  headers: headers as Record<string, string>,
});
const cursor = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const deep = (levels: number): string => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
const decision = (more: object): string =>
  JSON.stringify({ kind: 'accept', about: ['x'], reason: '', by: 'x', ...more });

const REQUESTS: readonly Request[] = [
  ['another host (rebinding)', '/api/overview', { headers: { host: 'evil.example' } }, [421]],
  ['another host with our port', '/api/overview', { headers: { host: 'evil.example:4750' } }, [421]],
  ['a host that begins as ours', '/api/overview', { headers: { host: '127.0.0.1.evil.example' } }, [421]],
  ['no host', '/api/overview', { headers: { host: '' } }, [421]],
  ['a page of another site', '/api/overview', { headers: { origin: 'https://evil.example' } }, [403]],
  ['a page of another port', '/api/overview', { headers: { origin: 'http://127.0.0.1:9999' } }, [403]],
  ['a page without origin', '/api/overview', { headers: { origin: 'null' } }, [403]],
  ['a cross-site fetch', '/api/overview', { headers: { 'sec-fetch-site': 'cross-site' } }, [403]],
  [
    'a decision from another site',
    '/api/decisions',
    post(decision({}), { ...json, origin: 'https://evil.example' }),
    [403],
  ],
  ['a form of another site', '/api/decisions', post(decision({}), { 'content-type': 'text/plain' }), [415]],
  ['a form', '/api/decisions', post('kind=accept', { 'content-type': 'application/x-www-form-urlencoded' }), [415]],
  ['no type', '/api/decisions', post(decision({}), {}), [415]],
  ['no JSON', '/api/decisions', post('{"kind":'), [400]],
  ['nothing', '/api/decisions', post(''), [400]],
  ['null', '/api/decisions', post('null'), [400]],
  ['a list', '/api/decisions', post('[]'), [400]],
  ['bytes that are no text', '/api/decisions', post(new Uint8Array([0xff, 0xfe, 0, 1])), [400]],
  ['an unknown kind', '/api/decisions', post(decision({ kind: 'destroy' })), [400]],
  ['about nothing', '/api/decisions', post(decision({ about: [] })), [400]],
  ['about too much', '/api/decisions', post(decision({ about: Array.from({ length: 5000 }, () => 'x') })), [400]],
  ['about what is not there', '/api/decisions', post(decision({})), [404]],
  ['a name of objects', '/api/decisions', post(decision({ about: ['__proto__'] })), [404]],
  [
    'a value with a prototype',
    '/api/decisions',
    post('{"kind":"accept","about":["x"],"reason":"","by":"x","value":{"__proto__":{"a":1}}}'),
    [400, 404],
  ],
  ['a nameless author', '/api/decisions', post(decision({ by: '' })), [400]],
  ['a book as reason', '/api/decisions', post(decision({ reason: 'x'.repeat(10_000) })), [400]],
  ['two megabytes', '/api/decisions', post(decision({ reason: 'x'.repeat(2_000_000) })), [413]],
  [
    'two megabytes that say ten',
    '/api/decisions',
    post('x'.repeat(2_000_000), { ...json, 'content-length': '10' }),
    [413],
  ],
  ['deep nesting', '/api/decisions', post(decision({ value: JSON.parse(deep(100)) as object })), [400]],
  ['nesting without end', '/api/decisions', post(deep(100_000)), [400]],
  ['retiring what is not there', '/api/decisions/x/retirement', post('{"reason":"","by":"x"}'), [404]],
  ['a hanging If-Match', '/api/decisions', post(decision({}), { ...json, 'if-match': '"' }), [404, 412]],
  ['another method', '/api/overview', { method: 'DELETE' }, [404, 405]],
  ['TRACE-like method', '/api/overview', { method: 'PATCH', body: '{}' }, [404, 405]],
  ['no such address', '/api/nothing', {}, [404]],
  ['a double slash', '//api/overview', {}, [404]],
  ['a folder above', '/api/../../etc/passwd', {}, [404]],
  ['a folder above, encoded', '/api/reports/..%2f..%2fetc%2fpasswd', {}, [404]],
  ['a broken escape', '/api/reports/%E0%A4%A', {}, [400, 404]],
  ['a zero byte', '/api/reports/%00', {}, [404]],
  ['a name of objects', '/api/incidents/__proto__', {}, [404]],
  ['another', '/api/claims/constructor', {}, [404]],
  ['another', '/api/places/toString', {}, [404]],
  ['a long id', `/api/incidents/${'a'.repeat(5_000)}`, {}, [400]],
  ['an unknown queue', '/api/queues/__proto__', {}, [400]],
  ['markup in an id', '/api/incidents/%3Cscript%3Ealert(1)%3C%2Fscript%3E', {}, [404]],
  ['no number', '/api/incidents?limit=many', {}, [400]],
  ['a number without end', '/api/incidents?limit=1e999', {}, [400]],
  ['less than nothing', '/api/incidents?limit=-1', {}, [400]],
  ['nothing at all', '/api/incidents?limit=0', {}, [400]],
  ['a million', '/api/incidents?limit=1000000', {}, [400]],
  ['two limits', '/api/incidents?limit=1&limit=2', {}, [400]],
  ['no cursor', '/api/incidents?cursor=%00', {}, [400]],
  ['a cursor of another shape', `/api/incidents?cursor=${cursor({})}`, {}, [400]],
  ['a cursor of another list', `/api/reports?cursor=${cursor([1])}`, {}, [400]],
  ['a cursor of odd keys', `/api/incidents?cursor=${cursor([null, {}, []])}`, {}, [400]],
  ['a cursor beyond the end', `/api/incidents?cursor=${cursor([1e300, 1e300, '~'])}`, {}, [200]],
  ['a search from minus one', `/api/search?q=a&cursor=${cursor([-1])}`, {}, [200]],
  ['a search from a word', `/api/search?q=a&cursor=${cursor(['x'])}`, {}, [200]],
  ['a search from far away', `/api/search?q=a&cursor=${cursor([1e15])}`, {}, [200]],
  ['a search for nothing', '/api/search?q=', {}, [400]],
  ['no search', '/api/search', {}, [400]],
  ['a search in SQL', `/api/search?q=${encodeURIComponent("' OR 1=1; DROP TABLE reports; --")}`, {}, [200]],
  ['a search in FTS', `/api/search?q=${encodeURIComponent('NEAR(" " *) AND ^')}&in=claims`, {}, [200]],
  ['a long search', `/api/search?q=${'a'.repeat(5_000)}`, {}, [400]],
  ['a pattern that explodes', `/api/incidents?text=${encodeURIComponent(`${'(a+)+'.repeat(20)}$`)}`, {}, [200]],
  ['a day that is none', '/api/incidents?from=2018-02-31', {}, [400]],
  ['a day of another form', '/api/incidents?from=31/12/2018', {}, [400]],
  ['days the wrong way round', '/api/incidents?from=2019-01-01&to=2018-01-01', {}, [200]],
  ['a box of words', '/api/incidents?bbox=a,b,c,d', {}, [400]],
  ['a box of five', '/api/incidents?bbox=1,2,3,4,5', {}, [400]],
  ['a box inside out', '/api/incidents?bbox=180,90,-180,-90', {}, [200]],
  ['a box of huge numbers', `/api/incidents?bbox=${'9'.repeat(400)},1,1,1`, {}, [200, 400]],
  ['too many values', `/api/incidents?${Array.from({ length: 200 }, (_, i) => `type=t${i}`).join('&')}`, {}, [400]],
  ['a filter by a name of objects', '/api/incidents/facets?type=__proto__&actor=constructor', {}, [200]],
  ['a query by a name of objects', '/api/incidents?__proto__=1&constructor=2', {}, [200]],
  ['a time that is none', '/api/overview?since=yesterday', {}, [400]],
  ['names on request of a word', '/api/people?names=all', {}, [400]],
  ['an ETag without end', '/api/overview', { headers: { 'if-none-match': '"'.repeat(10_000) } }, [200]],
  ['any method on a missing dossier', '/dossier/', {}, [404]],
];

describe('a request that means no good is refused, or answered as any other', () => {
  it.each(REQUESTS)('%s: %s', async (_what, target, init, statuses) => {
    const response = await served.ask(target, init);
    expect(statuses).toContain(response.status);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    if (response.status < 400) return;
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    const problem = (await response.json()) as Record<string, unknown>;
    expect(problem).toMatchObject({
      type: 'about:blank',
      status: response.status,
      code: expect.stringMatching(/^api\//),
    });
    expect([typeof problem.title, typeof problem.detail]).toEqual(['string', 'string']);
  });

  it('answers a page of its own', async () => {
    const headers = { origin: `http://${HOST}`, 'sec-fetch-site': 'same-origin' };
    expect((await served.ask('/api/overview', { headers })).status).toBe(200);
  });
});
