import type { Placed } from './data-files.js';
import type { Actor, Source, State, StateBody } from './entries.js';

/** The tables that states add to. */
interface StateTables {
  readonly actors: readonly Placed<Actor>[];
  readonly sources: readonly Placed<Source>[];
}

/**
 * The tables with the bodies of all states: their forces, ministries and officials. A body whose id has an entry is that
 * entry. The words that name them are made by `stateNames`.
 */
export const withStates = (
  { actors, sources }: StateTables,
  states: readonly Placed<State>[],
  bodies: readonly StateBody[],
): StateTables => {
  const allActors = new Map(actors.map((placed) => [placed.entry.id, placed]));
  const allSources = new Map(sources.map((placed) => [placed.entry.id, placed]));
  for (const placed of states)
    for (const body of bodies) {
      const { entry: state } = placed;
      const id = bodyId(state, body);
      if (id === null) continue;
      if (body.makes === 'actor') {
        if (!allActors.has(id)) allActors.set(id, { ...placed, entry: actorOf(id, state, body) });
      } else {
        if (!allSources.has(id)) allSources.set(id, { ...placed, entry: sourceOf(id, state, body) });
        speakFor(allSources, body.general, state.country, id);
      }
    }
  return { actors: [...allActors.values()], sources: [...allSources.values()] };
};

/** Ids of the actors that states have, by body and ISO 3166-1 code: `forces`, `UA` → `ukrainian-forces`. */
export const sidesOfStates = (
  states: readonly State[],
  bodies: readonly StateBody[],
): ReadonlyMap<string, ReadonlyMap<string, string>> =>
  new Map(
    bodies
      .filter(({ makes }) => makes === 'actor')
      .map((body) => [
        body.body,
        new Map(
          states.flatMap((state) => {
            const id = bodyId(state, body);
            return id === null ? [] : [[state.country, id]];
          }),
        ),
      ]),
  );

/** A word or phrase that names a body of a state. */
export interface StateName {
  readonly form: string;
  readonly makes: StateBody['makes'];
  readonly id: string;
  readonly as: 'name' | 'adjective' | 'metonym';
}

/** All names that begin with one word; those of a hundred states are thousands, of which a text has few. */
export interface StateNames {
  /** Null for names that begin with the state's own name or adjective. */
  readonly first: string | null;
  readonly make: () => Iterable<StateName>;
}

/** The names of the bodies of all states. */
export const stateNames = (states: readonly State[], bodies: readonly StateBody[]): readonly StateNames[] => {
  const byFirst = new Map<string | null, (() => readonly StateName[])[]>();
  for (const body of bodies)
    for (const { model, as } of modelsOf(body)) {
      const [start = ''] = model.split(' ', 1);
      const first = MODEL.test(start) ? null : start;
      const making = byFirst.get(first) ?? [];
      making.push(() => states.flatMap((state) => namesFor(model, as, state, body)));
      byFirst.set(first, making);
    }
  return [...byFirst].map(([first, making]) => ({ first, make: () => making.flatMap((make) => make()) }));
};

/** Every word of the names of states and their bodies behind the first. */
export const laterWords = (states: readonly State[], bodies: readonly StateBody[]): readonly string[] => {
  const fixed = bodies.flatMap((body) =>
    modelsOf(body)
      .flatMap(({ model }) => model.split(' ').slice(1))
      .filter((word) => !MODEL.test(word)),
  );
  const own = states.flatMap((state) =>
    [NAME, ...ENDINGS.flatMap((ending) => [`${ADJECTIVE}${ending}`, `ال${ADJECTIVE}${ending}`])].flatMap((model) =>
      writtenFor(model, state),
    ),
  );
  return [...new Set([...fixed, ...own.flatMap((form) => form.split(' '))])];
};

const modelsOf = (body: StateBody): readonly { readonly model: string; readonly as: StateName['as'] }[] => [
  ...[body.ar, ...body.forms].map((model) => ({ model, as: 'name' as const })),
  ...(body.makes === 'actor' ? body.adjectives.map((model) => ({ model, as: 'adjective' as const })) : []),
  ...(body.makes === 'actor' ? body.metonyms.map((model) => ({ model, as: 'metonym' as const })) : []),
];

const namesFor = (model: string, as: StateName['as'], state: State, body: StateBody): readonly StateName[] => {
  const id = bodyId(state, body);
  if (id === null) return [];
  const forms = model === NAME ? [...state.ar, ...state.capitals] : writtenFor(model, state);
  // «مسؤول مالي» is a financial official, and «مالي» alone anything.
  const isCommon = (form: string): boolean =>
    state.homonyms.some((word) => form === word || (body.id !== null && form.split(' ').includes(word)));
  return forms.filter((form) => !isCommon(form)).map((form) => ({ form, makes: body.makes, id, as }));
};

const bodyId = (state: State, { body, id }: Pick<StateBody, 'body' | 'id'>): string | null => {
  if (id !== null) return id;
  if (state.bodies === 'unnamed') return null;
  return state.ids[body] ?? `${state.en.toLowerCase().replaceAll(/[^a-z]+/g, '-')}-${body}`;
};

const actorOf = (id: string, state: State, body: StateBody & { readonly makes: 'actor' }): Actor => ({
  id,
  name: bodyName(state, body),
  kind: body.kind ?? 'state-forces',
  forms: {},
  adjectives: [],
  metonyms: [],
  countries: [state.country],
  parent: null,
  unitOf: null,
  allies: [],
  from: null,
  to: null,
  source: state.source,
  example: null,
});

const sourceOf = (id: string, state: State, body: StateBody & { readonly makes: 'source' }): Source => ({
  id,
  name: bodyName(state, body),
  kind: body.kind ?? 'body',
  forms: [],
  named: true,
  country: state.country,
  owner: null,
  leaning: null,
  side: body.side === null ? null : bodyId(state, { body: body.side, id: null }),
  byCountry: {},
  source: state.source,
});

/** «وزارة الدفاع» (the ministry of defence) is this one in reports from the state. */
const speakFor = (sources: Map<string, Placed<Source>>, general: string | null, country: string, id: string): void => {
  const placed = general === null ? undefined : sources.get(general);
  if (!placed) return;
  const byCountry = { [country]: id, ...placed.entry.byCountry };
  sources.set(placed.entry.id, { ...placed, entry: { ...placed.entry, byCountry } });
};

const bodyName = (state: State, { ar, en }: StateBody): Source['name'] => ({
  ar: writtenFor(ar, state)[0] ?? `${ar.replaceAll(MODELS, '').trim()} (${state.ar[0]})`,
  en: (en ?? '{state}').replace('{state}', state.en),
});

/** The model state («So-and-so») and its adjective. */
const NAME = 'فلان';
const ADJECTIVE = 'فلاني';
const ENDINGS = ['', 'ة', 'ون', 'ان'];
const MODEL = /(?<![ء-ي])(?:(ال)?فلاني(ة|ون|ان)?|فلان)(?![ء-ي])/;
const MODELS = new RegExp(MODEL, 'g');

/** A form of the model state as it is written for a state: «الجيش الفلاني» → «الجيش الأوكراني» (the Ukrainian army). */
const writtenFor = (model: string, state: State): readonly string[] => {
  if (!model.includes(ADJECTIVE)) return state.ar.map((name) => model.replaceAll(MODELS, name));
  const isPlural = model.includes(`${ADJECTIVE}ون`);
  const adjectives = isPlural && state.plural.length > 0 ? state.plural : state.adjectives;
  return adjectives.map((adjective) =>
    model.replaceAll(MODELS, (_, article?: string, ending = '') => {
      const written = inflected(adjective, ending);
      return article === undefined ? written : definite(written);
    }),
  );
};

/** «كوري جنوبي» (South Korean) → «كورية جنوبية»; what does not end as an adjective stays: أفغان (Afghans). */
const inflected = (adjective: string, ending: string): string => adjective.replaceAll(/ي(?=$| )/g, `ي${ending}`);

const definite = (words: string): string =>
  words
    .split(' ')
    .map((word) => `ال${word}`)
    .join(' ');
