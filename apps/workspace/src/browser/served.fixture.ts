import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import { readDocument, readSidecar } from '@isnad/archive';
import { createReader, eventKinds, loadEventWords } from '@isnad/claims';
import { findOutlet, loadLexicon } from '@isnad/lexicon';
import { type Decision, type Document, ROLES } from '@isnad/model';
import { privatePersonsOf } from '@isnad/publish';
import { buildRecord, recordLexicon } from '@isnad/record';
import {
  type Casebook,
  createServer,
  createTeamServer,
  memoryCasebook,
  OWNER,
  openStage,
  type Snapshot,
  wordsOfRecord,
} from '@isnad/server';
import { openTeam } from '@isnad/team';
import { emptyDatabase } from '@isnad/testbed';
import type { Hono } from 'hono';
import { build } from 'vite';

const app = fileURLToPath(new URL('../..', import.meta.url));
const episode = path.join(app, '../../episodes/hajin-2018/reports');

/** The reports of the episode, and one without a date, so that no queue of the first screen is empty for want of one. */
const documents = (): readonly Document[] => [
  ...readdirSync(episode)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => {
      const sidecar = name.replace('.txt', '.meta.json');
      const { given } = readSidecar(sidecar, readFileSync(path.join(episode, sidecar), 'utf8'));
      return readDocument(name, readFileSync(path.join(episode, name)), given);
    }),
  readDocument('undated.txt', Buffer.from('سقطت قذيفة على تل الخشبات.'), {}),
];

const caseOf = () => {
  const lexicon = loadLexicon();
  const words = loadEventWords();
  const events = eventKinds(words);
  const reader = createReader(lexicon, undefined, words);
  const known = recordLexicon(lexicon, lexicon.places, events);
  const read = documents().map((document) => ({ document, reading: reader.read(document) }));
  const readings = read.map(({ reading }) => reading);
  const texts = new Map(read.map(({ document }) => [document.id, document.text]));
  const places = new Map(lexicon.places.places.map((place) => [place.id, place]));
  const snapshotOf = (decisions: readonly Decision[]): Snapshot => {
    const built = buildRecord({
      caseName: 'hajin-2018',
      readings,
      decisions,
      lexicon: known,
      texts,
      program: { version: 'test', lexicon: lexicon.version },
    });
    const record = {
      ...built,
      private_persons: privatePersonsOf(new Map(readings.map((one) => [one.report.id, one]))),
    };
    const outlet = (name: string) => findOutlet(lexicon, name)?.id ?? null;
    return {
      revision: `r${decisions.length}`,
      record,
      words: wordsOfRecord(record, { ...lexicon, events, places, outlet }),
    };
  };
  const pages = new Map(
    read.map(({ document, reading }) => [
      document.id,
      {
        text: document.text,
        language: reading.report.language,
        furniture: reading.report.furniture,
        masked: document.masked ?? [],
        persons: reading.persons,
        notes: reading.notes,
      },
    ]),
  );
  const byId = new Map(read.map(({ document }) => [document.id, document]));
  return memoryCasebook({
    snapshot: snapshotOf([]),
    pages,
    rebuild: async (decisions) => snapshotOf(decisions),
    explain: async (report, offset) => reader.explain(byId.get(report)!, offset),
  });
};

export interface ServedWorkspace {
  readonly address: string;
  /** Resolves when no build of the record is under way. */
  readonly settled: () => Promise<void>;
  readonly end: () => Promise<void>;
}

/** The workspace, built from its sources into a folder of its own. */
const builtWorkspace = async (): Promise<string> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'isnad-workspace-'));
  await build({
    root: app,
    configFile: path.join(app, 'vite.config.ts'),
    build: { outDir: folder, emptyOutDir: true },
  });
  return folder;
};

const listening = async (fetch: Hono['fetch'], end: () => Promise<void>): Promise<Omit<ServedWorkspace, 'settled'>> => {
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const started = serve({ fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(started));
  });
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    end: async () => {
      if ('closeAllConnections' in server) server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await end();
    },
  };
};

/** The workspace, built from its sources, served over the episode by the server that `isnad serve` uses. */
export const serveWorkspace = async (): Promise<ServedWorkspace> => {
  const workspace = await builtWorkspace();
  const stage = await openStage(caseOf(), () => new Date().toISOString());
  const { fetch } = createServer(stage, {
    hosts: ['127.0.0.1'],
    version: 'test',
    viewer: () => OWNER,
    workspace,
    dossier: null,
  });
  const served = await listening(fetch, () => rm(workspace, { recursive: true, force: true }));
  return { ...served, settled: stage.settled };
};

/** The same as a case of a team, below /cases/hajin/, with an account for each role that is called like it. */
export const serveTeamWorkspace = async (
  password: string,
  work: Casebook['work'] = async () => null,
): Promise<ServedWorkspace> => {
  const [workspace, database] = await Promise.all([builtWorkspace(), emptyDatabase()]);
  const team = await openTeam(database.url);
  const deed = { by: 'test', at: new Date().toISOString() };
  for (const role of ROLES) {
    await team.people.add({ name: role, shown: `The ${role}`, password }, deed);
    await team.people.setRole(role, 'hajin', role, deed);
  }
  const stage = await openStage({ ...caseOf(), work }, () => new Date().toISOString());
  stage.watch();
  const shared = { hosts: ['127.0.0.1'], version: 'test', workspace };
  const { fetch } = createTeamServer({
    ...shared,
    team,
    isSecure: false,
    now: () => new Date().toISOString(),
    addressOf: () => '127.0.0.1',
    cases: {
      names: async () => ['hajin'],
      open: async (_name, mount) => createServer(stage, { ...shared, ...mount, dossier: null }),
    },
  });
  const served = await listening(fetch, async () => {
    stage.end();
    await team.close();
    await database.remove();
    await rm(workspace, { recursive: true, force: true });
  });
  return { ...served, settled: stage.settled };
};
