import type { Chain } from '@isnad/client';
import { describe, expect, it } from 'vitest';
import { layChain } from './layChain.js';

const node = (id: string, kind: Chain['nodes'][number]['kind'] = 'source'): Chain['nodes'][number] => ({
  id,
  kind,
  label: { ar: id, en: id },
  root: false,
  named: true,
});
const edge = (from: string, to: string, how: Chain['edges'][number]['how'] = 'quotes'): Chain['edges'][number] => ({
  from,
  to,
  how,
  claims: ['c'],
});
const keys = (chain: Chain) => layChain(chain).columns.map((column) => column.map(({ key }) => key));

describe('layChain', () => {
  it('puts each source behind all that quote it', () => {
    const chain = {
      nodes: [node('r1', 'report'), node('r2', 'report'), node('north'), node('south'), node('agency'), node('watch')],
      edges: [
        edge('r1', 'north'),
        edge('r2', 'south'),
        edge('north', 'agency'),
        edge('agency', 'watch'),
        edge('south', 'watch'),
      ],
      roots: ['watch'],
    };
    expect(keys(chain)).toEqual([['r1', 'r2'], ['north', 'south'], ['agency', 'south→watch@2'], ['watch']]);
    expect(layChain(chain).lines).toEqual([
      [
        { from: 0, to: 0, claims: 1 },
        { from: 1, to: 1, claims: 1 },
      ],
      [
        { from: 0, to: 0, claims: 1 },
        { from: 1, to: 1, claims: 1 },
      ],
      [
        { from: 0, to: 0, claims: 1 },
        { from: 1, to: 0, claims: 1 },
      ],
    ]);
  });

  it('cuts a circle, and leaves copies to words', () => {
    const chain = {
      nodes: [node('a'), node('b')],
      edges: [edge('a', 'b'), edge('b', 'a'), edge('a', 'b', 'copies')],
      roots: [],
    };
    expect(layChain(chain).rows).toBe(1);
  });
});
