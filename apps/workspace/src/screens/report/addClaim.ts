import type { Report } from '@isnad/client';
import { eventFields, eventValue, figureFields, figureValue } from '../../parts/decide/correctClaim.js';
import { askToDecide, type Field } from '../../parts/decide/decide.js';
import { dateInWords } from '../../words/dates.js';
import { names, placeName, typeName } from '../../words/names.js';
import { words } from '../../words/words.js';

interface Selected {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const ID_LENGTH = 20;

/** The id that the reader would give such a claim: a hash of what is said and where. */
const claimId = async (parts: readonly (string | number)[]): Promise<string> => {
  // Browsers offer hashing only to pages of this machine or over TLS; elsewhere any id that is not taken will do.
  if (typeof crypto.subtle === 'undefined') return `c:${crypto.randomUUID().replaceAll('-', '').slice(0, ID_LENGTH)}`;
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(parts.join('\u0000')));
  const hex = [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `c:${hex.slice(0, ID_LENGTH)}`;
};

const attributionAt = ({ scopes }: Report, { start }: Selected): readonly string[] =>
  scopes.find((scope) => scope.start <= start && start < scope.end)?.attribution ?? [];

const placeField = (report: Report): Field => {
  const mentions = new Map(report.claims.flatMap(({ places }) => places.map((place) => [place.id, place] as const)));
  return {
    name: 'place',
    label: words.value.fields.place,
    value: '',
    kind: 'choice',
    choices: [['', words.value.noPlace], ...[...mentions.keys()].map((id) => [id, placeName(id)] as const)],
  };
};

const placesFor = (report: Report, id: string | undefined) => {
  const found = report.claims.flatMap(({ places }) => places).find((place) => place.id === id);
  return found ? [found] : [];
};

const firstType = (): string => Object.keys(names.value.types)[0] ?? 'other';

export const addEvent = (report: Report, selected: Selected): void => {
  const { report: t } = words.value;
  const blank = { type: firstType(), date: null, modality: 'asserted', actors: [], targets: [] } as const;
  askToDecide(
    t.addEvent,
    { kind: 'add', about: [report.id] },
    [...eventFields(blank), placeField(report)],
    async (given) => {
      const value = eventValue(given);
      const claim = {
        id: await claimId([report.id, 'event', selected.start, selected.end, value.type]),
        kind: 'event',
        ...value,
        span: selected,
        trigger: selected,
        places: placesFor(report, given['place']),
        attribution: attributionAt(report, selected),
        repeats: null,
        rule: 'person',
      };
      return { claim };
    },
  );
};

const numberIn = (text: string): number | null => {
  const digits = /[\d٠-٩]+/.exec(text)?.[0];
  return digits === undefined ? null : Number(digits.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660)));
};

export const addFigure = (report: Report, selected: Selected): void => {
  const { report: t } = words.value;
  const told = numberIn(selected.text);
  const blank = {
    min: told,
    max: told,
    approximate: false,
    measure: 'killed',
    group: 'persons',
    scope: 'incident',
  } as const;
  const events = report.claims.flatMap((claim) => (claim.kind === 'event' && !claim.rejected ? [claim] : []));
  const nearest = events.findLast(({ span }) => span.start <= selected.start) ?? events[0];
  const event: Field = {
    name: 'event',
    label: t.ofEvent,
    value: nearest?.id ?? '',
    kind: 'choice',
    choices: [
      ['', t.noEvent],
      ...events.map(({ id, type, date }) => [id, `${typeName(type)} · ${dateInWords(date)}`] as const),
    ],
  };
  askToDecide(t.addFigure, { kind: 'add', about: [report.id] }, [...figureFields(blank), event], async (given) => {
    const value = figureValue(given);
    if (typeof value === 'string') return value;
    const claim = {
      id: await claimId([report.id, 'figure', selected.start, selected.end, value.measure, value.group]),
      kind: 'figure',
      ...value,
      span: selected,
      from: null,
      to: null,
      partOf: null,
      event: given['event'] || null,
      places: [],
      attribution: attributionAt(report, selected),
      rule: 'person',
    };
    return { claim };
  });
};
