import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runIsnad, temporaryFolder } from '../command-line.fixture.js';
import { stages } from '../stages.js';

let here: ReturnType<typeof temporaryFolder>;
beforeAll(() => {
  here = temporaryFolder();
});
afterAll(() => here.remove());

const dumped = (id: number, name: string, arabic: string, lat: number, lon: number) =>
  [id, name, name, arabic, lat, lon, 'P\tPPL\tSY', '', '', '', '', '', '0', '', '', '', '2026-01-01'].join('\t');

const at = (name: string): string => path.join(here.folder, name);

describe('isnad gazetteer import', () => {
  it('writes a table with which read and build know more places', async () => {
    const dump = here.write('SY.txt', `${dumped(901, 'Tall Mujarrab', 'تل المجرب', 34.66, 40.86)}\nbroken\n`);
    const report = here.write('report.txt', 'قصفت الطائرات قرية تل المجرب قرب مدينة هجين بريف دير الزور.\n');
    const made = await runIsnad(['gazetteer', 'import', dump, '--out', at('places.csv')], { stages });
    expect(made.err).toContain('SY.txt: warning: line 2: holds 1 cells in place of 19');
    expect(made.err).toContain("1 places read: 0 are the program's own, 0 stood twice, 1 are in");
    expect(made.status).toBe(0);

    const placesWith = async (...options: string[]) => {
      const { out } = await runIsnad(['read', report, ...options], { stages });
      return out.match(/"id":"[^"]*(?:gn901|unlisted)[^"]*"/g)?.[0];
    };
    expect(await placesWith()).toContain('unlisted');
    expect(await placesWith('--gazetteer', at('places.csv'))).toBe('"id":"sy.gn901"');
    process.env.ISNAD_GAZETTEER = at('places.csv');
    expect(await placesWith().finally(() => delete process.env.ISNAD_GAZETTEER)).toBe('"id":"sy.gn901"');

    const built = ['build', report, '--out', at('out'), '--as-of', '2020-01-01', '--gazetteer', at('places.csv')];
    expect((await runIsnad(built, { stages })).status).toBe(0);
    const record = readFileSync(at('out/record.json'), 'utf8');
    expect(record).toContain('"sy.gn901"');
    expect(JSON.parse(record).program.lexicon).toMatch(/^[0-9a-f]{16}\+[0-9a-f]{16}$/);
    expect(readFileSync(at('out/manifest.json'), 'utf8')).toContain('places.csv');
  });

  it('says in one line what it cannot use', async () => {
    const failed = async (...args: string[]) => {
      const { status, err } = await runIsnad(args, { stages });
      expect(status).toBe(1);
      return err;
    };
    const report = here.write('r.txt', 'قصف على هجين.\n');
    const words = here.write('words.txt', 'no table\n');
    const known = here.write('known.txt', `${dumped(902, 'Hajin', 'هجين', 34.69, 40.83)}\n`);
    here.write('sheet.xlsx', 'PK');
    const into = ['--out', at('x.csv')];
    expect(await failed('gazetteer', 'import', words, ...into)).toContain('[gazetteer/unknown-form]');
    expect(await failed('gazetteer', 'import', known, ...into)).toContain('[cli/nothing-imported]');
    expect(await failed('gazetteer', 'import', at('sheet.xlsx'), ...into)).toContain('[cli/gazetteer-form]');
    expect(await failed('gazetteer', 'import', at('none.txt'), ...into)).toContain('[cli/unreadable-file]');
    expect(await failed('read', report, '--gazetteer', at('none.csv'))).toContain('[cli/bad-gazetteer]');
    expect(await failed('read', report, '--gazetteer', known)).toContain('[cli/bad-gazetteer]');
    expect(existsSync(at('x.csv'))).toBe(false);
  });
});

/** Reference data beside the checkout. */
const SHARED = process.env.ISNAD_SHARED ?? fileURLToPath(new URL('../../../../../shared', import.meta.url));
const TABLES = path.join(SHARED, 'data', 'gazetteer');
const hasTables = existsSync(TABLES);

describe.skipIf(!hasTables)(
  `27,000 imported namesakes${hasTables ? '' : ` (skipped: no tables of places in ${TABLES})`}`,
  () => {
    it('lower the agreement on places by less than two points on annotated reports', async () => {
      const table = at('all.csv');
      const tables = readdirSync(TABLES)
        .filter((name) => /^[A-Z]{2}\.txt$/.test(name))
        .map((name) => path.join(TABLES, name));
      await runIsnad(['gazetteer', 'import', ...tables, '--out', table], { stages });
      for (const [gold, texts] of [
        ['dev', 'texts'],
        ['five', 'five-texts'],
      ] as const) {
        const folders = [path.join(SHARED, 'gold', gold), '--texts', path.join(SHARED, 'gold', texts), '--json'];
        const placesOf = async (...options: string[]): Promise<number> => {
          const { out } = await runIsnad(['eval', ...folders, ...options], { stages });
          return JSON.parse(out).events.slots.places;
        };
        const own = await placesOf();
        expect(own).toBeGreaterThan(0);
        expect(await placesOf('--gazetteer', table), gold).toBeGreaterThanOrEqual(own - 0.02);
      }
      // Four readings of all annotated reports: on a machine that does other things this takes minutes.
    }, 240_000);
  },
);
