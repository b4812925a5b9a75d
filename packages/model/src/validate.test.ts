import { describe, expect, test } from 'vitest';
import { validateDecisions, validateReadings } from './validate.js';

const words = (text: string) => ({ start: 0, end: text.length, text });
const event = {
  id: 'c:1',
  kind: 'event',
  type: 'air-strike',
  span: words('غارة على هجين'),
  trigger: words('غارة'),
  actors: ['coalition'],
  targets: [],
  places: [{ ...words('هجين'), id: 'hajin', name: 'Hajin', role: 'where', lat: 34.69, lon: 40.83, precision: 1 }],
  date: '2018-12-16~',
  modality: 'asserted',
  attribution: ['sohr'],
  repeats: null,
  rule: 'gold',
};
const reading = {
  report: {
    path: 'a.txt',
    id: 'sha256:1',
    language: 'ar',
    title: null,
    outlet: null,
    published: { edtf: '2018-12-17', basis: 'stated', reason: 'date line' },
    furniture: [],
  },
  claims: [event],
  persons: [],
  notes: [],
};
const decision = {
  id: 'd1',
  at: '2026-01-01T00:00:00Z',
  by: 'a',
  kind: 'merge',
  about: ['c:1', 'c:2'],
  reason: 'same words',
  retires: null,
};

describe('readings', () => {
  test('a line of isnad read is handed back as it is, with what it adds', () => {
    const added = [{ ...reading, extra: 1 }];
    expect(validateReadings(added)).toEqual({ ok: true, value: added });
  });

  test.each([
    ['a date that is none', { ...event, date: 'Friday' }, '0.claims.0.date'],
    ['a latitude beyond the pole', { ...event, places: [{ ...event.places[0], lat: 134 }] }, '0.claims.0.places.0.lat'],
    ['an unknown modality', { ...event, modality: 'maybe' }, '0.claims.0.modality'],
    ['an offset before the text', { ...event, span: { ...event.span, start: -1 } }, '0.claims.0.span.start'],
  ])('%s is named with its path', (_, claim, path) => {
    const found = validateReadings([{ ...reading, claims: [claim] }]);
    expect(found.ok ? [] : found.faults.map((fault) => fault.path)).toEqual([path]);
  });
});

describe('decisions', () => {
  test('a line of decisions.ndjson', () => {
    expect(validateDecisions([decision])).toEqual({ ok: true, value: [decision] });
  });

  test.each([
    ['a time without zone', { ...decision, at: '2026-01-01 00:00' }, '0.at'],
    ['an unknown kind', { ...decision, kind: 'forget' }, '0.kind'],
  ])('%s is named with its path', (_, wrong, path) => {
    const found = validateDecisions([wrong]);
    expect(found.ok ? [] : found.faults.map((fault) => fault.path)).toEqual([path]);
  });
});
