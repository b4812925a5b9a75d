import type { Actor, AmbiguousName, Head, Register, Source, State, StateBody } from './entries.js';
import { Phrases } from './phrases.js';
import {
  adjectiveWritings,
  constructDuals,
  dualWritings,
  pluralWritings,
  regularDual,
  type Spellings,
  singularWritings,
  withArticle,
  writings,
} from './spellings.js';
import { laterWords, type StateName, stateNames } from './states.js';
import type { Cue, Group, Measure, Reporting, WordRegister } from './words.js';

export type GrammaticalNumber = 'singular' | 'dual' | 'plural';

/** What a word or phrase of the lexicon stands for; one phrase may stand for several. */
export type NameEntry =
  /** A side. `id` is the one claims carry; `unit` is the part of it that the words name, if any. */
  | { readonly kind: 'actor'; readonly id: string; readonly unit: string | null; readonly register: Register }
  /** The adjective of a side, to be read behind its arms and acts: «الطيران الروسي» (Russian aircraft). */
  | { readonly kind: 'adjective'; readonly id: string; readonly unit: string | null }
  /** A country or capital that may stand for the side. */
  | { readonly kind: 'metonym'; readonly id: string }
  | { readonly kind: 'ambiguous'; readonly name: AmbiguousName; readonly adjective: boolean }
  /** `side`: the actor that speaks through it, of a body that acts itself (no outlet). */
  | { readonly kind: 'source'; readonly id: string; readonly named: boolean; readonly side: string | null }
  | {
      readonly kind: 'group';
      readonly id: string;
      readonly number: GrammaticalNumber;
      /** A dual before a genitive: عنصرا داعش (two members of IS). */
      readonly construct: boolean;
    }
  | { readonly kind: 'head'; readonly head: Head }
  /** `number` is null for verbal nouns and set phrases. */
  | {
      readonly kind: 'measure';
      readonly id: string;
      readonly number: GrammaticalNumber | null;
      readonly register: WordRegister;
      readonly construct: boolean;
    }
  | { readonly kind: 'reporting'; readonly reporting: Reporting }
  | { readonly kind: 'cue'; readonly cue: Cue };

/** The tables whose words go into the automaton. */
export interface NameTables {
  readonly actors: ReadonlyMap<string, Actor>;
  readonly ambiguous: readonly AmbiguousName[];
  readonly heads: readonly Head[];
  readonly sources: ReadonlyMap<string, Source>;
  readonly states: readonly State[];
  readonly bodies: readonly StateBody[];
  readonly groups: ReadonlyMap<string, Group>;
  readonly measures: ReadonlyMap<string, Measure>;
  readonly reporting: readonly Reporting[];
  readonly cues: readonly Cue[];
}

/** The side whose id claims carry when `actor` is named: the actor itself, or the side of which it is a unit. */
export const sideOf = (actors: ReadonlyMap<string, Actor>, actor: Actor): Actor => {
  const whole = actor.unitOf === null ? undefined : actors.get(actor.unitOf);
  return whole ? sideOf(actors, whole) : actor;
};

/** Puts every word of the tables into one automaton. A form that is ambiguous stands for no actor by itself. */
export const buildNames = (tables: NameTables, spellings: Spellings): Phrases<NameEntry> => {
  const names = new Phrases<NameEntry>();
  const add = (forms: readonly string[], entry: NameEntry) => {
    for (const form of new Set(forms)) names.addFolded(form, entry);
  };
  const all = (forms: readonly string[], ways = writings) => forms.flatMap((form) => ways(form, spellings));

  const shared = new Set<string>();
  /** Forms that the data write out for a side or for a source: none is made for a state as well. */
  const written = { actor: new Set<string>(), source: new Set<string>() };
  const keep = (kind: StateBody['makes'], forms: readonly string[]): readonly string[] => {
    for (const form of forms) written[kind].add(form);
    return forms;
  };
  for (const name of tables.ambiguous) {
    const forms = keep('actor', all(name.forms));
    for (const form of forms) shared.add(form);
    add(forms, { kind: 'ambiguous', name, adjective: false });
    add(keep('actor', all(name.adjectives, adjectiveWritings)), { kind: 'ambiguous', name, adjective: true });
  }
  for (const actor of tables.actors.values()) {
    const { id } = sideOf(tables.actors, actor);
    const unit = id === actor.id ? null : actor.id;
    for (const [register, forms] of Object.entries(actor.forms) as [Register, readonly string[]][])
      add(
        keep('actor', all(forms)).filter((form) => !shared.has(form)),
        { kind: 'actor', id, unit, register },
      );
    const metonyms = new Set(keep('actor', all(actor.metonyms)));
    add([...metonyms], { kind: 'metonym', id });
    // روسيا is the accusative of روسي (Russian) as well as Russia; the country is the plainer reading.
    const adjectives = all(actor.adjectives, adjectiveWritings).filter((form) => !metonyms.has(form));
    add(keep('actor', adjectives), { kind: 'adjective', id, unit });
  }
  for (const head of tables.heads) add(all(head.forms), { kind: 'head', head });
  for (const source of tables.sources.values())
    add(keep('source', all(source.forms)), sourceEntry(source, tables.actors));
  for (const { id, singular, dual, plural } of tables.groups.values()) {
    const entry = (number: GrammaticalNumber, construct = false): NameEntry => ({
      kind: 'group',
      id,
      number,
      construct,
    });
    const duals = [...singular.flatMap(regularDual), ...dual];
    add(all(singular.flatMap(withArticle), singularWritings), entry('singular'));
    add(all(duals.flatMap(withArticle), dualWritings), entry('dual'));
    add(all(duals, constructDuals), entry('dual', true));
    add(all(plural.flatMap(withArticle), pluralWritings), entry('plural'));
  }
  for (const { id, words } of tables.measures.values())
    for (const { register, singular, dual, plural, phrases } of words) {
      const entry = (number: GrammaticalNumber | null, construct = false): NameEntry => ({
        kind: 'measure',
        id,
        number,
        register,
        construct,
      });
      const duals = [...singular.flatMap(regularDual), ...dual];
      add(all(singular.flatMap(withArticle), singularWritings), entry('singular'));
      add(all(duals.flatMap(withArticle), dualWritings), entry('dual'));
      add(all(duals, constructDuals), entry('dual', true));
      add(all(plural.flatMap(withArticle), pluralWritings), entry('plural'));
      add(all(phrases), entry(null));
    }
  for (const reporting of tables.reporting) add(all(reporting.forms), { kind: 'reporting', reporting });
  for (const cue of tables.cues) add(all(cue.forms), { kind: 'cue', cue });
  addStates(names, tables, spellings, written);
  return names;
};

const SPEAKING: ReadonlySet<Source['kind']> = new Set(['ministry', 'body', 'side']);

const sourceEntry = ({ id, named, kind, side }: Source, actors: NameTables['actors']): NameEntry => {
  const actor = side === null || !SPEAKING.has(kind) ? undefined : actors.get(side);
  return { kind: 'source', id, named, side: actor ? sideOf(actors, actor).id : null };
};

/** Adds the names of the bodies of states, once a text has their first word. */
const addStates = (
  names: Phrases<NameEntry>,
  { states, bodies, actors, sources }: NameTables,
  spellings: Spellings,
  written: Readonly<Record<StateBody['makes'], ReadonlySet<string>>>,
): void => {
  const entryOf = ({ makes, id, as }: StateName): NameEntry =>
    makes === 'source'
      ? sourceEntry(sources.get(id)!, actors)
      : as === 'name'
        ? { kind: 'actor', id: sideOf(actors, actors.get(id)!).id, unit: null, register: 'neutral' }
        : as === 'adjective'
          ? { kind: 'adjective', id, unit: null }
          : { kind: 'metonym', id };
  const writingsOf = ({ form, as, makes }: StateName): readonly string[] =>
    (as === 'adjective' ? adjectiveWritings : writings)(form, spellings).filter((way) => !written[makes].has(way));
  const later = laterWords(states, bodies).flatMap(spellings);
  for (const { first, make } of stateNames(states, bodies))
    if (first === null) {
      for (const name of make()) for (const form of new Set(writingsOf(name))) names.addFolded(form, entryOf(name));
    } else
      for (const start of spellings(first))
        names.addWhenMet(start, later, function* () {
          for (const name of make())
            for (const form of new Set(writingsOf(name)))
              if (form.startsWith(`${start} `)) yield { next: form.slice(start.length + 1), value: entryOf(name) };
        });
};
