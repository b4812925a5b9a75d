import { eventKinds, loadEventWords } from '@isnad/claims';
import { loadLexicon } from '@isnad/lexicon';
import { type CaseRecord, type Document, type Incident, isoDay, parseEdtf, type RecordedClaim } from '@isnad/model';
import { buildRecord } from '@isnad/record';
import { wordsOfRecord } from '@isnad/server';
import { createCase, type Stamp, type Store } from '@isnad/store';
import { syntheticCase } from '../synthetic/case.js';
import { randomOf } from '../synthetic/random.js';

/** Claims of the synthetic case that is built; each report then tells so many times as much, on other days. */
const TIMES = 5;
/** Characters of a report, about those of a real one. */
const LONG = 2_200;
const STAMP: Stamp = { by: 'bench', at: '2026-01-01T00:00:00.000Z', tool: 'bench', version: '0' };
const READER = 'bench+0';

const laterBy = (edtf: string | null, days: number): string | null => {
  const found = parseEdtf(edtf);
  return found && Number.isFinite(found.first) ? isoDay(found.first + days) : edtf;
};

const suffixed = (id: string, copy: number): string => (copy === 0 ? id : `${id}:${copy}`);

const claimCopy = (claim: RecordedClaim, copy: number): RecordedClaim => {
  const at = (id: string | null) => (id === null ? null : suffixed(id, copy));
  const shared = { id: suffixed(claim.id, copy) };
  return claim.kind === 'event'
    ? { ...claim, ...shared, repeats: at(claim.repeats), date: laterBy(claim.date, copy * 7) }
    : { ...claim, ...shared, partOf: at(claim.partOf), event: at(claim.event) };
};

/** Copies 0 and 1 are of one incident, 2 to 4 of another. */
const incidentCopy = (incident: Incident, copies: readonly number[]): Incident => {
  const [first] = copies;
  const all = (ids: readonly string[]) => copies.flatMap((copy) => ids.map((id) => suffixed(id, copy)));
  return {
    ...incident,
    id: suffixed(incident.id, first!),
    date: laterBy(incident.date, first! * 7),
    claims: all(incident.claims),
    figures: incident.figures.map((figure) => (figure.claims ? { ...figure, claims: all(figure.claims) } : figure)),
    related: incident.related.map((one) => ({ ...one, incident: suffixed(one.incident, first!) })),
    why: [],
  };
};

const enlarged = (record: CaseRecord): CaseRecord => ({
  ...record,
  private_persons: [],
  claims: record.claims.flatMap((claim) => Array.from({ length: TIMES }, (_, copy) => claimCopy(claim, copy))),
  incidents: record.incidents.flatMap((one) => [incidentCopy(one, [0, 1]), incidentCopy(one, [2, 3, 4])]),
});

/**
 * A case of about so many claims, kept: its record is that of a synthetic case, each report telling more; its reports
 * have the length of real ones, filled up with names of places.
 */
export const keepLargeCase = async (
  folder: string,
  claims: number,
): Promise<{ readonly store: Store; readonly record: CaseRecord }> => {
  const { readings, texts, world } = syntheticCase(claims / TIMES, 7);
  const program = { version: 'bench', lexicon: 'synthetic' };
  const record = enlarged(buildRecord({ caseName: 'synthetic', readings, texts, lexicon: world.lexicon, program }));
  const lexicon = loadLexicon();
  const names = lexicon.places.places.map(({ nameAr }) => nameAr);
  const random = randomOf(11);
  const store = await createCase(folder, 'synthetic', STAMP);
  for (let from = 0; from < readings.length; from += 500) {
    const some = readings.slice(from, from + 500);
    const { key } = await store.inputs.begin(
      { id: `sha256:${from}`, name: `${from}.jsonl`, size: 1, given: {} },
      STAMP,
    );
    const arriving = some.map((reading) => {
      let text = `${texts.get(reading.report.id)!}\n`;
      while (text.length < LONG) text += `${random.pick(names)} `;
      const { id, path, outlet } = reading.report;
      const document: Document = {
        path,
        id,
        text,
        encoding: 'utf-8',
        form: 'plain',
        given: outlet ? { outlet } : {},
        notes: [],
      };
      return { document, reading };
    });
    await store.reports.add(key, arriving, { extractor: '0', reader: READER }, STAMP);
    await store.inputs.complete(key, STAMP);
  }
  await store.record.put(record, await store.record.basisNow(READER), STAMP);
  const { basis, hashes } = (await store.record.head())!;
  const places = world.governorates.flatMap(({ place, towns }) => [
    { ...place, parent: null },
    ...towns.map((town) => ({ ...town, parent: place.id })),
  ]);
  const words = wordsOfRecord(record, {
    ...lexicon,
    events: eventKinds(loadEventWords()),
    places: new Map(places.map((place) => [place.id, { ...place, nameAr: place.nameAr ?? place.name }])),
    outlet: (name) => name,
  });
  await store.shelf.put('serve/words/2', { basis, hashes, words });
  return { store, record };
};
