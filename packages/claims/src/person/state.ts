import { isTold, type Support } from './accept.js';
import { isAdjacent, isListed, isOpening, isQuoted, reaches } from './between.js';
import type { TitleFound } from './mention.js';
import { isQuote, type View } from './view.js';

/** A kinship word without a name so far: زوجته (his wife), والد (father of). Tokens inclusive. */
export interface KinFound {
  readonly first: number;
  readonly last: number;
  readonly sex: 'female' | 'male';
  readonly pronoun: boolean;
  readonly proclitics: string;
}

/** What the text before a token has announced. */
export interface Announced {
  /** Titles that still wait for their name, in order. */
  readonly titles: readonly TitleFound[];
  readonly kin: KinFound | null;
  readonly mark: {
    readonly mark: 'named' | 'nickname' | 'list' | 'among' | 'byline';
    readonly first: number;
    readonly last: number;
  } | null;
  /** A list of names was announced. */
  readonly inList: boolean;
  /** Last token of the name behind which a list may go on; -1 for none. */
  readonly listFrom: number;
}

/** The kinship word that ends right before a name, titles between them passed over: «زوجته السيدة فلانة». */
export const kinBefore = (view: View, { kin, titles, mark }: Announced, at: number): KinFound | null => {
  if (!kin) return null;
  // ابن شقيق محافظ المدينة فلان: the office is the kinsman's.
  if (!kin.pronoun && titles[0] && reaches(view, kin.last, titles[0].first)) return kin;
  const title = titles.at(-1);
  // ابن عمه ويدعى فلان
  const named = mark?.mark === 'named' && mark.first > kin.last && reaches(view, kin.last, mark.first);
  const last = named ? mark.last : title && title.first > kin.last ? title.last : kin.last;
  // نجله البكر فلان
  const isAdjective = at > last + 1 && view.tokens[last + 1]?.kind === 'word' && view.factsAt(last + 1).definite;
  return reaches(view, isAdjective ? last + 1 : last, at) ? kin : null;
};

/** القتلى (the killed) announces names less surely than القتيل or القتيلان. */
const isPlural = ({ many, sex }: TitleFound): boolean => many && sex === null;

/** What speaks for a name at a token. */
export const supportAt = (view: View, state: Announced, at: number): Support => {
  const { titles, mark, inList, listFrom } = state;
  if (mark && mark.mark !== 'list' && mark.mark !== 'among' && reaches(view, mark.last, at)) return 'named';
  const kin = kinBefore(view, state, at);
  if (kin) return kin.pronoun || (isOpening(view, at - 1) && !isQuoted(view, at)) ? 'announced' : 'office';
  const title = titles.at(-1);
  if (title && isAdjacent(view, title, at)) {
    if ((!title.definite && !isQuoted(view, at)) || isPlural(title)) return 'office';
    return title.title.id === 'so-called' ? 'named' : 'announced';
  }
  if (isByName(view, listFrom, at)) return 'named';
  const { form } = view.tokens[at]!.word;
  if (isListed(view, listFrom, at, form.startsWith('و') ? 'و' : view.factsAt(at).proclitics))
    return inList ? 'in-list' : 'listed';
  if (inList && mark?.mark === 'list' && reaches(view, mark.last, at)) return 'in-list';
  if (inList && view.tokens[at - 1]?.kind === 'break') return 'in-list';
  if (mark?.mark === 'among' && reaches(view, mark.last, at)) return 'listed';
  if (title) return 'office';
  if (isQuoted(view, at)) return 'quoted';
  return isTold(view, at) ? 'told' : 'none';
};

/** A by-name in brackets or quotation marks right behind a name: «فلان (أبو عمر)», «فلان "ساجد"». */
export const isByName = (view: View, last: number, at: number): boolean =>
  last >= 0 &&
  at > last + 1 &&
  isOpening(view, at - 1) &&
  reaches(view, last, at) &&
  (view.factsAt(at).kunya || (isQuoted(view, at) && isQuote(view.tokens[at + 1])));
