import { describe, expect, it } from 'vitest';
import { isReport, readDocument } from './document.js';

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('a document', () => {
  it('is named by the hash of its bytes, and keeps path, wording and what was given', () => {
    const document = readDocument('in/x.txt', bytesOf('هجين'), { outlet: 'الفرات الآن' });
    expect(document).toEqual({
      path: 'in/x.txt',
      id: 'sha256:715d61badf5fd7b6e42576de2592d8d749070d3a8fa32b7b3ce22da49d9b9073',
      text: 'هجين',
      encoding: 'utf-8',
      form: 'plain',
      given: { outlet: 'الفرات الآن' },
      notes: [],
      masked: [],
    });
  });

  it.each([
    ['empty', new Uint8Array(), 'archive/empty'],
    ['only spaces and a mark', bytesOf('\ufeff \n\t '), 'archive/empty'],
    ['binary', Uint8Array.of(1, 2, 3, 0, 5), 'archive/binary'],
    ['too big', bytesOf('ا'.repeat(51)), 'archive/too-big'],
  ])('that is %s is no report and says why', (_what, bytes, code) => {
    const document = readDocument('x.txt', bytes, {}, { bytes: 100 });
    expect(document.notes).toMatchObject([{ code, severity: 'error' }]);
    expect(document.id).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(isReport(document)).toBe(false);
  });

  it('of twenty million bytes is read', () => {
    const document = readDocument('x.txt', bytesOf('قصف على هجين. '.repeat(840_000)));
    expect(document.text.length).toBe(14 * 840_000);
    expect(isReport(document)).toBe(true);
  });

  it('with markup keeps its text whole and says what to read over', () => {
    const text = '<p>هجين</p>';
    const document = readDocument('x.txt', bytesOf(text));
    expect(document).toMatchObject({
      text,
      form: 'markup',
      masked: [
        { start: 0, end: 3 },
        { start: 7, end: 11 },
      ],
    });
    expect(isReport(document)).toBe(true);
  });
});
