import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { memorySource, readReports } from '@isnad/archive';
import { type CaseStages, openWorkbench, takeIn, verifyCase } from '@isnad/casework';
import { stages as program } from '@isnad/cli';
import { loadLexicon } from '@isnad/lexicon';
import type { Reading } from '@isnad/model';
import { createCase, type Stamp, type Store } from '@isnad/store';
import { emptyDatabase, isPostgresWanted } from '@isnad/testbed';
import { describe, expect, it } from 'vitest';
import { randomOf } from '../synthetic/random.js';
import { generatedReports, townsIn } from './reports.js';

const REPORTS = 2_000;
const QUERIES = 200;

const stamp: Stamp = { by: 'tester', at: '2026-01-01T00:00:00.000Z', tool: 'isnad', version: '0' };

const towns = townsIn(loadLexicon().places.places, 'sy');
const reports = [...generatedReports(REPORTS, 5, towns, ['وكالة رصيف', 'صحيفة منبر', 'مرصد الجسر'])];
const lines = reports.map((report) => `${JSON.stringify(report)}\n`).join('');

/** The program's own stages; what was read for one store need not be read for the other. */
const stagesFor = (): CaseStages => {
  const own = program.caseStages();
  const read = new Map<string, Reading>();
  return {
    extractor: own.extractor,
    reader: own.reader,
    makeRecord: own.makeRecord,
    read: (document) => {
      const known = read.get(document.path) ?? own.read(document);
      read.set(document.path, known);
      return known;
    },
  };
};

/** Searches of all kinds for words of the reports: in any form, together, in a row, beginnings, left out. */
const queries = (): readonly string[] => {
  const random = randomOf(9);
  const words = () =>
    random
      .pick(reports)
      .text.split(/[\s،.]+/)
      .filter((word) => word.length > 2);
  return Array.from({ length: QUERIES }, (_, number) => {
    const [one, other] = [words(), words()];
    const at = random.between(0, one.length - 2);
    switch (number % 5) {
      case 0:
        return random.pick(one);
      case 1:
        return `${random.pick(one)} ${random.pick(other)}`;
      case 2:
        return `"${one[at]!} ${one[at + 1]!}"`;
      case 3:
        return `${random.pick(one).slice(0, 3)}* ${random.pick(one)}`;
      default:
        return `${random.pick(one)} -${random.pick(other)} -"${other[0]!} ${other[1]!}"`;
    }
  });
};

describe.skipIf(!isPostgresWanted)('a case of two thousand reports', () => {
  it('has the same record, to the byte, and the same hits in either store', { timeout: 300_000 }, async () => {
    const home = mkdtempSync(path.join(tmpdir(), 'isnad-parity-'));
    const database = await emptyDatabase();
    const stages = stagesFor();
    const filled = async (named: string): Promise<{ readonly store: Store; readonly json: string }> => {
      const store = await createCase(named, 'parity', stamp);
      const source = memorySource('reports.jsonl', new TextEncoder().encode(lines));
      const file = { name: 'reports.jsonl', source, given: {}, arrivals: readReports };
      await takeIn(store, file, stages, () => stamp);
      return { store, json: JSON.stringify(await openWorkbench(store, stages).record(stamp)) };
    };
    const [folder, there] = [await filled(path.join(home, 'case')), await filled(`${database.url}?case=parity`)];
    const [a, b] = [folder.store, there.store];
    expect(folder.json.length).toBeGreaterThan(1_000_000);
    expect(there.json === folder.json).toBe(true);
    // As it is kept, as it was made.
    const whole = JSON.stringify(await b.record.whole());
    expect(whole === JSON.stringify(await a.record.whole())).toBe(true);
    expect(await b.record.hash()).toBe(await a.record.hash());
    // The chain is over everything that was done, so it is the same case.
    expect((await b.custody.last())!.hash).toBe((await a.custody.last())!.hash);
    let found = 0;
    for (const query of queries()) {
      const page = { offset: found % 7, limit: 30 };
      const hits = await a.search.find(query, page);
      expect(await b.search.find(query, page), query).toEqual(hits);
      found += hits.total;
    }
    expect(found).toBeGreaterThan(QUERIES * 10);
    expect((await verifyCase(b, stages)).findings).toEqual([]);
    await Promise.all([a.close(), b.close()]);
    rmSync(home, { recursive: true, force: true });
    await database.remove();
  });
});
