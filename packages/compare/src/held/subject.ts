import type { DayInterval, Incident, RecordedClaim } from '@isnad/model';
import { daysOf, type FormWords, groupChain, harmOf, isTold, locate } from '@isnad/publish';
import type { TableForm } from '../table/form.js';
import type { Counted, TableCount } from '../table/row.js';
import { plain } from './plain.js';

/** What a comparison needs of the lexicon beyond what exports do: every written form of sides and places. */
export interface CompareWords extends FormWords {
  readonly actors: ReadonlyMap<
    string,
    (FormWords['actors'] extends ReadonlyMap<string, infer A> ? A : never) & {
      readonly forms?: Readonly<Partial<Record<string, readonly string[]>>>;
    }
  >;
  readonly places: ReadonlyMap<
    string,
    (FormWords['places'] extends ReadonlyMap<string, infer P> ? P : never) & {
      readonly forms?: readonly string[];
      readonly also?: readonly string[] | undefined;
    }
  >;
}

export interface Range {
  readonly low: number;
  readonly high: number;
}

/** A side of an incident under all names that a table may give it. */
export interface KnownSide {
  readonly id: string;
  readonly names: ReadonlySet<string>;
}

/** An incident as it can be held against a row. */
export interface Subject {
  readonly incident: Incident;
  readonly days: DayInterval | null;
  /** Why the form leaves it out by its own rules; null where it would hold it. */
  readonly leftOut: string | null;
  /** Names of the place, and of what it lies in, made comparable. */
  readonly names: ReadonlySet<string>;
  readonly around: ReadonlySet<string>;
  readonly point: { readonly lat: number; readonly lon: number } | null;
  /** Kilometres around the point in which it may have been. */
  readonly radius: number;
  readonly sides: readonly KnownSide[];
  /** What the form calls its type; null where the form has no words for types. */
  readonly types: ReadonlySet<string> | null;
  readonly count: (measure: TableCount['measure'], whom: Counted) => Range | null;
}

/** Kilometres by the precision of a recorded place: itself, near it, a district, a governorate or front. */
const RADIUS = [5, 15, 40, 120] as const;

const placeNames = ({ place }: Incident, words: CompareWords): ReadonlySet<string> => {
  if (place === null) return new Set();
  const entry = words.places.get(place.id);
  const written = [
    place.name,
    place.nameAr,
    entry?.name,
    entry?.nameAr,
    ...(entry?.forms ?? []),
    ...(entry?.also ?? []),
  ];
  return new Set(written.flatMap((name) => (name === undefined ? [] : plain(name))).filter((name) => name !== ''));
};

const namesAround = ({ place }: Incident, words: CompareWords): ReadonlySet<string> => {
  if (place === null) return new Set();
  const [, ...above] = locate(place, words).within;
  const names = above.flatMap((id) => {
    const entry = words.places.get(id);
    return entry && entry.kind !== 'country' ? [entry.name, entry.nameAr] : [];
  });
  return new Set(names.map(plain));
};

const sidesOf = (incident: Incident, form: TableForm, country: string | undefined, words: CompareWords) =>
  [...new Set([...incident.actors, ...incident.targets])].map((id): KnownSide => {
    const actor = words.actors.get(id);
    const group = words.groups.get(id);
    const written = [
      ...(actor
        ? [actor.name.ar, actor.name.en, ...Object.values(actor.forms ?? {}).flatMap((forms) => forms ?? [])]
        : []),
      ...(group ? [group.name.ar, group.name.en] : []),
      ...form.sideNames(id, country, words),
      id,
    ];
    return { id, names: new Set(written.map(plain)) };
  });

/** Makes incidents ready to be held against the rows of a form. */
export const subjects = (
  incidents: readonly Incident[],
  claims: readonly RecordedClaim[],
  form: TableForm,
  words: CompareWords,
): readonly Subject[] => {
  const looking = { words, claims: new Map(claims.map((claim) => [claim.id, claim])) };
  const isOf = (group: string, whom: Counted): boolean => {
    if (whom === 'all') return true;
    const isCivilian = groupChain(group, words).includes('civilians') || words.actors.get(group)?.kind === 'civilians';
    return whom === 'civilians' ? isCivilian : !isCivilian && (words.actors.has(group) || group === 'fighters');
  };
  return incidents.map((incident): Subject => {
    const { place } = incident;
    const country = place === null ? undefined : words.places.get(place.id)?.country;
    const types = form.typeNames(incident.type, words);
    const killed = harmOf(incident, 'killed', looking)?.high ?? 0;
    const isCountry = place !== null && locate(place, words).kind === 'country';
    return {
      incident,
      days: daysOf(incident.date),
      leftOut: isTold(incident) ? form.leavesOut({ incident, isCountry, killed }) : `told as ${incident.modality}`,
      names: placeNames(incident, words),
      around: namesAround(incident, words),
      point: place === null || place.lat === null || place.lon === null ? null : { lat: place.lat, lon: place.lon },
      radius: RADIUS[(place?.precision ?? 2) - 1] ?? 15,
      sides: sidesOf(incident, form, country, words),
      types: types && new Set(types.map(plain)),
      count: (measure, whom) => {
        const harm = harmOf(incident, measure, looking);
        if (harm === null || whom === 'all') return harm;
        const parts = harm.parts.filter(({ group }) => isOf(group, whom));
        if (parts.length === 0) return null;
        return {
          low: parts.reduce((sum, { low }) => sum + low, 0),
          high: parts.reduce((sum, { high, best }) => sum + Math.max(best, high ?? 0), 0),
        };
      },
    };
  });
};
