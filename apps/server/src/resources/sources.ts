import type { SourceRow, Sources } from '@isnad/api';
import { derived } from '../case/derived.js';
import { entryIn } from '../case/entries.js';
import type { Handler } from '../http/handler.js';
import type { Steps } from '../steps.js';
import { sourceName } from './chain.js';

type Tally = { -readonly [K in 'reports' | 'claims' | 'quoted' | 'incidents' | 'alone' | 'copied']: number };

export const counted = derived('sources', function* ({ view }): Steps<Sources> {
  const { record, words, publisherOf, rootOf, reports } = view;
  const tallies = new Map<string, Tally & { outlet: boolean }>();
  const of = (id: string) =>
    entryIn(tallies, id, () => ({
      reports: 0,
      claims: 0,
      quoted: 0,
      incidents: 0,
      alone: 0,
      copied: 0,
      outlet: false,
    }));
  const edges = new Map<string, { from: string; to: string; how: 'quotes' | 'copies'; claims: number }>();
  const edge = (from: string, to: string, how: 'quotes' | 'copies'): void => {
    if (from === to) return;
    const key = `${from}\n${to}\n${how}`;
    const one = edges.get(key);
    if (one) one.claims++;
    else edges.set(key, { from, to, how, claims: 1 });
  };
  for (const report of record.reports) {
    yield;
    const publisher = of(publisherOf(report.id));
    publisher.outlet = true;
    publisher.reports++;
    if (report.copies_of.length > 0) publisher.copied++;
    for (const origin of report.copies_of) edge(publisherOf(report.id), publisherOf(origin), 'copies');
  }
  for (const claim of record.claims) {
    yield;
    of(rootOf(claim)).claims++;
    let from = publisherOf(claim.report);
    for (const hop of claim.attribution) {
      of(hop).quoted++;
      edge(from, hop, 'quotes');
      from = hop;
    }
  }
  for (const { roots } of record.incidents) {
    yield;
    for (const root of roots) {
      of(root).incidents++;
      if (roots.length === 1) of(root).alone++;
    }
  }
  const rows = [...tallies].map(([id, { outlet, ...tally }]): SourceRow => {
    const report = id.startsWith('report:') ? reports.get(id.slice('report:'.length)) : undefined;
    const name = report ? view.cover(report.title ?? report.path, report.id) : null;
    return {
      id,
      name: name === null ? sourceName(id, view) : { ar: name, en: name },
      kind: id.startsWith('report:') ? 'report' : outlet ? 'outlet' : 'source',
      named: words.sources[id]?.named ?? true,
      ...tally,
    };
  });
  return {
    sources: rows.sort((a, b) => b.claims - a.claims || (a.id < b.id ? -1 : 1)),
    dependences: [...edges.values()].sort((a, b) => b.claims - a.claims || (a.from + a.to < b.from + b.to ? -1 : 1)),
  };
});

export const sources: Handler<'sources'> = (_, scene) => counted(scene);
