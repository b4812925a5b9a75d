import { canonical, canonicalPieces } from './canonicalJson.js';
import { dossierCase, MOST_CLAIMS_SHOWN } from './dossier/dossierCase.js';
import { dossierPage } from './dossier/Page.js';
import { incidentsGeoJson } from './geojson.js';
import type { PublishInput } from './input.js';
import { bytesOf } from './pieces.js';
import { standingPolicy } from './policy/policy.js';
import { publicCase } from './policy/publicCase.js';
import { blockVeils } from './policy/veil.js';
import { controlCsv } from './tables/control.js';
import { disputesCsv } from './tables/disputes.js';
import { incidentsCsv } from './tables/incidents.js';
import { tollsCsv } from './tables/tolls.js';

/** Working claims, one a line; covered names keep their length, so that offsets stay true. */
const claimLines = function* (input: PublishInput): Generator<string> {
  const policy = { ...(input.policy ?? standingPolicy), lifted: 'working record' };
  const { claims } = input.names ? input.record : publicCase({ ...input, policy }).record;
  for (const claim of claims) yield `${blockVeils(canonical(claim))}\n`;
};

/** The record of the work itself; above many claims they stand in a file of their own. */
const workingFiles = (input: PublishInput): readonly (readonly [string, Uint8Array])[] => {
  const { record } = input;
  if (record.claims.length <= MOST_CLAIMS_SHOWN) return [['record.json', bytesOf(canonicalPieces(record))]];
  const without = { ...record, claims: [], claims_file: 'claims.ndjson' };
  return [
    ['record.json', bytesOf(canonicalPieces(without))],
    ['claims.ndjson', bytesOf(claimLines(input))],
  ];
};

/**
 * Everything that a case publishes, by file name: the same input gives the same bytes. `record.json` is
 * the working record and whole; every other file is made from what the policy lets through. Above 20,000
 * claims they stand in `claims.ndjson` beside it, with private persons' names covered.
 */
export const publish = (input: PublishInput): ReadonlyMap<string, Uint8Array> => {
  const { words } = input;
  // Before there is a second form of the case: a large one is held no more often than it must.
  const working = workingFiles(input);
  const published = publicCase(input);
  return new Map([
    ['index.html', bytesOf([dossierPage(dossierCase(published, input), words)])],
    ...working,
    ['incidents.csv', bytesOf([incidentsCsv(published, words)])],
    ['tolls.csv', bytesOf([tollsCsv(published)])],
    ['control.csv', bytesOf([controlCsv(published)])],
    ['disputes.csv', bytesOf([disputesCsv(published)])],
    ['incidents.geojson', bytesOf([incidentsGeoJson(published)])],
  ]);
};
