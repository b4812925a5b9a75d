import { type ChildProcess, spawn } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { openTeam } from '@isnad/team';
import { type Server, startServer } from '@isnad/testbed';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runIsnad } from '../command-line.fixture.js';
import { stages } from '../stages.js';

const ISNAD = fileURLToPath(new URL('../../../../bin/isnad.js', import.meta.url));
const REPORTS = fileURLToPath(new URL('../../../../episodes/hajin-2018/reports', import.meta.url));
const PASSWORD = 'six brass kettles hum';
const DEED = { by: 'test', at: new Date().toISOString() };

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });

/** The program as it is run, twice, over one database: what one server does holds at the other. */
describe('isnad serve postgres://…', { timeout: 300_000 }, () => {
  let database: Server;
  let address: string;
  const servers: { readonly process: ChildProcess; readonly at: string; readonly log: string[] }[] = [];

  const start = async (): Promise<void> => {
    const port = await freePort();
    const log: string[] = [];
    const child = spawn(process.execPath, [ISNAD, 'serve', address, '--port', String(port)], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    child.stderr.on('data', (chunk: Buffer) => log.push(chunk.toString()));
    servers.push({ process: child, at: `http://127.0.0.1:${port}`, log });
    await vi.waitUntil(() => log.join('').includes('serving'), { timeout: 60_000, interval: 100 });
  };
  beforeAll(async () => {
    database = await startServer({ synchronous_commit: 'on', fsync: 'on' });
    address = database.url('postgres');
    await runIsnad(['init', `${address}?case=hajin`], { stages });
    expect((await runIsnad(['add', `${address}?case=hajin`, REPORTS], { stages })).status).toBe(0);
    const team = await openTeam(address);
    for (const role of ['reader', 'editor'] as const) {
      await team.people.add({ name: role, password: PASSWORD }, DEED);
      await team.people.setRole(role, 'hajin', role, DEED);
    }
    await team.close();
    await Promise.all([start(), start()]);
  }, 120_000);
  afterAll(async () => {
    for (const { process: child } of servers) child.kill('SIGKILL');
    await database.remove();
  });

  const signIn = async (server: number, name: string): Promise<string> => {
    const response = await fetch(`${servers[server]!.at}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name, password: PASSWORD }),
    });
    expect(response.status).toBe(201);
    return response.headers.get('set-cookie')!.split(';')[0]!;
  };
  const ask = (server: number, cookie: string, path: string, body?: object): Promise<Response> =>
    fetch(`${servers[server]!.at}${path}`, {
      headers: { cookie, 'content-type': 'application/json' },
      ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    });
  const json = async <T>(response: Promise<Response>): Promise<T> => (await (await response).json()) as T;

  it('knows at one server who signed in at the other, and shows there what was decided here', async () => {
    const cookie = await signIn(0, 'editor');
    const { items } = await json<{ items: { id: string }[] }>(ask(1, cookie, '/cases/hajin/api/incidents?limit=1'));
    const body = { kind: 'accept', about: [items[0]!.id], reason: 'seen' };
    expect((await ask(0, cookie, '/cases/hajin/api/decisions', body)).status).toBe(201);
    const decisions = () => json<{ total: number }>(ask(1, cookie, '/cases/hajin/api/decisions'));
    await expect.poll(async () => (await decisions()).total, { timeout: 60_000 }).toBe(1);
    expect((await ask(1, cookie, '/api/session/end', {})).status).toBe(201);
    expect((await ask(0, cookie, '/cases/hajin/api/overview')).status).toBe(401);
  });

  it('takes a role away at all servers at once', async () => {
    const cookie = await signIn(0, 'reader');
    for (const server of [0, 1]) expect((await ask(server, cookie, '/cases/hajin/api/overview')).status).toBe(200);
    expect((await runIsnad(['team', 'role', address, 'reader', 'hajin', 'none'])).status).toBe(0);
    for (const server of [0, 1]) expect((await ask(server, cookie, '/cases/hajin/api/overview')).status).toBe(404);
  });

  it('says that PostgreSQL is away while it restarts, and goes on with the same sessions', async () => {
    const cookie = await signIn(1, 'editor');
    await database.stop('kill');
    const away = await ask(1, cookie, '/cases/hajin/api/overview');
    expect([away.status, away.headers.get('retry-after')]).toEqual([503, '5']);
    await database.start();
    await expect
      .poll(async () => (await ask(1, cookie, '/cases/hajin/api/overview')).status, { timeout: 60_000 })
      .toBe(200);
    await expect
      .poll(async () => (await fetch(`${servers[1]!.at}/health/ready`)).status, { timeout: 60_000 })
      .toBe(200);
  });

  it('ends when it is told to, though somebody listens', async () => {
    const cookie = await signIn(0, 'editor');
    const listening = await ask(0, cookie, '/cases/hajin/api/events');
    expect(listening.status).toBe(200);
    const { process: child } = servers[0]!;
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    const told = performance.now();
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    // Nobody waits for the next sign of life.
    expect(performance.now() - told).toBeLessThan(8_000);
    await listening.body?.cancel().catch(() => undefined);
    expect((await runIsnad(['team', 'audit', address])).status).toBe(0);
    expect((await runIsnad(['verify', `${address}?case=hajin`], { stages })).status).toBe(0);
  });
});
