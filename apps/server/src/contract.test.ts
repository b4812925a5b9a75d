import { type Operation, plainRoutes, routes } from '@isnad/api';
import { addressOf, createClient } from '@isnad/client';
import { beforeAll, describe, expect, it } from 'vitest';
import { OWNER } from './security/viewer.js';
import { PRIVATE_NAME, type Served, serveEpisode } from './served.fixture.js';

let served: Served;
beforeAll(async () => {
  served = await serveEpisode();
});

interface Example {
  readonly operation: Operation;
  readonly address: string;
}

const QUERIES: Partial<Record<Operation, readonly Record<string, string | readonly string[]>[]>> = {
  overview: [{}, { since: '2019-01-01T00:00:00Z' }],
  incidents: [
    {},
    { sort: '-harmed', limit: '500' },
    { type: ['air-strike', 'ground-attack'], from: '2018-09-01', to: '2018-12-31' },
    { text: 'هجين', undated: 'with' },
    { bbox: '40,34,41,35', source: 'sohr' },
    { place: 'sy.hajin', group: 'is' },
  ],
  incidentFacets: [{}, { type: 'air-strike' }, { type: 'no-such-type' }],
  incidentMap: [{}, { family: 'air' }],
  incidentTimeline: [{}, { unit: 'day' }, { unit: 'year' }],
  reports: [{}, { sort: '-published' }, { undated: 'only' }, { outlet: 'sohr' }, { text: 'هجين' }],
  tolls: [{}, { failed: 'true' }, { source: 'sohr', measure: 'killed' }],
  control: [{}, { on: '2018-12-14' }],
  places: [{}, { text: 'هجين' }, { sort: 'name' }],
  people: [{}, { names: 'shown' }, { role: 'victim' }],
  search: [{ q: 'هجين' }, { q: 'وهجين', in: 'claims' }, { q: '"قوات سوريا الديمقراطية"' }, { q: '...' }],
  decisions: [{}, { state: ['in-force', 'orphaned'] }],
};

/** Addresses of every route that reads, with ids that the case holds. */
const examples = (): readonly Example[] => {
  const { record, placeIds } = served.stage.scene(OWNER).view;
  const idsOf: Partial<Record<Operation, readonly string[]>> = {
    incident: record.incidents.map(({ id }) => id),
    report: record.reports.map(({ id }) => id),
    claim: record.claims.slice(0, 20).map(({ id }) => id),
    explain: record.claims.slice(0, 5).map(({ id }) => id),
    toll: record.tolls.map(({ id }) => id),
    place: [...new Set(record.claims.flatMap(({ places }) => places.map(({ id }) => placeIds.shown(id))))],
    decision: served.stage.scene(OWNER).log.all.map(({ id }) => id),
    exportAs: ['acled', 'csv'],
  };
  return (Object.keys(routes) as Operation[]).flatMap((operation): readonly Example[] => {
    if (routes[operation].method !== 'get') return [];
    if (operation === 'queue')
      return routes.queue.params.shape.queue.options.map((queue) => ({
        operation,
        address: addressOf('queue', { params: { queue } }),
      }));
    const ids = idsOf[operation];
    if (ids)
      return ids.map((id) => ({ operation, address: addressOf(operation, { params: { id, form: id } } as never) }));
    if (operation === 'compare')
      return (['now', 1] as const).map((to) => ({
        operation,
        address: addressOf('compare', { params: { from: 1, to } }),
      }));
    return (QUERIES[operation] ?? [{}]).map((query) => ({
      operation,
      address: addressOf(operation, { query } as never),
    }));
  });
};

const each = function* (value: unknown): Generator<Record<string, unknown>> {
  if (Array.isArray(value)) for (const one of value) yield* each(one);
  else if (typeof value === 'object' && value !== null) {
    yield value as Record<string, unknown>;
    yield* each(Object.values(value));
  }
};

describe('every route that reads', () => {
  it('answers in the shape of its schema, with nothing besides', async () => {
    await served.post('/api/decisions', {
      kind: 'accept',
      about: [served.record().claims[0]!.id],
      reason: '',
      by: 'Amal',
    });
    await served.stage.settled();
    const seen = new Set<Operation>();
    for (const { operation, address } of examples()) {
      if (operation === 'decision') continue;
      const response = await served.ask(address);
      expect([address, response.status]).toEqual([address, 200]);
      expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
      const answer: unknown = await response.json();
      expect(routes[operation].answer.parse(answer), address).toEqual(answer);
      seen.add(operation);
    }
    const [{ id }] = ((await served.json('/api/decisions')) as { items: [{ id: string }] }).items;
    const decision: unknown = await served.json(`/api/decisions/${id}`);
    expect(routes.decision.answer.parse(decision)).toEqual(decision);
    const reading = (Object.keys(routes) as Operation[]).filter((one) => routes[one].method === 'get');
    expect(reading.filter((one) => !seen.has(one))).toEqual(['decision']);
    expect(served.slips).toEqual([]);
  });

  it('gives text in both languages wherever it gives text in one', async () => {
    for (const { address } of examples())
      for (const one of each(await served.json(address)))
        if ('ar' in one || 'en' in one)
          expect([address, Boolean(one.ar), Boolean(one.en)]).toEqual([address, true, true]);
  });

  it('has an ETag that stays, and is not sent again to who has it', async () => {
    for (const { address, operation } of examples()) {
      if (operation === 'decision') continue;
      const tag = (await served.ask(address)).headers.get('etag')!;
      expect(tag).toMatch(/^"[\w-]+"$/);
      const again = await served.ask(address, { headers: { 'if-none-match': `"other", W/${tag}` } });
      expect([address, again.status, await again.text()]).toEqual([address, 304, '']);
    }
  });

  /** Somebody writes a private name wherever a decision can hold one. */
  const writeNames = async (): Promise<void> => {
    const decided = async (decision: object): Promise<void> => {
      const response = await served.post('/api/decisions', { by: 'Namer', reason: `of ${PRIVATE_NAME}`, ...decision });
      expect([decision, response.status, response.status === 201 ? '' : await response.text()]).toEqual([
        decision,
        201,
        '',
      ]);
      await served.stage.settled();
    };
    const naming = served.record().reports.find(({ path }) => path === 'naming.txt')!.id;
    const claim = served.record().claims.find((one) => one.report === naming && one.kind === 'event')!.id;
    const lone = served.record().incidents.find(({ claims }) => claims.length === 1)!;
    const { text } = (await served.json(`/api/reports/${naming}?names=shown`)) as { text: string };
    const start = text.indexOf(PRIVATE_NAME);
    const place = { id: `unlisted:${PRIVATE_NAME}`, name: PRIVATE_NAME, lat: null, lon: null, precision: null };
    await decided({ kind: 'accept', about: [naming], value: { note: { [PRIVATE_NAME]: [PRIVATE_NAME] } } });
    await decided({ kind: 'accept', about: [lone.id] });
    await decided({ kind: 'reject', about: lone.claims });
    const quote = { start, end: start + PRIVATE_NAME.length, text: '' };
    await decided({ kind: 'correct', about: [claim], value: { places: [{ ...place, ...quote, role: 'where' }] } });
    await decided({ kind: 'accept', about: [claim], by: 'Other' });
  };

  it('covers private persons’ names, unless they are asked for', async () => {
    const shown: string[] = [];
    await writeNames();
    for (const { address } of examples()) {
      const response = await served.ask(address);
      const answer = await response.text();
      expect([address, response.status]).toEqual([address, 200]);
      if (answer.includes(PRIVATE_NAME) || answer.includes('الدرويش')) shown.push(address);
    }
    expect(shown).toEqual(['/api/people?names=shown']);
    const [{ total }, named] = (await Promise.all(
      ['covered', 'shown'].map((names) => served.json(`/api/decisions?by=Namer&names=${names}`)),
    )) as [{ total: number }, { items: { value: object; reason: string }[] }];
    expect(total).toBe(named.items.length);
    expect(JSON.stringify(named)).toContain(PRIVATE_NAME);
    // An id in which a name is covered finds its place, and is kept in a decision as the record knows it.
    const [misread] = served
      .record()
      .claims.flatMap(({ places }) => places)
      .filter(({ id }) => id.endsWith(PRIVATE_NAME));
    const id = served.stage.scene(OWNER).view.placeIds.shown(misread!.id);
    expect(id).not.toContain('سمير');
    const { total: found } = (await served.json(addressOf('incidents', { query: { place: id } }))) as {
      total: number;
    };
    expect(found).toBe(1);
    await served.post('/api/decisions', {
      kind: 'place',
      about: [served.record().claims[0]!.id],
      value: { place: { id, name: id.slice('unlisted:'.length) } },
      reason: '',
      by: 'Placer',
    });
    const kept = (await served.stage.scene(OWNER).book.decisions()).find(({ by }) => by === 'Placer');
    expect(kept?.value).toMatchObject({ place: { id: `unlisted:${PRIVATE_NAME}`, name: PRIVATE_NAME } });
    const naming = served.record().reports.find(({ path }) => path === 'naming.txt')!;
    const covered = (await served.json(`/api/reports/${naming.id}`)) as { text: string };
    const plain = (await served.json(`/api/reports/${naming.id}?names=shown`)) as { text: string };
    expect(plain.text).toContain(PRIVATE_NAME);
    expect(covered.text).toHaveLength(plain.text.length);
  });

  it('refuses names to who may not see them', async () => {
    const reader = await serveEpisode({ name: null, role: 'reader' });
    const report = reader.record().reports[0]!.id;
    for (const address of ['/api/people', `/api/reports/${report}`]) {
      expect((await reader.ask(address)).status).toBe(200);
      const refused = await reader.ask(`${address}?names=shown`);
      expect([refused.status, await refused.json()]).toEqual([
        403,
        expect.objectContaining({ code: 'api/names-withheld' }),
      ]);
    }
    const decided = await reader.post('/api/decisions', { kind: 'accept', about: [report], reason: '', by: 'x' });
    expect([decided.status, await decided.json()]).toEqual([403, expect.objectContaining({ code: 'api/not-allowed' })]);
  });
});

describe('pages', () => {
  const LISTS = [
    '/api/incidents?x=',
    '/api/incidents?sort=-date',
    '/api/incidents?sort=-reports',
    '/api/incidents?sort=-harmed',
    '/api/reports?sort=published',
    '/api/reports?sort=-published',
    '/api/reports?sort=-claims',
    '/api/reports?sort=path',
    '/api/tolls?x=',
    '/api/places?sort=-incidents',
    '/api/places?sort=name',
    '/api/people?x=',
    '/api/decisions?x=',
    '/api/queues/disputes?x=',
    '/api/queues/low-confidence?x=',
    `/api/search?q=${encodeURIComponent('هجين')}`,
  ];
  interface Page {
    readonly items: readonly { readonly id?: string; readonly report?: string }[];
    readonly next: string | null;
    readonly total: number;
  }

  it.each(LISTS)('%s: together they are the whole list, each thing once, in one order', async (list) => {
    const whole = (await served.json(`${list}&limit=500`)) as Page;
    expect(whole.next).toBeNull();
    expect(whole.total).toBe(whole.items.length);
    const found: Page['items'][number][] = [];
    let cursor = '';
    for (let pages = 0; pages < 200; pages++) {
      const page = (await served.json(`${list}&limit=3${cursor}`)) as Page;
      expect(page.total).toBe(whole.total);
      found.push(...page.items);
      if (page.next === null) break;
      cursor = `&cursor=${page.next}`;
    }
    expect(found).toEqual(whole.items);
    const ids = found.map((one) => one.id ?? one.report);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('an export', () => {
  it('is downloaded, never shown in place', async () => {
    const { files } = (await served.json('/api/exports/acled')) as {
      files: { name: string; bytes: number; href: string }[];
    };
    for (const { href, bytes } of files) {
      const response = await served.ask(href);
      const { headers, status } = response;
      expect([status, (await response.arrayBuffer()).byteLength]).toEqual([200, bytes]);
      expect(headers.get('content-disposition')).toMatch(/^attachment/);
      expect(headers.get('content-type')).toBe('application/octet-stream');
    }
    expect((await served.ask('/api/exports/acled/..%2f..%2fsecret')).status).toBe(404);
    expect((await served.ask('/api/exports/no-such-form')).status).toBe(404);
  });
});

describe('a release', () => {
  it('is made with its terms, listed, and its files are downloaded', async () => {
    const made = await served.post('/api/releases', { by: 'Amal', note: 'second', licence: 'CC BY 4.0' });
    expect(made.status).toBe(201);
    const release: unknown = await made.json();
    expect(routes.publish.answer.parse(release)).toEqual(release);
    const { releases } = (await served.json('/api/releases')) as {
      releases: { number: number; files: { href: string }[] }[];
    };
    expect(releases.map(({ number }) => number)).toEqual([2, 1]);
    expect(releases[0]).toEqual(release);
    const file = await served.ask(releases[0]!.files[0]!.href);
    expect([file.status, file.headers.get('content-disposition')]).toEqual([200, "attachment; filename*=UTF-8''a.csv"]);
    for (const missing of [
      '/api/releases/9/changes/now',
      '/api/releases/2/files/..%2f..%2fcase.isnad',
      '/api/releases/9/files/a.csv',
    ])
      expect((await served.ask(missing)).status).toBe(404);
  });

  it('is not for everybody to make', async () => {
    const reader = await serveEpisode({ name: null, role: 'editor' });
    expect((await reader.post('/api/releases', { by: 'Amal' })).status).toBe(403);
  });
});

describe('the OpenAPI document', () => {
  it('describes every route once, with its answers and problems', async () => {
    const document = (await served.json('/api/openapi.json')) as {
      openapi: string;
      paths: Record<
        string,
        Record<string, { operationId: string; responses: Record<string, object>; parameters?: { name: string }[] }>
      >;
    };
    expect(document.openapi).toBe('3.1.0');
    const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
    expect(operations.map(({ operationId }) => operationId).sort()).toEqual(
      Object.keys({ ...routes, ...plainRoutes }).sort(),
    );
    const roles = { ...routes, ...plainRoutes } as Record<string, { role: string }>;
    for (const operation of operations) {
      const { role } = roles[operation.operationId]!;
      expect(operation).toMatchObject({ 'x-least-role': role, security: [{ session: [] }, { token: [] }] });
    }
    for (const [path, methods] of Object.entries(document.paths))
      for (const { responses, parameters = [] } of Object.values(methods)) {
        expect(Object.keys(responses)).toEqual(expect.arrayContaining(['400', '403', '404']));
        for (const [, name] of path.matchAll(/\{(\w+)\}/g)) expect(parameters.map((one) => one.name)).toContain(name);
      }
  });
});

describe('the client', () => {
  const client = () => createClient('http://127.0.0.1:4750', (url, init) => served.ask(String(url).slice(21), init));

  it('asks by operation, and gives what the server says', async () => {
    const { items } = await client().ask('incidents', { query: { type: ['air-strike'], limit: 2 } });
    expect(items.map(({ type }) => type)).toEqual(['air-strike', 'air-strike']);
    const { value, etag } = await client().askTagged('incident', { params: { id: items[0]!.id } });
    expect(value.title).toEqual(items[0]!.title);
    expect(etag).toMatch(/^"/);
  });

  it('throws what the server refuses', async () => {
    const refused = client().ask('report', { params: { id: 'sha256:none' } });
    await expect(refused).rejects.toMatchObject({ problem: { status: 404, code: 'api/not-found' } });
  });
});

describe('a place that is written as another', () => {
  it('is asked about once, with what it might be', async () => {
    interface Asked {
      readonly kind: string;
      readonly explain: { readonly en: string };
      readonly about: readonly string[];
    }
    const { items } = (await served.json('/api/queues/ambiguous-places?limit=500')) as { items: readonly Asked[] };
    const susah = items.find(({ kind, explain }) => kind === 'namesakes' && explain.en.startsWith('Read as Al-Susah'));
    expect(susah?.about.length).toBeGreaterThan(1);
    const { namesakes } = (await served.json('/api/places/sy.al-susah')) as { namesakes: { nameAr: string }[] };
    expect(namesakes.length).toBeGreaterThan(0);
  });
});
