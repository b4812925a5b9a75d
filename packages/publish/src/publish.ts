import { canonical, canonicalLines } from './canonicalJson.js';
import { dossierCase, MOST_CLAIMS_SHOWN } from './dossier/dossierCase.js';
import { dossierPage } from './dossier/Page.js';
import { incidentsGeoJson } from './geojson.js';
import type { PublishInput } from './input.js';
import { standingPolicy } from './policy/policy.js';
import { publicCase } from './policy/publicCase.js';
import { blockVeils } from './policy/veil.js';
import { controlCsv } from './tables/control.js';
import { disputesCsv } from './tables/disputes.js';
import { incidentsCsv } from './tables/incidents.js';
import { tollsCsv } from './tables/tolls.js';

/** Working claims, one a line; covered names keep their length, so that offsets stay true. */
const claimLines = (input: PublishInput): string => {
  const policy = { ...(input.policy ?? standingPolicy), lifted: 'working record' };
  const { claims } = input.names ? input.record : publicCase({ ...input, policy }).record;
  return claims.map((claim) => `${blockVeils(canonical(claim))}\n`).join('');
};

/**
 * Everything that a case publishes, by file name: the same input gives the same bytes. `record.json` is
 * the working record and whole; every other file is made from what the policy lets through. Above 20,000
 * claims they stand in `claims.ndjson` beside it, with private persons' names covered.
 */
export const publish = (input: PublishInput): ReadonlyMap<string, string | Uint8Array> => {
  const { record, words } = input;
  const published = publicCase(input);
  const files = new Map<string, string>();
  files.set('index.html', dossierPage(dossierCase(published, input), words));
  if (record.claims.length > MOST_CLAIMS_SHOWN) {
    files.set('record.json', canonicalLines({ ...record, claims: [], claims_file: 'claims.ndjson' }));
    files.set('claims.ndjson', claimLines(input));
  } else files.set('record.json', canonicalLines(record));
  files.set('incidents.csv', incidentsCsv(published, words));
  files.set('tolls.csv', tollsCsv(published));
  files.set('control.csv', controlCsv(published));
  files.set('disputes.csv', disputesCsv(published));
  files.set('incidents.geojson', incidentsGeoJson(published));
  return files;
};
