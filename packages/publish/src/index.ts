/** A record to what people read: the dossier, tables, GeoJSON, manifest. */
export { canonical, canonicalLines } from './canonicalJson.js';
export type { PublishInput, ReadPart, Words } from './input.js';
export { type ManifestInput, manifest, sha256 } from './manifest.js';
export { maskedNames } from './policy/maskedNames.js';
export { type Policy, standingPolicy } from './policy/policy.js';
export { type PublicCase, publicCase } from './policy/publicCase.js';
export { publish } from './publish.js';
