import type { Chain } from '@isnad/api';
import type { Bilingual, RecordedClaim } from '@isnad/model';
import { entryIn } from '../case/entries.js';
import type { CaseView } from '../case/view.js';

type Node = Chain['nodes'][number];
type How = Chain['edges'][number]['how'];
type Edge = { readonly from: string; readonly to: string; readonly how: How; readonly claims: Set<string> };

const plain = (text: string): Bilingual => ({ ar: text, en: text });

/** The name of a source, an outlet or a report that publishes for itself. */
export const sourceName = (id: string, { words, reports, cover }: CaseView): Bilingual => {
  const known = words.sources[id]?.name ?? words.actors[id]?.name;
  if (known) return known;
  if (!id.startsWith('report:')) return plain(id);
  const report = id.slice('report:'.length);
  return plain(cover(reports.get(report)?.path ?? id, report));
};

/** Who has it from whom, over the claims of one incident: reports, their outlets, what these quote, and the roots. */
export const chainOf = (claims: readonly RecordedClaim[], view: CaseView): Chain => {
  const nodes = new Map<string, Node>();
  const edges = new Map<string, Edge>();
  const roots = new Set(claims.map((claim) => view.rootOf(claim)));
  const isNamed = (id: string): boolean => view.words.sources[id]?.named ?? true;
  const node = (id: string, kind: Node['kind'], label: Bilingual): string => {
    if (!nodes.has(id)) nodes.set(id, { id, kind, label, root: roots.has(id), named: isNamed(id) });
    return id;
  };
  const edge = (from: string, to: string, how: How, claim?: string): void => {
    if (from === to) return;
    const key = `${from}\n${to}\n${how}`;
    const found = entryIn(edges, key, (): Edge => ({ from, to, how, claims: new Set() }));
    if (claim !== undefined) found.claims.add(claim);
  };
  const here = new Set(claims.map(({ report }) => report));
  for (const claim of claims) {
    const report = view.reports.get(claim.report);
    const publisher = view.publisherOf(claim.report);
    node(claim.report, 'report', plain(view.cover(report?.title ?? report?.path ?? claim.report, claim.report)));
    node(publisher, 'outlet', sourceName(publisher, view));
    edge(claim.report, publisher, 'published-by', claim.id);
    let from = publisher;
    for (const hop of claim.attribution) {
      // Unnamed sources of two outlets are two.
      const id = isNamed(hop) ? hop : `${publisher}/${hop}`;
      if (!nodes.has(id))
        nodes.set(id, { id, kind: 'source', label: sourceName(hop, view), root: roots.has(id), named: isNamed(hop) });
      edge(from, id, 'quotes', claim.id);
      from = id;
    }
    for (const origin of report?.copies_of ?? []) if (here.has(origin)) edge(claim.report, origin, 'copies', claim.id);
  }
  for (const root of roots) node(root, 'outlet', sourceName(root, view));
  return {
    nodes: [...nodes.values()],
    edges: [...edges.values()].map(({ claims: said, ...rest }) => ({ ...rest, claims: [...said] })),
    roots: [...roots].sort(),
  };
};
