import type { Hit } from '@isnad/client';
import { go, href, params } from '../../app/router.js';
import { PageHead } from '../../parts/Answer.js';
import { Covered, uncoveredText } from '../../parts/Covered.js';
import { usePages } from '../../parts/usePages.js';
import { dateInWords } from '../../words/dates.js';
import { words } from '../../words/words.js';

const PAGE = 30;

/** An excerpt with its hits marked. */
const Marked = ({ excerpt, marks }: Pick<Hit, 'excerpt' | 'marks'>) => {
  let at = 0;
  const parts = marks
    .filter(({ start, end }) => start < end && end <= excerpt.length)
    .toSorted((a, b) => a.start - b.start)
    .flatMap(({ start, end }) => {
      if (start < at) return [];
      const both = [
        { text: excerpt.slice(at, start), isHit: false, from: at },
        { text: excerpt.slice(start, end), isHit: true, from: start },
      ];
      at = end;
      return both;
    });
  return (
    <>
      {[...parts, { text: excerpt.slice(at), isHit: false, from: at }].map(({ text, isHit, from }) =>
        isHit ? <mark key={`m${from}`}>{text}</mark> : <Covered key={`t${from}`} text={text} />,
      )}
    </>
  );
};

const Found = ({ hit }: { readonly hit: Hit }) => {
  const { report, claim, incident, title, outlet, published } = hit;
  const { report: t, overview } = words.value;
  return (
    <article class="hit">
      <h2>
        <a href={href(['reports', report], { claim })}>
          <bdi lang="ar">{title === null ? t.untitled : uncoveredText(title)}</bdi>
        </a>
      </h2>
      <p class="quote" dir="auto" lang="ar">
        <Marked {...hit} />
      </p>
      <p class="row small soft">
        {outlet && <bdi>{outlet}</bdi>}
        <span>{dateInWords(published)}</span>
        {incident && <a href={href(['incidents', incident])}>{overview.look}</a>}
      </p>
    </article>
  );
};

const Hits = ({ q, within }: { readonly q: string; readonly within: 'reports' | 'claims' }) => {
  const pages = usePages('search', { q, in: within }, PAGE);
  const { search: t, count, loading, incidents } = words.value;
  if (pages.problem) return <p class="problem">{pages.problem.title}</p>;
  if (pages.value === null) return <p class="empty">{loading}</p>;
  return (
    <div class={`fades ${pages.isStale ? 'stale' : ''}`}>
      <p class="soft" role="status">
        {pages.total === 0 ? t.none : within === 'reports' ? count.reports(pages.total) : count.claims(pages.total)}
      </p>
      <ol class="hits">
        {pages.value.map((hit, i) => (
          <li key={`${hit.claim ?? hit.report} ${i}`}>
            <Found hit={hit} />
          </li>
        ))}
      </ol>
      {pages.hasMore && (
        <button type="button" class="button" onClick={pages.more}>
          {incidents.showMore}
        </button>
      )}
    </div>
  );
};

/** Words in reports and claims, hits marked. */
export const SearchScreen = () => {
  const { search: t } = words.value;
  const q = params.value.get('q')?.trim() ?? '';
  const within = params.value.get('in') === 'claims' ? 'claims' : 'reports';
  return (
    <div class="narrow">
      <PageHead title={t.title} />
      <search>
        <form
          class="row search-form"
          onSubmit={(event) => {
            event.preventDefault();
            const given = new FormData(event.currentTarget);
            const typed = given.get('q');
            go(
              href(['search'], {
                q: typeof typed === 'string' ? typed.trim() : '',
                in: given.get('in') === 'claims' ? 'claims' : null,
              }),
            );
          }}
        >
          <label class="labelled grows">
            {t.label}
            <input
              class="field"
              type="search"
              name="q"
              dir="auto"
              key={q}
              defaultValue={q}
              placeholder={t.placeholder}
            />
          </label>
          <fieldset class="row" aria-label={t.in}>
            {(['reports', 'claims'] as const).map((one) => (
              <label key={one} class="check">
                <input
                  type="radio"
                  name="in"
                  value={one}
                  checked={within === one}
                  onChange={() =>
                    q !== '' && go(href(['search'], { q, in: one === 'claims' ? one : null }), { replace: true })
                  }
                />
                {t[one]}
              </label>
            ))}
          </fieldset>
          <button type="submit" class="button main">
            {t.go}
          </button>
        </form>
      </search>
      {q === '' ? <p class="empty">{t.start}</p> : <Hits q={q} within={within} />}
    </div>
  );
};
