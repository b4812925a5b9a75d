import type { RecordedReport } from '@isnad/model';
import { ClaimLine } from './ClaimLine.js';
import { dateInWords } from './dates.js';
import { anchor, type DossierCase } from './dossierCase.js';
import { MarkedText } from './MarkedText.js';
import { term } from './naming.js';
import { Both, Say, Text } from './Said.js';
import { Section } from './Section.js';

const WEB = /^https?:\/\//;

const Facts = ({ of, report }: { readonly of: DossierCase; readonly report: RecordedReport }) => (
  <dl class="facts">
    <div>
      <dt>
        <Say of="published" />
      </dt>
      <dd>
        <Both {...dateInWords(report.published.edtf)} />{' '}
        <span class="quiet">
          (<Both {...term('basis', report.published.basis)} />)
        </span>{' '}
        {report.published.reason !== '' && (
          <span class="quiet" dir="auto">
            <Text text={report.published.reason} />
          </span>
        )}
      </dd>
    </div>
    {report.root_sources.length > 0 && (
      <div>
        <dt>
          <Say of="rootSources" />
        </dt>
        <dd>
          {report.root_sources.map((root, i) => (
            <>
              {i > 0 && ' · '}
              <Both {...of.name.source(root)} />
            </>
          ))}
        </dd>
      </div>
    )}
    {report.copies_of.length > 0 && (
      <div>
        <dt>
          <Say of="copyOf" />
        </dt>
        <dd>
          {report.copies_of.map((id) => (
            <>
              <a key={id} href={`#${anchor('report', id)}`}>
                <Say of="report" /> <bdi class="n">{of.reportNumber.get(id)}</bdi>
              </a>{' '}
            </>
          ))}
        </dd>
      </div>
    )}
    {report.url !== undefined && WEB.test(report.url) && (
      <div>
        <dt>
          <Say of="address" />
        </dt>
        <dd class="address" dir="ltr">
          <a href={report.url} rel="noreferrer noopener">
            {report.url}
          </a>
        </dd>
      </div>
    )}
  </dl>
);

const Report = ({ of, report }: { readonly of: DossierCase; readonly report: RecordedReport }) => {
  const claims = of.claimsIn.get(report.id) ?? [];
  const text = of.published.texts.get(report.id);
  return (
    <article id={anchor('report', report.id)} class="report" tabIndex={-1}>
      <header>
        <p class="report-no">
          <Say of="report" /> <bdi class="n">{of.reportNumber.get(report.id)}</bdi> ·{' '}
          <bdi>{report.outlet ?? <Say of="outletUnknown" />}</bdi>
        </p>
        <h3>
          <bdi>{report.title === null ? <Say of="untitled" /> : <Text text={report.title} />}</bdi>
        </h3>
      </header>
      {text === undefined ? (
        <p class="aside">
          <Say of="noText" />
        </p>
      ) : (
        <MarkedText of={of} text={text} claims={claims} report={report.id} />
      )}
      <Facts of={of} report={report} />
      {claims.length > 0 && (
        <aside class="claims">
          <h4>
            <Say of="claimsOf" /> <bdi class="n">{claims.length}</bdi>
          </h4>
          <ol>
            {claims.map((claim) => (
              <ClaimLine key={claim.id} of={of} claim={claim} />
            ))}
          </ol>
        </aside>
      )}
    </article>
  );
};

/** The reports themselves, with what was read in them. */
export const Reports = ({ of }: { readonly of: DossierCase }) => (
  <Section id="reports" title="reportsTitle" note={of.isCompact ? 'compact' : 'reportsNote'}>
    {!of.isCompact && of.published.record.reports.map((report) => <Report key={report.id} of={of} report={report} />)}
  </Section>
);
