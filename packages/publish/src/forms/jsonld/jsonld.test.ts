import processor from 'jsonld';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CLAIMS, REPORTS } from '../../case.fixture.js';
import { exportCase } from '../export.js';
import { EXPORT, LICENCE } from '../form.fixture.js';
import { jsonld } from './jsonld.js';

const iri = z.string().regex(/^urn:isnad:[a-z]+:\S+$/);
const document = z.strictObject({
  '@context': z.looseObject({
    '@vocab': z.literal('https://schema.org/'),
    prov: z.literal('http://www.w3.org/ns/prov#'),
  }),
  '@graph': z.array(z.looseObject({ '@id': iri, '@type': z.union([z.string(), z.array(z.string())]) })),
});

const { files } = await exportCase(jsonld, 'valley.jsonld', EXPORT);
const graph = document.parse(JSON.parse(String(files.get('valley.jsonld'))))['@graph'];
const node = (id: string) => graph.find((one) => one['@id'] === `urn:isnad:${id}`)!;
const idOf = (id: string) => encodeURIComponent(id);

/** Everything that a node points to. */
const pointed = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(pointed);
  if (typeof value !== 'object' || value === null) return [];
  const { '@id': id, ...rest } = value as { '@id'?: string };
  return [...(id === undefined ? [] : [id]), ...Object.values(rest).flatMap(pointed)];
};

describe('JSON-LD', () => {
  it('names no node twice and points only to nodes that are there', () => {
    const ids = graph.map((one) => one['@id']);
    expect(new Set(ids).size).toBe(ids.length);
    for (const one of graph) for (const id of pointed(one)) expect(ids).toContain(id);
  });

  it('follows an incident to its claims and these to report and source', () => {
    const incident = node(`incident:${idOf(CLAIMS.strike.id)}`);
    expect(incident['prov:wasDerivedFrom']).toContainEqual({ '@id': `urn:isnad:claim:${idOf(CLAIMS.strike.id)}` });
    const claim = node(`claim:${idOf(CLAIMS.strike.id)}`);
    expect(claim).toMatchObject({
      '@type': ['Claim', 'prov:Entity'],
      text: CLAIMS.strike.span.text,
      'prov:wasQuotedFrom': { '@id': `urn:isnad:report:${idOf(REPORTS.first)}` },
      'prov:hadPrimarySource': [{ '@id': 'urn:isnad:source:valley-observatory' }],
    });
  });

  it('is the graph that a JSON-LD processor makes of it, nothing dropped and nothing fetched', async () => {
    const document = JSON.parse(String(files.get('valley.jsonld'))) as object;
    const options = {
      safe: true,
      documentLoader: (url: string) => Promise.reject(new Error(`asked for ${url}`)),
    };
    const triples = await processor.toRDF(document, { ...options, format: 'application/n-quads' });
    const claim = `<urn:isnad:claim:${idOf(CLAIMS.strike.id)}>`;
    expect(triples).toContain(
      `<urn:isnad:incident:${idOf(CLAIMS.strike.id)}> <http://www.w3.org/ns/prov#wasDerivedFrom> ${claim} .`,
    );
    expect(triples).toContain(
      `${claim} <http://www.w3.org/ns/prov#wasQuotedFrom> <urn:isnad:report:${idOf(REPORTS.first)}> .`,
    );
    const back = await processor.fromRDF(triples as object, { format: 'application/n-quads' });
    const named = (back as readonly { '@id': string }[]).map((one) => one['@id']).filter((id) => id.startsWith('urn:'));
    expect(new Set(named)).toEqual(new Set(graph.map((one) => one['@id'])));
  });

  it('puts licence and citation on the data set', () => {
    expect(graph[0]).toMatchObject({ '@type': ['Dataset', 'prov:Entity'], license: LICENCE });
  });
});
