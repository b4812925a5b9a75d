import type { HarmedPerson } from '@isnad/client';
import { useState } from 'preact/hooks';
import { href, params, setQuery } from '../../app/router.js';
import { PageHead } from '../../parts/Answer.js';
import { DataTable } from '../../parts/DataTable.js';
import { usePages } from '../../parts/usePages.js';
import { listed, sourceName } from '../../words/names.js';
import { words } from '../../words/words.js';

const PAGE = 200;
const ROLES = ['victim', 'detainee', 'missing', 'other'] as const;

const Who = ({ of: { name, described, covered, public: isPublic } }: { readonly of: HarmedPerson }) => {
  const { people: t, covered: hidden } = words.value;
  return (
    <>
      {name !== null && <bdi>{name}</bdi>}
      {covered && name === null && <span class="covered">{hidden}</span>}{' '}
      {described !== null && <bdi lang="ar">«{described}»</bdi>}
      {isPublic && <span class="tag">{t.public}</span>}
    </>
  );
};

/** Those harmed whom reports name or describe; names stay covered until someone who may see them asks. */
export const PeopleScreen = () => {
  const { people: t, count, overview } = words.value;
  const [shown, setShown] = useState(false);
  const role = params.value.get('role') ?? '';
  const incident = params.value.get('incident') ?? '';
  const pages = usePages(
    'people',
    { names: shown ? 'shown' : 'covered', ...(role ? { role } : {}), ...(incident ? { incident } : {}) },
    PAGE,
  );
  const roleName = (one: string): string => (t.roles as Readonly<Record<string, string>>)[one] ?? one;
  return (
    <>
      <PageHead title={t.title} lede={t.lede}>
        <div class="row">
          <select
            class="field fit"
            aria-label={t.role}
            value={role}
            onChange={({ currentTarget: { value } }) => setQuery({ role: value })}
          >
            <option value="">{t.all}</option>
            {ROLES.map((one) => (
              <option key={one} value={one}>
                {roleName(one)}
              </option>
            ))}
          </select>
          <button type="button" class="button" aria-pressed={shown} onClick={() => setShown(!shown)}>
            {shown ? t.cover : t.show}
          </button>
          <span class="soft">{pages.value === null ? '' : count.people(pages.total)}</span>
          {shown && (
            <span role="alert" class="tag warn">
              {t.shownNote}
            </span>
          )}
        </div>
      </PageHead>
      {pages.problem && <p class="problem">{pages.problem.title}</p>}
      {pages.value !== null && pages.total === 0 ? (
        <p class="empty">{t.none}</p>
      ) : (
        <DataTable
          label={t.title}
          rows={pages.value ?? []}
          keyOf={({ id }) => id}
          columns={[
            { label: t.who, show: (person) => <Who of={person} /> },
            {
              label: t.role,
              show: ({ roles }) => listed(roles.map(roleName)),
              by: ({ roles }) => listed(roles.map(roleName)),
            },
            { label: t.age, show: ({ age }) => (age === null ? '–' : count.years(age)), by: ({ age }) => age ?? -1 },
            {
              label: t.sex,
              show: ({ sex }) => (sex === null ? '–' : t.sexes[sex]),
              by: ({ sex }) => (sex === null ? '–' : t.sexes[sex]),
            },
            { label: t.roots, show: ({ roots }) => listed(roots.map(sourceName)), by: ({ roots }) => roots.length },
            {
              label: t.where,
              show: ({ mentions, incidents }) => (
                <span class="row">
                  {[...new Set(mentions.map(({ report }) => report))].map((report, i) => (
                    <a key={report} href={href(['reports', report])}>
                      {t.passage} {i + 1}
                    </a>
                  ))}
                  {incidents.map((id) => (
                    <a key={id} href={href(['incidents', id])}>
                      {overview.look}
                    </a>
                  ))}
                </span>
              ),
            },
          ]}
        />
      )}
      {pages.hasMore && (
        <button type="button" class="button" onClick={pages.more}>
          {words.value.incidents.showMore}
        </button>
      )}
    </>
  );
};
