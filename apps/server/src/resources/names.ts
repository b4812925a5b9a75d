import type { Names } from '@isnad/api';
import type { Bilingual } from '@isnad/model';
import { FAMILIES, familyName, TERMS } from '@isnad/publish';
import type { Handler } from '../http/handler.js';
import { sourceName } from './chain.js';

/** Ids become readable where no table holds them. */
const readable = (id: string): Bilingual => {
  const plain = id.replace(/[-_]+/g, ' ');
  return { ar: plain, en: plain };
};

const bilingualOf = ({ ar, en }: Bilingual): Bilingual => ({ ar, en });

const named = <T>(table: Readonly<Record<string, T>>, of: (entry: T) => Bilingual): Record<string, Bilingual> =>
  Object.fromEntries(Object.entries(table).map(([id, entry]) => [id, of(entry)]));

export const names: Handler<'names'> = (_, scene): Names =>
  scene.once('names', () => {
    const { view } = scene;
    const { words, record } = view;
    const types = new Set(record.claims.flatMap((claim) => (claim.kind === 'event' ? [claim.type] : [])));
    const sources = new Set([
      ...record.incidents.flatMap(({ roots }) => roots),
      ...record.claims.flatMap(({ attribution }) => attribution),
      ...record.reports.map(({ id }) => view.publisherOf(id)),
    ]);
    return {
      types: Object.fromEntries(
        [...types].map((id) => [id, words.types[id] ?? { label: readable(id), family: 'other', harm: null }]),
      ),
      families: Object.fromEntries(FAMILIES.map((family) => [family, bilingualOf(familyName(family))])),
      actors: named(words.actors, ({ name }) => name),
      groups: { ...TERMS.groups, ...named(words.groups, ({ name }) => name) },
      measures: { ...TERMS.measures, ...words.measures },
      sources: Object.fromEntries([...sources].map((id) => [id, coveredName(id)])),
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
