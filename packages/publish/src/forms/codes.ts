import acledTypes from './acled/event-types.json' with { type: 'json' };
import { sideOf as acledSideOf } from './acled/sides.js';
import type { FormWords } from './form.js';
import { countryOf } from './located.js';
import { sideOf as ucdpSideOf } from './ucdp/sides.js';
import ucdp from './ucdp/tables.json' with { type: 'json' };

const TYPES: Readonly<Record<string, readonly { readonly sub: string }[] | null>> = acledTypes.types;

/** The sub-event types that an event type becomes, by its circumstances; null for one that ACLED does not code. */
export const acledTypesOf = (type: string): readonly string[] | null => {
  const lines = TYPES[type];
  return lines ? [...new Set(lines.map(({ sub }) => sub))] : null;
};

/** The event type to which a sub-event type belongs. */
export const acledEventOf = (sub: string): string | null =>
  acledTypes.hierarchy.find(({ subs }) => subs.includes(sub))?.event ?? null;

/** What ACLED calls a side, or a group of people, in a country (ISO 3166-1 alpha-2). */
export const acledName = (id: string, country: string, words: FormWords): string | null => {
  const known = countryOf(country);
  return known ? (acledSideOf(id, known, words)?.name ?? null) : null;
};

/** What UCDP calls a side, or a group of people, in a country (ISO 3166-1 alpha-2). */
export const ucdpName = (id: string, country: string, words: FormWords): string | null => {
  const known = countryOf(country);
  return known ? (ucdpSideOf(id, known, words)?.name ?? null) : null;
};

/** Whether UCDP counts an event type as a use of armed force. */
export const isArmedForUcdp = (type: string): boolean => ucdp.armed.includes(type);
