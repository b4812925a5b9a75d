import { wordingOf } from '@isnad/archive';
import { type Document, isoDay, parseEdtf, type Reading } from '@isnad/model';
import { canonical } from '../canonical.js';
import { sha256 } from '../custody/entry.js';
import { stemsOf } from '../search/stems.js';
import { tokensOf } from '../search/tokens.js';
import type { Arriving } from '../store.js';

/** The wording of a report with its white space evened out: what two reports share that only look different. */
export const evenWording = (document: Pick<Document, 'text' | 'masked'>): string =>
  wordingOf(document).replace(/\s+/g, ' ').trim();

const firstDay = (edtf: string | null): string | null => {
  const days = parseEdtf(edtf);
  const day = days && (Number.isFinite(days.first) ? days.first : days.last);
  return day === null ? null : isoDay(day);
};

/** First day of publication as far as a reading or a sidecar tells it. */
export const dayOf = ({ document, reading }: Arriving): string | null =>
  firstDay(reading?.report.published.edtf ?? document.given.published ?? null);

/** What a reading tells lists of its report. */
export const toldBy = ({
  report,
}: Reading): { readonly title: string | null; readonly outlet: string | null; readonly day: string | null } => ({
  title: report.title,
  outlet: report.outlet,
  day: firstDay(report.published.edtf),
});

/** What is known of one appearance besides the wording. */
export const factsOf = ({ given, stated = [], notes, encoding, form, container, media }: Document): string =>
  canonical({
    given,
    stated,
    notes,
    encoding,
    form,
    ...(container ? { container } : {}),
    ...(media ? { media } : {}),
  });

/** Hash of an appearance, as the custody log has it. */
export const appearanceHash = (document: Document): string => sha256(document.path + factsOf(document));

/** The words of a report in their order and the stems that it is found by, as a search keeps them. */
export const searchedWords = (
  document: Pick<Document, 'text' | 'masked'>,
): { readonly words: readonly string[]; readonly stems: readonly string[] } => {
  const words = tokensOf(document.text, document.masked).map(({ word }) => word);
  return { words, stems: words.flatMap((word) => stemsOf(word)) };
};
