import type { Names } from '@isnad/client';
import type { Bilingual } from '@isnad/model';
import { signal } from '@preact/signals';
import { client, revision } from '../app/ask.js';
import { language } from '../app/settings.js';
import { said, words } from './words.js';

const none: Names = {
  types: {},
  families: {},
  actors: {},
  groups: {},
  measures: {},
  sources: {},
  places: {},
  terms: {},
};

/** Words for the ids of this case. */
export const names = signal<Names>(none);

/** Whether the names have come, or cannot be had: before that a page would show ids. */
export const namesKnown = signal(false);

let asked = -1;
/** Fetches the names, again when the record has changed. */
export const refreshNames = async (): Promise<void> => {
  if (asked === revision.value) return;
  asked = revision.value;
  try {
    names.value = await client.ask('names');
  } catch {
    // Ids are shown until the next answer.
    asked = -1;
  }
  namesKnown.value = true;
};

const readable = (id: string): string => id.replace(/^unlisted:/, '').replace(/[-_]+/g, ' ');

const find = (table: Readonly<Record<string, Bilingual>>, id: string): string => {
  const found = table[id];
  return found ? said(found) : readable(id);
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const typeName = (id: string): string => {
  const type = names.value.types[id];
  return type ? capital(said(type.label)) : capital(readable(id));
};
export const familyOf = (type: string): string => names.value.types[type]?.family ?? 'other';
export const familyName = (id: string): string => find(names.value.families, id);
/** A side, or several that hold a place together (`a+b`). */
export const sideName = (id: string): string =>
  id
    .split('+')
    .map((one) => find(names.value.actors[one] ? names.value.actors : names.value.groups, one))
    .join(language.value === 'ar' ? ' و' : ' and ');
export const groupName = (id: string): string =>
  find(names.value.groups[id] ? names.value.groups : names.value.actors, id);
export const measureName = (id: string): string => find(names.value.measures, id);
export const sourceName = (id: string): string => find(names.value.sources, id);
export const placeName = (id: string): string => find(names.value.places, id);
/** A word of one of the fixed tables: modality, grade, status, dispute, check … */
export const term = (table: string, id: string): string => find(names.value.terms[table] ?? {}, id);

/** The name of a place as it comes with an answer. */
export const nameOfPlace = (
  place: { readonly id: string; readonly name: string; readonly nameAr: string | null } | null,
): string => {
  if (place === null) return words.value.noPlace;
  return language.value === 'ar' ? (place.nameAr ?? place.name) : place.name;
};

/** Several names in a sentence. */
export const listed = (all: readonly string[]): string => all.join(words.value.comma);
