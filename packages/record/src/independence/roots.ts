import type { ReportHead } from '@isnad/model';
import type { KnownSource, RecordLexicon } from '../lexicon/record-lexicon.js';

/** The source that publishes a report: the outlet's own id where it is known, else its name, else the report. */
export const outletRoot = (report: Pick<ReportHead, 'id' | 'outlet'>, lexicon: RecordLexicon): string => {
  if (!report.outlet) return `report:${report.id}`;
  return lexicon.outlet(report.outlet)?.id ?? report.outlet;
};

/** The last named hop of an attribution chain; null when every hop is unnamed. */
export const namedRoot = (attribution: readonly string[], lexicon: RecordLexicon): string | null =>
  attribution.findLast((hop) => lexicon.source(hop)?.named ?? true) ?? null;

/**
 * The root source of a claim (contract, "Identity"): the last named hop, else the outlet, else the report.
 * Unnamed sources are no roots, so that all of one outlet count as that outlet.
 */
export const rootOf = (
  claim: { readonly attribution: readonly string[] },
  report: Pick<ReportHead, 'id' | 'outlet'>,
  lexicon: RecordLexicon,
): string => namedRoot(claim.attribution, lexicon) ?? outletRoot(report, lexicon);

/**
 * The voice behind a root: its topmost declared owner, so that two outlets of one owner are one voice, and the side
 * that speaks through it, so that an army and its ministry are one voice.
 */
export const voiceOf = (root: string, lexicon: RecordLexicon): string => {
  const seen = new Set<string>();
  let voice = root;
  let source: KnownSource | null = lexicon.source(root);
  while (source?.owner && !seen.has(voice)) {
    seen.add(voice);
    voice = source.owner;
    source = lexicon.source(voice);
  }
  return source?.side ?? voice;
};
