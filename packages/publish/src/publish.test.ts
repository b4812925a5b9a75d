import { describe, expect, it } from 'vitest';
import { CASE, CLAIMS, PRIVATE_NAME, REPORTS } from './case.fixture.js';
import { manifest, sha256 } from './manifest.js';
import { publish } from './publish.js';

const files = publish(CASE);
const text = (name: string, of = files): string => String(of.get(name));

describe('publish', () => {
  it('gives every file of the contract', () => {
    expect([...files.keys()].sort()).toEqual([
      'control.csv',
      'disputes.csv',
      'incidents.csv',
      'incidents.geojson',
      'index.html',
      'record.json',
      'tolls.csv',
    ]);
  });

  it('gives the same bytes for the same input', () => {
    for (const [name, content] of publish(CASE)) expect(sha256(content), name).toBe(sha256(files.get(name)!));
  });

  it('shows a private name in record.json and nowhere else', () => {
    const holding = [...files].filter(([, content]) => /سلمى|الكريم/.test(String(content))).map(([name]) => name);
    expect(holding).toEqual(['record.json']);
    expect(text('record.json')).toContain(PRIVATE_NAME);
  });

  it('shows names everywhere when asked to', () => {
    expect(text('index.html', publish({ ...CASE, names: true }))).toContain(PRIVATE_NAME);
  });

  it('gives a sensitive place in record.json and nowhere else', () => {
    const holding = [...files].filter(([, content]) => /تل الغزال|Tall al-Ghazal|35\.2345/.test(String(content)));
    expect(holding.map(([name]) => name)).toEqual(['record.json']);
  });

  it('writes record.json canonically: keys in order, an item a line, a newline at the end', () => {
    const json = text('record.json');
    expect(JSON.parse(json)).toEqual(CASE.record);
    expect(json.split('\n')[0]).toBe('{');
    expect(json.match(/^"[a-z]+":/gm)).toEqual([
      '"case":',
      '"checks":',
      '"claims":',
      '"control":',
      '"disputes":',
      '"incidents":',
      '"program":',
      '"reports":',
      '"tolls":',
    ]);
    expect(json.endsWith('}\n')).toBe(true);
  });

  it('puts claims beside the record above 20,000, names covered and offsets true', () => {
    const many = Array.from({ length: 20_001 }, (_, i) => ({ ...CLAIMS.transfer, id: `c:${i}` }));
    const large = publish({ ...CASE, record: { ...CASE.record, claims: [CLAIMS.transfer, ...many] } });
    expect(JSON.parse(text('record.json', large))).toMatchObject({ claims: [], claims_file: 'claims.ndjson' });
    const lines = text('claims.ndjson', large).trimEnd().split('\n');
    expect(lines).toHaveLength(20_002);
    const claim = JSON.parse(lines[0]!);
    expect(claim.span.text).toHaveLength(CLAIMS.transfer.span.text.length);
    expect(claim.span.text).toContain('▇');
    expect(claim.span.text).not.toContain('سلمى');
    expect(claim.places[0].id).toBe('x.hospital');
    expect(text('index.html', large)).not.toContain('class="report-text"');
  });
});

describe('GeoJSON', () => {
  const { features } = JSON.parse(text('incidents.geojson')) as {
    features: { id: string; geometry: unknown; properties: Record<string, unknown> }[];
  };

  it('puts longitude first, and geometry null where there is no place', () => {
    expect(features[0]).toMatchObject({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [40.4, 35.1] },
      properties: { edtf: '2019-03-03~', precision: 1, place_coarsened: false },
    });
    expect(features.find(({ id }) => id === CLAIMS.denial.id)!.geometry).toBeNull();
  });

  it('says that a place was coarsened', () => {
    expect(features.find(({ id }) => id === CLAIMS.reinforcement.id)!.properties).toMatchObject({
      place: 'North District',
      precision: 3,
      place_coarsened: true,
    });
  });
});

describe('CSV', () => {
  it('has one row of headings and one an incident', () => {
    expect(text('incidents.csv').trimEnd().split('\n')).toHaveLength(1 + CASE.record.incidents.length);
    expect(text('incidents.csv').charCodeAt(0)).not.toBe(0xfeff);
  });

  it('gives a toll a row for each of its points, with the report', () => {
    expect(text('tolls.csv').split('\n')[2]).toBe(
      `t:civilians,valley-observatory,killed,civilians,2019-03-03,2019-03-05,x.ayn,,2019-03-05,7,7,false,${CLAIMS.seven.id},${REPORTS.second},k:falls`,
    );
  });

  it('makes a formula harmless', () => {
    expect(text('disputes.csv')).toContain("'=said, and denied by the government");
  });
});

describe('manifest', () => {
  it('names versions, day, inputs and outputs with their SHA-256', () => {
    const json = manifest({
      record: CASE.record,
      asOf: CASE.asOf,
      names: false,
      lifted: null,
      inputs: [
        { path: 'second.txt', sha256: REPORTS.second },
        { path: 'first.txt', sha256: REPORTS.first },
      ],
      outputs: new Map([['a.csv', 'id\n']]),
    });
    expect(JSON.parse(json)).toEqual({
      as_of: '2020-01-01',
      case: 'وادي النور',
      inputs: [
        { path: 'first.txt', sha256: REPORTS.first.slice(7) },
        { path: 'second.txt', sha256: REPORTS.second.slice(7) },
      ],
      names: false,
      outputs: [{ path: 'a.csv', sha256: '984a644ec3b56d32b0404777e1eb73390c4b0742a6a0e183f07861056b6746de' }],
      policy_lifted: null,
      program: CASE.record.program,
    });
  });
});
