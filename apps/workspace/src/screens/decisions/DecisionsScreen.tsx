import type { Decision } from '@isnad/client';
import { useAsk } from '../../app/ask.js';
import { href, params, setQuery } from '../../app/router.js';
import { Answer, PageHead } from '../../parts/Answer.js';
import { DataTable } from '../../parts/DataTable.js';
import { DecisionItem } from '../../parts/DecisionList.js';
import { usePages } from '../../parts/usePages.js';
import { words } from '../../words/words.js';

const PAGE = 50;
const STATES = ['in-force', 'retired', 'orphaned', 'unusable'] as const;
const MOST_ABOUT = 3;

/** Leads to what a decision is about: a report by its hash, else an incident, which a claim's id finds as well. */
const About = ({ id }: { readonly id: string }) => {
  const isReport = id.startsWith('sha256:');
  const claim = useAsk('claim', isReport ? null : { params: { id } });
  const { incidents, report } = words.value;
  if (isReport) return <a href={href(['reports', id])}>{report.title}</a>;
  const found = claim.value;
  if (!found) return <span class="faint">{id}</span>;
  return (
    <>
      <a href={href(['reports', found.report], { claim: id })} dir="auto">
        «{found.span.text.replace(/\s+/g, ' ').slice(0, 48)}»
      </a>
      {found.incident && (
        <>
          {' '}
          <a class="small" href={href(['incidents', found.incident])}>
            {incidents.title}
          </a>
        </>
      )}
    </>
  );
};

const Item = ({ of }: { readonly of: Decision }) => {
  const { decisions: t } = words.value;
  return (
    <li>
      <DecisionItem decision={of} />
      <p class="row small">
        <span class="faint">{t.about}</span>
        {of.about.slice(0, MOST_ABOUT).map((id) => (
          <About key={id} id={id} />
        ))}
        {of.about.length > MOST_ABOUT && <span class="faint n">+{of.about.length - MOST_ABOUT}</span>}
      </p>
      {of.state === 'orphaned' && <p class="small soft">{t.orphan}</p>}
    </li>
  );
};

const Agreement = () => {
  const answer = useAsk('agreement', {});
  const open = useAsk('disagreements', {});
  const { decisions: t, fields, incident, overview } = words.value;
  const labels = { ...fields, grade: incident.grade } as Readonly<Record<string, unknown>>;
  return (
    <aside>
      <section class="section" aria-labelledby="agreement">
        <h2 id="agreement">{t.agreement}</h2>
        <p class="small soft">{t.agreementHelp}</p>
        <Answer of={answer}>
          {({ fields: all, coders }) =>
            coders.length < 2 || all.every(({ units }) => units === 0) ? (
              <p class="empty small">{t.noAgreement}</p>
            ) : (
              <DataTable
                label={t.agreement}
                rows={all}
                keyOf={({ field }) => field}
                columns={[
                  {
                    label: t.field,
                    show: ({ field }) => (typeof labels[field] === 'string' ? (labels[field] as string) : field),
                  },
                  {
                    label: t.alpha,
                    show: ({ alpha }) => (alpha === null ? '–' : alpha.toFixed(2)),
                    by: ({ alpha }) => alpha ?? -2,
                    isCount: true,
                  },
                  { label: t.units, show: ({ units }) => units, by: ({ units }) => units, isCount: true },
                  {
                    label: t.disagreements,
                    show: ({ disagreements }) => disagreements,
                    by: ({ disagreements }) => disagreements,
                    isCount: true,
                  },
                ]}
              />
            )
          }
        </Answer>
        {open.value && open.value.total > 0 && (
          <p>
            <a href={href(['queues', 'coder-disagreements'])}>
              {t.adjudicate} ({open.value.total})
            </a>
          </p>
        )}
        <p class="small">
          <a href={href([])}>{overview.judge}</a>
        </p>
      </section>
    </aside>
  );
};

/** What people decided, and how far they agree. */
export const DecisionsScreen = () => {
  const { decisions: t, decide, count } = words.value;
  const [state, by] = [params.value.get('state') ?? '', params.value.get('by') ?? ''];
  const pages = usePages('decisions', { ...(state ? { state } : {}), ...(by ? { by } : {}) }, PAGE);
  return (
    <>
      <PageHead title={t.title} lede={t.lede}>
        <div class="row">
          <select
            class="field fit"
            aria-label={t.title}
            value={state}
            onChange={({ currentTarget: { value } }) => setQuery({ state: value })}
          >
            <option value="">{t.anyState}</option>
            {STATES.map((one) => (
              <option key={one} value={one}>
                {decide.states[one]}
              </option>
            ))}
          </select>
          {by && (
            <button type="button" class="chip" onClick={() => setQuery({ by: null })}>
              <bdi>{by}</bdi>
            </button>
          )}
          <span class="soft">{pages.value === null ? '' : count.decisions(pages.total)}</span>
        </div>
      </PageHead>
      <div class="overview">
        <section class="section" aria-label={t.title}>
          {pages.value !== null && pages.total === 0 && <p class="empty">{t.none}</p>}
          <ol class="decisions">
            {pages.value?.map((decision) => (
              <Item key={decision.id} of={decision} />
            ))}
          </ol>
          {pages.hasMore && (
            <button type="button" class="button" onClick={pages.more}>
              {words.value.incidents.showMore}
            </button>
          )}
        </section>
        <Agreement />
      </div>
    </>
  );
};
