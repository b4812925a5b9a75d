import { isAccepted, isTold, type Support } from './accept.js';
import { type Chain, chainAt, framedChain, isWrittenAs } from './chain.js';
import { framedRow } from './framed.js';
import { type Hit, type HitOf, isOf } from './hits.js';
import type { Found } from './mention.js';
import { isUnknown } from './shape.js';
import { type Announced, supportAt } from './state.js';
import type { View } from './view.js';
import type { GivenName } from './words.js';

/** A name, and the fame of who bears it. */
export interface Named {
  readonly chain: Chain;
  readonly figure: Found['figure'];
}

/** A given or family name follows, so that an unknown word may be the first name. */
const isNameNext = (view: View, at: number): boolean => {
  if (view.tokens[at + 1]?.kind !== 'word') return false;
  const { given, surname, ending } = view.factsAt(at + 1);
  return given !== null || surname || ending !== null;
};

/** A word, nothing announced before it, that is no part of a name nor leads to one: most words of a report. */
export const isPlainWord = (view: View, at: number): boolean =>
  !view.factsAt(at).leads && !(view.tokens[at + 1]?.kind === 'word' && mayOpenRow(view, at));

/** Right behind a word of saying or harm; with a family name of sure ending behind, also behind a preposition. */
const mayOpenRow = (view: View, at: number): boolean =>
  isTold(view, at) || (view.factsAt(at + 1).ending === 'sure' && opensName(view, at));

/** A clause, a line or what a preposition governs begins here. */
const opensName = (view: View, at: number): boolean => {
  const before = view.itemAt(at - 1)?.kind;
  return view.tokens[at - 1]?.kind !== 'word' || before === 'preposition' || before === 'complementiser';
};

/** Inside a longer name of a side or place: the «حفتر» of «قوات حفتر». */
const isInside = (view: View, at: number): boolean => {
  const item = view.itemAt(at);
  return item !== undefined && item.first < at && (item.kind === 'actor' || item.kind === 'place');
};

/** What goes on behind a figure's name is no name: «حيدر العبادي النصر» ends with the family name. */
const isPastFigure = ({ parts }: Chain, last: number): boolean => {
  const own = parts.filter((part) => part.last <= last);
  const family = own.length > 1 && own.at(-1)!.form.startsWith('ال');
  return (
    own.length > 0 &&
    parts.slice(own.length).every(({ kind, form }) => kind === 'unknown' && (family || !form.startsWith('ال')))
  );
};

/** A surname of a public figure that stands by itself, not at the beginning of a side or place. */
const isAlone = (view: View, at: number): boolean => {
  const item = view.itemAt(at);
  return item === undefined || item.last === item.first || item.kind === 'source';
};

/** A word of rank or office is no name with the article (الرائد), nor before a noun with it (قائد المجلس). */
const isOnlyTitle = (view: View, at: number, hits: readonly Hit[]): boolean => {
  if (!hits.some((hit) => isOf(hit, 'title'))) return false;
  const { definite, given } = view.factsAt(at);
  return definite || !given || (view.tokens[at + 1]?.kind === 'word' && view.factsAt(at + 1).definite);
};

/** على (on) is no name, unless another name is right behind it. */
const isOn = (view: View, at: number, given: GivenName | null): boolean =>
  given !== null && !given.plain && !isNameNext(view, at) && !isWrittenAs(view, at, given);

/** أولفر كوفاتشوك: a word that is nothing else before one that ends like a family name. */
const isBySurname = (view: View, at: number, support: Support): boolean => {
  if (view.tokens[at + 1]?.kind !== 'word' || view.itemAt(at + 1)?.kind === 'place') return false;
  const { ending } = view.factsAt(at + 1);
  if (ending === null || !isUnknown(view, at) || !isUnknown(view, at + 1)) return false;
  if (support === 'none') return ending === 'sure' && opensName(view, at);
  return support !== 'quoted' && (ending === 'sure' || support !== 'listed');
};

/** The name that begins at a token, in the light of what was announced before; null for none. */
export const nameAt = (view: View, state: Announced, at: number, hits: readonly Hit[]): Named | null => {
  const { isName, given, after, definite } = view.factsAt(at);
  if (hits.length === 0 && (isName ? isOn(view, at, given) : after || definite)) return null;
  const figure = hits.find((hit): hit is HitOf<'figure'> => isOf(hit, 'figure') && !hit.enclitic);
  if (!figure && (isInside(view, at) || isOnlyTitle(view, at, hits))) return null;
  const support = supportAt(view, state, at);
  const framed = figure || support !== 'told' ? -1 : framedRow(view, at);
  const bySurname = !figure && !isName && isBySurname(view, at, support);
  if (!figure && !isName && framed < 0 && !bySurname) {
    const weak = support === 'none' || ((support === 'office' || support === 'told') && !isNameNext(view, at));
    if (weak) return null;
  }
  const chain = chainAt(view, at, support);
  if (framed > (chain?.last ?? -1)) return { chain: framedChain(view, at, framed), figure: null };
  if (bySurname && (chain?.last ?? -1) <= at + 1) return { chain: framedChain(view, at, at + 1), figure: null };
  if (figure && (!figure.value.alone || isAlone(view, at))) {
    const last = at + figure.length - 1;
    if (!chain || last >= chain.last || isPastFigure(chain, last)) {
      const parts = chain?.parts.filter((part) => part.last <= last) ?? [];
      return { chain: { first: at, last, proclitics: figure.proclitics, parts }, figure: figure.value.role };
    }
  }
  return chain && isAccepted(view, chain, support, hits) ? { chain, figure: null } : null;
};
