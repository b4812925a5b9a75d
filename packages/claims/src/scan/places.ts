import { type Gazetteer, Memo, type Place, type PlaceHead } from '@isnad/lexicon';
import type { Token, Word } from '@isnad/text';
import type { PlaceFound } from './item.js';

/** Words with which a name of two words begins: تل الذهب (Tall adh-Dhahab), أم الطبول (Umm at-Tubul). */
const COMPOUND = new Set([
  'تل',
  'ابو',
  'ابي',
  'ابا',
  'ام',
  'عين',
  'معره',
  'كفر',
  'خان',
  'دير',
  'بيت',
  'شيخ',
  'الشيخ',
  'راس',
  'بير',
  'ال',
  'بني',
  'خربه',
  'رسم',
  'بو',
  'البو',
  'حويجه',
  'ذو',
  'ذي',
  'وادي',
  'جبل',
  'باب',
  'جب',
  'سيدي',
  'تله',
  'مرج',
  'قصر',
  'برج',
  'دار',
  'غوط',
  'حوش',
  'سوق',
  'قلعه',
  'بستان',
  'كرم',
  'حمام',
  'نبع',
  'عرب',
  'حرف',
  'دوار',
  'مثلث',
]);
/** Kinds of place that stand for one named before when they carry the article alone: المدينة (the city). */
const ANAPHORIC_ROLES = new Set(['grammar', 'name', 'area']);
const SHORTEST_NAME = 3;

export interface PlaceHit extends PlaceFound {
  readonly length: number;
  readonly clitic: string;
  readonly proclitics: string;
}

/** Words that begin a person's second name. */
const NAME_PARTS = new Set(['عبد', 'بن', 'ابن', 'بنت', 'سيف', 'نور', 'صلاح', 'شمس', 'عز']);

interface HeadAt {
  readonly head: PlaceHead;
  readonly definite: boolean;
  readonly proclitics: string;
}

const isQuote = (token: Token | undefined): boolean =>
  token?.kind === 'mark' && (token.word.form === '"' || token.word.form === "'" || token.word.form === '#');

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
    if (head) return { head, definite: cut.definite || cut.stem.startsWith('ال'), proclitics: cut.proclitics };
  }
  return null;
};

const headAt = (gazetteer: Gazetteer, token: Token): HeadAt | null => announcingOf(gazetteer).heads.of(token.word);

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

/**
 * The place that begins at a token, head nouns included: «مدينة هجين», «سجن "سوسة"», «هجين». A name behind
 * a head noun that the gazetteer does not hold is a place without candidates. Null when no place begins here.
 */
export const placeAt = (
  gazetteer: Gazetteer,
  tokens: readonly Token[],
  at: number,
  end: number,
  isOther: (at: number, asName?: boolean) => boolean,
): PlaceHit | null => {
  const first = tokens[at]!;
  if (first.kind !== 'word') return null;
  // علي عبد الجليل is a person, not Galilee.
  if (tokens[at - 1] && NAME_PARTS.has(tokens[at - 1]!.word.form) && !first.spaced === false) return null;
  const own = gazetteer.phrases.at(tokens, at).filter((hit) => at + hit.length - 1 <= end);
  const head = headAt(gazetteer, first);
  if (head?.definite) {
    if (own.length > 0 && own[0]!.length > 1) return listed(own, at, tokens, null, null);
    // «البلدة» alone; «المدينة السكنية» and other descriptions are no back reference to a listed place.
    if (!ANAPHORIC_ROLES.has(head.head.role) || PLURAL_HEADS.has(first.word.form.replace(/^[وفبكل]*ال/, '')))
      return null;
    return {
      candidates: [],
      head: head.head,
      headWord: first.word.form,
      relations: [],
      nameStart: first.start,
      nameEnd: first.end,
      anaphoric: true,
      length: 1,
      clitic: '',
      proclitics: head.proclitics,
    };
  }
  if (head) {
    // A form that holds its head (سجن سوسة) outranks the name behind the head.
    if (own.length > 0 && own[0]!.length > 1) return listed(own, at, tokens, head.head, first.word.form);
    const behind = nameBehind(gazetteer, tokens, at + 1, end, head.head, isOther);
    if (behind)
      return {
        ...behind,
        length: behind.length + 1,
        head: head.head,
        headWord: first.word.form,
        proclitics: head.proclitics,
        nameStart: head.head.role === 'name' ? first.start : behind.nameStart,
      };
    if (own.length === 0) return null;
  }
  return own.length > 0 ? listed(own, at, tokens, null, null) : null;
};

const listed = (
  hits: readonly { readonly value: Place; readonly length: number; readonly proclitics: string }[],
  at: number,
  tokens: readonly Token[],
  head: PlaceHead | null,
  headWord: string | null,
): PlaceHit => {
  const length = hits[0]!.length;
  const proclitics = hits[0]!.proclitics;
  const best = hits.filter((hit) => hit.length === length && hit.proclitics === proclitics);
  const last = tokens[at + length - 1]!;
  return {
    candidates: best.map((hit) => hit.value),
    head,
    headWord,
    relations: [],
    nameStart: tokens[at]!.start + proclitics.length,
    nameEnd: last.end,
    anaphoric: false,
    length,
    clitic: '',
    proclitics,
  };
};

/** The name behind a head noun: listed, in quotes, or the next word or two. */
const nameBehind = (
  gazetteer: Gazetteer,
  tokens: readonly Token[],
  from: number,
  end: number,
  head: PlaceHead,
  isOther: (at: number, asName?: boolean) => boolean,
): PlaceHit | null => {
  let at = from;
  const nested = at <= end ? headAt(gazetteer, tokens[at]!) : null;
  if (nested?.definite && !nested.proclitics && ANAPHORIC_ROLES.has(nested.head.role))
    return placeAt(gazetteer, tokens, at, end, isOther); // شوارع الحي
  if (nested && !nested.definite && !nested.proclitics && at < end) {
    const inner = placeAt(gazetteer, tokens, at, end, isOther); // محيط مدينة هجين: the head of the head
    if (inner && !inner.anaphoric) return inner;
  }
  let quoted = false;
  while (at <= end && isQuote(tokens[at])) {
    quoted = true;
    at++;
  }
  const token = tokens[at];
  if (!token || at > end || token.kind !== 'word') return null;
  const skipped = at - from;
  for (const phrases of [gazetteer.phrases, gazetteer.loosePhrases]) {
    const hits = phrases.at(tokens, at).filter((hit) => !hit.proclitics && at + hit.length - 1 <= end);
    if (hits.length === 0) continue;
    const hit = listed(hits, at, tokens, null, null);
    const closing = isQuote(tokens[at + hit.length]) && quoted ? 1 : 0;
    return { ...hit, length: hit.length + skipped + closing };
  }
  if (quoted) {
    let close = at;
    while (close <= end && !isQuote(tokens[close]) && close - at < 5) close++;
    if (!isQuote(tokens[close])) return null;
    return unlisted(tokens, at, close - 1, close - from + 1);
  }
  if (
    head.role === 'area' ||
    token.word.form.length < SHORTEST_NAME ||
    !mayBeName(token, tokens[from - 1]!) ||
    isOther(at, true) ||
    headAt(gazetteer, token) !== null
  )
    return null;
  const two = COMPOUND.has(token.word.form) && tokens[at + 1]?.kind === 'word' && at + 1 <= end;
  return unlisted(tokens, at, two ? at + 1 : at, two ? 2 : 1);
};

/** A word that can be a name behind a bare head: not a preposition, number word or adjective ending of the head. */
const NOT_NAMES = new Set([
  'من',
  'في',
  'على',
  'الي',
  'عن',
  'مع',
  'التي',
  'الذي',
  'هي',
  'هو',
  'كانت',
  'كان',
  'قرب',
  'بين',
  'عده',
  'اخري',
  'اخر',
  'كبيره',
  'صغيره',
  'مجاوره',
  'تابعه',
  'واحده',
  'ما',
  'لا',
  'او',
  'و',
  'ثم',
  'حيث',
  'سكنيه',
  'عسكريه',
  'عسكري',
  'استراتيجيه',
  'مهمه',
  'مختلفه',
  'متفرقه',
  'حدوديه',
  'داعش',
  'تسيطر',
  'يسيطر',
  'تحت',
  'خاضعه',
  'زراعيه',
  'سوريه',
  'عراقيه',
  'يمنيه',
  'ليبيه',
  'سودانيه',
  'لبنانيه',
  'ميدانيه',
  'خلفيه',
  'امنيه',
  'دوليه',
  'محاصره',
  'جويه',
  'بريه',
  'بحريه',
  'وصل',
  'كل',
  'جميع',
  'بعض',
  'امس',
  'اليوم',
  'صباح',
  'مساء',
  'جنوب',
  'شمال',
  'شرق',
  'غرب',
  'جنوبي',
  'شمالي',
  'شرقي',
  'غربي',
  'وسط',
  'قبل',
  'بعد',
  'منذ',
  'خلال',
  'دون',
  'سيطره',
  'اشتباكات',
  'تفتيش',
  'مفخخه',
  'انتاج',
  'المدينه',
  'البلده',
  'القريه',
  'الواقعه',
  'الحدوديه',
]);

/** Behind a plural or feminine head an indefinite feminine is its adjective: مناطق واسعة (wide areas), قرية نائية (a remote village). */
const PLURAL_HEADS = new Set([
  'مناطق',
  'قري',
  'بلدات',
  'احياء',
  'مدن',
  'نقاط',
  'مواقع',
  'شوارع',
  'حواجز',
  'مزارع',
  'قواعد',
  'محافظات',
  'جبهات',
  'محاور',
  'ارياف',
]);

const mayBeName = (token: Token, head: Token): boolean =>
  !NOT_NAMES.has(token.word.form) &&
  !/^[وفبل]?(?:و|ل|ب)?[ي]?وج?$/.test(token.word.form) &&
  !/^(?:بال|لل|وال|فال|كال)/.test(token.word.form) &&
  !(
    token.word.form.endsWith('ه') &&
    !token.word.form.startsWith('ال') &&
    (head.word.form.endsWith('ه') || PLURAL_HEADS.has(head.word.form.replace(/^[وفبل](?=...)/, '')))
  );

const unlisted = (tokens: readonly Token[], first: number, last: number, length: number): PlaceHit => ({
  candidates: [],
  head: null,
  headWord: null,
  relations: [],
  nameStart: tokens[first]!.start,
  nameEnd: tokens[last]!.end,
  anaphoric: false,
  length,
  clitic: '',
  proclitics: '',
});
