import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { memorySource } from '@isnad/archive';
import { type EmptyDatabase, emptyDatabase, isPostgresWanted } from '@isnad/testbed';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseAddress } from '../case/address.js';
import { createCase, openCase } from '../case/place.js';
import { brokenAt } from '../custody/entry.js';
import { decision, documentFrom, HOW, readingOf, stampBy, takeIn } from '../given.fixture.js';
import { casesOf } from '../postgres/cases.js';
import { backUp, restoreBackup } from './backup.js';
import { type CopyProgress, copyCase, dumpCase, portionsOf } from './copy.js';

/** Everything that a case is made of, as values that can be compared. */
const everythingIn = async (named: string): Promise<Readonly<Record<string, readonly unknown[]>>> => {
  const all: Record<string, unknown[]> = {};
  await dumpCase(named, async (dump) => {
    all['heading'] = [dump.heading];
    for await (const portion of portionsOf(dump))
      if (portion.is === 'rows') all[portion.table.name] = [...(all[portion.table.name] ?? []), ...portion.rows];
      else {
        const pieces: Uint8Array[] = [];
        for await (const piece of portion.file.stream!()) pieces.push(piece);
        all['files'] = [...(all['files'] ?? []), [portion.file.id, Buffer.concat(pieces).toString('hex')]];
      }
  });
  all['files']?.sort();
  return JSON.parse(JSON.stringify(all)) as Record<string, unknown[]>;
};

/** A case that has some of everything: other spellings, edited pages, remarks, a table's columns, what was expunged. */
const fill = async (named: string): Promise<void> => {
  const store = await createCase(named, 'حجين', stampBy());
  const url = `https://rasif.example/${'طويل'.repeat(800)}`;
  await takeIn(
    store,
    documentFrom('قصف المدرسة في رصيف 😀', 'a.txt', { url, published: '2020-01-02', outlet: 'رصيف' }),
    documentFrom('قصف المدارس في رصيف', `${'مجلد/'.repeat(700)}b.txt`, { url }),
    documentFrom('نبأ عن سمير', 'c.txt'),
    ...Array.from({ length: 120 }, (_, number) => documentFrom(`نبأ ${number}`, `many/${number}.txt`)),
  );
  const large = new Uint8Array(1_300_000).map((_, at) => at % 251);
  const { id, size } = await store.bytes.put(memorySource('large.bin', large, undefined, 70_000).stream());
  const file = { id, size, name: 'large.bin', given: {}, columns: { text: 'نص' } };
  const { key } = await store.inputs.begin(file, stampBy());
  await store.inputs.remark(key, [
    { path: 'large.bin', note: { code: 'x/y', severity: 'info', message: 'م'.repeat(5000), start: 0, end: 0 } },
  ]);
  await store.decisions.append([decision('d:1'), decision('d:2', { retires: 'd:1' })], stampBy('ليلى'));
  await store.shelf.put('feed:1', { etag: 'x' });
  const gone = documentFrom('نبأ عن سمير', 'c.txt').id;
  await store.expunge.run(
    {
      what: 'report',
      reports: [{ id: gone, left: [] }],
      inputs: [],
      decisions: [],
      blocked: (text) => text,
      reason: 'r',
    },
    HOW,
    stampBy(),
  );
  const kept = documentFrom('قصف المدرسة في رصيف 😀', 'a.txt');
  const record = { case: 'حجين', program: { name: 'isnad', version: '0', lexicon: '1' }, ...LISTS };
  await store.record.put(
    { ...record, reports: [{ ...readingOf(kept).report, root_sources: [], copies_of: [] }] } as never,
    await store.record.basisNow(HOW.reader),
    stampBy(),
  );
  await store.close();
};
const LISTS = {
  claims: [],
  incidents: [{ id: 'c:1' }, { id: 'c:0' }],
  tolls: [],
  control: [],
  checks: [],
  disputes: [],
};

describe.skipIf(!isPostgresWanted)('a copy of a case', { timeout: 180_000 }, () => {
  let home: string;
  let database: EmptyDatabase;
  let original: Awaited<ReturnType<typeof everythingIn>>;
  const folder = (name: string) => path.join(home, name);
  const address = (name: string) => `${database.url}?case=${name}`;
  beforeAll(async () => {
    home = mkdtempSync(path.join(tmpdir(), 'isnad-copy-'));
    database = await emptyDatabase();
    await fill(folder('original'));
    original = await everythingIn(folder('original'));
  });
  afterAll(async () => {
    rmSync(home, { recursive: true, force: true });
    await database.remove();
  });

  /** The case as it was, and of use. */
  const expectSame = async (named: string): Promise<void> => {
    expect(await everythingIn(named)).toEqual(original);
    const store = await openCase(named);
    expect(brokenAt(await store.custody.list({ limit: 10_000 }))).toBeNull();
    expect(await store.search.fault()).toBeNull();
    expect(await store.faults()).toEqual([]);
    expect((await store.search.find('مدرسة')).total).toBe(1);
    expect((await store.search.find('سمير')).total).toBe(0);
    const built = (await store.custody.list({ limit: 10_000 })).findLast(({ what }) => what === 'build');
    expect(await store.record.hash()).toBe(built!.output);
    await store.close();
  };

  it('is the same in a database, and back in a folder', async () => {
    await copyCase(folder('original'), address('there'));
    await expectSame(address('there'));
    await copyCase(address('there'), folder('back'));
    await expectSame(folder('back'));
    await copyCase(address('there'), address('beside'));
    await expectSame(address('beside'));
  });

  it.each(['folder', 'database'] as const)('goes on where it was broken off, in a %s', async (kind) => {
    const [from, to] =
      kind === 'folder' ? [address('there'), folder('broken')] : [folder('original'), address('broken')];
    for (const after of [3, 60, 124, 126, 128]) {
      let steps = 0;
      const breaking: CopyProgress = () => {
        if (++steps === after) throw new Error('broken off');
      };
      await expect(copyCase(from, to, breaking)).rejects.toThrow('broken off');
      await expect(openCase(to)).rejects.toMatchObject({ code: 'store/unfinished' });
      await expect(createCase(to, 'other', stampBy())).rejects.toThrow();
      expect(await casesOf(parseAddress(database.url))).not.toContain('broken');
    }
    let first: readonly number[] | null = null;
    await copyCase(from, to, (...how) => {
      first ??= how;
    });
    expect(first![1]).toBeGreaterThan(200);
    await expectSame(to);
  });

  it('is begun anew when something was expunged since it was broken off', async () => {
    await copyCase(folder('original'), folder('source'));
    for (const to of [folder('again'), address('again')]) {
      let steps = 0;
      const breaking: CopyProgress = () => {
        if (++steps === 132) throw new Error('broken off');
      };
      await expect(copyCase(folder('source'), to, breaking)).rejects.toThrow('broken off');
      const store = await openCase(folder('source'));
      const { id } = (await store.reports.list()).findLast(({ state }) => state === 'kept')!;
      await store.expunge.run(
        {
          what: 'report',
          reports: [{ id, left: [] }],
          inputs: [],
          decisions: [],
          blocked: (text) => text,
          reason: 'r',
        },
        HOW,
        stampBy(),
      );
      await store.close();
      await copyCase(folder('source'), to);
      expect(await everythingIn(to)).toEqual(await everythingIn(folder('source')));
    }
  });

  it('holds the releases that lie in a folder', async () => {
    await copyCase(folder('original'), folder('released'));
    mkdirSync(folder('released/releases/1/texts'), { recursive: true });
    writeFileSync(folder('released/releases/1/release.json'), '{}');
    writeFileSync(folder('released/releases/1/texts/a.txt'), 'نص');
    await copyCase(folder('released'), address('released'));
    const store = await openCase(address('released'));
    const { files } = (await store.shelf.get('release:1')) as { files: { name: string; id: string }[] };
    expect(files.map(({ name }) => name)).toEqual(['release.json', 'texts/a.txt']);
    expect(Buffer.from(await store.bytes.read(files[1]!.id, 0, 100)).toString()).toBe('نص');
    await store.close();
  });

  it('is refused where something is', async () => {
    await expect(copyCase(folder('original'), address('there'))).rejects.toMatchObject({ code: 'store/exists' });
    await expect(copyCase(address('there'), folder('original'))).rejects.toMatchObject({ code: 'store/exists' });
    await expect(copyCase(address('there'), home)).rejects.toMatchObject({ code: 'store/exists' });
    await expect(copyCase(address('there'), database.url)).rejects.toMatchObject({ code: 'store/which-case' });
    await expect(copyCase(address('nowhere'), folder('x'))).rejects.toMatchObject({ code: 'store/no-case' });
    expect(readdirSync(home)).not.toContain('x');
  });

  it('may be one file, from either store into either', async () => {
    await backUp(folder('original'), folder('a.backup'));
    await backUp(address('there'), folder('b.backup'));
    expect(readFileSync(folder('a.backup')).equals(readFileSync(folder('b.backup')))).toBe(true);
    await restoreBackup(folder('a.backup'), address('from-file'));
    await expectSame(address('from-file'));
    let steps = 0;
    const breaking: CopyProgress = () => {
      if (++steps === 132) throw new Error('broken off');
    };
    await expect(restoreBackup(folder('b.backup'), folder('from-file'), breaking)).rejects.toThrow('broken off');
    await restoreBackup(folder('b.backup'), folder('from-file'));
    await expectSame(folder('from-file'));
  });

  it('is not made of a file that is cut off or changed', async () => {
    const bytes = readFileSync(folder('a.backup'));
    writeFileSync(folder('cut.backup'), bytes);
    truncateSync(folder('cut.backup'), bytes.length - 100);
    const changed = Buffer.from(bytes);
    changed[bytes.length >> 1]! ^= 1;
    writeFileSync(folder('changed.backup'), changed);
    writeFileSync(folder('other.backup'), 'نص');
    for (const name of ['cut', 'changed', 'other']) {
      await expect(restoreBackup(folder(`${name}.backup`), folder(name))).rejects.toMatchObject({
        code: 'store/backup',
      });
      await expect(openCase(folder(name))).rejects.toMatchObject({ code: /store\/(?:unfinished|no-case)/ });
    }
  });
});
