/** A record to what people read: the dossier, tables, GeoJSON, manifest. */
export { canonical, canonicalLines } from './canonicalJson.js';
export { dateInWords } from './dossier/dates.js';
export { FAMILIES, type Family, familyName, type Naming, naming, TERMS, term } from './dossier/naming.js';
export { acledEventOf, acledName, acledTypesOf, isArmedForUcdp, ucdpName } from './forms/codes.js';
export { type Days, daysOf } from './forms/days.js';
export { type ExportInput, exportCase } from './forms/export.js';
export type { Exported, Form, FormWords, Loss } from './forms/form.js';
export { forms } from './forms/forms.js';
export { isTold } from './forms/happened.js';
export { groupChain, type HarmSum, harmOf } from './forms/harm.js';
export { type Located, locate } from './forms/located.js';
export { sayLoss } from './forms/losses.js';
export type { PublishInput, ReadPart, Words } from './input.js';
export { type ManifestInput, manifest, sha256 } from './manifest.js';
export { type CoverNames, coveredNames } from './policy/coveredNames.js';
export { maskedNames } from './policy/maskedNames.js';
export { type Policy, standingPolicy } from './policy/policy.js';
export { privatePersonsOf, readingsOf } from './policy/privatePersons.js';
export { type PublicCase, publicCase } from './policy/publicCase.js';
export { publish } from './publish.js';
export {
  type ReleasedDecision,
  type ReleasedRecord,
  type ReleaseParts,
  releaseOf,
  releaseParts,
} from './release.js';
