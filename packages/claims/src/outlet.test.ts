import { loadLexicon } from '@isnad/lexicon';
import { reportId } from '@isnad/model';
import { describe, expect, it } from 'vitest';
import { createReader } from './reader.js';

const lexicon = loadLexicon();
const reader = createReader(lexicon);
const hosted = [...lexicon.outlets.values()].find(({ domains }) => domains.length > 0)!;
const text = 'قصفت المدفعية بلدة سرمين أمس.';

const outletOf = (given: { readonly url?: string; readonly outlet?: string }) =>
  reader.read({
    path: 'x.txt',
    id: reportId(new TextEncoder().encode(text)),
    text,
    encoding: 'utf-8',
    form: 'plain',
    notes: [],
    given: { title: '', ...given },
  }).report.outlet;

describe('the outlet of a report', () => {
  it('is told by its address where nothing else names it', () => {
    expect(outletOf({ url: `https://www.${hosted.domains[0]!}/2020/1` })).toBe(hosted.name.ar);
  });
  it('is the one that the sidecar names, whatever the address', () => {
    expect(outletOf({ url: `https://${hosted.domains[0]!}/1`, outlet: 'وكالة أخرى' })).toBe('وكالة أخرى');
  });
  it.each([{ url: 'https://unknown.example/1' }, {}])('is unknown otherwise: %j', (given) => {
    expect(outletOf(given)).toBeNull();
  });
});
