import type { Quote, RecordedClaim } from '@isnad/model';
import type { PublishInput } from '../input.js';
import type { Coarsen } from './districts.js';
import { nameFinder } from './names.js';
import type { Sensitivity } from './sensitive.js';
import { cover, type Veiled } from './veil.js';
import type { Young } from './young.js';

/** Texts of the case with all that is withheld covered, unit for unit. */
export interface Covering {
  readonly texts: ReadonlyMap<string, string>;
  /** The same quote with what is withheld in it covered. */
  readonly quote: <Q extends Quote>(report: string, quote: Q) => Q;
  /** A title, which may or may not stand in the text. */
  readonly title: (report: string, title: string) => string;
  /** A sentence of the program or of the page, of one report or of none: names are covered. */
  readonly sentence: (text: string, report?: string) => string;
  /** An address in which no name stands; null for one in which one does. */
  readonly address: (url: string, report: string) => string | null;
  /** Mentions of private persons that the readings gave and that were covered. */
  readonly names: number;
}

const placesToCover = (claim: RecordedClaim, sensitive: Sensitivity, coarsen: Coarsen) =>
  sensitive.ofClaim(claim) ? claim.places.filter((place) => place.text !== claim.span.text && coarsen(place)) : [];

/** Addresses of Arabic pages often hold the title, percent-encoded. */
const decoded = (url: string): string => {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
};

/** Collects what must be covered in each report, and covers it. */
export const covering = (input: PublishInput, sensitive: Sensitivity, coarsen: Coarsen, young: Young): Covering => {
  const finder = input.names ? { find: () => [] } : nameFinder(input);
  const veils = new Map<string, Veiled[]>();
  const veil = (report: string, veiled: Veiled): void => {
    const list = veils.get(report);
    if (list) list.push(veiled);
    else veils.set(report, [veiled]);
  };

  for (const claim of input.record.claims) {
    for (const { start, end } of placesToCover(claim, sensitive, coarsen))
      veil(claim.report, { start, end, what: 'place' });
    const { start, end } = claim.span;
    if (young.claims.has(claim.id)) veil(claim.report, { start, end, what: 'young' });
  }
  let names = 0;
  for (const [report, { persons }] of input.names ? [] : input.readings)
    for (const { start, end, public: isPublic, described } of persons) {
      if (isPublic || described) continue;
      names++;
      veil(report, { start, end, what: 'name' });
    }
  const texts = new Map<string, string>();
  for (const [report, text] of input.texts) {
    for (const span of finder.find(text, report)) veil(report, { ...span, what: 'name' });
    texts.set(report, cover(text, veils.get(report) ?? []));
  }

  const coverNames = (text: string, report: string | null): string =>
    cover(
      text,
      finder.find(text, report).map((span) => ({ ...span, what: 'name' })),
    );
  return {
    texts,
    names,
    quote: (report, quote) => {
      const text = texts.get(report)?.slice(quote.start, quote.end);
      if (text !== undefined && text.length === quote.text.length) return { ...quote, text };
      return { ...quote, text: coverNames(cover(quote.text, veils.get(report) ?? [], quote.start), report) };
    },
    title: (report, title) => {
      const at = input.texts.get(report)?.indexOf(title) ?? -1;
      return at >= 0 ? texts.get(report)!.slice(at, at + title.length) : coverNames(title, report);
    },
    sentence: (text, report) => coverNames(text, report ?? null),
    address: (url, report) => (finder.find(decoded(url), report).length > 0 ? null : url),
  };
};
