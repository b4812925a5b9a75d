import type { Token } from '@isnad/text';
import { spelt } from '../scan/spelt.js';
import { classOf } from '../words/classes.js';
import type { View } from './view.js';
import type { PersonWord } from './words.js';

/** A phrase of people found at a token. */
export type Hit = ReturnType<View['words']['phrases']['at']>[number];
export type HitOf<K extends PersonWord['kind']> = Hit & { readonly value: Extract<PersonWord, { kind: K }> };
export const isOf = <K extends PersonWord['kind']>(hit: Hit | null | undefined, kind: K): hit is HitOf<K> =>
  hit?.value.kind === kind;

/** أخي (my brother) is someone's who speaks. */
const PRONOUNS = new Set(['ه', 'ها', 'هم', 'هما', 'هن', 'نا']);

/** A pronoun behind a noun (زوجته, مراسلنا); not the feminine ending, which is folded like one (طفلة). */
const isPronoun = (view: View, at: number, enclitic: string): boolean => {
  const { end, word } = view.tokens[at]!;
  return PRONOUNS.has(enclitic) && !(enclitic === 'ه' && view.text[end - 1] === 'ة') && !word.form.startsWith('ال');
};

/** A kinship word: زوجته, شقيق فلان; not the feminine of a noun, nor a by-name's أبو. */
const isKinHere = (view: View, at: number, { value, enclitic, length }: Hit): boolean => {
  if (enclitic) return enclitic !== 'نا' && isPronoun(view, at, enclitic);
  const { end, word } = view.tokens[at]!;
  // شقيقه is his brother, شقيقة a sister: the folded words are one.
  return (
    value.kind === 'kin' && !value.pronoun && (length > 1 || view.text[end - 1] === 'ة' || !word.form.endsWith('ه'))
  );
};

/** كتب (wrote) signs a report only with a colon behind. */
const WRITING = classOf('person/writing');

/** «بقلم: فلان», «(إعداد فلان», «تصوير/ فلان»: at the start of a line or bracket, or with a colon behind. */
const beginsByline = ({ tokens }: View, at: number, last: number): boolean => {
  const before = tokens[at - 1];
  const behind = tokens[last + 1]?.word.form;
  if (behind === ':' || behind === '/') return true;
  const opens = before === undefined || before.kind === 'break' || /^[(\-|]$/.test(before.word.form);
  return opens && !WRITING.has(tokens[at]!.word.form);
};

/** آل (house of), folded. */
const HOUSE = new Set(['ال', 'لال', 'وال']);

const hasArticle = spelt(/^[وفبكل]{0,2}ال|^[وف]?لل/);
const isDefinite = (token: Token): boolean => hasArticle(token) && !HOUSE.has(token.word.form);

/** What a word that is no name itself says of names: of all that was found, what holds here. */
export const leadingHit = (
  view: View,
  at: number,
  hits: readonly Hit[],
): HitOf<'kin'> | HitOf<'bearer'> | HitOf<'title'> | HitOf<'mark'> | null => {
  const kin = hits.find((hit): hit is HitOf<'kin'> => isOf(hit, 'kin') && isKinHere(view, at, hit));
  const bearer = hits.find((hit): hit is HitOf<'bearer'> => isOf(hit, 'bearer') && !hit.enclitic);
  const best = hits.find(
    (hit): hit is HitOf<'title'> | HitOf<'mark'> | HitOf<'bearer'> =>
      !isOf(hit, 'figure') &&
      !isOf(hit, 'kin') &&
      (hit.enclitic === '' || (isOf(hit, 'title') && isPronoun(view, at, hit.enclitic))),
  );
  if (kin && (kin.enclitic !== '' || !best || best.length < kin.length)) return kin;
  if (bearer && !isDefinite(view.tokens[at]!) && (!best || bearer.length >= best.length)) return bearer;
  if (isOf(best, 'title')) return best;
  if (!isOf(best, 'mark')) return null;
  return best.value.mark !== 'byline' || beginsByline(view, at, at + best.length - 1) ? best : null;
};
