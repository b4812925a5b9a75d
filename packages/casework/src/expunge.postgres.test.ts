import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createCase, type Store } from '@isnad/store';
import { isPostgresWanted, readForAWhile, type Server, startServer } from '@isnad/testbed';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expunge, personExpunction, reportExpunction } from './expunge.js';
import { decisionsOf, refreshRecord } from './refresh.js';
import { verifyCase } from './verify/verify.js';
import { add, stages, stamp } from './worked-case.fixture.js';

// Invented: "Samir al-Nahhas was killed by a shell", in a text, a title, an address, a name of a file and a decision.
const NAME = 'سمير النحاس';
const KILLED = `قتل ${NAME} بقذيفة زرقاء قرب الجسر`;

describe.skipIf(!isPostgresWanted)('what is expunged from a database', () => {
  let server: Server;
  let store: Store;
  beforeAll(async () => {
    server = await startServer();
    store = await createCase(`${server.url('postgres')}?case=e`, 'e', stamp());
  });
  afterAll(async () => {
    await store.close();
    await server.remove();
  });

  /** All files of the tables, as bytes; the log of writes is kept elsewhere, and holds what was written for a while. */
  const everything = async (): Promise<string> => {
    await server.stop('fast');
    const files = readdirSync(path.join(server.folder, 'base'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'));
    await server.start();
    return files.join('\n');
  };

  it('is gone from its files, and what is left holds', async () => {
    const url = `https://rasif.example/${encodeURIComponent('مقتل-سمير-النحاس')}`;
    await add(store, `${NAME}.txt`, KILLED, { title: `مقتل ${NAME}`, url });
    await add(store, 'edited.txt', `${KILLED} وقريبه`, { url });
    await add(store, 'lines.jsonl', '{"text":"وشيّع لسميرٍ النحّاس أمس"}\n{"text":"هدوء في رصيف"}\n');
    for (const spelling of [NAME, NAME.replace('ا', 'أ')])
      await add(store, `صورة ${spelling}.pdf`, new Uint8Array([0xff, 0xd8, 0xff, 0, 1, 2]));
    await add(store, 'quiet.txt', 'هدوء في رصيف اليوم');
    const made = { at: stamp().at, by: 'e', kind: 'correct', about: ['x'], retires: null } as const;
    await store.decisions.append([{ ...made, id: 'd:1', value: { note: NAME }, reason: NAME }], stamp());
    await store.shelf.put(`feed:${url}`, { url });
    await refreshRecord(store, stages, stamp());
    expect(await everything()).toContain('النحاس');
    const graves = await expunge(store, stages, await personExpunction(store, stages, NAME, 'r'), stamp());
    expect(
      graves
        .map(({ what }) => what)
        .sort()
        .join(' '),
    ).toBe('decision input input input input text text text');
    expect((await store.search.find('سمير')).total).toBe(0);
    expect((await store.search.find('قذيفة')).total).toBe(2);
    expect((await decisionsOf(store)).map(({ reason }) => reason)).toEqual(['████ ██████']);
    expect((await refreshRecord(store, stages, stamp())).reports).toHaveLength(5);
    expect((await verifyCase(store, stages)).findings).toEqual([]);
    const left = await everything();
    for (const word of ['سمير', 'النحاس', 'النحّاس', 'النحأس', encodeURIComponent('سمير')])
      expect(left.includes(word), word).toBe(false);
    expect(left).toContain('هدوء في رصيف');
  });

  it('of a report is gone with its files, and comes not in again', async () => {
    const { id } = (await store.reports.list()).find(({ path: name }) => name === 'quiet.txt')!;
    // Somebody who reads since before still sees it, and is waited for.
    const end = await readForAWhile(server.url('postgres'));
    let isRead = true;
    setTimeout(() => {
      isRead = false;
      void end();
    }, 1500);
    await expunge(store, stages, await reportExpunction(store, [id], 'r'), stamp());
    expect(isRead).toBe(false);
    await add(store, 'elsewhere.txt', 'هدوء في رصيف اليوم');
    expect(await store.reports.get(id)).toMatchObject({ state: 'expunged', text: '' });
    expect((await verifyCase(store, stages)).findings).toEqual([]);
    expect((await everything()).includes('رصيف اليوم')).toBe(false);
  });
});
