import type { Toll } from '@isnad/client';
import { useEffect } from 'preact/hooks';
import { params, setQuery } from '../../app/router.js';
import { PageHead } from '../../parts/Answer.js';
import { usePages } from '../../parts/usePages.js';
import { groupName, measureName, sourceName } from '../../words/names.js';
import { words } from '../../words/words.js';
import { wholesOf } from './layTolls.js';
import { TollFigure } from './TollFigure.js';

const PAGE = 200;
const FILTERS = ['source', 'measure', 'group'] as const;
const NAMES = { source: sourceName, measure: measureName, group: groupName } as const;

const Choice = ({ of, tolls }: { readonly of: (typeof FILTERS)[number]; readonly tolls: readonly Toll[] }) => {
  const chosen = params.value.get(of) ?? '';
  const ids = [...new Set([...tolls.map((toll) => toll[of]), ...(chosen ? [chosen] : [])])];
  const label = words.value.tolls[of];
  return (
    <label class="labelled">
      {label}
      <select class="field" value={chosen} onChange={({ currentTarget: { value } }) => setQuery({ [of]: value })}>
        <option value="">{words.value.all}</option>
        {ids.map((id) => (
          <option key={id} value={id}>
            {NAMES[of](id)}
          </option>
        ))}
      </select>
    </label>
  );
};

/** Running counts of each source, with their parts, their sentences and what does not add up. */
export const TollsScreen = () => {
  const { tolls: t, count } = words.value;
  const isFailed = params.value.get('failed') === 'true';
  const everything = usePages('tolls', {}, PAGE);
  const { hasMore, more } = everything;
  useEffect(() => {
    if (hasMore) more();
  });
  const tolls = everything.value ?? [];
  const all = new Map(tolls.map((toll) => [toll.id, toll]));
  const wanted = (toll: Toll): boolean =>
    FILTERS.every((name) => !params.value.get(name) || toll[name] === params.value.get(name)) &&
    (!isFailed || toll.checks.some(({ ok }) => !ok));
  const shown = wholesOf(tolls.filter(wanted)).toSorted(
    (a, b) => b.points.length + b.parts.length * 2 - a.points.length - a.parts.length * 2,
  );
  return (
    <>
      <PageHead title={t.title} lede={t.lede}>
        <div class="row toll-filters">
          {FILTERS.map((name) => (
            <Choice key={name} of={name} tolls={tolls} />
          ))}
          <label class="check">
            <input
              type="checkbox"
              checked={isFailed}
              onChange={({ currentTarget: { checked } }) => setQuery({ failed: checked ? 'true' : null })}
            />
            {t.failed}
          </label>
          <span class="soft">{everything.value === null ? '' : count.tolls(shown.length)}</span>
        </div>
      </PageHead>
      {everything.problem && <p class="problem">{everything.problem.title}</p>}
      {everything.value !== null && shown.length === 0 && <p class="empty">{t.none}</p>}
      <div class="tolls">
        {shown.map((toll) => (
          <TollFigure key={toll.id} toll={toll} all={all} />
        ))}
      </div>
    </>
  );
};
