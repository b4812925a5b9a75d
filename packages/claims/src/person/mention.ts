import type { PersonTitle } from '@isnad/lexicon';
import type { Chain } from './chain.js';
import type { Sex } from './words.js';

/** A title or kinship word that was found, and what it says of the person beside it. */
export interface TitleFound {
  readonly title: PersonTitle;
  readonly sex: Sex | null;
  /** Dual or plural: it holds for all names that follow. */
  readonly many: boolean;
  readonly definite: boolean;
  /** Tokens, inclusive. */
  readonly first: number;
  readonly last: number;
}

/** A person found in the text, before age, role and publicness are settled. Tokens inclusive, offsets end-exclusive. */
export interface Found {
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  /** Null for a person who is only described. */
  readonly chain: Chain | null;
  readonly titles: readonly TitleFound[];
  readonly sex: Sex | null;
  /** Known for an office or command. */
  readonly figure: 'official' | 'leader' | null;
  /** Signs the report. */
  readonly byline: boolean;
  /** Joined to the person before: «محمد وأحمد». */
  readonly listed: boolean;
  /** Token whose sentence tells what became of the people of the list it stands in. */
  readonly listOf: number | null;
  /** A surname that refers to a fuller name before it, whose titles and fame it shares. */
  readonly back: boolean;
  /** Named only as the kin of the person described before: «زوجة فلان». */
  readonly asKin: boolean;
}
