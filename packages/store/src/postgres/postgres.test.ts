import { connect, createServer, type Server } from 'node:net';
import { memorySource } from '@isnad/archive';
import { type EmptyDatabase, emptyDatabase, isPostgresWanted } from '@isnad/testbed';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PIECE } from '../bytes/pieces.js';
import { isAddress, parseAddress, shownCase } from '../case/address.js';
import { createCase, openCase } from '../case/place.js';
import { brokenAt } from '../custody/entry.js';
import { decision, documentFrom, readingOf, stampBy, takeIn } from '../given.fixture.js';
import type { Store } from '../store.js';
import { casesOf, onShelves } from './cases.js';
import { openConnection, type Value } from './connection.js';
import { fromPostgres } from './errors.js';

/** A way to a server that is cut as soon as the server has answered a COMMIT, and the answer lost; once. */
const lossyWay = (
  port: number,
): Promise<{ readonly way: Server; readonly port: number; readonly lost: () => number }> => {
  let lost = 0;
  const way = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    let isEnding = false;
    near.on('data', (bytes) => {
      if (lost === 0 && bytes.includes('COMMIT')) isEnding = true;
      far.write(bytes);
    });
    far.on('data', (bytes) => {
      if (!isEnding) {
        near.write(bytes);
        return;
      }
      lost++;
      near.destroy();
      far.destroy();
    });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
  });
  return new Promise((resolve) => {
    way.listen(0, '127.0.0.1', () =>
      resolve({ way, port: (way.address() as { port: number }).port, lost: () => lost }),
    );
  });
};

const text = async (store: Store, id: string): Promise<Buffer> => {
  const pieces: Uint8Array[] = [];
  for await (const piece of store.bytes.stream(id)) pieces.push(piece);
  return Buffer.concat(pieces);
};

describe('an address of a case', () => {
  it('is told from a folder, and its password goes no further', () => {
    expect(['postgres://u@h/d', 'postgresql://h/d?case=x', 'case', '/postgres'].map(isAddress)).toEqual([
      true,
      true,
      false,
      false,
    ]);
    const address = parseAddress('postgres://ليلى:s3cret@db.example:6543/team?sslmode=require&case=hajin-2018');
    expect(address.name).toBe('hajin-2018');
    expect(address.connection).toBe('postgres://%D9%84%D9%8A%D9%84%D9%89:s3cret@db.example:6543/team?sslmode=require');
    expect(address.shown).toBe('postgres://%D9%84%D9%8A%D9%84%D9%89@db.example:6543/team?case=hajin-2018');
    expect(shownCase('postgres://u:s3cret@[bad/d')).not.toContain('s3cret');
    for (const wrong of ['postgres://u:s3cret@h', 'postgres://u:s3cret@h/d?case=X"; DROP', 'postgres://u:s3cret@h:x/d'])
      expect(() => parseAddress(wrong)).toThrow(/^(?!.*s3cret)/);
  });
});

describe.skipIf(!isPostgresWanted)('a case in PostgreSQL', () => {
  let database: EmptyDatabase;
  let cases = 0;
  beforeAll(async () => {
    database = await emptyDatabase();
  });
  afterAll(() => database.remove());
  const address = () => `${database.url}?case=p${++cases}`;

  it('keeps bytes in pieces of which any part can be read, and one file of two that come at once', async () => {
    const store = await createCase(address(), 'test', stampBy());
    for (const size of [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE + 7]) {
      const bytes = new Uint8Array(size).map((_, at) => at % 253);
      const streams = [1000, 70_001].map((step) => memorySource('x', bytes, undefined, step).stream());
      const [one, other] = await Promise.all(streams.map((stream) => store.bytes.put(stream)));
      expect(other).toEqual(one);
      expect((await text(store, one!.id)).equals(bytes)).toBe(true);
      for (const [start, length] of [
        [0, size],
        [PIECE - 3, 6],
        [size - 2, 50],
        [2 * PIECE, PIECE + 10],
      ] as const)
        if (start >= 0)
          expect(
            Buffer.from(await store.bytes.read(one!.id, start, length)).equals(bytes.subarray(start, start + length)),
          ).toBe(true);
    }
    expect(await database.sql(`SELECT count(*)::int AS files FROM case_p${cases}.files`)).toEqual([{ files: 6 }]);
    await expect(text(store, 'sha256:0')).rejects.toMatchObject({ code: 'store/damaged' });
    await store.close();
  });

  it('tells what all cases of a database have on their shelves', async () => {
    const own = await emptyDatabase();
    expect(await onShelves(parseAddress(own.url), 'title')).toEqual(new Map());
    for (const name of ['a', 'b', 'c']) {
      const store = await createCase(`${own.url}?case=${name}`, name, stampBy());
      if (name !== 'b') await store.shelf.put('title', `The ${name}`);
      await store.close();
    }
    expect([...(await onShelves(parseAddress(own.url), 'title'))]).toEqual([
      ['a', 'The a'],
      ['c', 'The c'],
    ]);
    await own.remove();
  });

  it('finds words and texts that are too long for an index', async () => {
    const store = await createCase(address(), 'test', stampBy());
    const long = 'ق'.repeat(3000);
    const many = Array.from({ length: 90_000 }, (_, number) => `كلمة${number.toString(36)}طويلة`).join(' ');
    await takeIn(
      store,
      documentFrom(`نبأ ${long} قصير`, 'long', { published: '2020-01-01' }),
      documentFrom(`${many} نبأ أخير`, 'many', { published: '2020-01-02' }),
      documentFrom('نبأ', 'short', { published: '2020-01-03' }),
    );
    const found = async (query: string) => {
      const { hits, total } = await store.search.find(query);
      expect(total).toBe(hits.length);
      return hits.map(({ report }) => report.path).join(' ');
    };
    expect(await found('نبأ')).toBe('short many long');
    expect(await found(long)).toBe('long');
    expect(await found(`${long}ق`)).toBe('');
    expect(await found('قققق*')).toBe('long');
    expect(await found('كلمة1z*')).toBe('many');
    expect(await found('"نبأ أخير"')).toBe('many');
    expect(await found('نبأ -أخير')).toBe('short long');
    expect(await store.search.fault()).toBeNull();
    await database.sql(`UPDATE case_p${cases}.search SET words = 'x' WHERE report = 3`);
    expect(await store.search.fault()).not.toBeNull();
    await store.close();
  });

  it('adds to its lists and takes nothing from them, and tells when a guard is gone', async () => {
    const store = await createCase(address(), 'test', stampBy());
    await store.decisions.append([decision('d:1')], stampBy());
    const schema = `case_p${cases}`;
    for (const statement of [
      `DELETE FROM ${schema}.custody`,
      `UPDATE ${schema}.custody SET by = 'x'`,
      `TRUNCATE ${schema}.custody`,
      `UPDATE ${schema}.decisions SET decision = '{}'`,
      `DELETE FROM ${schema}.decisions`,
      `TRUNCATE ${schema}.tombstones`,
    ])
      await expect(database.sql(statement)).rejects.toThrow('append-only');
    expect(await store.faults()).toEqual([]);
    await database.sql(`DROP TRIGGER custody_stand ON ${schema}.custody`);
    expect(await store.faults()).toEqual(['the guard custody_stand was taken away']);
    await store.close();
  });

  it('is refused and left as it is when a newer program wrote it', async () => {
    const named = address();
    await (await createCase(named, 'test', stampBy())).close();
    await database.sql(`UPDATE case_p${cases}.meta SET value = '99' WHERE key = 'schema'`);
    await expect(openCase(named)).rejects.toMatchObject({ code: 'store/newer' });
    await expect(createCase(named, 'test', stampBy())).rejects.toMatchObject({ code: 'store/newer' });
    expect(await casesOf(parseAddress(database.url))).toContain(`p${cases}`);
  });

  it('is begun once by two who begin it at the same time', async () => {
    const named = address();
    const stamp = stampBy();
    const stores = await Promise.all([1, 2, 3].map(() => createCase(named, 'test', stamp)));
    expect(await stores[0]!.custody.list()).toHaveLength(1);
    await Promise.all(stores.map((store) => store.close()));
    await expect(createCase(named, 'other', stamp)).rejects.toMatchObject({ code: 'store/exists' });
  });

  it('writes once what was committed while the connection was lost', async () => {
    const named = address();
    await (await createCase(named, 'test', stampBy())).close();
    const { way, port, lost } = await lossyWay(Number(new URL(database.url).port));
    const store = await openCase(named.replace(/:\d+\//, `:${port}/`));
    await store.custody.append([{ what: 'release', subject: 'release:1', input: null, output: null }], stampBy());
    await store.shelf.put('after', 1);
    expect(lost()).toBe(1);
    const entries = await store.custody.list();
    expect(entries.map(({ what }) => what)).toEqual(['create', 'release']);
    expect(brokenAt(entries)).toBeNull();
    await store.close();
    way.close();
  });

  it('keeps readings of several writers once, in one chain that this program can follow, also over a commit unheard of', async () => {
    const named = address();
    const store = await createCase(named, 'test', stampBy());
    const documents = Array.from({ length: 8 }, (_, n) => documentFrom(`نبأ ${n}.`, `${n}.txt`)); // "item N"
    await takeIn(store, ...documents);
    const readings = (await store.reports.documents()).map(({ key, document }) => ({
      appearance: key,
      reading: readingOf(document),
    }));
    const proxy = await lossyWay(Number(new URL(database.url).port));
    const lossy = new URL(named);
    lossy.port = String(proxy.port);
    const others = [await openCase(named), await openCase(lossy.href)];
    // What a name may hold is written in JSON by the server as by this program.
    const stamp = stampBy('"ليلى"\\ \u0001\u001f\t\n\u2028 \u007f 😀');
    await Promise.all([
      store.readings.put('0.3.0', [...readings.slice(0, 6), ...readings.slice(0, 2)], stamp),
      ...others.map((other, n) => other.readings.put('0.3.0', readings.slice(1 + n), stamp)),
      store.decisions.append([decision('d:1')], stamp),
    ]);
    expect(proxy.lost()).toBe(1);
    expect((await store.readings.list('0.3.0')).map(({ appearance }) => appearance)).toEqual(
      readings.map(({ appearance }) => appearance),
    );
    const entries = await store.custody.list();
    expect(brokenAt(entries)).toBeNull();
    expect(entries.filter(({ what, version }) => what === 'read' && version === '0.3.0')).toHaveLength(8);
    await Promise.all([store, ...others].map((one) => one.close()));
    proxy.way.close();
  });

  it('sends a statement again on a connection on which it failed, in one batch or the next', async () => {
    const sql = openConnection(database.url, 'public', 'here');
    const keep = (value: Value) => ({ name: 'keep', text: 'INSERT INTO kept_again VALUES ($1::int)', values: [value] });
    await expect(sql.writeAtOnce([keep(1), keep(2)])).rejects.toThrow('not there');
    await sql.run('CREATE TABLE kept_again (value int)');
    await sql.writeAtOnce([keep(1), keep(2)]);
    await expect(sql.writeAtOnce([keep(3), keep('three')])).rejects.toThrow();
    await sql.writeAtOnce([keep(4)]);
    expect(await sql.all('SELECT value FROM kept_again ORDER BY value')).toEqual([1, 2, 4].map((value) => ({ value })));
    await sql.close();
  });

  it('lives on when connections that nobody uses are cut', async () => {
    const store = await createCase(address(), 'test', stampBy());
    await Promise.all([store.reports.count(), store.custody.list(), store.decisions.list()]);
    await database.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'isnad'");
    expect(await store.reports.count()).toBe(0);
    await store.close();
  });

  it('goes by a socket or a name of a user in the address, with no options but its own', () => {
    const { connection, shown } = parseAddress('postgres:///d?host=/run/pg&user=u&options=-csearch_path%3Dx&case=n');
    expect([connection, shown]).toEqual(['postgres:///d?host=%2Frun%2Fpg&user=u', 'postgres:///d?case=n']);
  });

  it('cancels what is at work when it is closed', async () => {
    const sql = openConnection(database.url, 'public', 'here');
    const asleep = sql.all('SELECT pg_sleep(50)').catch((error: unknown) => error);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await sql.close();
    expect(await asleep).toMatchObject({ code: 'store/busy' });
  });

  it.each([
    ['53100', 'store/full'],
    ['53300', 'store/busy'],
    ['28P01', 'store/refused'],
    ['42501', 'store/refused'],
    ['25006', 'store/unwritable'],
    ['XX001', 'store/damaged'],
    ['58030', 'store/io'],
    ['ETIMEDOUT', 'store/unreachable'],
    ['57P01', 'store/unreachable'],
    ['42601', undefined],
  ])('tells an error %s as %s', (code, told) => {
    expect(fromPostgres(Object.assign(new Error('x'), { code }), 'here')?.code).toBe(told);
  });
});
