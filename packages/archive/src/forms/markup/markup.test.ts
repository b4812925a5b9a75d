import { describe, expect, it } from 'vitest';
import { inputForms } from '../text-form.js';
import { markup } from './markup.js';

const formOf = (path: string, text: string) => inputForms.find((form) => form.accepts(path, text))!;
/** The text with its masked passages shown as one middle dot each. */
const shown = (path: string, text: string): string => {
  let result = '';
  let at = 0;
  for (const { start, end } of formOf(path, text).mask(text).masked) {
    result += `${text.slice(at, start)}·`;
    at = end;
  }
  return result + text.slice(at);
};

describe('markup is told from wording', () => {
  const cases: readonly (readonly [what: string, path: string, text: string, result: string])[] = [
    ['plain wording', 'a.txt', 'قُتل 5 مدنيين', 'قُتل 5 مدنيين'],
    ['a lone less-than sign', 'a.txt', 'عدد القتلى < 5 & أكثر', 'عدد القتلى < 5 & أكثر'],
    ['angle brackets as quotes', 'a.txt', 'قال <المرصد> اليوم', 'قال <المرصد> اليوم'],
    ['tags pasted in a text file', 'a.txt', '<p>قُتل <b>5</b> مدنيين</p>', '·قُتل ·5· مدنيين·'],
    ['entities', 'a.txt', 'قُتل&nbsp;5 مدنيين', 'قُتل·5 مدنيين'],
    ['scripts and styles', 'a.html', 'قبل<script>var x = "<p>قتل";</script>بعد<style>p{}</style>', 'قبل·بعد·'],
    ['comments', 'a.html', 'قبل<!-- تعليق -->بعد', 'قبل·بعد'],
    ['the head of a page', 'a.html', '<html><head><title>خبر</title></head><body>نص</body></html>', '·نص·'],
    ['a paragraph that is not closed', 'a.html', '<p>أول<p>ثان', '·أول·ثان'],
    ['a torn tag at the end hides nothing', 'a.txt', '<p>أول</p>ثان <b وثالث', '·أول·ثان <b وثالث'],
    ['a page that holds no tag', 'a.html', 'نص بلا وسوم', 'نص بلا وسوم'],
  ];
  it.each(cases)('%s', (_what, path, text, result) => {
    expect(shown(path, text)).toBe(result);
  });

  it('says that letters are written as entities, and keeps them apart from tags', () => {
    const { notes, masked } = markup.mask('&#1607;&#1580; <p>&#1607;نص</p>');
    expect(masked.map(({ start }) => start)).toEqual([0, 7, 15, 18, 27]);
    expect(notes.map((remark) => remark.code)).toEqual(['archive/markup', 'archive/letters-as-entities']);
  });
});
