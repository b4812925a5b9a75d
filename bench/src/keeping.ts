import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { memorySource, readReports } from '@isnad/archive';
import { type CaseStages, openWorkbench, takeIn } from '@isnad/casework';
import { stages as program } from '@isnad/cli';
import { loadLexicon } from '@isnad/lexicon';
import type { Decision, Document, Reading } from '@isnad/model';
import { createCase, openCase, type Stamp, type Store, tokensOf } from '@isnad/store';
import { linesOf } from './generated/lines.js';
import { type GeneratedReport, generatedReports, townsIn } from './generated/reports.js';
import { randomOf } from './synthetic/random.js';

const SEED = 11;
const COUNTRY = 'sy';
/** Generated reports are short; so many of them in one are as long as a real one, some 4 KB. */
const AS_LONG_AS_REAL = 7;

const stamp = (): Stamp => ({ by: 'bench', at: new Date().toISOString(), tool: 'isnad', version: '0' });

const generated = (count: number): Iterable<GeneratedReport> => {
  const { places, outlets } = loadLexicon();
  const names = [...outlets.values()].map(({ name }) => name.ar);
  return generatedReports(count, SEED, townsIn(places.places, COUNTRY), names);
};

const add = (store: Store, name: string, lines: Iterable<string>, stages: CaseStages) => {
  const bytes = new TextEncoder().encode([...lines].join(''));
  const source = memorySource(name, bytes);
  return takeIn(store, { name, source, given: {}, arrivals: (kept) => readReports(kept) }, stages, stamp);
};

/** What something took, in milliseconds: by the clock, and of the processor, which leaves out what else the machine does. */
export interface Took {
  readonly clock: number;
  readonly processor: number;
}

const took = async (steps: () => Promise<unknown>): Promise<Took> => {
  const [before, used] = [performance.now(), process.cpuUsage()];
  await steps();
  const { user, system } = process.cpuUsage(used);
  return { clock: performance.now() - before, processor: (user + system) / 1000 };
};

/** Works on a case in a folder that is gone afterwards. */
const inNewCase = async <T>(work: (store: Store, folder: string) => Promise<T>): Promise<T> => {
  const home = mkdtempSync(path.join(tmpdir(), 'isnad-bench-'));
  const folder = path.join(home, 'case');
  try {
    return await work(await createCase(folder, 'bench', stamp()), folder);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
};

const unread = ({ path: name, id, given }: Document): Reading => ({
  report: {
    path: name,
    id,
    language: 'ar',
    title: given.title ?? null,
    outlet: given.outlet ?? null,
    published: { edtf: given.published ?? null, basis: 'given', reason: '' },
    furniture: [],
  },
  claims: [],
  persons: [],
  notes: [],
});

/** What a search costs in a case of so many reports as long as real ones. */
export interface Searched {
  /** Texts and words kept, reports a second. */
  readonly kept: number;
  /** Of words, pairs of words, phrases and beginnings as the texts have them. */
  readonly times: readonly Took[];
}

const QUERIES = 400;

/** Queries out of the texts themselves, so that common words come as often as people would meet them. */
const queriesFrom = (texts: readonly string[]): readonly string[] => {
  const random = randomOf(SEED);
  return Array.from({ length: QUERIES }, (_, number) => {
    const words = tokensOf(random.pick(texts)).map(({ word }) => word);
    const at = random.between(0, words.length - 3);
    const [first, second] = [words[at]!, words[at + 1]!];
    return [first, `${first} ${random.pick(words)}`, `"${first} ${second}"`, `${first.slice(0, 3)}*`][number % 4]!;
  });
};

export const measureSearch = (count: number): Promise<Searched> =>
  inNewCase(async (store) => {
    const stages: CaseStages = { read: unread, extractor: '0', reader: '0', makeRecord: () => undefined as never };
    const lines = [...linesOf(generated(count * AS_LONG_AS_REAL), AS_LONG_AS_REAL)];
    const keeping = await took(() => add(store, 'reports.jsonl', lines, stages));
    const texts = lines
      .filter((_, number) => number % 40 === 0)
      .map((line) => (JSON.parse(line) as GeneratedReport).text);
    const times: Took[] = [];
    for (const query of queriesFrom(texts)) times.push(await took(() => store.search.find(query)));
    await store.close();
    return { kept: (1000 * lines.length) / keeping.processor, times };
  });

/** What work on a case of so many reports costs. */
export interface Kept {
  readonly takeIn: Took;
  readonly firstRecord: Took;
  /** The case opened and its first pages asked for. */
  readonly open: Took;
  readonly wholeRecord: Took;
  readonly oneMore: Took;
  readonly grade: Took;
  readonly merge: Took;
}

export const measureCase = (count: number): Promise<Kept> =>
  inNewCase(async (store, folder) => {
    const stages = program.caseStages();
    const reports = [...generated(count + 1)];
    const taking = await took(() => add(store, 'reports.jsonl', linesOf(reports.slice(0, -1), 1), stages));
    const bench = openWorkbench(store, stages);
    const firstRecord = await took(() => bench.record(stamp()));
    const { incidents } = await bench.record(stamp());
    const oneMore = await took(async () => {
      await add(store, 'one-more.jsonl', linesOf(reports.slice(-1), 1), stages);
      await bench.record(stamp());
    });
    const decide = (kind: Decision['kind'], about: readonly string[], value: Decision['value']) =>
      took(async () => {
        const decision = {
          id: `d:${kind}`,
          at: stamp().at,
          by: 'bench',
          kind,
          about,
          value: value!,
          reason: 'bench',
          retires: null,
        };
        await store.decisions.append([decision], stamp());
        await bench.record(stamp());
      });
    const grade = await decide('grade', [incidents[5]!.id], { grade: 'weak' });
    const merge = await decide('merge', [incidents[5]!.id, incidents[6]!.id], {});
    await store.close();
    const open = await took(async () => {
      const again = await openCase(folder);
      await again.record.head();
      await again.record.items('incidents', { limit: 50 });
      await again.record.items('disputes', { limit: 50 });
      await again.reports.list({ limit: 50 });
      await again.decisions.list({ limit: 50 });
      await again.close();
    });
    const wholeRecord = await took(async () => {
      const again = await openCase(folder);
      await again.record.whole();
      await again.close();
    });
    return { takeIn: taking, firstRecord, open, wholeRecord, oneMore, grade, merge };
  });
