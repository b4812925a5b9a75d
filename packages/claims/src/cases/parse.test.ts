import { describe, expect, it } from 'vitest';
import { parseCases } from './parse.js';

const body = 'قصف الجيش مدينة حلب.\n==>\nshelling «قصف»';

describe('a case file', () => {
  it('is read whole', () => {
    const [one] = parseCases(
      `# a remark\n\n== title\n[P=2018-12-17 outlet="Sham FM" xfail="a reason"]\nقصف الجيش مدينة حلب.\n==>\nshelling «قصف» by a+b at "Deir ez-Zor"+Hajin from - date 2018-12-16 denied says afp>sohr\nfigure killed civilians 3.. part cumulative says -\n`,
      'x.cases.txt',
    );
    expect(one).toEqual({
      title: 'title',
      line: 3,
      sentence: 'قصف الجيش مدينة حلب.',
      published: '2018-12-17',
      outlet: 'Sham FM',
      xfail: 'a reason',
      expected: [
        {
          kind: 'event',
          type: 'shelling',
          trigger: 'قصف',
          by: ['a', 'b'],
          at: ['Deir ez-Zor', 'Hajin'],
          from: [],
          date: '2018-12-16',
          modality: 'denied',
          says: ['afp', 'sohr'],
        },
        {
          kind: 'figure',
          measure: 'killed',
          group: 'civilians',
          range: '3..',
          part: true,
          scope: 'cumulative',
          says: [],
        },
      ],
    });
  });

  it('may expect nothing, and holds several cases', () => {
    const cases = parseCases(`== one\nنص\n==>\nnothing\n\n== two\n${body}\n`, 'x.cases.txt');
    expect(cases.map((one) => [one.title, one.expected.length])).toEqual([
      ['one', 0],
      ['two', 1],
    ]);
  });

  it.each([
    ['a stray line', `${body}`, 'x.cases.txt:1: a case begins with «== title»'],
    ['a case without its arrow', '== t\nنص\n\n== u\nنص\n==>\nnothing', 'x.cases.txt:1: the case has no «==>»'],
    ['a case that ends too early', '== t\nنص', 'x.cases.txt:1: the case has no «==>»'],
    ['a case without a sentence', '== t\n==>\nnothing', 'x.cases.txt:1: the case has no sentence'],
    ['no expectation', '== t\nنص\n==>\n', 'x.cases.txt:1: the case expects nothing; say «nothing»'],
    ['nothing and something', `== t\n${body}\nnothing`, 'x.cases.txt:1: the case expects nothing and something'],
    ['an unknown option', `== t\n[Q=1]\n${body}`, 'x.cases.txt:2: does not know «Q=1»; options are P, outlet, xfail'],
    ['no trigger', '== t\nنص\n==>\nshelling قصف', 'x.cases.txt:4: an event line is: type «trigger» …'],
    ['a trigger that is not there', '== t\nنص\n==>\nshelling «قصف»', 'x.cases.txt:4: «قصف» is not in the sentence'],
    ['an unknown slot', `== t\n${body} with x`, 'x.cases.txt:4: does not know «with»'],
    ['an empty slot', `== t\n${body} by`, 'x.cases.txt:4: nothing stands behind «by»'],
    [
      'a figure without a range',
      '== t\nنص\n==>\nfigure killed civilians 3',
      'x.cases.txt:4: a figure line is: figure measure group min..max …',
    ],
    [
      'an unknown word of a figure',
      '== t\nنص\n==>\nfigure killed civilians 3..3 whole',
      'x.cases.txt:4: does not know «whole»',
    ],
  ])('names file and line of %s', (_, text, message) => {
    expect(() => parseCases(text, 'x.cases.txt')).toThrow(message);
  });
});
