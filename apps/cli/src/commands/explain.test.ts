import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CaseRecord } from '@isnad/model';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runIsnad, temporaryFolder } from '../command-line.fixture.js';
import { stages } from '../stages.js';

// "The SDF took the quarter of Hawama in Hajin on Wednesday, the Observatory said."
const REPORT = 'سيطرت قوات سوريا الديمقراطية يوم الأربعاء على حي حوامة في هجين، بحسب المرصد السوري لحقوق الإنسان.';

let here: ReturnType<typeof temporaryFolder>;
let file: string;
beforeEach(() => {
  here = temporaryFolder();
  here.write('a.meta.json', '{"outlet": "الفرات الآن", "published": "2018-12-06"}');
  file = here.write('a.txt', REPORT);
});
afterEach(() => here.remove());

describe('isnad explain', () => {
  it('shows the words and the claim at a position of a file', async () => {
    const { status, out } = await runIsnad(['explain', `${file}:0`], { stages });
    expect(status).toBe(0);
    expect(out).toContain('«سيطرت»');
    expect(out).toContain('capture');
  });

  it('says where a report ends', async () => {
    const { status, err } = await runIsnad(['explain', `${file}:5000`], { stages });
    expect([status, err]).toEqual([1, expect.stringMatching(/ends at offset 97.*\[cli\/bad-place\]/)]);
  });

  it('tells the way of a claim into a record', async () => {
    const record = path.join(here.folder, 'record');
    await runIsnad(['build', file, '--out', record, '--as-of', '2019-06-30'], { stages });
    const { claims, incidents } = JSON.parse(readFileSync(path.join(record, 'record.json'), 'utf8')) as CaseRecord;
    const capture = claims.find((claim) => claim.kind === 'event' && claim.type === 'capture')!;
    const incident = incidents.find((one) => one.claims.includes(capture.id))!;
    const { status, out } = await runIsnad(['explain', capture.id, '--in', record]);
    expect(status).toBe(0);
    expect(out).toContain('asserted capture, 2018-12-05');
    expect(out).toContain('chain\n  الفرات الآن ← sohr\n');
    expect(out).toContain(`rule\n  ${capture.rule}\n`);
    expect(out).toContain(incident.id);
    const unknown = await runIsnad(['explain', 'c:0', '--in', record]);
    expect([unknown.status, unknown.err]).toEqual([1, expect.stringContaining('[cli/no-claim]')]);
  });
});
