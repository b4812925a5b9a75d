import type { CaseRecord } from '@isnad/model';

const block = (title: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : `${title}\n${lines.map((line) => `  ${line}\n`).join('')}`;

/** A claim of a record, told for people: its words, its chain, and where in the record it counts. */
export const claimStory = (record: CaseRecord, id: string): string | null => {
  const claim = record.claims.find((candidate) => candidate.id === id);
  if (!claim) return null;
  const report = record.reports.find((candidate) => candidate.id === claim.report);
  const incident = record.incidents.find((candidate) => candidate.claims.includes(id));
  const tolls = record.tolls.filter((toll) => toll.points.some((point) => point.claim === id));
  const control = record.control.filter((ledger) => ledger.spans.some((span) => span.claims.includes(id)));
  const links = incident?.why.filter((link) => link.a === id || link.b === id) ?? [];
  const disputes = record.disputes.filter((dispute) => dispute.claims.includes(id));
  const checks = record.checks.filter((check) => check.claims.includes(id));
  const what =
    claim.kind === 'event'
      ? `${claim.modality} ${claim.type}, ${claim.date ?? 'undated'}${claim.dateReason ? ` (${claim.dateReason})` : ''}`
      : `${claim.measure} ${claim.group}: ${claim.min ?? '?'}–${claim.max ?? '?'} (${claim.scope})`;
  return [
    `${claim.id}  ${what}\n`,
    block('words', [`«${claim.span.text.replace(/\s+/g, ' ')}» at ${claim.span.start}–${claim.span.end}`]),
    block('read by rule', [claim.rule]),
    block('chain', [[report?.outlet ?? '(no outlet)', ...claim.attribution].join(' ← ')]),
    block(
      'report',
      report ? [`${report.path}, ${report.published.edtf ?? 'undated'} (${report.published.reason})`] : [],
    ),
    block('incident', incident ? [`${incident.id}  ${incident.title.en}, ${incident.date ?? 'undated'}`] : []),
    block(
      'because',
      links.map((link) => `${link.a === id ? link.b : link.a}: ${link.because.join('; ')}`),
    ),
    block(
      'tolls',
      tolls.map((toll) => `${toll.id}  ${toll.source}: ${toll.measure} ${toll.group}`),
    ),
    block(
      'control',
      control.map((ledger) => ledger.place.name),
    ),
    block(
      'disputes',
      disputes.map((dispute) => `${dispute.kind}: ${dispute.explain.en}`),
    ),
    block(
      'checks',
      checks.map((check) => `${check.ok ? 'holds' : 'fails'}: ${check.explain.en}`),
    ),
  ].join('');
};
