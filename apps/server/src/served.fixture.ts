import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readDocument, readSidecar } from '@isnad/archive';
import { createReader, eventKinds, loadEventWords } from '@isnad/claims';
import { findOutlet, loadLexicon } from '@isnad/lexicon';
import type { CaseRecord, Decision, Document, Reading } from '@isnad/model';
import { privatePersonsOf } from '@isnad/publish';
import { buildRecord, recordLexicon } from '@isnad/record';
import type { Snapshot } from './case/casebook.js';
import { memoryCasebook } from './case/memory.js';
import type { KeptRelease, Releasing } from './case/releasing.js';
import { wordsOfRecord } from './case/words.js';
import { createApi } from './http/app.js';
import { openStage, type Stage } from './live/stage.js';
import { OWNER, type Viewer } from './security/viewer.js';

const REPORTS = fileURLToPath(new URL('../../../episodes/hajin-2018/reports', import.meta.url));

// Invented: "The citizen Samir Muhammad al-Darwish (44 years) was killed by shelling of the town of Hajin."
const NAMING = 'قتل المواطن سمير محمد الدرويش (44 عاماً) جراء قصف مدفعي على بلدة هجين.';
export const PRIVATE_NAME = 'سمير محمد الدرويش';

const documents = (): readonly Document[] => [
  ...readdirSync(REPORTS)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => {
      const meta = name.replace('.txt', '.meta.json');
      const { given } = readSidecar(meta, readFileSync(path.join(REPORTS, meta), 'utf8'));
      return readDocument(name, readFileSync(path.join(REPORTS, name)), given);
    }),
  readDocument('naming.txt', Buffer.from(NAMING), { published: '2018-12-10', outlet: 'الجسر' }),
  // Without an outlet, and called by a private person's name.
  readDocument(`${PRIVATE_NAME}.txt`, Buffer.from('سقطت قذيفة على تل الخشبات.'), {}),
];

const lexicon = loadLexicon();
const words = loadEventWords();
const kinds = eventKinds(words);
const reader = createReader(lexicon, undefined, words);
const known = recordLexicon(lexicon, lexicon.places, kinds);

const read = documents().map((document) => ({ document, reading: reader.read(document) }));

const snapshotOf = (decisions: readonly Decision[]): Snapshot => {
  const readings: readonly Reading[] = read.map(({ reading }) => reading);
  const texts = new Map(read.map(({ document }) => [document.id, document.text]));
  const built = buildRecord({
    caseName: 'hajin-2018',
    readings,
    decisions,
    lexicon: known,
    texts,
    program: { version: 'test', lexicon: lexicon.version },
  });
  const record: CaseRecord = {
    ...built,
    private_persons: privatePersonsOf(new Map(readings.map((reading) => [reading.report.id, reading]))),
  };
  const places = new Map(lexicon.places.places.map((place) => [place.id, place]));
  const outlet = (name: string) => findOutlet(lexicon, name)?.id ?? null;
  return {
    revision: `r${decisions.length}`,
    record,
    words: wordsOfRecord(record, { ...lexicon, events: kinds, places, outlet }),
  };
};

const undecided = snapshotOf([]);

/** Releases that hold one file each. */
const releasing = (): Releasing => {
  const made: KeptRelease[] = [];
  const add = ({ note, licence = null }: { note: string; licence?: string | null | undefined }) => {
    const number = made.length + 1;
    const counts = { reports: 1 };
    const files = ['exports/a.csv'];
    const shared = { number, asOf: '2019-06-30', note, licence, citation: null, names: false, counts, files };
    made.push({ ...shared, previous: number === 1 ? null : number - 1 });
    return number;
  };
  add({ note: 'first' });
  const say = { ar: 'تغيّر', en: 'changed' };
  return {
    list: () => Promise.resolve([...made]),
    file: () => Promise.resolve(new Uint8Array([97])),
    make: (terms) => Promise.resolve(add(terms)),
    compare: (from, to) =>
      Promise.resolve({
        from: { number: from, as_of: '2019-06-30' },
        to: { number: to, as_of: '2019-06-30' },
        reports: { added: [], gone: [], changed: [] },
        decisions: [],
        changes: [{ kind: 'figure', about: ['c:1'], say, because: [{ kind: 'program', about: [], explain: say }] }],
      }),
  };
};

/** The episode, and two reports besides, as a served case. */
export interface Served {
  readonly stage: Stage;
  readonly record: () => CaseRecord;
  /** Asks as a browser's own page would. */
  readonly ask: (target: string, init?: RequestInit) => Promise<Response>;
  readonly json: (target: string, init?: RequestInit) => Promise<unknown>;
  readonly post: (target: string, body: unknown, headers?: Readonly<Record<string, string>>) => Promise<Response>;
  readonly slips: readonly unknown[];
}

export const HOST = '127.0.0.1:4750';

/** The episode as a stage, to be served by whatever a test serves it by. */
export const stageOfEpisode = (): Promise<Stage> => {
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
  let second = 0;
  return openStage(
    memoryCasebook({
      snapshot: undecided,
      pages,
      rebuild: (decisions) => Promise.resolve(snapshotOf(decisions)),
      releases: releasing(),
      exported: async (form) => ({
        files: new Map([
          [`case.${form}`, 'a,b\n'],
          ['page.html', '<script>alert(1)</script>'],
        ]),
        losses: [{ what: 'all', count: 1, said: '1 × all' }],
      }),
      explain: (report, offset) => {
        const found = read.find(({ document }) => document.id === report);
        return Promise.resolve(found ? reader.explain(found.document, offset) : null);
      },
    }),
    () => new Date(Date.UTC(2019, 5, 30, 12, 0, second++)).toISOString(),
  );
};

export const serveEpisode = async (viewer: Viewer = OWNER): Promise<Served> => {
  const stage = await stageOfEpisode();
  const slips: unknown[] = [];
  const api = createApi(stage, {
    hosts: ['127.0.0.1', 'localhost', '[::1]'],
    version: 'test',
    viewer: () => viewer,
    slip: (error) => void slips.push(error),
  });
  const ask: Served['ask'] = async (target, init) =>
    api.request(`http://${HOST}${target}`, { ...init, headers: { host: HOST, ...(init?.headers as object) } });
  return {
    stage,
    slips,
    ask,
    record: () => stage.scene(viewer).view.record,
    json: async (target, init) => (await ask(target, init)).json(),
    post: (target, body, headers) =>
      ask(target, {
        method: 'POST',
        body: typeof body === 'string' ? body : JSON.stringify(body),
        headers: { 'content-type': 'application/json', ...headers },
      }),
  };
};
