import { FACETS, type IncidentFilterInput } from '@isnad/client';
import { params, setQuery, toggleValue } from '../../app/router.js';
import { dateInWords } from '../../words/dates.js';
import { words } from '../../words/words.js';
import { facetName } from './facetNames.js';
import { NO_FILTER } from './filter.js';

interface Chip {
  readonly key: string;
  readonly label: string;
  readonly remove: () => void;
}

const chipsOf = ({ from, to, undated, text, bbox }: IncidentFilterInput): readonly Chip[] => {
  const { incidents } = words.value;
  const facets = FACETS.flatMap((facet) =>
    params.value.getAll(facet).map((value) => ({
      key: `${facet} ${value}`,
      label: facetName(facet, value),
      remove: () => toggleValue(facet, value),
    })),
  );
  const plain = (key: string, label: string | null, names: readonly string[]): readonly Chip[] =>
    label === null
      ? []
      : [{ key, label, remove: () => setQuery(Object.fromEntries(names.map((name) => [name, null]))) }];
  const span = (from ?? to) ? dateInWords(from === to ? from : `${from ?? '..'}/${to ?? '..'}`) : null;
  return [
    ...facets,
    ...plain('dates', span, ['from', 'to']),
    ...plain('undated', undated ? incidents.undated[undated] : null, ['undated']),
    ...plain('text', text ? `«${text}»` : null, ['text']),
    ...plain('bbox', bbox ? incidents.inView : null, ['bbox']),
  ];
};

/** What is filtered by, each to be taken off. */
export const Chips = ({ filter }: { readonly filter: IncidentFilterInput }) => {
  const { incidents } = words.value;
  const chips = chipsOf(filter);
  if (chips.length === 0) return null;
  return (
    <ul class="row chips" aria-label={incidents.filters}>
      {chips.map(({ key, label, remove }) => (
        <li key={key}>
          <button type="button" class="chip" onClick={remove}>
            <span class="unseen">{incidents.remove}: </span>
            <bdi>{label}</bdi>
          </button>
        </li>
      ))}
      <li>
        <button type="button" class="button quiet" onClick={() => setQuery(NO_FILTER, { replace: false })}>
          {incidents.clear}
        </button>
      </li>
    </ul>
  );
};
