import type { FacetName, Facets, IncidentFilterInput } from '@isnad/client';
import { useEffect, useState } from 'preact/hooks';
import { useAsk } from '../../app/ask.js';
import { params, setQuery, toggleValue } from '../../app/router.js';
import { Mark } from '../../parts/Mark.js';
import { familyOf } from '../../words/names.js';
import { written } from '../../words/plural.js';
import { words } from '../../words/words.js';
import { facetName } from './facetNames.js';

type Facet = Facets['facets'][number];

const FEW = 6;
const OPEN_FIRST = new Set<FacetName>(['family', 'actor', 'place', 'grade']);

const Value = ({
  facet,
  value,
  count,
  most,
}: {
  readonly facet: FacetName;
  readonly value: string;
  readonly count: number;
  readonly most: number;
}) => {
  const isChosen = params.value.getAll(facet).includes(value);
  return (
    <li>
      <label class="facet-value">
        <input type="checkbox" checked={isChosen} onChange={() => toggleValue(facet, value)} />
        {facet === 'family' && <Mark family={value} />}
        {facet === 'type' && <Mark family={familyOf(value)} />}
        <span class="facet-name">
          <bdi>{facetName(facet, value)}</bdi>
        </span>
        <span class="facet-count n">{written(count)}</span>
        <span class="facet-share" aria-hidden="true" style={{ inlineSize: `${(100 * count) / most}%` }} />
      </label>
    </li>
  );
};

const FacetGroup = ({ facet: { facet, values, more } }: { readonly facet: Facet }) => {
  const [isWhole, setWhole] = useState(false);
  const chosen = params.value.getAll(facet);
  // What is chosen stays in sight, with 0 where nothing is left of it.
  const gone = chosen
    .filter((value) => !values.some((one) => one.value === value))
    .map((value) => ({ value, count: 0 }));
  const all = [...gone, ...values];
  const shown = isWhole ? all : all.filter(({ value }, i) => i < FEW || chosen.includes(value));
  const most = Math.max(1, ...values.map(({ count }) => count));
  const { incidents } = words.value;
  if (all.length === 0) return null;
  return (
    <details class="facet" open={OPEN_FIRST.has(facet) || chosen.length > 0}>
      <summary>
        {incidents.facets[facet]} {chosen.length > 0 && <b class="n">{chosen.length}</b>}
      </summary>
      <ul aria-label={incidents.facets[facet]}>
        {shown.map(({ value, count }) => (
          <Value key={value} facet={facet} value={value} count={count} most={most} />
        ))}
      </ul>
      {(all.length > FEW || more > 0) && (
        <button type="button" class="button quiet facet-more" onClick={() => setWhole(!isWhole)}>
          {isWhole ? incidents.showFewer : `${incidents.showMore} (${all.length + more - shown.length})`}
        </button>
      )}
    </details>
  );
};

const TYPING_MS = 250;

const TextField = () => {
  const inAddress = params.value.get('text') ?? '';
  const [text, setText] = useState(inAddress);
  useEffect(() => setText(inAddress), [inAddress]);
  useEffect(() => {
    if (text === inAddress) return undefined;
    const timer = setTimeout(() => setQuery({ text: text.trim() }), TYPING_MS);
    return () => clearTimeout(timer);
  }, [text, inAddress]);
  return (
    <label class="labelled">
      {words.value.incidents.text}
      <input
        class="field"
        type="search"
        dir="auto"
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
    </label>
  );
};

/** Filters with their counts. */
export const FacetColumn = ({ filter }: { readonly filter: IncidentFilterInput }) => {
  const { value, isStale } = useAsk('incidentFacets', { query: filter });
  const { incidents } = words.value;
  const undated = params.value.get('undated') ?? '';
  return (
    <section class={`facets fades ${isStale ? 'stale' : ''}`} aria-label={incidents.filters}>
      <TextField />
      {value?.facets.map((facet) => (
        <FacetGroup key={facet.facet} facet={facet} />
      ))}
      <label class="labelled">
        {incidents.undatedTitle}
        <select class="field" value={undated} onChange={(event) => setQuery({ undated: event.currentTarget.value })}>
          <option value="">{incidents.undated.with}</option>
          <option value="without">{incidents.undated.without}</option>
          <option value="only">{incidents.undated.only}</option>
        </select>
      </label>
    </section>
  );
};
