import { beforeAll, describe, expect, it } from 'vitest';
import { createApi } from '../http/app.js';
import type { Stage } from '../live/stage.js';
import { OWNER } from '../security/viewer.js';
import { PRIVATE_NAME, serveEpisode } from '../served.fixture.js';
import { createMetrics } from './metrics.js';
import { createOperations, type OperationsOptions } from './operations.js';
import type { SeenRequest } from './seen.js';

describe('what whoever runs the server asks it', () => {
  let stage: Stage;
  let seen: SeenRequest[];
  beforeAll(async () => {
    ({ stage } = await serveEpisode());
  });

  const serverWith = (options: Partial<OperationsOptions> = {}) => {
    seen = [];
    const metrics = createMetrics(() => [stage.about()]);
    const app = createApi(stage, {
      hosts: ['127.0.0.1'],
      version: 'test',
      viewer: () => OWNER,
      seen: (request) => {
        seen.push(request);
        metrics.saw(request);
      },
      operations: createOperations({ ready: stage.ready, metrics, ...options }),
    });
    return (path: string, headers: Readonly<Record<string, string>> = {}) =>
      app.request(`http://127.0.0.1${path}`, { headers: { host: '127.0.0.1', ...headers } });
  };

  it.each(['/health/live', '/health/ready'])('%s is 200, asked under any host name', async (path) => {
    const answer = await serverWith()(path, { host: '10.1.2.3:4750' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it.each([
    ['says so', async () => false],
    ['cannot be asked', async () => Promise.reject(new Error('gone'))],
  ] as const)('is not ready when its store %s, and lives', async (_, ready) => {
    const ask = serverWith({ ready });
    expect((await ask('/health/ready')).status).toBe(503);
    expect((await ask('/health/live')).status).toBe(200);
  });

  it('counts requests by operation, answers by status, and what the case holds', async () => {
    const ask = serverWith();
    const { items } = (await (await ask('/api/reports')).json()) as { items: { id: string }[] };
    await ask(`/api/reports/${items[0]!.id}`);
    await ask(`/api/search?q=${encodeURIComponent(PRIVATE_NAME)}`);
    await ask('/api/reports/no-such');
    await ask('/no/such/address');
    const text = await (await ask('/metrics')).text();
    expect(text).toMatch(/isnad_http_request_seconds_count\{operation="report",method="GET",status="200"\} 1/);
    expect(text).toMatch(/isnad_http_request_seconds_count\{operation="report",method="GET",status="404"\} 1/);
    expect(text).toMatch(/isnad_http_request_seconds_count\{operation="other",method="GET",status="404"\} 1/);
    expect(text).toMatch(/isnad_case_reports\{case="hajin-2018"\} 14/);
    expect(text).toContain('process_resident_memory_bytes');
  });

  it('tells nothing of what was asked for: no addresses, ids, words or names', async () => {
    const ask = serverWith();
    const { items } = (await (await ask('/api/reports')).json()) as { items: { id: string }[] };
    await ask(`/api/reports/${items[0]!.id}`);
    await ask(`/api/search?q=${encodeURIComponent(PRIVATE_NAME)}`);
    const told = `${JSON.stringify(seen)} ${await (await ask('/metrics')).text()}`;
    expect(seen).toHaveLength(4);
    for (const word of [items[0]!.id, PRIVATE_NAME, encodeURIComponent(PRIVATE_NAME), '/api/'])
      expect(told).not.toContain(word);
  });

  it('gives the metrics to who has the token, where there is one', async () => {
    const ask = serverWith({ metricsToken: 'a-token-of-sixteen' });
    expect((await ask('/metrics')).status).toBe(401);
    expect((await ask('/metrics', { authorization: 'Bearer a-token-of-sixteeN' })).status).toBe(401);
    expect((await ask('/metrics', { authorization: 'Bearer a-token-of-sixteen' })).status).toBe(200);
    expect((await serverWith({ metricsToken: null })('/metrics', { authorization: 'Bearer ' })).status).toBe(401);
  });

  it('lets go of who listens when it ends', async () => {
    const { stage: own } = await serveEpisode();
    const app = createApi(own, { hosts: ['127.0.0.1'], version: 'test', viewer: () => OWNER });
    const answer = await app.request('http://127.0.0.1/api/events', { headers: { host: '127.0.0.1' } });
    const reading = answer.text();
    while (own.about().listeners === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    own.end();
    expect(await reading).toContain('hello');
    expect(own.about().listeners).toBe(0);
  });
});
