import { type Gazetteer, Memo, type PlaceHead } from '@isnad/lexicon';
import type { Token, Word } from '@isnad/text';

/** A head noun as it stands in a text. */
export interface HeadAt {
  readonly head: PlaceHead;
  readonly definite: boolean;
  readonly proclitics: string;
}

/** What the gazetteer's own words say of a distinct word. */
interface Announcing {
  readonly heads: Memo<Word, HeadAt | null>;
  /** Relation words by form. */
  readonly relations: ReadonlyMap<string, Precision>;
  /** The ways to cut a word as the first one of a relation. */
  readonly opens: Memo<Word, readonly { readonly form: string; readonly proclitics: string }[]>;
}

const announcing = new WeakMap<Gazetteer, Announcing>();

const announcingOf = (gazetteer: Gazetteer): Announcing => {
  let known = announcing.get(gazetteer);
  if (!known) {
    const relations = new Map(
      gazetteer.words.relations.flatMap(({ forms, precision }) => forms.map((form) => [form, precision] as const)),
    );
    const first = new Set([...relations.keys()].map((form) => form.split(' ')[0]!));
    const opens = ({ cuts }: Word) =>
      cuts.flatMap(({ stem, definite, proclitics, enclitic }) => {
        const form = definite ? `ال${stem}` : stem;
        return enclitic === '' && first.has(form) ? [{ form, proclitics }] : [];
      });
    known = { heads: new Memo((word) => headOf(gazetteer, word)), relations, opens: new Memo(opens) };
    announcing.set(gazetteer, known);
  }
  return known;
};

/** The place head that a word is, with its article and proclitics told apart. */
const headOf = (gazetteer: Gazetteer, { cuts }: Word): HeadAt | null => {
  for (const cut of cuts) {
    if (cut.enclitic) continue;
    const head = gazetteer.words.headOfFolded(cut.stem);
    const definite = cut.definite || cut.stem.startsWith('ال');
    if (head && !(head.bare && definite)) return { head, definite, proclitics: cut.proclitics };
  }
  return null;
};

/** The place head that a token is. */
export const headAt = (gazetteer: Gazetteer, token: Token): HeadAt | null =>
  announcingOf(gazetteer).heads.of(token.word);

/** Whether a word is a head noun of places. */
export const isHead = (gazetteer: Gazetteer, word: Word): boolean => announcingOf(gazetteer).heads.of(word) !== null;

type Precision = 1 | 2 | 3 | 4;

/** A relation word (محيط, around; شمال, north of) at a token: its length in tokens and what it does to precision. */
export const relationAt = (
  gazetteer: Gazetteer,
  tokens: readonly Token[],
  at: number,
  end: number,
): { length: number; precision: Precision; proclitics: string } | null => {
  const { relations, opens } = announcingOf(gazetteer);
  const cuts = opens.of(tokens[at]!.word);
  if (cuts.length === 0) return null;
  for (const length of [3, 2, 1]) {
    if (at + length > end + 1) continue;
    let phrase = '';
    for (let k = 1; k < length; k++) phrase += ` ${tokens[at + k]!.word.form}`;
    for (const { form, proclitics } of cuts) {
      const precision = relations.get(form + phrase);
      if (precision) return { length, precision, proclitics };
    }
  }
  return null;
};
