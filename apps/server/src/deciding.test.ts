import type { Acknowledged, Agreement, Decision, Incident, LiveEvent, Overview } from '@isnad/api';
import { beforeEach, describe, expect, it } from 'vitest';
import { OWNER } from './security/viewer.js';
import { type Served, serveEpisode } from './served.fixture.js';

let served: Served;
let claim: string;
beforeEach(async () => {
  served = await serveEpisode();
  claim = served.record().claims.find((one) => one.kind === 'event' && one.date !== null)!.id;
});

const decide = async (more: object, headers?: Readonly<Record<string, string>>): Promise<Response> =>
  served.post('/api/decisions', { kind: 'accept', about: [claim], reason: 'seen', by: 'Amal', ...more }, headers);

const decided = async (more: object): Promise<Decision> => {
  const { decision } = (await (await decide(more)).json()) as Acknowledged;
  await served.stage.settled();
  return decision;
};

const get = async <T>(target: string): Promise<T> => (await served.json(target)) as T;

describe('a decision', () => {
  it('is acknowledged, shown in the next record, and can be taken back and restored', async () => {
    const before = served.record().claims.length;
    const response = await decide({ kind: 'reject' });
    expect(response.status).toBe(201);
    const { decision, record } = (await response.json()) as Acknowledged;
    expect([decision.state, record]).toEqual(['in-force', 'building']);
    await served.stage.settled();
    expect(served.record().claims).toHaveLength(before - 1);
    expect(await get(`/api/claims/${claim}`)).toMatchObject({ rejected: true, incident: null });

    const back = await served.post(`/api/decisions/${decision.id}/retirement`, { reason: 'slip', by: 'Amal' });
    expect(back.status).toBe(201);
    const { decision: retirement } = (await back.json()) as Acknowledged;
    await served.stage.settled();
    expect(served.record().claims).toHaveLength(before);
    expect(await get(`/api/decisions/${decision.id}`)).toMatchObject({ state: 'retired', retiredBy: retirement.id });
    const twice = await served.post(`/api/decisions/${decision.id}/retirement`, { reason: '', by: 'Amal' });
    expect([twice.status, await twice.json()]).toEqual([409, expect.objectContaining({ code: 'api/already-retired' })]);

    await served.post(`/api/decisions/${retirement.id}/retirement`, { reason: 'after all', by: 'Amal' });
    await served.stage.settled();
    expect(served.record().claims).toHaveLength(before - 1);
    expect(await get(`/api/decisions/${decision.id}`)).toMatchObject({ state: 'in-force', retiredBy: null });
  });

  it('corrects a claim, and what was read stays known', async () => {
    await decided({ kind: 'correct', value: { date: '2018-11-03' } });
    expect(await get(`/api/claims/${claim}`)).toMatchObject({ date: '2018-11-03' });
    expect(served.record().corrected?.map(({ id }) => id)).toEqual([claim]);
  });

  it('tells whoever listens', async () => {
    const heard: LiveEvent[] = [];
    const end = served.stage.hub.listen((event) => heard.push(event));
    await decided({});
    end();
    expect(heard.map(({ event }) => event)).toEqual(['decision', 'build', 'build', 'record']);
  });

  it('is refused where its subject has changed since it was seen', async () => {
    const seen = (await served.ask(`/api/claims/${claim}`)).headers.get('etag')!;
    expect((await decide({ kind: 'correct', value: { date: '2018-11-03' } }, { 'if-match': seen })).status).toBe(201);
    await served.stage.settled();
    const late = await decide({ kind: 'correct', value: { date: '2018-11-04' } }, { 'if-match': seen });
    expect([late.status, await late.json()]).toEqual([412, expect.objectContaining({ code: 'api/changed' })]);
    const { id } = await get<Incident>(`/api/incidents/${claim}`);
    const now = (await served.ask(`/api/incidents/${id}`)).headers.get('etag')!;
    expect((await decide({ about: [id] }, { 'if-match': now })).status).toBe(201);
  });

  it.each([
    ['correct', { date: 'never' }],
    ['correct', { min: 5, max: 3 }],
    ['correct', { actors: 'sdf' }],
    ['correct', { id: 'c:other' }],
    ['correct', { rule: 'mine' }],
    [
      'correct',
      { places: [{ id: 'x', name: 'x', role: 'where', lat: null, lon: null, precision: null, start: 0, end: 9e6 }] },
    ],
    ['correct', {}],
    ['correct', { constructor: 1 }],
    ['correct', { toString: 'x' }],
    ['date', { date: 'never' }],
    ['grade', { grade: 'certain' }],
    ['place', { place: { id: 'x' } }],
    ['place', { place: { id: 'x', name: 'x', lat: 400, lon: 0 } }],
    ['merge', {}],
    ['add', { claim: { kind: 'event' } }],
  ])('%s to %j is refused, because the record could not use it', async (kind, value) => {
    const response = await decide({ kind, value });
    expect([response.status, await response.json()]).toEqual([400, expect.objectContaining({ code: 'api/bad-value' })]);
  });

  it('to expunge is refused, and says what to do', async () => {
    expect((await decide({ kind: 'expunge' })).status).toBe(409);
  });

  it('adds a claim with the words that stand there, once', async () => {
    const naming = served.record().reports.find(({ path }) => path === 'naming.txt')!;
    const value = {
      claim: {
        kind: 'figure',
        measure: 'wounded',
        group: 'civilians',
        min: 3,
        max: 3,
        span: { start: 4, end: 29, text: '\ufdd0' },
      },
    };
    const decision = await decided({ kind: 'add', about: [naming.id], value });
    const claimOf = (one?: { value?: unknown }) =>
      (one!.value as { claim: { id: string; span: { text: string } } }).claim;
    const { id, span } = claimOf(decision);
    // Kept as it stands there, covered in the answer.
    const kept = claimOf((await served.stage.scene(OWNER).book.decisions()).find((one) => one.id === decision.id));
    expect(kept.span.text).toMatch(/^\p{Script=Arabic}[\p{Script=Arabic} ]+$/u);
    expect(span.text).toMatch(/^[\p{Script=Arabic} ]+\ufdd0+$/u);
    expect(await get(`/api/claims/${id}`)).toMatchObject({
      min: 3,
      rule: 'person',
      attribution: [],
      scope: 'incident',
    });
    expect((await decide({ kind: 'add', about: [naming.id], value })).status).toBe(409);
  });

  it('whose subject is gone is orphaned, and in the queue of such', async () => {
    const report = served.record().claims.find(({ id }) => id === claim)!.report;
    const span = { start: 0, end: 5 };
    const added = { kind: 'event', type: 'air-strike', span };
    const addition = await decided({ kind: 'add', about: [report], value: { claim: added } });
    const { id } = await decided({ about: [(addition.value as { claim: { id: string } }).claim.id] });
    await served.post(`/api/decisions/${addition.id}/retirement`, { reason: '', by: 'Amal' });
    await served.stage.settled();
    expect(await get(`/api/decisions/${id}`)).toMatchObject({ state: 'orphaned' });
    const queue = await get<{ items: { kind: string }[] }>('/api/queues/orphaned-decisions');
    expect(queue.items).toHaveLength(1);
  });
});

describe('a queue', () => {
  it('is emptied by decisions that settle', async () => {
    const { items, total } = await get<{ items: { id: string; about: string[] }[]; total: number }>(
      '/api/queues/disputes',
    );
    await decided({ about: items[0]!.about, value: { settles: items[0]!.id } });
    const after = await get<{ total: number }>('/api/queues/disputes');
    expect(after.total).toBe(total - 1);
    const { queues } = await get<Overview>('/api/overview');
    expect(queues.find(({ queue }) => queue === 'disputes')).toEqual({
      queue: 'disputes',
      open: total - 1,
      settled: 1,
    });
  });
});

describe('the overview', () => {
  it('tells what was decided since the last visit', async () => {
    await decided({ by: 'Amal' });
    const { changes } = await get<Overview>('/api/overview?since=2019-06-30T00:00:00Z');
    expect(changes).toMatchObject({ decisions: 1, by: [{ by: 'Amal', decisions: 1 }] });
    expect((await get<Overview>('/api/overview?since=2030-01-01T00:00:00Z')).changes.decisions).toBe(0);
  });
});

describe('two coders', () => {
  it('do not see what the other decided while they code a report', async () => {
    const { report, date } = served.record().claims.find(({ id }) => id === claim) as { report: string; date: string };
    await decided({ kind: 'correct', by: 'Amal', value: { date: '2018-11-03' } });
    const span = { start: 0, end: 5 };
    await decided({
      kind: 'add',
      by: 'Amal',
      about: [report],
      value: { claim: { kind: 'event', type: 'air-strike', span } },
    });
    interface Seen {
      readonly claims: readonly { readonly id: string; readonly date?: string; readonly decided: readonly string[] }[];
      readonly decisions: readonly { readonly by: string }[];
    }
    const seenBy = (coder: string) => get<Seen>(`/api/reports/${report}?coder=${coder}`);
    const [amal, basim] = [await seenBy('Amal'), await seenBy('Basim')];
    const of = ({ claims }: Seen) => claims.find(({ id }) => id === claim)!;
    expect([of(amal).date, of(basim).date]).toEqual(['2018-11-03', date]);
    expect([of(amal).decided.length, of(basim).decided.length]).toEqual([1, 0]);
    expect(basim.decisions).toEqual([]);
    expect(amal.claims.length).toBe(basim.claims.length + 1);
  });

  it('are compared field by field, and what they differ in is to be adjudicated', async () => {
    const claims = served.record().claims.filter((one) => one.kind === 'event' && one.date !== null);
    const [first, second] = claims.map(({ id }) => id) as [string, string];
    for (const by of ['Amal', 'Basim']) await decided({ about: [first], by });
    await decided({ kind: 'correct', about: [second], by: 'Amal', value: { date: '2018-11-03' } });
    const { id } = await decided({ kind: 'accept', about: [second], by: 'Basim' });

    const { coders, fields } = await get<Agreement>('/api/agreement');
    expect(coders.map(({ by, claims: some }) => [by, some])).toEqual([
      ['Amal', 2],
      ['Basim', 2],
    ]);
    const of = (field: string) => fields.find((one) => one.field === field)!;
    expect(of('date')).toMatchObject({ units: 2, values: 4, disagreements: 1 });
    expect(of('type')).toMatchObject({ units: 2, disagreements: 0 });
    expect(of('verdict').disagreements).toBe(1);

    type Open = { total: number; items: { field: string; claim: string; values: { by: string }[] }[] };
    const open = await get<Open>('/api/agreement/disagreements');
    expect(open.items.map(({ field, claim: about }) => [field, about]).sort()).toEqual([
      ['date', second],
      ['verdict', second],
    ]);
    // Somebody else retires one: adjudicated, but the agreement that was reached by themselves stays what it was.
    await served.post(`/api/decisions/${id}/retirement`, { reason: 'the text says the third', by: 'Editor' });
    await served.stage.settled();
    expect((await get<Open>('/api/agreement/disagreements')).total).toBe(0);
    expect((await get<Agreement>('/api/agreement')).fields.find(({ field }) => field === 'date')!.disagreements).toBe(
      1,
    );
  });
});
