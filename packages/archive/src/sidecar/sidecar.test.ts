import { describe, expect, it } from 'vitest';
import { readSidecar, sidecarPath } from './sidecar.js';

describe('the sidecar of a report', () => {
  it.each([
    ['reports/x.txt', 'reports/x.meta.json'],
    ['x.html', 'x.meta.json'],
    ['a.b/x', 'a.b/x.meta.json'],
    ['x.2018.txt', 'x.2018.meta.json'],
    ['.hidden', '.hidden.meta.json'],
  ])('of %s is %s', (path, sidecar) => {
    expect(sidecarPath(path)).toBe(sidecar);
  });

  it('gives outlet, date, address and title, and passes over the rest', () => {
    const json =
      '{"outlet":" الفرات الآن ","published":"2018-12-17","url":"https://example.org/1","title":"عنوان","basis":"given","other":3}';
    expect(readSidecar('x.meta.json', json)).toEqual({
      given: { outlet: 'الفرات الآن', published: '2018-12-17', url: 'https://example.org/1', title: 'عنوان' },
      notes: [],
    });
  });

  it.each([
    ['no JSON', '{"outlet":', {}],
    ['a list', '[]', {}],
    ['a number for an outlet', '{"outlet":5,"published":"2018-12"}', { published: '2018-12' }],
    ['a date that is none', '{"outlet":"س","published":"الاثنين"}', { outlet: 'س' }],
    ['a day that is none', '{"published":"2018-02-30"}', {}],
  ])('says what is wrong with %s and keeps the rest', (_what, json, given) => {
    const sidecar = readSidecar('x.meta.json', json);
    expect(sidecar.given).toEqual(given);
    expect(sidecar.notes).toMatchObject([
      { code: 'archive/bad-sidecar', severity: 'warning', message: expect.stringContaining('x.meta.json') },
    ]);
  });

  it('passes over a field that is null', () => {
    expect(readSidecar('x.meta.json', '{"outlet":null}')).toEqual({ given: {}, notes: [] });
  });
});
