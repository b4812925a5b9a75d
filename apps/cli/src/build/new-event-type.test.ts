import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createReader, eventKinds, loadEventWords } from '@isnad/claims';
import { loadLexicon } from '@isnad/lexicon';
import { afterAll, expect, it } from 'vitest';
import { runIsnad, temporaryFolder } from '../command-line.fixture.js';
import { stages } from '../stages.js';
import { createCaseMaker } from './make-case.js';

const WORDS = fileURLToPath(new URL('../../../../packages/claims', import.meta.url));
const here = temporaryFolder();
afterAll(() => here.remove());

/** A type that no file but its own knows. */
const POWER_CUT = `type: power-cut
family: power-cut
name: {ar: قطع الكهرباء, en: Power cut}
gloss: A place is left without electricity.
frame: damage
source: test
record:
  title: {ar: انقطاع التيار, en: blackout}
  rhythm: once
shown-with: bombs
sensitive: {ar: محطات التوليد, en: power stations}
words:
  - {verb: ق ط ع, form: 1, masdars: [قطع], needs-after: [الكهرباء]}
`;

it('an event type is one file, from its words to the dossier and the policy', async () => {
  for (const part of ['events', 'words'])
    cpSync(path.join(WORDS, part), path.join(here.folder, 'claims', part), { recursive: true });
  writeFileSync(path.join(here.folder, 'claims/events/power-cut.yaml'), POWER_CUT);
  const lexicon = loadLexicon();
  const words = loadEventWords(path.join(here.folder, 'claims'));
  const reader = createReader(lexicon, undefined, words);
  const own = { ...stages, reader: () => reader };
  const maker = createCaseMaker(lexicon, eventKinds(words), () => reader, '0');
  const report = here.write('report.txt', 'قطعت القوات الإسرائيلية الكهرباء في بلدة بيت لاهيا أمس الثلاثاء.\n');
  here.write('report.meta.json', JSON.stringify({ published: '2023-10-11', outlet: 'مثال' }));

  const build = async (asOf: string) => {
    const out = path.join(here.folder, asOf);
    const { status } = await runIsnad(['build', report, '--out', out, '--as-of', asOf], {
      stages: { ...own, caseMaker: () => maker },
    });
    expect(status).toBe(0);
    return (file: string) => readFileSync(path.join(out, file), 'utf8');
  };
  const file = await build('2024-01-01');
  const { incidents } = JSON.parse(file('record.json'));
  expect(incidents).toMatchObject([
    { type: 'power-cut', place: { name: 'Beit Lahia' }, title: { en: expect.stringMatching(/^blackout/) } },
  ]);
  const page = file('index.html');
  for (const shown of ['Power cut', 'قطع الكهرباء', 'blackout', 'trigger f-bombs', 'power stations'])
    expect(page).toContain(shown);
  expect(file('incidents.csv')).not.toContain('Beit Lahia');
  // Sensitive, so nothing younger than the policy's delay is shown.
  expect((await build('2023-10-15'))('incidents.csv').trim().split('\n')).toHaveLength(1);
});
