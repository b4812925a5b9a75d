/** A record to what people read: the dossier, tables, GeoJSON, manifest. */
export { canonical, canonicalLines } from './canonicalJson.js';
export { FAMILIES, type Family, familyName, TERMS } from './dossier/naming.js';
export { type ExportInput, exportCase } from './forms/export.js';
export type { Exported, Form, FormWords, Loss } from './forms/form.js';
export { forms } from './forms/forms.js';
export { sayLoss } from './forms/losses.js';
export type { PublishInput, ReadPart, Words } from './input.js';
export { type ManifestInput, manifest, sha256 } from './manifest.js';
export { type CoverNames, coveredNames } from './policy/coveredNames.js';
export { maskedNames } from './policy/maskedNames.js';
export { type Policy, standingPolicy } from './policy/policy.js';
export { privatePersonsOf, readingsOf } from './policy/privatePersons.js';
export { type PublicCase, publicCase } from './policy/publicCase.js';
export { publish } from './publish.js';
