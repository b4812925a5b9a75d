import type { Actor, Group, Place, Source } from '@isnad/lexicon';
import type { Bilingual } from '@isnad/model';
import type { Words } from '../input.js';
import type { PublicCase } from '../policy/publicCase.js';
import type { CodePoints } from './codePoints.js';

/** What forms need of the lexicon beyond what the dossier does: kinds of sides, countries, what is part of what. */
export interface FormWords extends Words {
  readonly actors: ReadonlyMap<string, Pick<Actor, 'name' | 'kind' | 'countries' | 'parent' | 'allies'>>;
  readonly sources: ReadonlyMap<string, Pick<Source, 'name' | 'named' | 'kind' | 'country' | 'side'>>;
  readonly groups: ReadonlyMap<string, Pick<Group, 'name' | 'singular' | 'dual' | 'plural' | 'within' | 'of'>>;
  readonly places: ReadonlyMap<
    string,
    Pick<Place, 'id' | 'name' | 'nameAr' | 'kind' | 'parent' | 'lat' | 'lon' | 'country'>
  >;
}

/** Under what terms the data go out, and how they are to be cited; both in words or as an address. */
export interface Terms {
  readonly licence: string;
  readonly citation: string;
  /** Whose work is in it besides the publisher's. */
  readonly credits: string;
}

/** Something that a form cannot hold, or that was left out of it; `count` is null where it touches everything. */
export interface Loss {
  readonly what: string;
  readonly count: number | null;
}

export interface FormInput {
  /** The case as it may be published; a form sees nothing else of it. */
  readonly published: PublicCase;
  readonly words: FormWords;
  /** Counts code points over the text of a report; null for a report whose text is not at hand. */
  readonly codePoints: (report: string) => CodePoints | null;
  readonly terms: Terms;
  /** Name of the file (or, for a form of several files, of the folder) that the export is written to. */
  readonly name: string;
}

/** Files by name; those of a form of one file stand beside one another. */
export interface Exported {
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  readonly losses: readonly Loss[];
}

/** A form of data that others read. */
export interface Form {
  readonly id: string;
  readonly about: Bilingual;
  /** Ending that its file is wont to have, `.csv`; null for a folder of several files. */
  readonly ending: string | null;
  /** Same input, same bytes. Never throws for what a record holds: what does not fit is a loss. */
  readonly write: (input: FormInput) => Exported | Promise<Exported>;
}
