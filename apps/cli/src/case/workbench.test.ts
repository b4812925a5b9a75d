import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { memorySource } from '@isnad/archive';
import { decisionsOf, gatherCase, openWorkbench, takeIn } from '@isnad/casework';
import { createReader, eventKinds, loadEventWords } from '@isnad/claims';
import { loadLexicon } from '@isnad/lexicon';
import type { Decision } from '@isnad/model';
import { createCase } from '@isnad/store';
import { expect, it } from 'vitest';
import { createCaseMaker } from '../build/make-case.js';
import { temporaryFolder } from '../command-line.fixture.js';
import { arrivalsOf, sidecarOf } from '../disk/documents.js';
import { stages } from '../stages.js';

const EPISODE = fileURLToPath(new URL('../../../../episodes/hajin-2018/reports', import.meta.url));
const stamp = () => ({ by: 'tester', at: '2026-01-01T00:00:00Z', tool: 'isnad', version: '0' });

it('a case that grows report by report and decision by decision has the record of a build from nothing', async () => {
  const here = temporaryFolder();
  const store = await createCase(path.join(here.folder, 'case'), 'grows', stamp());
  const caseStages = stages.caseStages();
  const bench = openWorkbench(store, caseStages);
  const [lexicon, words] = [loadLexicon(), loadEventWords()];
  const reader = createReader(lexicon, undefined, words);
  const fromNothing = async () => {
    const maker = createCaseMaker(lexicon, eventKinds(words), () => reader, stages.version);
    return maker.record(await gatherCase(store, caseStages), await decisionsOf(store));
  };
  const isTheSame = async () =>
    expect(JSON.stringify(await bench.record(stamp()))).toBe(JSON.stringify(await fromNothing()));
  const files = readdirSync(EPISODE).filter((name) => name.endsWith('.txt'));
  for (const name of files) {
    const sidecar = sidecarOf(path.join(EPISODE, name));
    const source = memorySource(name, readFileSync(path.join(EPISODE, name)));
    const file = {
      name,
      source,
      given: sidecar.given,
      arrivals: (kept: typeof source) => arrivalsOf(kept, sidecar, true),
    };
    await takeIn(store, file, caseStages, stamp);
    // Each step makes the record twice; every fourth shows enough.
    if (files.indexOf(name) % 4 === 3) await isTheSame();
    else await bench.record(stamp());
  }
  const { incidents } = await bench.record(stamp());
  const decide = (kind: Decision['kind'], about: readonly string[], value: NonNullable<Decision['value']>) =>
    store.decisions.append(
      [{ id: `d:${kind}`, at: stamp().at, by: 'e', kind, about, value, reason: 'r', retires: null }],
      stamp(),
    );
  await decide('grade', [incidents[3]!.id], { grade: 'weak' });
  await isTheSame();
  await decide('merge', [incidents[3]!.id, incidents[4]!.id], {});
  await isTheSame();
  await decide('reject', [incidents[5]!.claims[0]!], {});
  await isTheSame();
  await store.close();
  here.remove();
});
