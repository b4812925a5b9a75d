import type { NewDecision } from '@isnad/api';
import {
  type Claim,
  eventClaimId,
  figureClaimId,
  isEdtf,
  type Quote,
  type RecordedClaim,
  validateClaim,
} from '@isnad/model';
import type { Scene } from '../http/handler.js';
import { badRequest, conflict, Refused } from '../http/refused.js';

type Value = NonNullable<NewDecision['value']>;

const bad = (detail: string): Refused => badRequest('api/bad-value', 'The value cannot be used', detail);

/** Fields of a claim that are what was read and stay. */
const READ = new Set(['id', 'kind', 'span', 'trigger', 'rule', 'report']);

const checkedClaim = (claim: unknown): Claim => {
  const found = validateClaim(claim);
  if (found.ok) return found.value;
  throw new Refused({ ...bad('It is no claim; `faults` say where.').problem, faults: found.faults });
};

const isBackwards = (claim: Claim): boolean =>
  claim.kind === 'figure' && claim.min !== null && claim.max !== null && claim.min > claim.max;

/** A quote with the words that stand there: what was selected may have been covered. */
const requoted = <Q extends Partial<Quote>>(quote: Q, text: string): Q => {
  const { start, end } = quote;
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end) || start! < 0 || end! <= start! || end! > text.length)
    throw bad('An offset lies outside the text of the report.');
  return { ...quote, text: text.slice(start, end) };
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A place under the id that the record knows it by: an answer may have covered a name in it. */
const knownPlace = (place: unknown, { view }: Scene): unknown => {
  if (!isRecord(place) || typeof place.id !== 'string') return place;
  return { ...place, ...view.placeIds.covered(place.id) };
};

const quotesIn = (claim: Record<string, unknown>, text: string, scene: Scene): Record<string, unknown> => {
  const quoted = (value: unknown): unknown => {
    if (isRecord(value)) return requoted(value, text);
    throw bad('A quote is {start, end}.');
  };
  return {
    ...claim,
    ...('span' in claim ? { span: quoted(claim.span) } : {}),
    ...('trigger' in claim ? { trigger: quoted(claim.trigger) } : {}),
    ...(Array.isArray(claim.places) ? { places: claim.places.map((place) => knownPlace(quoted(place), scene)) } : {}),
  };
};

const textOf = async (report: string, { book }: Scene): Promise<string> => {
  const text = await book.text(report);
  if (text === null)
    throw conflict('api/no-text', 'The text of the report is not at hand', 'Serve the case that holds it.');
  return text;
};

const BLANK = {
  event: { actors: [], targets: [], places: [], date: null, modality: 'asserted', attribution: [], repeats: null },
  figure: {
    places: [],
    approximate: false,
    scope: 'incident',
    from: null,
    to: null,
    partOf: null,
    event: null,
    attribution: [],
  },
} as const;

/** A claim that a person adds: what is left out is filled in, the id is that of what is said and where. */
const added = async ({ about, value }: NewDecision, scene: Scene): Promise<Value> => {
  const [report] = about;
  if (about.length !== 1 || !scene.view.reports.has(report!)) throw bad('A claim is added to one report.');
  if (!isRecord(value?.claim)) throw bad('Give a `claim`.');
  const text = await textOf(report!, scene);
  const { kind, span } = value.claim;
  if (kind !== 'event' && kind !== 'figure') throw bad('The kind of a claim is `event` or `figure`.');
  const whole = quotesIn(
    { ...BLANK[kind], ...(kind === 'event' ? { trigger: span } : {}), ...value.claim },
    text,
    scene,
  );
  const claim = checkedClaim({ ...whole, id: 'c:new', rule: 'person' });
  if (isBackwards(claim)) throw bad('The lowest number is above the highest.');
  const id =
    claim.kind === 'event'
      ? eventClaimId(report!, claim.span, claim.type)
      : figureClaimId(report!, claim.span, claim.measure, claim.group);
  if (scene.view.claims.has(id))
    throw conflict('api/claim-there', 'The case holds this claim already', `It is ${id}; correct that, or restore it.`);
  return { claim: { ...claim, id } };
};

const corrected = async ({ about, value = {} }: NewDecision, scene: Scene): Promise<Value> => {
  const frozen = Object.keys(value).find((field) => READ.has(field));
  if (frozen !== undefined) throw bad(`\`${frozen}\` is what was read; reject the claim and add another.`);
  if (Object.keys(value).length === 0) throw bad('Give the fields that are to be corrected.');
  let usable: Value = value;
  for (const id of about) {
    const claim: RecordedClaim | undefined = scene.view.claims.get(id);
    if (!claim) throw bad(`A correction is about claims; ${id.slice(0, 100)} is none.`);
    if ('places' in value) usable = quotesIn(value, await textOf(claim.report, scene), scene);
    const strange = Object.keys(value).find((field) => !Object.hasOwn(claim, field) && field !== 'replaces');
    if (strange !== undefined) throw bad(`A claim of kind ${claim.kind} has no field \`${strange}\`.`);
    if (isBackwards(checkedClaim({ ...claim, ...usable }))) throw bad('The lowest number is above the highest.');
  }
  return usable;
};

const GRADES = ['confirmed', 'fair', 'weak', 'contested', 'discounted'];

const isDegree = (value: unknown, most: number): boolean =>
  value === undefined || value === null || (typeof value === 'number' && Math.abs(value) <= most);

const placed = (value: Value | undefined): Value => {
  const place = value?.place;
  const isPlace =
    isRecord(place) &&
    typeof place.id === 'string' &&
    typeof place.name === 'string' &&
    place.id !== '' &&
    place.name !== '' &&
    isDegree(place.lat, 90) &&
    isDegree(place.lon, 180) &&
    [undefined, null, 1, 2, 3, 4].includes(place.precision as number);
  if (!isPlace) throw bad('Give a `place` with id, name, and lat and lon in degrees where they are known.');
  return value!;
};

/** The value of a decision as it can be kept; refused where the record could not use it. */
export const usableValue = async (decision: NewDecision, scene: Scene): Promise<Value | undefined> => {
  const { kind, about, value } = decision;
  switch (kind) {
    case 'add':
      return added(decision, scene);
    case 'correct':
      return corrected(decision, scene);
    case 'reject':
      if (about.every((id) => scene.view.claims.has(id))) return value;
      throw bad('Claims are rejected; incidents are split and merged.');
    case 'merge':
    case 'split':
      if (new Set(about).size >= 2) return value;
      throw bad('Name two claims or incidents at least.');
    case 'date':
      if (typeof value?.date === 'string' && isEdtf(value.date)) return value;
      throw bad('Give a `date` in EDTF, such as 2018-12-16 or 2018-12-10/2018-12-13.');
    case 'grade':
      if (GRADES.includes(value?.grade as string)) return value;
      throw bad(`Give a \`grade\`: ${GRADES.join(', ')}.`);
    case 'place':
      return placed(value && { ...value, place: knownPlace(value.place, scene) });
    case 'expunge':
      throw conflict('api/expunge', 'Nothing is expunged from here', 'Stop the server and run isnad expunge.');
    case 'accept':
    case 'name':
      return value;
  }
};
