import { INCIDENT_ORDERS } from '@isnad/client';
import { useEffect, useState } from 'preact/hooks';
import { params, setQuery } from '../../app/router.js';
import { say } from '../../app/say.js';
import { IncidentLine } from '../../parts/IncidentLine.js';
import { LongList } from '../../parts/LongList.js';
import { usePages } from '../../parts/usePages.js';
import { words } from '../../words/words.js';
import { Chips } from './Chips.js';
import { FacetColumn } from './FacetColumn.js';
import { filterOf, sortOf } from './filter.js';
import { IncidentMap } from './IncidentMap.js';
import { Timeline } from './Timeline.js';

const ROW_HEIGHT = 84;
const PAGE = 60;

const Order = () => (
  <label class="row small soft">
    {words.value.incidents.sort}
    <select
      class="field fit"
      value={sortOf(params.value)}
      onChange={({ currentTarget: { value } }) => setQuery({ sort: value === 'date' ? null : value })}
    >
      {INCIDENT_ORDERS.map((sort) => (
        <option key={sort} value={sort}>
          {words.value.incidents.sorts[sort]}
        </option>
      ))}
    </select>
  </label>
);

/** Incidents on a map, in time and in a list, under one filter that the address holds. */
export const IncidentsScreen = () => {
  const filter = filterOf(params.value);
  const [near, setNear] = useState<string | null>(null);
  const [isFiltering, setFiltering] = useState(false);
  const pages = usePages('incidents', { ...filter, sort: sortOf(params.value) }, PAGE);
  const { incidents, count } = words.value;
  const { total, isStale, problem } = pages;
  useEffect(() => {
    if (!isStale) say.value = count.incidents(total);
  }, [total, isStale, count]);
  return (
    <div class={`incidents ${isFiltering ? 'is-filtering' : ''}`}>
      <header class="incidents-head row">
        <h1 tabIndex={-1}>{incidents.title}</h1>
        <span class="soft n">{pages.value === null ? '' : count.incidents(total)}</span>
        <button
          type="button"
          class="button for-narrow"
          aria-expanded={isFiltering}
          onClick={() => setFiltering(!isFiltering)}
        >
          {incidents.filters}
        </button>
        <Chips filter={filter} />
      </header>
      <FacetColumn filter={filter} />
      <div class="incidents-views">
        <IncidentMap filter={filter} near={near} />
        <Timeline filter={filter} />
      </div>
      <div class="incidents-list">
        <div class="row apart">
          <h2 class="unseen">{incidents.list}</h2>
          <Order />
        </div>
        {problem && <p class="problem">{problem.title}</p>}
        {pages.value !== null && total === 0 && !isStale && <p class="empty">{incidents.none}</p>}
        <LongList of={pages} rowHeight={ROW_HEIGHT} label={incidents.list} keyOf={({ id }) => id}>
          {(incident) => (
            // biome-ignore lint/a11y/noStaticElementInteractions: showing on the map what is looked at is no control
            <div
              class="incidents-row"
              onMouseEnter={() => setNear(incident.place?.id ?? null)}
              onFocusIn={() => setNear(incident.place?.id ?? null)}
              onMouseLeave={() => setNear(null)}
            >
              <IncidentLine incident={incident} />
            </div>
          )}
        </LongList>
      </div>
    </div>
  );
};
