import type { ReportRow } from '@isnad/client';
import { useAsk } from '../../app/ask.js';
import { href, params, setQuery } from '../../app/router.js';
import { PageHead } from '../../parts/Answer.js';
import { Covered } from '../../parts/Covered.js';
import { LongList } from '../../parts/LongList.js';
import { usePages } from '../../parts/usePages.js';
import { dateInWords } from '../../words/dates.js';
import { listed, sourceName, term } from '../../words/names.js';
import { said, words } from '../../words/words.js';

const SORTS = ['published', '-published', '-claims', 'path'] as const;
const ROW_HEIGHT = 66;
const PAGE = 100;

const Row = ({ of: { id, title, path, outlet, published, claims, roots, copiesOf } }: { readonly of: ReportRow }) => {
  const { report: t, count, unknown, sources } = words.value;
  return (
    <article class="report-row">
      <h2>
        <a href={href(['reports', id])}>
          <bdi lang="ar">
            <Covered text={title ?? (path || t.untitled)} />
          </bdi>
        </a>
      </h2>
      <p class="small soft">
        <span class="report-row-date">{dateInWords(published.edtf)}</span>
        {published.basis !== 'stated' && published.basis !== 'given' && (
          <span class="tag dashed">{term('basis', published.basis)}</span>
        )}
        <bdi>{outlet ?? unknown}</bdi>
        <span>{count.claims(claims)}</span>
        {copiesOf.length > 0 && <span class="tag">{sources.copied}</span>}
        {roots.length > 0 && (
          <span class="faint report-row-roots">
            {t.roots}: {listed(roots.map(sourceName))}
          </span>
        )}
      </p>
    </article>
  );
};

/** All reports of the case. */
export const ReportsScreen = () => {
  const { report: t, count, incidents } = words.value;
  const asked = params.value;
  const [outlet, text, undated] = [asked.get('outlet') ?? '', asked.get('text') ?? '', asked.get('undated') ?? ''];
  const sort = SORTS.find((one) => one === asked.get('sort')) ?? 'published';
  const pages = usePages(
    'reports',
    {
      sort,
      ...(outlet ? { outlet } : {}),
      ...(text ? { text } : {}),
      ...(undated === 'only' || undated === 'without' ? { undated } : {}),
    },
    PAGE,
  );
  const outlets = useAsk('sources', {}).value?.sources.filter(({ reports }) => reports > 0) ?? [];
  return (
    <div class="reports">
      <PageHead title={t.title}>
        <form class="row" onSubmit={(event) => event.preventDefault()}>
          <input
            class="field fit"
            type="search"
            dir="auto"
            aria-label={t.filter}
            placeholder={t.filter}
            defaultValue={text}
            onChange={({ currentTarget: { value } }) => setQuery({ text: value.trim() })}
          />
          <select
            class="field fit"
            aria-label={t.outlet}
            value={outlet}
            onChange={({ currentTarget: { value } }) => setQuery({ outlet: value })}
          >
            <option value="">{t.anyOutlet}</option>
            {outlets.map(({ id, name }) => (
              <option key={id} value={id}>
                {said(name)}
              </option>
            ))}
          </select>
          <select
            class="field fit"
            aria-label={incidents.undatedTitle}
            value={undated}
            onChange={({ currentTarget: { value } }) => setQuery({ undated: value })}
          >
            <option value="">{incidents.undated.with}</option>
            <option value="without">{incidents.undated.without}</option>
            <option value="only">{incidents.undated.only}</option>
          </select>
          <select
            class="field fit"
            aria-label={incidents.sort}
            value={sort}
            onChange={({ currentTarget: { value } }) => setQuery({ sort: value })}
          >
            {SORTS.map((one) => (
              <option key={one} value={one}>
                {t.sorts[one]}
              </option>
            ))}
          </select>
          <span class="soft n">{pages.value === null ? '' : count.reports(pages.total)}</span>
        </form>
      </PageHead>
      {pages.problem && <p class="problem">{pages.problem.title}</p>}
      {pages.value !== null && pages.total === 0 && !pages.isStale && <p class="empty">{t.none}</p>}
      <LongList of={pages} rowHeight={ROW_HEIGHT} label={t.title} keyOf={({ id }) => id}>
        {(report) => <Row of={report} />}
      </LongList>
    </div>
  );
};
