import { readFileSync } from 'node:fs';
import type { Document, Span } from '@isnad/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Vocabulary } from '../words.js';
import { readReport } from './index.js';

const vocabulary = new Vocabulary();
const documentOf = (text: string, more: Partial<Document> = {}): Document => ({
  path: 'report.txt',
  id: 'sha256:0',
  text,
  encoding: 'utf-8',
  form: 'plain',
  given: {},
  notes: [],
  ...more,
});
const read = (text: string, more: Partial<Document> = {}) => readReport(documentOf(text, more), { vocabulary });

const table = readFileSync(new URL('./report.cases.txt', import.meta.url), 'utf8');

describe('reports', () => {
  const blocks = table
    .split(/^## /m)
    .slice(1)
    .map((block) => {
      const [head, expected] = block.split('\n==>\n');
      const end = head!.indexOf('\n');
      return [head!.slice(0, end), head!.slice(end + 1), expected!.trim().split('\n')] as const;
    });
  it.each(blocks)('%s', (_title, text, expected) => {
    const report = read(text);
    const quoted = (spans: readonly Span[]) => spans.map(({ start, end }) => text.slice(start, end)).join(' ; ');
    const body = /^body: (.*)$/m.exec(expected.join('\n'))![1]!;
    const fields: Record<string, string> = {
      title: report.title ?? '',
      outlet: report.outletText?.text ?? '',
      dateline: quoted(report.dateline ? [report.dateline] : []),
      byline: quoted(report.bylines),
      date: quoted(report.dateLines),
      furniture: quoted(report.furniture),
      signs: quoted(report.signs),
      body: text.slice(report.bodyStart).trimStart().slice(0, body.length),
      sentences: String(report.sentences.length),
    };
    const lines = Object.entries(fields).flatMap(([field, value]) => (value === '' ? [] : [`${field}: ${value}`]));
    expect(lines.sort()).toEqual([...expected].sort());
  });
});

describe('a report', () => {
  it('takes the title that a sidecar gives, and finds it in the text', () => {
    const text = 'دير الزور\nقتلى في قصف هجين\nقتل خمسة مدنيين في قصف على البلدة مساء أمس.';
    const { title, titleSpan } = read(text, { given: { title: 'قتلى في قصف هجين' } });
    expect(title).toBe('قتلى في قصف هجين');
    expect(titleSpan).toEqual({ start: 10, end: 26 });
  });

  it('keeps a title that the text does not show', () => {
    const { title, titleSpan } = read('قتل خمسة مدنيين في قصف على البلدة مساء أمس.', { given: { title: 'عنوان' } });
    expect([title, titleSpan]).toEqual(['عنوان', null]);
  });

  it('reads over masked tags', () => {
    const text = '<h1>قتلى في قصف هجين</h1><p>قتل <b>خمسة</b> مدنيين في قصف على البلدة مساء أمس.</p>';
    const masked = [...text.matchAll(/(?:<[^>]*>)+/g)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
    }));
    const report = read(text, { form: 'markup', masked });
    expect(report.title).toBe('قتلى في قصف هجين');
    expect(report.numbers.map(({ text: words }) => words)).toEqual(['خمسة']);
    expect(report.sentences).toHaveLength(2);
  });

  it.each([
    ['ar', 'قتل خمسة مدنيين في قصف على البلدة'],
    ['ar', 'قتل خمسة مدنیین في قصف علی البلدة'],
    ['ar', 'أعلن حزب پژاك مقتل خمسة من عناصره في قصف على مواقعه في الجبال الحدودية قرب السليمانية يوم أمس'],
    ['fa', 'پنج غیرنظامی در حمله هوایی به شهر کشته شدند و چند نفر زخمی شدند'],
    ['ur', 'حملے میں پانچ شہری ہلاک ہو گئے اور کئی زخمی ہوئے'],
    ['ckb', 'پێنج هاووڵاتی لە بۆردوماندا کوژران'],
    ['en', 'Five civilians were killed in the shelling of Hajin'],
    ['und', 'Пять мирных жителей погибли'],
    ['und', '123 ...'],
  ])('is in %s: %s', (language, text) => {
    expect(read(text).language).toBe(language);
  });

  it('says so when it is not in Arabic', () => {
    const { notes } = read('Five civilians were killed in the shelling of Hajin');
    expect(notes.map(({ code }) => code)).toEqual(['text/not-arabic']);
    expect(read('قتل خمسة مدنيين').notes).toEqual([]);
  });

  it('may be empty', () => {
    const report = read('');
    expect([report.title, report.sentences, report.furniture, report.notes]).toEqual([null, [], [], []]);
  });

  it('keeps its furniture in order and apart, and quotes nothing from it', () => {
    const lines = fc.constantFrom(
      'قتل خمسة مدنيين في قصف على البلدة مساء أمس.',
      'وأصيب عشرة آخرون بجروح في الهجوم على المدينة نفسها.',
      'اظهر المزيد',
      'مقالات ذات صلة',
      'جرحى بثلاث غارات |فيديو',
      '#سوريا #داعش',
      '13/12/2018',
      'عين عيسى- نورث برس',
      'قتلى وجرحى في قصف هجين - نورث برس',
      '',
      'ـ*.10"',
    );
    fc.assert(
      fc.property(fc.array(lines, { maxLength: 12 }), fc.constantFrom('\n', ' ', '\n\n'), (parts, glue) => {
        const { furniture, sentences, numbers } = read(parts.join(glue));
        let end = -1;
        for (const passage of furniture) {
          expect(passage.start).toBeGreaterThan(end);
          end = passage.end;
        }
        for (const span of [...sentences, ...numbers])
          expect(furniture.some((passage) => passage.start <= span.start && span.end <= passage.end)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(read(text).document.text).toBe(text);
      }),
    );
  });
});
