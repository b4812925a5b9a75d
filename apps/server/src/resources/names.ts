import type { Names } from '@isnad/api';
import type { Bilingual } from '@isnad/model';
import { FAMILIES, familyName, TERMS } from '@isnad/publish';
import { derived } from '../case/derived.js';
import type { Handler } from '../http/handler.js';
import type { Steps } from '../steps.js';
import { sourceName } from './chain.js';

/** Ids become readable where no table holds them. */
const readable = (id: string): Bilingual => {
  const plain = id.replace(/[-_]+/g, ' ');
  return { ar: plain, en: plain };
};

const bilingualOf = ({ ar, en }: Bilingual): Bilingual => ({ ar, en });

const named = <T>(table: Readonly<Record<string, T>>, of: (entry: T) => Bilingual): Record<string, Bilingual> =>
  Object.fromEntries(Object.entries(table).map(([id, entry]) => [id, of(entry)]));

export const allNames = derived('names', function* ({ view }): Steps<Names> {
  const { words, record } = view;
  const [types, sources] = [new Set<string>(), new Set<string>()];
  for (const { roots } of record.incidents) {
    yield;
    for (const root of roots) sources.add(root);
  }
  for (const claim of record.claims) {
    yield;
    if (claim.kind === 'event') types.add(claim.type);
    for (const source of claim.attribution) sources.add(source);
  }
  for (const { id } of record.reports) {
    yield;
    sources.add(view.publisherOf(id));
  }
  const covered: Record<string, Bilingual> = {};
  for (const id of sources) {
    yield;
    covered[id] = coveredName(id);
  }
  return {
    types: Object.fromEntries(
      [...types].map((id) => [id, words.types[id] ?? { label: readable(id), family: 'other', harm: null }]),
    ),
    families: Object.fromEntries(FAMILIES.map((family) => [family, bilingualOf(familyName(family))])),
    actors: named(words.actors, ({ name }) => name),
    groups: { ...TERMS.groups, ...named(words.groups, ({ name }) => name) },
    measures: { ...TERMS.measures, ...words.measures },
    sources: covered,
    places: named(words.places, ({ name, nameAr }) => ({ ar: nameAr, en: name })),
    terms: Object.fromEntries(
      Object.entries(TERMS).filter(([table]) => !['families', 'groups', 'measures'].includes(table)),
    ),
  };

  function coveredName(id: string): Bilingual {
    const { ar, en } = sourceName(id, view);
    return { ar: view.cover(ar, null), en: view.cover(en, null) };
  }
});

export const names: Handler<'names'> = (_, scene) => allNames(scene);
