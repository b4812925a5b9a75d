import { broken, type Placed } from './data-files.js';
import type { Actor, AmbiguousName, Source } from './entries.js';
import { type Spellings, writings } from './spellings.js';
import type { Group } from './words.js';

/** The tables with the places of their entries, for checks that look across entries. */
export interface PlacedTables {
  readonly actors: readonly Placed<Actor>[];
  readonly ambiguous: readonly Placed<AmbiguousName>[];
  readonly sources: readonly Placed<Source>[];
  readonly groups: readonly Placed<Group>[];
}

/** Throws if an id stands twice. */
export const checkUnique = (entries: readonly Placed<{ readonly id: string }>[]): void => {
  const first = new Map<string, Placed<{ readonly id: string }>>();
  for (const placed of entries) {
    const other = first.get(placed.entry.id);
    if (other)
      throw broken(
        placed,
        ['id'],
        `the id stands in ${other.file.name} already`,
        'Merge the two entries, or choose another id.',
      );
    first.set(placed.entry.id, placed);
  }
};

/** Throws if an entry points to one that does not exist, or if two sides claim one written form. */
export const checkTables = (tables: PlacedTables, spellings: Spellings): void => {
  const actorIds = new Set(tables.actors.map(({ entry }) => entry.id));
  const groupIds = new Set(tables.groups.map(({ entry }) => entry.id));
  const points = (
    at: Placed<unknown>,
    field: readonly PropertyKey[],
    id: string | null,
    known: ReadonlySet<string>,
  ) => {
    if (id !== null && !known.has(id))
      throw broken(at, field, `"${id}" is the id of no entry`, 'Correct the id, or add the entry it means.');
  };
  for (const at of tables.actors) {
    points(at, ['parent'], at.entry.parent, actorIds);
    points(at, ['unit-of'], at.entry.unitOf, actorIds);
    for (const ally of at.entry.allies) points(at, ['allies'], ally, actorIds);
  }
  const sourceIds = new Set(tables.sources.map(({ entry }) => entry.id));
  const voices = new Set([...sourceIds, ...tables.sources.map(({ entry }) => `leaning:${entry.leaning}`)]);
  for (const at of tables.ambiguous)
    for (const [index, candidate] of at.entry.candidates.entries()) {
      points(at, ['candidates', index, 'actor'], candidate.actor, actorIds);
      for (const beside of candidate.beside ?? []) points(at, ['candidates', index, 'beside'], beside, actorIds);
      for (const behind of candidate.behind ?? []) points(at, ['candidates', index, 'behind'], behind, actorIds);
      for (const outlet of candidate.outlets ?? []) points(at, ['candidates', index, 'outlets'], outlet, voices);
    }
  for (const at of tables.sources) {
    points(at, ['side'], at.entry.side, actorIds);
    for (const id of Object.values(at.entry.byCountry)) points(at, ['by-country'], id, sourceIds);
  }
  for (const at of tables.groups) points(at, ['within'], at.entry.within, groupIds);
  checkUnits(tables.actors);
  checkForms(tables, spellings);
};

const checkUnits = (actors: readonly Placed<Actor>[]): void => {
  const byId = new Map(actors.map(({ entry }) => [entry.id, entry]));
  for (const at of actors) {
    const seen = new Set<string>();
    for (
      let actor: Actor | undefined = at.entry;
      actor;
      actor = actor.unitOf === null ? undefined : byId.get(actor.unitOf)
    ) {
      if (seen.has(actor.id))
        throw broken(at, ['unit-of'], 'the units run in a circle', 'Let one of them be a side of its own.');
      seen.add(actor.id);
    }
  }
};

/** An entry of a table, and those of its written forms that nothing else may claim, each with the field that holds it. */
interface Claims<T> {
  readonly at: Placed<T>;
  readonly forms: Iterable<readonly [field: string, form: string]>;
}

/** Fails where two entries of a kind claim one written form; gives the entry of each form. */
const claimOnce = <T>(
  all: Iterable<Claims<T>>,
  spellings: Spellings,
  isFree: (written: string) => boolean,
  isSame: (a: Placed<T>, b: Placed<T>) => boolean,
  say: (form: string, other: Placed<T>) => readonly [why: string, todo: string],
): ReadonlyMap<string, Placed<T>> => {
  const owners = new Map<string, Placed<T>>();
  for (const { at, forms } of all)
    for (const [field, form] of forms)
      for (const written of writings(form, spellings)) {
        if (isFree(written)) continue;
        const owner = owners.get(written);
        if (owner && !isSame(owner, at)) throw broken(at, [field], ...say(form, owner));
        owners.set(written, at);
      }
  return owners;
};

const ofForms = <T extends { readonly forms: readonly string[] }>(at: Placed<T>): Claims<T> => ({
  at,
  forms: at.entry.forms.map((form) => ['forms', form] as const),
});

const checkForms = ({ ambiguous, actors, sources }: PlacedTables, spellings: Spellings): void => {
  const never = (): boolean => false;
  const sameId = (a: Placed<{ readonly id: string }>, b: Placed<{ readonly id: string }>): boolean =>
    a.entry.id === b.entry.id;
  const belongs = (form: string, { entry, file }: Placed<{ readonly id: string }>): string =>
    `the form "${form}" belongs to "${entry.id}" in ${file.name} as well`;

  const shared = claimOnce(
    ambiguous.map(ofForms),
    spellings,
    never,
    (a, b) => a === b,
    (form, { entry }) => [
      `the form "${form}" stands in the entry of "${entry.forms[0]}" as well`,
      'Let one entry hold all its candidates.',
    ],
  );
  claimOnce(
    actors.map((at) => ({
      at,
      forms: Object.entries(at.entry.forms).flatMap(([register, forms]) =>
        forms.map((form) => [register, form] as const),
      ),
    })),
    spellings,
    (written) => shared.has(written),
    sameId,
    (form, owner) => [
      belongs(form, owner),
      'Give it to one of them, or put it into ambiguous.yaml with the conditions that decide.',
    ],
  );
  claimOnce(sources.map(ofForms), spellings, never, sameId, (form, owner) => [
    belongs(form, owner),
    'Give it to one of them.',
  ]);
};
