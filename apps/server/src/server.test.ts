import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CaseRecord } from '@isnad/model';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoryCasebook } from './case/memory.js';
import { NO_WORDS } from './case/words.js';
import { openStage, type Stage } from './live/stage.js';
import { OWNER } from './security/viewer.js';
import { createServer } from './server.js';

const EMPTY: CaseRecord = {
  case: 'empty',
  program: { name: 'isnad', version: 'test', lexicon: 'none' },
  reports: [],
  claims: [],
  incidents: [],
  tolls: [],
  control: [],
  checks: [],
  disputes: [],
};

describe('the server around the API', () => {
  let home: string;
  let stage: Stage;
  let server: Hono;
  const write = (name: string, content: string) => {
    mkdirSync(path.dirname(path.join(home, name)), { recursive: true });
    writeFileSync(path.join(home, name), content);
  };
  const ask = async (target: string, method = 'GET') =>
    server.request(`http://127.0.0.1:4750${target}`, { method, headers: { host: '127.0.0.1:4750' } });

  beforeAll(async () => {
    home = realpathSync(mkdtempSync(path.join(tmpdir(), 'isnad-server-')));
    write('workspace/index.html', '<!doctype html><title>workspace</title><script src="/assets/a.js"></script>');
    write('workspace/assets/a.js', 'export {};');
    write('secret.txt', 'secret');
    const book = memoryCasebook({ snapshot: { revision: 'r', record: EMPTY, words: NO_WORDS } });
    const files = new Map([
      ['index.html', '<!doctype html><title>dossier</title>'],
      ['incidents.csv', 'id\n'],
      ['record.json', '{"private":1}'],
    ]);
    stage = await openStage({ ...book, publication: async () => files }, () => '2019-06-30T12:00:00.000Z');
    const hosts = ['127.0.0.1'];
    server = createServer(stage, {
      hosts,
      version: 'test',
      viewer: () => OWNER,
      workspace: path.join(home, 'workspace'),
      dossier: null,
    });
  });
  afterAll(() => rmSync(home, { recursive: true }));

  it.each(['/', '/incidents?type=air-strike', '/reports/sha256:abc', '/places/sy.hajin'])(
    'shows the one page of the workspace at %s, which runs its own scripts only',
    async (target) => {
      const response = await ask(target);
      expect([response.status, await response.text()]).toEqual([200, expect.stringContaining('workspace')]);
      const policy = response.headers.get('content-security-policy')!;
      expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self';");
      expect(policy).not.toContain('unsafe');
      expect(response.headers.get('cache-control')).toBe('no-cache');
    },
  );

  it('lets a browser keep what is named by its content', async () => {
    const response = await ask('/assets/a.js');
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(response.headers.get('cache-control')).toContain('immutable');
  });

  it.each(['/assets/none.js', '/none.css', '/dossier/none.csv', '/dossier/%E0%A4'])(
    'has nothing at %s',
    async (target) => {
      const response = await ask(target);
      expect([target, response.status]).toEqual([target, 404]);
      expect(await response.text()).not.toContain('secret');
    },
  );

  it('shows nothing outside the workspace', async () => {
    expect(await (await ask('/..%2fsecret.txt')).text()).toContain('workspace');
  });

  it('shows what would be published as the dossier, without the working record', async () => {
    expect(await (await ask('/dossier/')).text()).toContain('dossier');
    expect((await ask('/dossier/incidents.csv')).headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect((await ask('/dossier/record.json')).status).toBe(404);
    expect((await ask('/dossier')).headers.get('location')).toBe('/dossier/');
  });

  it('answers an address below /api that is none with a problem', async () => {
    const response = await ask('/api/none');
    expect([response.status, await response.json()]).toEqual([404, expect.objectContaining({ code: 'api/no-route' })]);
  });

  it('answers an empty case', async () => {
    for (const target of [
      '/api/overview',
      '/api/incidents',
      '/api/incidents/map',
      '/api/incidents/timeline',
      '/api/control',
    ])
      expect([target, (await ask(target)).status]).toEqual([target, 200]);
  });

  it('lets so many listen and no more', async () => {
    const ends = Array.from({ length: 200 }, () => stage.hub.listen(() => {}));
    expect((await ask('/api/events')).status).toBe(429);
    for (const end of ends) end();
    const response = await ask('/api/events');
    expect(response.status).toBe(200);
    const reader = response.body!.getReader();
    const { value } = await reader.read();
    expect(new TextDecoder().decode(value)).toContain('"event":"hello"');
    await reader.cancel();
    await expect.poll(() => stage.hub.count()).toBe(0);
  });
});
