import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOSTILE } from './hostile.fixture.js';
import { HOST, type Served, serveEpisode } from './served.fixture.js';

let served: Served;
beforeAll(async () => {
  served = await serveEpisode();
});
afterAll(() => expect(served.slips).toEqual([]));

describe('a request that means no good is refused, or answered as any other', () => {
  it.each(HOSTILE)('%s: %s', async (_what, target, init, statuses) => {
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
