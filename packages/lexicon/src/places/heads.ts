import { fileURLToPath } from 'node:url';
import { fold } from '@isnad/arabic';
import { z } from 'zod';
import type { PlaceKind } from '../entries.js';
import { LexiconError } from '../errors.js';
import { readYamlFile } from '../yaml-file.js';
import { PLACE_KINDS } from './kinds.js';

/** The gazetteer's own table of head nouns and relation words. */
export const PLACE_HEADS_FILE = fileURLToPath(new URL('../../data/place-heads.yaml', import.meta.url));

/** A noun that announces what kind of place the next name is: مدينة (city), سجن (prison). */
export interface PlaceHead {
  readonly head: string;
  readonly gloss: string;
  /** Singular, dual and plural forms, folded; the head itself first. Without article. */
  readonly forms: readonly string[];
  /** The kinds it announces, the likeliest first. */
  readonly kinds: readonly PlaceKind[];
  /** The mention is at best this precise (contract, `precision` 1–4). */
  readonly precision: 1 | 2 | 3 | 4;
  /** `name`: it is part of the name (سجن سوسة); `grammar`: it only stands before it (مدينة هجين); `area`: it makes another, wider or vaguer thing of the place (ريف حلب). */
  readonly role: 'name' | 'grammar' | 'area';
  /** An adjective tells one such building from others: المجمع الحكومي (the government compound). */
  readonly describable: boolean;
  /** The adjective of a country names it: «القنصلية الإيرانية» (the Iranian consulate). */
  readonly nation: boolean;
  /** Only without the article: التل is a town of that name. */
  readonly bare: boolean;
}

/** Words before a name that put the event near it rather than in it: قرب (near), محيط (surroundings of). */
export interface PlaceRelation {
  readonly form: string;
  readonly gloss: string;
  /** Folded. */
  readonly forms: readonly string[];
  readonly precision: 1 | 2 | 3 | 4;
  /** A word that opens a pair, such as بين … و… (between … and …). */
  readonly pair: boolean;
}

/** Words of areas that are told by who holds them; all folded, without article. */
export interface HeldAreaWords {
  readonly pockets: ReadonlySet<string>;
  readonly strongholds: ReadonlySet<string>;
  readonly last: ReadonlySet<string>;
  readonly areas: ReadonlySet<string>;
  readonly holding: ReadonlySet<string>;
  readonly between: ReadonlySet<string>;
  /** Days as ISO dates, `in` the id of a place that holds it. */
  readonly known: readonly {
    readonly place: string;
    readonly holder: string;
    readonly from: string;
    readonly to: string;
    readonly in: string;
  }[];
}

/** Head nouns and relation words. */
export interface PlaceWords {
  readonly heads: readonly PlaceHead[];
  readonly relations: readonly PlaceRelation[];
  /** Words with which a name of two words begins (تل, ابو); folded, as are the next three. */
  readonly compound: ReadonlySet<string>;
  /** Words behind a head noun that are no name. */
  readonly notNames: ReadonlySet<string>;
  /** Heads of several places, whose adjective is feminine. */
  readonly plural: ReadonlySet<string>;
  /** Plural heads behind which names are listed: قرى. */
  readonly listing: ReadonlySet<string>;
  /** Dual heads, behind which two are: بلدتي. */
  readonly listingTwo: ReadonlySet<string>;
  /** What stands for a place well enough when it has no name: قرية (a village); of one or two words. */
  readonly unnamed: ReadonlySet<string>;
  readonly held: HeldAreaWords;
  /** «المناطق المذكورة» (the said areas): the adjectives and demonstratives, and the nouns. */
  readonly said: ReadonlySet<string>;
  readonly saidOf: ReadonlySet<string>;
  /** Plurals and duals that stand for the places told last by themselves. */
  readonly saidAlone: ReadonlySet<string>;
  /** The head noun of a written word, with or without article and spelled as people spell it. */
  headOf(word: string): PlaceHead | undefined;
  /** The same for a word that is folded already. */
  headOfFolded(form: string): PlaceHead | undefined;
}

const precision = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
const kinds = z.array(z.enum(Object.keys(PLACE_KINDS) as [PlaceKind, ...PlaceKind[]])).min(1);
const schema = z.strictObject({
  heads: z.array(
    z.strictObject({
      head: z.string(),
      gloss: z.string(),
      forms: z.array(z.string()).default([]),
      kinds,
      precision: precision.default(1),
      role: z.enum(['name', 'grammar', 'area']),
      describable: z.boolean().default(false),
      bare: z.boolean().default(false),
      nation: z.boolean().default(false),
      source: z.string(),
    }),
  ),
  relations: z.array(
    z.strictObject({
      form: z.string(),
      gloss: z.string(),
      forms: z.array(z.string()).default([]),
      precision,
      pair: z.boolean().default(false),
      source: z.string(),
    }),
  ),
  compound: z.array(z.string()),
  'not-names': z.array(z.string()),
  plural: z.array(z.string()),
  listing: z.array(z.string()),
  'listing-two': z.array(z.string()),
  unnamed: z.array(z.string()),
  'held-areas': z.strictObject({
    pockets: z.array(z.string()),
    strongholds: z.array(z.string()),
    last: z.array(z.string()),
    areas: z.array(z.string()),
    holding: z.array(z.string()),
    between: z.array(z.string()),
    known: z.array(
      z.strictObject({
        place: z.string(),
        holder: z.string(),
        from: z.iso.date(),
        to: z.iso.date(),
        in: z.string(),
        source: z.string(),
      }),
    ),
  }),
  said: z.array(z.string()),
  'said-of': z.array(z.string()),
  'said-alone': z.array(z.string()),
});

/** Reads the table of head nouns and relation words; throws `LexiconError` when it is broken. */
export const loadPlaceWords = (file: string = PLACE_HEADS_FILE): PlaceWords => {
  const read = readYamlFile(file, schema);
  const heads = read.heads.map((head) => ({ ...head, forms: [head.head, ...head.forms].map(fold) }));
  const relations = read.relations.map((relation) => ({
    ...relation,
    forms: [relation.form, ...relation.forms].map(fold),
  }));
  const byForm = new Map<string, PlaceHead>();
  for (const head of heads) {
    for (const form of head.forms) {
      if (byForm.has(form)) throw new LexiconError(file, 1, head.head, `${form} stands twice`, 'Keep one');
      byForm.set(form, head);
    }
  }
  const headOfFolded = (form: string): PlaceHead | undefined =>
    byForm.get(form) ?? (form.startsWith('ال') ? byForm.get(form.slice(2)) : undefined);
  const folded = (list: readonly string[]): ReadonlySet<string> => new Set(list.map(fold));
  const { compound, plural, unnamed, 'not-names': notNames, 'held-areas': held, said, 'said-of': saidOf } = read;
  return {
    heads,
    relations,
    compound: folded(compound),
    notNames: folded(notNames),
    plural: folded(plural),
    listing: folded(read.listing),
    listingTwo: folded(read['listing-two']),
    unnamed: folded(unnamed),
    held: {
      pockets: folded(held.pockets),
      strongholds: folded(held.strongholds),
      last: folded(held.last),
      areas: folded(held.areas),
      holding: folded(held.holding),
      between: folded(held.between),
      known: held.known,
    },
    said: folded(said),
    saidOf: folded(saidOf),
    saidAlone: folded(read['said-alone']),
    headOf: (word) => headOfFolded(fold(word)),
    headOfFolded,
  };
};
