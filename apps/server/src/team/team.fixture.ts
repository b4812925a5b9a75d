import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROLES, type Role } from '@isnad/model';
import { openTeam, type Team } from '@isnad/team';
import { emptyDatabase } from '@isnad/testbed';
import type { Hono } from 'hono';
import { memoryCasebook } from '../case/memory.js';
import { NO_WORDS } from '../case/words.js';
import { openStage, type Stage } from '../live/stage.js';
import { stageOfEpisode } from '../served.fixture.js';
import { createServer } from '../server.js';
import { createTeamServer, type TeamServerOptions } from './team-server.js';

export const PASSWORD = 'seven olives, no key';
export const HOST = '127.0.0.1:4750';
/** The case that those with roles have them in, and one in which only a stranger has one. */
export const [CASE, OTHER] = ['hajin', 'other'] as const;

const EMPTY = {
  case: 'other',
  program: { name: 'isnad', version: '0', lexicon: '0' },
  reports: [],
  claims: [],
  incidents: [],
  tolls: [],
  control: [],
  checks: [],
  disputes: [],
} as never;

/** Somebody who asks, by name, or nobody. */
export type Asker = Role | 'stranger' | 'nobody';
export const ASKERS: readonly Asker[] = ['nobody', 'stranger', ...ROLES];

export interface ServedTeam {
  readonly team: Team;
  readonly server: Hono;
  readonly stage: Stage;
  readonly slips: readonly unknown[];
  /** The cookie of each account. */
  readonly cookies: Readonly<Record<string, string>>;
  readonly ask: (asker: Asker, target: string, init?: RequestInit) => Promise<Response>;
  readonly post: (asker: Asker, target: string, body: unknown, headers?: object) => Promise<Response>;
  readonly remove: () => Promise<void>;
  readonly sql: Awaited<ReturnType<typeof emptyDatabase>>['sql'];
  readonly workspace: string;
}

/** A workspace of a few bytes: what matters is who is shown it. */
const workspaceIn = (home: string): string => {
  const folder = path.join(home, 'workspace');
  mkdirSync(path.join(folder, 'assets'), { recursive: true });
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>workspace</title>');
  writeFileSync(path.join(folder, 'team.html'), '<!doctype html><title>sign in</title>');
  writeFileSync(path.join(folder, 'assets/a.js'), 'export {};');
  writeFileSync(path.join(home, 'secret.txt'), 'secret');
  return folder;
};

/** A team on a database of its own: an account for each role in one case, each called like it, and one stranger to it. */
export const serveTeam = async (more: Partial<TeamServerOptions> = {}): Promise<ServedTeam> => {
  const database = await emptyDatabase();
  const team = await openTeam(database.url);
  const home = realpathSync(mkdtempSync(path.join(tmpdir(), 'isnad-team-')));
  const workspace = workspaceIn(home);
  const stage = await stageOfEpisode();
  const other = await openStage(
    memoryCasebook({ snapshot: { revision: 'r', record: EMPTY, words: NO_WORDS } }),
    () => '2026-01-05T08:00:00.000Z',
  );
  const slips: unknown[] = [];
  const slip = (error: unknown) => void slips.push(error);
  const shared = { hosts: ['127.0.0.1'], version: 'test', slip, signOfLife: 50 };
  const server = createTeamServer({
    ...shared,
    team,
    isSecure: false,
    now: () => new Date().toISOString(),
    addressOf: (request) => request.headers.get('x-test-address') ?? '10.0.0.1',
    workspace,
    perMinute: { known: 1_000_000, unknown: 1_000_000 },
    cases: {
      names: async () => [CASE, OTHER],
      titles: async () => new Map([[CASE, 'هجين ٢٠١٨']]),
      open: async (name, mount) =>
        createServer(name === CASE ? stage : other, { ...shared, ...mount, workspace, dossier: null }),
    },
    ...more,
  });
  const deed = { by: 'test', at: new Date().toISOString() };
  const cookies: Record<string, string> = {};
  for (const asker of ASKERS) {
    if (asker === 'nobody') continue;
    const person = await team.people.add({ name: asker, shown: `The ${asker}`, password: PASSWORD }, deed);
    await team.people.setRole(
      asker,
      asker === 'stranger' ? OTHER : CASE,
      asker === 'stranger' ? 'administrator' : asker,
      deed,
    );
    cookies[asker] = `isnad=${await team.sessions.begin(person, 'password', deed)}`;
  }
  const ask: ServedTeam['ask'] = async (asker, target, init) => {
    const cookie = cookies[asker];
    const headers = { host: HOST, ...(cookie ? { cookie } : {}), ...(init?.headers as object) };
    return server.request(`http://${HOST}${target}`, { ...init, headers });
  };
  return {
    team,
    server,
    stage,
    slips,
    cookies,
    ask,
    workspace,
    sql: database.sql,
    post: (asker, target, body, headers) =>
      ask(asker, target, {
        method: 'POST',
        body: typeof body === 'string' ? body : JSON.stringify(body),
        headers: { 'content-type': 'application/json', ...headers },
      }),
    remove: async () => {
      await team.close();
      await database.remove();
      rmSync(home, { recursive: true });
    },
  };
};
