import { fold } from '@isnad/arabic';
import type { Lexicon, Source } from '@isnad/lexicon';
import { spelling } from '../words/classes.js';

/** What the reader knows of the outlet and its sources when it reads who says what. */
export interface Teller {
  /** Source id of the outlet; null when it is not known. */
  readonly self: string | null;
  /** The report, for its quotation marks and line breaks. */
  readonly text: string;
  readonly kindOf: (id: string) => Source['kind'] | null;
  /**
   * The source that a name of many countries means here: وزارة الصحة (the ministry of health). `told`: the country that
   * its sentence opens with, ISO 3166-1 alpha-2.
   */
  readonly inCountry: (id: string, told?: string | null) => string;
  /** The unnamed source whose sources are called by an adjective, folded: أمنية (security); null for other words. */
  readonly sourcesCalled: (adjective: string) => string | null;
}

/** What stands before the adjective by which unnamed sources are called: «مصادر أمنية» (security sources). */
const SOURCES = spelling('source/sources-called', '', '\\s(\\S+)');

/** Sources by the adjectives that call them. */
const called = new WeakMap<Lexicon['sources'], ReadonlyMap<string, string>>();
const calledIn = (sources: Lexicon['sources']): ReadonlyMap<string, string> => {
  let known = called.get(sources);
  if (known === undefined) {
    const found = new Map<string, string>();
    for (const { id, named, forms } of sources.values())
      for (const form of named ? [] : forms) {
        const adjective = SOURCES.exec(fold(form))?.[1];
        if (adjective !== undefined && !found.has(adjective)) found.set(adjective, id);
      }
    called.set(sources, found);
    known = found;
  }
  return known;
};

/** Builds it for a report: `self` its outlet, `countries` where it plays, the likeliest first, `named` its sources by full name. */
export const tellerOf = (
  text: string,
  self: string | null,
  countries: readonly string[],
  named: ReadonlySet<string>,
  { sources }: Pick<Lexicon, 'sources'>,
): Teller => ({
  self,
  text,
  kindOf: (id) => sources.get(id)?.kind ?? null,
  inCountry: (id, told) => {
    const { byCountry = {} } = sources.get(id) ?? {};
    if (told && byCountry[told] !== undefined) return byCountry[told]!;
    // «وزارة الدفاع الروسية … أعلنت الوزارة»: the only one of them that the report names.
    const ofThose = [...new Set(Object.values(byCountry))].filter((one) => named.has(one));
    if (ofThose.length === 1) return ofThose[0]!;
    const country = countries.slice(0, 2).find((code) => byCountry[code] !== undefined);
    return country === undefined ? id : byCountry[country]!;
  },
  sourcesCalled: (adjective) => calledIn(sources).get(adjective) ?? null,
});
