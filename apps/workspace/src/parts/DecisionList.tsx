import type { Decision } from '@isnad/client';
import { dateInWords, timeInWords } from '../words/dates.js';
import { groupName, measureName, sideName, term, typeName } from '../words/names.js';
import { words } from '../words/words.js';
import { takeBack } from './decide/decide.js';

const shownValue = (field: string, value: unknown): string => {
  const { fields } = words.value;
  if (Array.isArray(value)) return value.map((one) => sideName(String(one))).join(words.value.comma) || '–';
  if (value === null || value === '') return '–';
  if (typeof value === 'object') return 'name' in value ? String(value.name) : '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const say: Readonly<Record<string, (id: string) => string>> = {
    date: dateInWords,
    type: typeName,
    measure: measureName,
    group: groupName,
    grade: (id) => term('grade', id),
    modality: (id) => term('modality', id),
    scope: (id) => (fields.scopes as Readonly<Record<string, string>>)[id] ?? id,
  };
  return say[field]?.(text) ?? text;
};

/** Fields that are read in an order; the others come first. */
const ORDER = ['min', 'max', 'approximate', 'measure', 'group', 'scope'];

/** What a decision sets, field by field. */
export const DecisionValue = ({ value }: { readonly value: Decision['value'] }) => {
  if (value === null) return null;
  const labels = words.value.fields as Readonly<Record<string, unknown>>;
  const fields = Object.entries(value)
    .filter(([name]) => name !== 'settles' && name !== 'claim')
    .toSorted(([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b));
  return (
    <>
      {fields.map(([name, one]) => (
        <span key={name} class="decided-field">
          <span class="faint">
            {typeof labels[name] === 'string' ? labels[name] : name === 'grade' ? words.value.incident.grade : name}
          </span>{' '}
          <bdi>{shownValue(name, one)}</bdi>
        </span>
      ))}
    </>
  );
};

/** One decision: who, when, what, why; and the way back. */
export const DecisionItem = ({ decision }: { readonly decision: Decision }) => {
  const { id, at, by, kind, value, reason, state, retires } = decision;
  const { decide } = words.value;
  return (
    <article class={`decided is-${state}`}>
      <p class="row">
        <b>
          <bdi>{by}</bdi>
        </b>
        <span>{retires === null ? decide.kinds[kind] : decide.takenBack}</span>
        <DecisionValue value={value} />
        {state !== 'in-force' && <span class="tag warn">{decide.states[state]}</span>}
      </p>
      {reason !== '' && (
        <p class="soft">
          <bdi>{reason}</bdi>
        </p>
      )}
      <p class="row small faint">
        <time dateTime={at} class="n">
          {timeInWords(at)}
        </time>
        {state !== 'retired' && (
          <button type="button" class="button quiet" onClick={() => void takeBack(id)}>
            {retires === null ? decide.undo : decide.restore}
          </button>
        )}
      </p>
    </article>
  );
};

/** Decisions, newest first. */
export const DecisionList = ({ decisions }: { readonly decisions: readonly Decision[] }) => {
  const told = decisions.filter(({ retires }) => retires === null).toReversed();
  if (told.length === 0) return <p class="soft small">{words.value.incident.noDecisions}</p>;
  return (
    <ol class="decisions">
      {told.map((decision) => (
        <li key={decision.id}>
          <DecisionItem decision={decision} />
        </li>
      ))}
    </ol>
  );
};
