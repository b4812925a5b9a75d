import { readFileSync } from 'node:fs';
import { readLetters } from '@isnad/arabic';
import { isEdtf } from '@isnad/model';
import { describe, expect, it } from 'vitest';
import { readTokens } from '../tokens.js';
import { Vocabulary } from '../words.js';
import { type DateMention, readDates, resolveAgainst } from './index.js';

const vocabulary = new Vocabulary();

const read = (text: string, published: string | null): readonly DateMention[] =>
  readDates(readTokens(readLetters(text), vocabulary), text, { published });

interface Case {
  readonly section: string;
  readonly line: string;
  readonly published: string | null;
  readonly text: string;
  readonly expected: string;
}

const cases: Case[] = [];
let section = '';
for (const line of readFileSync(new URL('./dates.cases.txt', import.meta.url), 'utf8').split('\n')) {
  if (line.startsWith('## ')) section = line.slice(3);
  const parts = /^\[P=(.+?)\] (.+?) ==> (.+)$/.exec(line);
  if (!parts) continue;
  const [, published, text, expected] = parts as unknown as [string, string, string, string];
  cases.push({ section, line, published: published === '?' ? null : published, text, expected });
}

const written = (mentions: readonly DateMention[]): string =>
  mentions.map(({ edtf, text }) => `${edtf} '${text}'`).join(' ; ') || 'none';

describe('dates', () => {
  for (const name of new Set(cases.map((one) => one.section)))
    describe(name, () => {
      for (const { line, published, text, expected } of cases.filter((one) => one.section === name))
        it(line, () => expect(written(read(text, published))).toBe(expected));
    });
});

describe('every mention', () => {
  const mentions = cases.flatMap((one) => read(one.text, one.published).map((mention) => ({ ...one, mention })));
  it('quotes the original', () => {
    for (const { text, mention } of mentions) expect(text.slice(mention.start, mention.end)).toBe(mention.text);
  });
  it('is EDTF of the supported part, or null', () => {
    for (const { line, mention } of mentions) expect(mention.edtf === null || isEdtf(mention.edtf), line).toBe(true);
  });
  it('overlaps no other', () => {
    for (const { text, published } of cases) {
      const ends = read(text, published).map(({ firstToken, lastToken }) => [firstToken, lastToken] as const);
      ends.forEach(([first, last], index) => {
        expect(last).toBeGreaterThanOrEqual(first);
        if (index > 0) expect(first).toBeGreaterThan(ends[index - 1]![1]);
      });
    }
  });
  it('is the same whether publication is known at once or later', () => {
    for (const { text, published } of cases) {
      const later = read(text, null).map((mention) => resolveAgainst(mention, published));
      expect(later).toEqual(read(text, published));
    }
  });
  it('does not change with publication when it says that it needs nothing', () => {
    for (const { mention } of mentions)
      if (mention.needs === 'nothing')
        expect(resolveAgainst(mention, '1999-01-31').edtf).toBe(resolveAgainst(mention, null).edtf);
  });
  it('has a part of the day where the text tells one', () => {
    const parts = (text: string) => read(text, '2018-12-17').map(({ dayPart }) => dayPart);
    expect(parts('فجر اليوم')).toEqual(['fajr']);
    expect(parts('صباح السبت')).toEqual(['sabah']);
    expect(parts('ظهر أمس')).toEqual(['zuhr']);
    expect(parts('بعد ظهر الجمعة')).toEqual(['asr']);
    expect(parts('الجمعة مساءً')).toEqual(['masa']);
    expect(parts('ليلة السبت')).toEqual(['layl']);
    expect(parts('يوم السبت')).toEqual([undefined]);
  });
  it('tells points, intervals, lengths and habits apart', () => {
    const kinds = (text: string) => read(text, '2018-12-17').map(({ kind }) => kind);
    expect(kinds('أمس')).toEqual(['point']);
    expect(kinds('منذ أمس')).toEqual(['interval']);
    expect(kinds('لمدة يومين')).toEqual(['duration']);
    expect(kinds('كل يوم')).toEqual(['repeated']);
  });
});
