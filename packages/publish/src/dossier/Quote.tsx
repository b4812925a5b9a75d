import type { RecordedClaim } from '@isnad/model';
import { dateInWords } from './dates.js';
import { anchor, type DossierCase } from './dossierCase.js';
import { quoteOf } from './quote.js';
import { Both, Say, Text } from './Said.js';

/** The quoted words of a claim, who printed them and when, and the way to them in the report. */
export const Quote = ({ of, claim }: { readonly of: DossierCase; readonly claim: RecordedClaim }) => {
  const report = of.reports.get(claim.report);
  const text = of.published.texts.get(claim.report);
  const { before, said, after } = quoteOf(claim, text, of.published.policy.quoteWords);
  return (
    <blockquote class="quote">
      <q dir="auto" lang={of.readings.get(claim.report)?.report.language ?? 'ar'}>
        <span class="around">
          <Text text={before} />
        </span>
        <Text text={said} />
        <span class="around">
          <Text text={after} />
        </span>
      </q>
      <cite>
        {report?.outlet != null && (
          <>
            <bdi>{report.outlet}</bdi> ·{' '}
          </>
        )}
        <Both {...dateInWords(report?.published.edtf ?? null)} />
        {' · '}
        <a href={`#${anchor('claim', claim.id)}`}>
          <Say of="report" /> <bdi class="n">{of.reportNumber.get(claim.report)}</bdi>, <Say of="claim" />{' '}
          <bdi class="n">{of.claimNumber.get(claim.id)}</bdi>
        </a>
      </cite>
    </blockquote>
  );
};
