import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { putBack, refreshRecord } from '@isnad/casework';
import { createApi, NO_WORDS, OWNER, openStage, type Stage } from '@isnad/server';
import { openCase, type Stamp, type Store } from '@isnad/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCommand } from '../commands/add.js';
import { expungeCommand } from '../commands/expunge.js';
import { initCommand } from '../commands/init.js';
import { stages } from '../stages.js';
import type { Terminal } from '../terminal.js';
import { keptCase } from './kept-case.js';
import { keepWords } from './kept-words.js';
import { openWorkshop } from './workshop.js';

const REPORTS = fileURLToPath(new URL('../../../../episodes/hajin-2018/reports', import.meta.url));
const HOST = '127.0.0.1:4750';
const terminal: Terminal = {
  out: () => Promise.resolve(),
  err: () => {},
  outIsScreen: false,
  errIsScreen: false,
  input: () => Promise.resolve(new Uint8Array()),
  fail: () => {},
};
/** Nobody works on the case. */
const idle = {
  workshop: { refresh: () => Promise.resolve() } as unknown as Parameters<typeof keptCase>[2]['workshop'],
  clerk: { ready: () => Promise.resolve(), decide: () => Promise.resolve() },
};

const stamp = (): Stamp => ({ by: 'tester', at: '2019-06-30T12:00:00.000Z', tool: 'test', version: '0' });

interface Open {
  readonly store: Store;
  readonly stage: Stage;
  readonly get: <T>(target: string) => Promise<T>;
  readonly post: <T>(target: string, body: object) => Promise<T>;
}

describe('a kept case that is served', { timeout: 120_000 }, () => {
  let home: string;
  let folder: string;
  let open: Open;

  const serve = async (): Promise<Open> => {
    const store = await openCase(folder);
    const own = await openCase(folder);
    const workshop = openWorkshop(folder, own, { ...stages, today: () => '2019-06-30' }, stamp);
    const clerk = {
      ready: () => Promise.resolve(),
      decide: (decision: Parameters<Store['decisions']['append']>[0][number]) =>
        store.decisions.append([decision], stamp()),
    };
    const { book } = await keptCase(folder, store, { workshop, clerk }, stamp);
    let second = 0;
    const stage = await openStage(book, () => new Date(Date.UTC(2019, 5, 30, 12, 0, second++)).toISOString());
    await stage.settled();
    const api = createApi(stage, { hosts: ['127.0.0.1'], version: 'test', viewer: () => OWNER });
    const ask = async (target: string, init?: RequestInit) => {
      const headers = { host: HOST, 'content-type': 'application/json' };
      const response = await api.request(`http://${HOST}${target}`, { ...init, headers });
      expect([target, response.status < 300]).toEqual([target, true]);
      return (await response.json()) as never;
    };
    return {
      store,
      stage,
      get: ask,
      post: (target, body) => ask(target, { method: 'POST', body: JSON.stringify(body) }),
    };
  };

  beforeAll(async () => {
    home = realpathSync(mkdtempSync(path.join(tmpdir(), 'isnad-kept-')));
    folder = path.join(home, 'case');
    await initCommand(terminal, stamp, folder, { name: 'hajin-2018' });
    await addCommand(
      terminal,
      { caseStages: () => stages.caseStages(), stamp, fetch: undefined },
      folder,
      [REPORTS],
      {},
    );
    open = await serve();
  });
  afterAll(async () => {
    await open.store.close();
    rmSync(home, { recursive: true, force: true });
  });

  it('shows the record that a build makes, with words, texts and hits', async () => {
    const { revision, writable, counts } = await open.get<{
      revision: string;
      writable: boolean;
      counts: { reports: number };
    }>('/api/overview');
    expect([writable, counts.reports]).toEqual([true, 12]);
    expect(revision).not.toMatch(/-$/);
    const record = await refreshRecord(open.store, stages.caseStages(), stamp());
    const shown = open.stage.scene(OWNER).view.record;
    expect(JSON.parse(JSON.stringify(shown))).toMatchObject(JSON.parse(JSON.stringify(record)));
    const names = await open.get<{ actors: Record<string, { ar: string }> }>('/api/names');
    expect(names.actors.sdf!.ar).toBe('قوات سوريا الديمقراطية');
    const report = await open.get<{ text: string; claims: { span: { start: number; end: number; text: string } }[] }>(
      `/api/reports/${record.reports[0]!.id}`,
    );
    for (const { span } of report.claims) expect(report.text.slice(span.start, span.end)).toBe(span.text);
    const { items } = await open.get<{ items: { excerpt: string; marks: { start: number; end: number }[] }[] }>(
      `/api/search?q=${encodeURIComponent('هجين')}`,
    );
    expect(items.length).toBeGreaterThan(3);
    for (const { excerpt, marks } of items)
      for (const { start, end } of marks) expect(excerpt.slice(start, end)).toMatch(/هجين/);
  });

  it('keeps a decision over a restart, publishes it in a second release and says why it differs', async () => {
    const { number } = await open.post<{ number: number }>('/api/releases', { by: 'Amal', note: 'first' });
    expect(number).toBe(1);
    const figure = open.stage
      .scene(OWNER)
      .view.record.incidents.flatMap(({ figures }) => figures)
      .find(({ claims, best }) => claims?.length === 1 && best !== null)!;
    const claim = figure.claims![0]!;
    const { decision } = await open.post<{ decision: { id: string } }>('/api/decisions', {
      kind: 'correct',
      about: [claim],
      value: { min: 77, max: 77 },
      reason: 'a slip of the pen',
      by: 'Amal',
    });
    await open.stage.settled();
    await open.store.close();
    open = await serve();
    expect(await open.get(`/api/claims/${claim}`)).toMatchObject({ min: 77, max: 77, decided: [decision.id] });
    expect((await open.post<{ number: number; previous: number }>('/api/releases', { by: 'Amal' })).previous).toBe(1);
    const { changes } = await open.get<{ changes: { kind: string; because: { kind: string; about: string[] }[] }[] }>(
      '/api/releases/1/changes/2',
    );
    expect(changes.flatMap(({ because }) => because.flatMap(({ about }) => about))).toContain(decision.id);
    expect(await open.get('/api/releases/2/changes/now')).toMatchObject({ changes: [] });
  });

  it('follows what another process adds', async () => {
    const other = await openCase(folder);
    const about = [open.stage.scene(OWNER).view.record.incidents[0]!.id];
    const at = '2019-07-01T00:00:00Z';
    await other.decisions.append(
      [{ id: 'd:other', at, by: 'B', kind: 'accept', about, reason: '', retires: null }],
      stamp(),
    );
    await other.close();
    open.stage.watch();
    await expect
      .poll(() => open.get<{ total: number }>('/api/decisions?by=B').then(({ total }) => total), { timeout: 30_000 })
      .toBe(1);
  });

  it('shows one whole record, though another is put while it is being read', async () => {
    const own = await openCase(folder);
    const first = (await own.record.head())!;
    let heads = 0;
    const torn: Store = {
      ...own,
      // The second time the head is asked for, another process has just put its record.
      record: {
        ...own.record,
        head: async () => (heads++ === 0 ? { ...first, basis: { ...first.basis, decision: -1 } } : first),
      },
    };
    const never = () => Promise.reject(new Error('not asked for'));
    const workshop = { refresh: never } as unknown as Parameters<typeof keptCase>[2]['workshop'];
    const clerk = { ready: never, decide: never };
    const { book } = await keptCase(folder, torn, { workshop, clerk }, stamp);
    heads = 0;
    expect((await book.snapshot()).revision).toBe((await book.snapshot()).revision);
    const { revision } = await book.snapshot();
    expect([await book.current(revision), await book.expunged(revision)]).toEqual([true, false]);
    await own.close();
  });

  it('keeps what the case is called, without the name of a private person', async () => {
    const own = await openCase(folder);
    const [head, record] = [(await own.record.head())!, (await own.record.whole())!];
    expect(await own.shelf.get('serve/title')).toBe('hajin-2018');
    const { persons } = record.private_persons!.find((one) => one.persons.some(({ text }) => text.includes(' ')))!;
    const name = persons.find(({ text }) => text.includes(' '))!.text;
    await keepWords(own, head, NO_WORDS, { ...record, case: `مقتل ${name}` });
    const kept = (await own.shelf.get('serve/title')) as string;
    expect([kept.startsWith('مقتل '), kept.includes(name)]).toEqual([true, false]);
    await keepWords(own, head, NO_WORDS, { ...record, private_persons: undefined } as never);
    expect(await own.shelf.get('serve/title')).toBeNull();
    await own.close();
  });

  it('covers the names of a record that does not say whom its reports name, by their readings', async () => {
    const own = await openCase(folder);
    const { private_persons: persons, ...record } = (await own.record.whole())!;
    const { basis } = (await own.record.head())!;
    await own.record.put(record, basis, stamp());
    const { book } = await keptCase(folder, own, idle, stamp);
    expect(persons!.length).toBeGreaterThan(0);
    expect((await book.snapshot()).record.private_persons).toEqual(persons);
    const unread: Store = { ...own, readings: { ...own.readings, list: async () => [] } };
    const { book: bare } = await keptCase(folder, unread, idle, stamp);
    await expect(bare.snapshot()).rejects.toThrow('does not say whom its reports name');
    await own.record.put({ ...record, private_persons: persons! }, basis, stamp());
    await own.close();
  });

  it('takes over from the record before what did not change, as the very same objects', async () => {
    const own = await openCase(folder);
    const { book } = await keptCase(folder, own, idle, stamp);
    const before = await book.snapshot();
    const { basis } = (await own.record.head())!;
    const [first, ...rest] = before.record.claims;
    const changed = { ...before.record, claims: [...rest, { ...first!, rule: 'another' }] };
    await own.record.put(changed, basis, stamp());
    expect(await book.current(before.revision)).toBe(false);
    const after = await book.snapshot();
    expect(after.revision).not.toBe(before.revision);
    expect(after.record).toEqual(changed);
    expect(after.record.incidents).toBe(before.record.incidents);
    expect(after.record.claims.filter((claim) => !before.record.claims.includes(claim))).toEqual([
      { ...first!, rule: 'another' },
    ]);
    await own.record.put(before.record, basis, stamp());
    await own.close();
  });

  it('is not current once a report was put back that a worker had set aside', async () => {
    const own = await openCase(folder);
    const { book } = await keptCase(folder, own, idle, stamp);
    const { revision } = await book.snapshot();
    const { reader } = (await own.record.head())!.basis;
    const one = { appearance: 1, path: 'a.txt', code: 'queue/throws', what: 'no', at: stamp().at };
    expect(await book.current(revision)).toBe(true);
    await own.shelf.put(`aside:${reader}:1`, one);
    expect(await book.current(revision)).toBe(false);
    await putBack(own, reader);
    expect(await book.current(revision)).toBe(true);
    await own.close();
  });

  it('shows nothing any more of a report that was expunged while it is open', async () => {
    const [{ id, path: file }] = open.stage.scene(OWNER).view.record.reports as [{ id: string; path: string }];
    const before = open.stage.scene(OWNER).view.record.reports.length;
    await expungeCommand(terminal, { caseStages: () => stages.caseStages(), stamp }, folder, {
      report: [id],
      reason: 'asked',
      yes: true,
    });
    await expect.poll(() => open.stage.scene(OWNER).view.reports.has(id), { timeout: 10_000 }).toBe(false);
    await expect.poll(() => open.stage.scene(OWNER).view.record.reports.length, { timeout: 60_000 }).toBe(before - 1);
    expect(await open.get<object>('/api/reports?limit=500').then(JSON.stringify)).not.toContain(file);
  });

  it('makes exports and the dossier of today, names covered', async () => {
    const { files } = await open.get<{ files: { name: string; bytes: number }[] }>('/api/exports/acled');
    expect(files[0]!.bytes).toBeGreaterThan(1000);
    const publication = await open.stage.scene(OWNER).book.publication('2019-06-30');
    expect(new TextDecoder().decode(publication?.get('index.html') as Uint8Array)).toMatch(/^<!doctype html>/i);
  });
});
