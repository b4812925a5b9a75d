import { loadLexicon } from '@isnad/lexicon';
import type { Document } from '@isnad/model';
import { describe, expect, it } from 'vitest';
import { createReader } from '../reader.js';

const reader = createReader(loadLexicon());
// The name is invented. "Sami al-Qattan was killed by shelling in Raqqa" / "Shelling in Raqqa."
const TITLE = 'مقتل المدني سامي القطان بقصف على الرقة';
const TEXT = '<p class="a much longer mark than the title has letters of its own">قصف على الرقة.</p>';

const document = (given: Document['given']): Document => {
  const starts = TEXT.indexOf('قصف');
  const masked = [
    { start: 0, end: starts },
    { start: TEXT.indexOf('</p>'), end: TEXT.length },
  ];
  return { id: 'r1', path: 'one.html', text: TEXT, encoding: 'utf-8', form: 'markup', given, notes: [], masked };
};

describe('names beside a report', () => {
  it('are found in a title, whatever of the page itself is no text', () => {
    expect(reader.read(document({ title: TITLE })).report.namesBeside).toEqual(['سامي القطان']);
    expect(reader.read(document({})).report.namesBeside).toBeUndefined();
  });
});
