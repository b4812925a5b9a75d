import type { CaseRecord, Decision, RecordedClaim } from '@isnad/model';
import { canonicalLines } from './canonicalJson.js';
import { dossierCase } from './dossier/dossierCase.js';
import { dossierPage } from './dossier/Page.js';
import { quoteOf } from './dossier/quote.js';
import { type ExportInput, exportPublished } from './forms/export.js';
import type { Form } from './forms/form.js';
import { forms } from './forms/forms.js';
import { sayLoss } from './forms/losses.js';
import { type PublicCase, publicCase } from './policy/publicCase.js';
import { blockVeils } from './policy/veil.js';

/** A decision as a release gives it: what kind, about what, when and why; not by whom, and none of its values. */
export type ReleasedDecision = Pick<Decision, 'id' | 'at' | 'kind' | 'about' | 'reason' | 'retires'>;

/** The record as a release holds it: what the publication policy lets through, with quotes of at most 50 words. */
export type ReleasedRecord = Omit<CaseRecord, 'people' | 'private_persons' | 'notes' | 'rejected' | 'decisions'> & {
  readonly decisions: readonly ReleasedDecision[];
};

const quoted = (claim: RecordedClaim, most: number): RecordedClaim => ({
  ...claim,
  span: { ...claim.span, text: quoteOf(claim, undefined, most).said },
});

/** What of a public case stands in a release. */
export const releasedRecord = ({ record, policy }: PublicCase): ReleasedRecord => ({
  case: record.case,
  program: record.program,
  reports: record.reports,
  claims: record.claims.map((claim) => quoted(claim, policy.quoteWords)),
  incidents: record.incidents,
  tolls: record.tolls,
  control: record.control,
  checks: record.checks,
  disputes: record.disputes,
  decisions: (record.decisions ?? []).map(({ id, at, kind, about, reason, retires }) => ({
    id,
    at,
    kind,
    about,
    reason,
    retires,
  })),
});

const released = (published: PublicCase): ReleasedRecord =>
  JSON.parse(blockVeils(canonicalLines(releasedRecord(published)))) as ReleasedRecord;

/** The released record of a case, for a comparison with an earlier one. */
export const releaseOf = (input: ExportInput): ReleasedRecord => released(publicCase(input));

const nameOf = ({ id, ending }: Form): string =>
  ending === null ? id : ending === `.${id}` ? `record${ending}` : `${id}${ending}`;

/** A release's files by path, all but what tells it from an earlier one. */
export interface ReleaseParts {
  readonly record: ReleasedRecord;
  readonly files: ReadonlyMap<string, string | Uint8Array>;
}

/**
 * What a release publishes: the record, the dossier without whole reports, the case in every form, and what each form
 * cannot hold. The same input gives the same bytes.
 */
export const releaseParts = async (input: ExportInput): Promise<ReleaseParts> => {
  const published = publicCase(input);
  const record = released(published);
  const files = new Map<string, string | Uint8Array>();
  files.set('record.json', canonicalLines(record));
  files.set('index.html', dossierPage(dossierCase({ ...published, texts: new Map() }, input), input.words));
  const losses: Record<string, readonly string[]> = {};
  for (const form of forms) {
    const exported = await exportPublished(form, nameOf(form), published, input);
    const folder = form.ending === null ? `exports/${form.id}` : 'exports';
    for (const [name, content] of exported.files) files.set(`${folder}/${name}`, content);
    losses[form.id] = exported.losses.map(sayLoss);
  }
  files.set('exports/losses.json', canonicalLines(losses));
  return { record, files };
};
