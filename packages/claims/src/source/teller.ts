import type { Lexicon, Source } from '@isnad/lexicon';

/** What the reader knows of the outlet and its sources when it reads who says what. */
export interface Teller {
  /** Source id of the outlet; null when it is not known. */
  readonly self: string | null;
  /** The report, for its quotation marks and line breaks. */
  readonly text: string;
  readonly kindOf: (id: string) => Source['kind'] | null;
  /** The source that a name of many countries means here: وزارة الصحة (the ministry of health). */
  readonly inCountry: (id: string) => string;
}

/** Builds it for a report: `self` its outlet, `countries` where it plays, the likeliest first. */
export const tellerOf = (
  text: string,
  self: string | null,
  countries: readonly string[],
  { sources }: Pick<Lexicon, 'sources'>,
): Teller => ({
  self,
  text,
  kindOf: (id) => sources.get(id)?.kind ?? null,
  inCountry: (id) => {
    const { byCountry = {} } = sources.get(id) ?? {};
    const country = countries.find((code) => byCountry[code] !== undefined);
    return country === undefined ? id : byCountry[country]!;
  },
});
