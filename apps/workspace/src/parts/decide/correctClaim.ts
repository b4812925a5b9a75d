import type { Claim, EventClaim, FigureClaim } from '@isnad/client';
import { groupName, measureName, names, sideName, term, typeName } from '../../words/names.js';
import { words } from '../../words/words.js';
import { askToDecide, type Field } from './decide.js';

type Choices = readonly (readonly [string, string])[];

const byName = (ids: Iterable<string>, nameOf: (id: string) => string): Choices =>
  [...new Set(ids)].map((id) => [id, nameOf(id)] as const).sort(([, a], [, b]) => a.localeCompare(b));

export const typeChoices = (also: string): Choices => byName([...Object.keys(names.value.types), also], typeName);
const sideChoices = (also: readonly string[]): Choices =>
  byName([...Object.keys(names.value.actors), ...Object.keys(names.value.groups), ...also], sideName);
export const groupChoices = (also: string): Choices =>
  byName([...Object.keys(names.value.groups), ...Object.keys(names.value.actors), also], groupName);
export const measureChoices = (also: string): Choices =>
  byName([...Object.keys(names.value.measures), also], measureName);
const modalityChoices = (): Choices =>
  (['asserted', 'denied', 'uncertain', 'possible', 'planned'] as const).map(
    (id) => [id, term('modality', id)] as const,
  );

export const figureFields = ({
  min,
  max,
  approximate,
  measure,
  group,
  scope,
}: Pick<FigureClaim, 'min' | 'max' | 'approximate' | 'measure' | 'group' | 'scope'>): readonly Field[] => {
  const { fields } = words.value;
  return [
    { name: 'min', label: fields.min, value: min === null ? '' : String(min), kind: 'number' },
    { name: 'max', label: fields.max, value: max === null ? '' : String(max), kind: 'number' },
    { name: 'approximate', label: fields.approximate, value: String(approximate), kind: 'check' },
    { name: 'measure', label: fields.measure, value: measure, kind: 'choice', choices: measureChoices(measure) },
    { name: 'group', label: fields.group, value: group, kind: 'choice', choices: groupChoices(group) },
    {
      name: 'scope',
      label: fields.scope,
      value: scope,
      kind: 'choice',
      choices: (['incident', 'cumulative', 'standing'] as const).map((id) => [id, fields.scopes[id]] as const),
    },
  ];
};

export const eventFields = ({
  type,
  date,
  modality,
  actors,
  targets,
}: Pick<EventClaim, 'type' | 'date' | 'modality' | 'actors' | 'targets'>): readonly Field[] => {
  const { fields } = words.value;
  return [
    { name: 'type', label: fields.type, value: type, kind: 'choice', choices: typeChoices(type) },
    { name: 'date', label: fields.date, value: date ?? '', kind: 'text', help: fields.dateHelp },
    { name: 'modality', label: fields.modality, value: modality, kind: 'choice', choices: modalityChoices() },
    { name: 'actors', label: fields.actors, value: actors.join('\n'), kind: 'many', choices: sideChoices(actors) },
    { name: 'targets', label: fields.targets, value: targets.join('\n'), kind: 'many', choices: sideChoices(targets) },
  ];
};

const numberIn = (text: string | undefined): number | null | undefined => {
  if (text === undefined || text === '') return null;
  const number = Number(text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660)));
  return Number.isFinite(number) && number >= 0 ? number : undefined;
};

export const figureValue = (given: Readonly<Record<string, string>>) => {
  const [min, max] = [numberIn(given['min']), numberIn(given['max'])];
  if (min === undefined || max === undefined || (min !== null && max !== null && min > max))
    return words.value.fields.min;
  const { measure = '', group = '', scope = '' } = given;
  return { min, max, approximate: given['approximate'] === 'true', measure, group, scope };
};

const listIn = (text: string | undefined): readonly string[] => (text ?? '').split('\n').filter(Boolean);

export const eventValue = (given: Readonly<Record<string, string>>) => {
  const { type = '', date = '', modality = '' } = given;
  return {
    type,
    date: date === '' ? null : date,
    modality,
    actors: listIn(given['actors']),
    targets: listIn(given['targets']),
  };
};

/** Only what was changed is corrected: two people who correct different fields do not undo each other. */
const changed = (before: object, after: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(after).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify((before as Record<string, unknown>)[name]),
    ),
  );

/** Asks how a claim is to be corrected. */
export const correctClaim = (claim: Claim): void => {
  const { report, fields } = words.value;
  const isFigure = claim.kind === 'figure';
  askToDecide(
    report.correct,
    { kind: 'correct', about: [claim.id] },
    isFigure ? figureFields(claim) : eventFields(claim),
    (given) => {
      const value = isFigure ? figureValue(given) : eventValue(given);
      if (typeof value === 'string') return value;
      const difference = changed(claim, value);
      return Object.keys(difference).length > 0 ? difference : fields.unchanged;
    },
    { quote: claim.span.text.replace(/\s+/g, ' ') },
  );
};
