import type { AmbiguousName } from '@isnad/lexicon';
import { parseEdtf } from '@isnad/model';
import { copyOf, type Item } from '../scan/item.js';
import type { ReportContext } from './context.js';

type Candidate = AmbiguousName['candidates'][number];

/** How well a candidate fits the report; null when a condition rules it out. */
const fit = (candidate: Candidate, context: ReportContext): number | null => {
  let score = 0;
  if (context.published && (candidate.from || candidate.to)) {
    const from = candidate.from ? (parseEdtf(candidate.from)?.first ?? -Infinity) : -Infinity;
    const to = candidate.to ? (parseEdtf(candidate.to)?.last ?? Infinity) : Infinity;
    if (context.published.last < from || context.published.first > to) return null;
    score += 0.5;
  }
  if (candidate.countries) {
    const rank = Math.min(
      ...candidate.countries
        .map((country) => context.countries.indexOf(country.toUpperCase()))
        .map((at) => (at < 0 ? 99 : at)),
    );
    if (rank === 99 && context.countries.length > 0) score -= 2;
    else if (rank === 0) score += 3;
    else if (rank <= 2) score += 1;
  }
  if (candidate.outlets) {
    if (!candidate.outlets.some((outlet) => context.outlets.includes(outlet))) return null;
    score += 3;
  }
  if (candidate.beside) {
    const beside = candidate.beside.filter((actor) => context.named.has(actor)).length;
    score += beside > 0 ? 2 + Math.min(beside, 3) / 10 : -0.5;
  }
  if (context.named.has(candidate.actor)) score += 2.5 + Math.min(context.named.get(candidate.actor)!, 9) / 10;
  return score;
};

/** Decides a shared short name (التحالف, الجيش) by date, country, outlet and the report's other names. */
export const resolveSide = (
  name: AmbiguousName,
  context: ReportContext,
): { chosen: Candidate | null; rejected: readonly string[] } => {
  const scored = name.candidates.flatMap((candidate, at) => {
    const score = fit(candidate, context);
    return score === null ? [] : [{ candidate, score: score - at / 100 }];
  });
  scored.sort((a, b) => b.score - a.score);
  const chosen = scored[0] && scored[0].score > -1 ? scored[0].candidate : null;
  return {
    chosen,
    rejected: [...new Set(name.candidates.map((candidate) => candidate.actor))].filter((id) => id !== chosen?.actor),
  };
};

/** Decides every shared name of a report's items. */
export const resolveSides = (items: readonly Item[], context: ReportContext): Item[] =>
  items.map((item) => {
    if (item.metonymOf) {
      const { chosen } = resolveSide(item.metonymOf, context);
      if (!chosen) return item;
      const meant = copyOf(item);
      meant.metonym = chosen.actor;
      return meant;
    }
    if (!item.side?.ambiguous) return item;
    const { chosen, rejected } = resolveSide(item.side.ambiguous, context);
    const loaded =
      chosen && (chosen.register === 'hostile' || chosen.register === 'own')
        ? [{ start: item.start, end: item.end, stance: chosen.register }]
        : [];
    const { heads, ambiguous } = item.side;
    const meant = copyOf(item);
    meant.side = {
      ids: chosen ? [chosen.actor] : [],
      heads,
      register: chosen?.register ?? 'short',
      loaded: [...item.side.loaded, ...loaded],
      ambiguous,
      rejected,
    };
    return meant;
  });
