import type { Report } from '@isnad/client';
import { href } from '../../app/router.js';
import { Covered } from '../../parts/Covered.js';
import { DecisionList } from '../../parts/DecisionList.js';
import { askToDecide } from '../../parts/decide/decide.js';
import { dateInWords } from '../../words/dates.js';
import { listed, sourceName, term } from '../../words/names.js';
import { words } from '../../words/words.js';

const giveDate = ({ id, published }: Report): void => {
  const { overview, fields } = words.value;
  askToDecide(
    overview.giveDate,
    { kind: 'date', about: [id] },
    [{ name: 'date', label: fields.date, value: published.edtf ?? '', kind: 'text', help: fields.dateHelp }],
    ({ date = '' }) => (date === '' ? fields.dateHelp : { date }),
  );
};

const ReportLinks = ({ ids }: { readonly ids: readonly string[] }) => (
  <>
    {ids.map((id, i) => (
      <a key={id} href={href(['reports', id])}>
        {i + 1}
      </a>
    ))}
  </>
);

/** Where a report comes from: outlet, day and why that day, address, copies. */
export const AboutReport = ({ of }: { readonly of: Report }) => {
  const { report: t, newWindow, unknown, incident } = words.value;
  const { outlet, published, url, path, roots, copiesOf, copiedBy, notes, decisions } = of;
  const own = decisions.filter(({ about }) => about.includes(of.id));
  return (
    <details class="about-report" open={of.claims.length === 0}>
      <summary>{t.about}</summary>
      <dl class="facts">
        <dt>{t.outlet}</dt>
        <dd>
          <bdi>{outlet ?? unknown}</bdi>
        </dd>
        <dt>{t.published}</dt>
        <dd>
          {dateInWords(published.edtf)} <span class="tag">{term('basis', published.basis)}</span>{' '}
          <button type="button" class="button quiet small" onClick={() => giveDate(of)}>
            {incident.date}
          </button>
        </dd>
        {published.reason !== '' && (
          <>
            <dt>{t.basis}</dt>
            <dd dir="auto">
              <Covered text={published.reason} />
            </dd>
          </>
        )}
        {roots.length > 0 && (
          <>
            <dt>{t.roots}</dt>
            <dd>{listed(roots.map(sourceName))}</dd>
          </>
        )}
        {copiesOf.length > 0 && (
          <>
            <dt>{t.copyOf}</dt>
            <dd class="row">
              <ReportLinks ids={copiesOf} />
            </dd>
          </>
        )}
        {copiedBy.length > 0 && (
          <>
            <dt>{t.copiedBy}</dt>
            <dd class="row">
              <ReportLinks ids={copiedBy} />
            </dd>
          </>
        )}
        {url && /^https?:/.test(url) && (
          <>
            <dt>{t.address}</dt>
            <dd dir="ltr">
              <a href={url} target="_blank" rel="noreferrer noopener" title={newWindow}>
                {url}
              </a>
            </dd>
          </>
        )}
        <dt>{t.file}</dt>
        <dd>
          <bdi>
            <Covered text={path} />
          </bdi>
        </dd>
        {notes.length > 0 && (
          <>
            <dt>{t.notes}</dt>
            <dd>
              <ul>
                {notes.map(({ code, message }) => (
                  <li key={code + message} dir="auto">
                    <Covered text={message} />
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
      </dl>
      {own.length > 0 && <DecisionList decisions={own} />}
    </details>
  );
};
