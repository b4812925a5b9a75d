import { describe, expect, test } from 'vitest';
import { event, incidentOf, lexicon, recordOf, report } from '../world.fixture.js';
import { rootOf, voiceOf } from './roots.js';
import { shinglesOf } from './shingles.js';

describe('root source: the last named hop, else the outlet, else the report', () => {
  test.each([
    ['an agency that quotes the observatory', ['agency', 'observatory'], 'north-news', 'observatory'],
    ['the observatory quoting sources it does not name', ['observatory', 'own-sources'], 'north-news', 'observatory'],
    ['unnamed sources are the outlet', ['own-sources'], 'north-news', 'north-news'],
    ['two kinds of unnamed sources are one', ['witnesses'], 'north-news', 'north-news'],
    ['own voice', [], 'north-news', 'north-news'],
    ['an outlet that nobody knows is its own root', [], 'A blog', 'A blog'],
    ['no outlet', [], null, 'report:r1'],
  ])('%s', (_, attribution, outlet, root) => {
    expect(rootOf({ attribution }, { id: 'r1', outlet }, lexicon)).toBe(root);
  });

  test('two outlets of one owner are one voice', () => {
    const voices = ['north-news', 'south-news', 'agency'].map((root) => voiceOf(root, lexicon));
    expect(voices).toEqual(['media-group', 'media-group', 'agency']);
  });

  test('a side and the ministry that speaks for it are one voice', () => {
    expect(['army', 'war-ministry', 'front'].map((root) => voiceOf(root, lexicon))).toEqual(['army', 'army', 'front']);
  });
});

test('shingles: letters folded, marks and vowels left aside', () => {
  const plain = shinglesOf('قصفت قوات الجيش مدينة المرج صباح اليوم');
  expect(plain.size).toBe(3);
  expect(shinglesOf('قَصَفَت «قوّات» الجيش، مدينه المرج؛ صباح اليوم.')).toEqual(plain);
});

/** Forty different words: a paragraph. */
const paragraph = Array.from({ length: 40 }, (_, n) => `كلمة${n}`).join(' ');
const strike = event('e', 'air-strike', { actors: ['army'], targets: ['front'], text: 'غارة على المرج' });

describe('reports, outlets and independent roots of an incident are three numbers', () => {
  const counts = (...readings: Parameters<typeof recordOf>[0]) => {
    const { reports, outlets, roots, independent } = incidentOf(recordOf(readings), 'a#e');
    return { reports, outlets, roots, independent };
  };

  test('two outlets on their own word', () => {
    const found = counts(report('a', { outlet: 'agency' }, strike), report('b', { outlet: 'north-news' }, strike));
    expect(found).toEqual({ reports: 2, outlets: 2, roots: ['agency', 'north-news'], independent: 2 });
  });

  test('two outlets that quote the observatory are one source', () => {
    const quoting = event('e', 'air-strike', { actors: ['army'], targets: ['front'], attribution: ['observatory'] });
    const found = counts(report('a', { outlet: 'agency' }, quoting), report('b', { outlet: 'north-news' }, quoting));
    expect(found).toEqual({ reports: 2, outlets: 2, roots: ['observatory'], independent: 1 });
  });

  test('two outlets of one owner are two outlets and one voice', () => {
    const found = counts(report('a', { outlet: 'south-news' }, strike), report('b', { outlet: 'north-news' }, strike));
    expect(found).toEqual({ reports: 2, outlets: 2, roots: ['north-news', 'south-news'], independent: 1 });
  });

  test('the later of two reports with the same words is a copy and no root of its own', () => {
    const readings = [
      report('a', { outlet: 'agency', published: '2020-03-10' }, strike),
      report('b', { outlet: 'north-news', published: '2020-03-11' }, strike),
    ];
    const texts = new Map([
      ['a', `غارة على المرج ${paragraph}`],
      ['b', `غارة على المرج ${paragraph} وزيادة من عندنا`],
    ]);
    const record = recordOf(readings, { texts });
    expect(record.reports.map(({ copies_of }) => copies_of)).toEqual([[], ['a']]);
    expect(incidentOf(record, 'a#e')).toMatchObject({ reports: 2, outlets: 2, roots: ['agency'], independent: 1 });
  });

  test('of a report that copies one passage only that passage is a copy', () => {
    const own = event('own', 'capture', {
      actors: ['army'],
      targets: ['front'],
      places: ['tell'],
      text: 'السيطرة على التل كما شاهد مراسلنا صباح اليوم نفسه',
    });
    const copied = event('e', 'air-strike', {
      actors: ['army'],
      targets: ['front'],
      text: paragraph.split(' ').slice(0, 8).join(' '),
    });
    const readings = [
      report('a', { outlet: 'agency', published: '2020-03-10' }, copied),
      report('b', { outlet: 'north-news', published: '2020-03-11' }, copied, own),
    ];
    const others = Array.from({ length: 90 }, (_, n) => `غير${n}`).join(' ');
    const texts = new Map([
      ['a', `${paragraph} ${others.replaceAll('غير', 'بعض')}`],
      ['b', `${paragraph} ${others} السيطرة على التل كما شاهد مراسلنا صباح اليوم نفسه`],
    ]);
    const record = recordOf(readings, { texts });
    expect(incidentOf(record, 'b#e').roots).toEqual(['agency']);
    expect(incidentOf(record, 'b#own').roots).toEqual(['north-news']);
  });

  test('the same bytes at another address are an appearance, not another report', () => {
    const once = report('a', { outlet: 'agency' }, strike);
    const again = { ...once, report: { ...once.report, path: 'z.txt', outlet: 'north-news' } };
    const record = recordOf([again, once]);
    expect(record.reports.map(({ path, appearances }) => [path, appearances?.map((other) => other.path)])).toEqual([
      ['a.txt', ['z.txt']],
    ]);
    expect(incidentOf(record, 'a#e')).toMatchObject({ reports: 1, outlets: 2, independent: 1 });
  });
});
