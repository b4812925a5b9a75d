import type { Gazetteer, Place, PlaceHead } from '@isnad/lexicon';
import type { Token } from '@isnad/text';
import { anyOf, spelling } from '../words/classes.js';
import { countryPartAt } from './country-part.js';
import type { PlaceFound } from './item.js';
import { beginsName, NAME_PARTS, nameLength, SHORTEST_NAME } from './name-length.js';
import { headAt } from './place-heads.js';
import { isAmong, mayBeName } from './place-names.js';
import { within } from './words.js';

/** Kinds of place that stand for one named before when they carry the article alone: المدينة (the city). */
const ANAPHORIC_ROLES = new Set(['grammar', 'name', 'area']);

export interface PlaceHit extends PlaceFound {
  readonly length: number;
  readonly clitic: string;
  readonly proclitics: string;
}

/** A hit while it is put together: made by `listed` or `unlisted` alone, so that all have one shape. */
type HitDraft = { -readonly [K in keyof PlaceHit]: PlaceHit[K] };

const isQuote = (token: Token | undefined): boolean =>
  token?.kind === 'mark' && (token.word.form === '"' || token.word.form === "'" || token.word.form === '#');

/** «بلدة (كفر زيتا)» (the town of …): brackets hold one name as quotation marks do; behind heads of several, a list. */
const isMark = (token: Token | undefined, many: boolean): boolean =>
  isQuote(token) || (!many && token?.kind === 'mark' && (token.word.form === '(' || token.word.form === ')'));

/** What is written before a part of a country: بشمال (in the north). */
const BEFORE_PART = new RegExp(`^([وف]?[بل]?)(?=${anyOf('scan/parts-of-country')}|ال|ل)`);

/** «ريف دير الزور شرقي سوريا»: without article the side is of the place behind it. */
const BARE_SIDE = spelling('scan/compass', '', 'ي');

const withoutSideAhead = <Hit extends { readonly length: number }>(
  gazetteer: Gazetteer,
  tokens: readonly Token[],
  at: number,
  end: number,
  hits: readonly Hit[],
): readonly Hit[] => {
  const leadsOn = ({ length }: Hit): boolean =>
    length > 1 &&
    at + length <= end &&
    BARE_SIDE.test(tokens[at + length - 1]!.word.form) &&
    gazetteer.phrases.at(tokens, at + length).some(({ proclitics }) => proclitics === '');
  return hits.some(leadsOn) ? hits.filter((hit) => !leadsOn(hit)) : hits;
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
): HitDraft | null => {
  const first = tokens[at]!;
  if (first.kind !== 'word') return null;
  // علي عبد الجليل is a person, not Galilee.
  if (tokens[at - 1] && NAME_PARTS.has(tokens[at - 1]!.word.form) && !first.spaced === false) return null;
  const own = withoutSideAhead(gazetteer, tokens, at, end, within(gazetteer.phrases.at(tokens, at), end - at + 1));
  const head = headAt(gazetteer, first);
  const part = countryPartAt(tokens, at, end);
  if (part && !(own.length > 0 && own[0]!.length > part.length)) {
    const proclitics = BEFORE_PART.exec(first.word.form)?.[1] ?? '';
    const found = unlisted(tokens, at, at + part.length - 1, part.length);
    const listedAlone = part.length === 1 ? own.filter((hit) => hit.length === 1).map((hit) => hit.value) : [];
    found.candidates = listedAlone;
    found.nameStart += proclitics.length;
    found.proclitics = proclitics;
    found.countryPart = part.direction;
    return found;
  }
  if (head?.definite) {
    if (own.length > 0 && own[0]!.length > 1) return listed(own, at, tokens, null, null);
    // «البلدة» alone; «المدينة السكنية» and other descriptions are no back reference to a listed place.
    if (!ANAPHORIC_ROLES.has(head.head.role) || gazetteer.words.plural.has(first.word.form.replace(/^[وفبكل]*ال/, '')))
      return null;
    // «الرصاص الحي» (live bullets), «البث الحي» (live broadcast): no quarter.
    if (head.head.head === 'حي' && LIVE.test(tokens[at - 1]?.word.form ?? '')) return null;
    // «القضاء على التنظيم» is putting an end to it, no district.
    if (head.head.head === 'قضاء' && tokens[at + 1]?.word.form === 'علي') return null;
    // «المجمع الحكومي» (the government compound): a building that its adjective tells from others.
    const described = isDescribed(gazetteer, tokens, at, end, head.head, isOther);
    const alone = described ? unlisted(tokens, at, at + 1, 2) : unlisted(tokens, at, at, 1);
    alone.head = head.head;
    alone.headWord = first.word.form;
    alone.proclitics = head.proclitics;
    alone.anaphoric = !described;
    return alone;
  }
  if (head) {
    // A form that holds its head (سجن سوسة) outranks the name behind the head.
    if (own.length > 0 && own[0]!.length > 1) return listed(own, at, tokens, head.head, first.word.form);
    const behind = nameBehind(gazetteer, tokens, at + 1, end, head.head, isOther);
    // «قضاء العمارة», «مخيم النيرب»: an import lists areas and camps with their heads.
    const whole = importedAt(gazetteer, tokens, at, end);
    if (
      whole &&
      whole.length > 1 &&
      (!behind || (behind.candidates.length === 0 && whole.length >= behind.length + 1))
    ) {
      whole.head = head.head;
      whole.headWord = first.word.form;
      return whole;
    }
    if (behind) {
      behind.length += 1;
      // منطقة السوق: what stands for a market is السوق.
      if (!behind.anaphoric) {
        behind.head = head.head;
        behind.headWord = first.word.form;
      }
      behind.proclitics = head.proclitics;
      if (head.head.role === 'name') behind.nameStart = first.start + head.proclitics.length;
      return behind;
    }
    if (own.length === 0) return null;
  }
  return own.length > 0 ? listed(own, at, tokens, null, null) : null;
};

/** «الرصاص الحي», «البث الحي»: live, and no quarter (حي). */
const LIVE = spelling('scan/live', '[وب]?(?:بال|ال)');

/** «المبنى الحكومي» (the government building): whose it is to serve, and not who is there. */
const OF_BUILDING = spelling('scan/of-buildings', 'ال');

const isDescribed = (
  gazetteer: Gazetteer,
  tokens: readonly Token[],
  at: number,
  end: number,
  head: PlaceHead,
  isOther: (at: number, asName?: boolean) => boolean,
): boolean => {
  const next = tokens[at + 1];
  if (head.role !== 'name' || at + 1 > end || next?.kind !== 'word' || !next.word.form.startsWith('ال')) return false;
  const { form } = next.word;
  const { said, notNames } = gazetteer.words;
  return (
    head.describable &&
    !gazetteer.words.plural.has(tokens[at]!.word.form.replace(/^[وفبكل]*ال/, '')) &&
    !said.has(form.slice(2)) &&
    !notNames.has(form) &&
    (head.nation || !isOther(at + 1) || (OF_BUILDING.test(form) && !head.kinds.includes('base'))) &&
    headAt(gazetteer, next) === null
  );
};

const listed = (
  hits: readonly { readonly value: Place; readonly length: number; readonly proclitics: string }[],
  at: number,
  tokens: readonly Token[],
  head: PlaceHead | null,
  headWord: string | null,
): HitDraft => {
  const length = hits[0]!.length;
  const proclitics = hits[0]!.proclitics;
  const best = hits.filter((hit) => hit.length === length && hit.proclitics === proclitics);
  const last = tokens[at + length - 1]!;
  const opens = head !== null && isQuote(tokens[at + 1]);
  const closes = opens && isQuote(tokens[at + length]);
  // «حي "وادي حجر"» is named by what the marks hold, «ثكنة "هنانو"» with its head.
  const inner = opens && head.role === 'grammar';
  return {
    candidates: best.map((hit) => hit.value),
    head,
    headWord,
    relations: [],
    nameStart: inner ? tokens[at + 2]!.start : tokens[at]!.start + proclitics.length,
    nameEnd: closes && !inner ? tokens[at + length]!.end : last.end,
    anaphoric: false,
    length,
    clitic: '',
    proclitics,
    countryPart: undefined,
  };
};

/** Whether a single word names places only with a head noun («بلدة معركة»), and nothing announces one. */
export const needsHead = (
  { head, anaphoric, candidates, length }: PlaceHit,
  relations: PlaceFound['relations'],
): boolean =>
  head === null &&
  !anaphoric &&
  length === 1 &&
  relations.length === 0 &&
  candidates.length > 0 &&
  candidates.every((place) => place.needsHead === true);

/** The name behind a head noun: listed, in quotes, or the next word or two. */
const nameBehind = (
  gazetteer: Gazetteer,
  tokens: readonly Token[],
  from: number,
  end: number,
  head: PlaceHead,
  isOther: (at: number, asName?: boolean) => boolean,
): HitDraft | null => {
  let at = from;
  const nested = at <= end ? headAt(gazetteer, tokens[at]!) : null;
  const namedSo = nested?.definite === true && isNamedByHead(gazetteer, tokens[from - 1]!, head, nested.head);
  if (nested?.definite && !nested.proclitics && !namedSo && ANAPHORIC_ROLES.has(nested.head.role))
    return placeAt(gazetteer, tokens, at, end, isOther); // شوارع الحي
  if (nested && !nested.definite && !nested.proclitics && at < end) {
    const inner = placeAt(gazetteer, tokens, at, end, isOther); // محيط مدينة هجين: the head of the head
    if (inner && !inner.anaphoric) return inner;
  }
  let quoted = false;
  const many = isMany(gazetteer, tokens[from - 1]!);
  while (at <= end && isMark(tokens[at], many)) {
    quoted = true;
    at++;
  }
  const token = tokens[at];
  if (!token || at > end || token.kind !== 'word') return null;
  const skipped = at - from;
  const ownHead = headAt(gazetteer, token) !== null;
  for (const phrases of [gazetteer.phrases, gazetteer.loosePhrases]) {
    // «مسجد الإمام علي» (the mosque of Imam Ali) is not called after «نهر الإمام», known by its last word alone.
    if (phrases === gazetteer.loosePhrases && head.role === 'name' && head.kinds[0] === 'facility') continue;
    const hits = phrases
      .at(tokens, at)
      .filter(
        (hit) =>
          !hit.proclitics &&
          at + hit.length - 1 <= end &&
          (ownHead || many || mayStandFor(head, hit.value) || isDash(tokens[at + hit.length])),
      );
    // نقطة جنوب الميادين (a point south of Mayadin) is no place called South.
    if (hits.length === 0 || (phrases === gazetteer.loosePhrases && gazetteer.words.notNames.has(token.word.form)))
      continue;
    const hit = listed(hits, at, tokens, null, null);
    const far = head.kinds[0] === 'road' ? roadEnd(gazetteer, tokens, at + hit.length, end) : null;
    if (far !== null) return unlisted(tokens, from - 1, far, far - from + 1);
    // «تلة "جورة الماء"»: the marks hold the whole name.
    if (hit.length === 1 && quoted && isInQuotes(tokens, from) && closesAfter(tokens, at, end) > 1) break;
    if (hit.length === 1 && beginsName(gazetteer, tokens, at, end, isOther))
      return unlisted(tokens, at, at + 1, skipped + 2);
    const closing = isMark(tokens[at + hit.length], many) && quoted ? 1 : 0;
    if (closing && head.role === 'name') hit.nameEnd = tokens[at + hit.length]!.end;
    hit.length += skipped + closing;
    return hit;
  }
  // «مناطق "قسد"»: the areas of a side.
  if (quoted && many && isOther(at)) return null;
  if (quoted) {
    let close = at;
    while (close <= end && !isMark(tokens[close], many) && close - at < 5) close++;
    if (!isMark(tokens[close], many)) return null;
    // «قريتي "طوطح وأبو حريق"»: two names in the same marks.
    const second = isListing(gazetteer, tokens[from - 1]!) ? joinedIn(tokens, at, close) : null;
    if (second !== null) {
      const last = tokens[second - 1]!.kind === 'word' ? second - 1 : second - 2;
      return unlisted(tokens, at, last, second - from);
    }
    return unlisted(tokens, at, head.role === 'name' ? close : close - 1, close - from + 1);
  }
  if (
    (head.role === 'area' && !isFront(gazetteer, tokens[from - 1]!, head, token)) ||
    (token.word.form.length < SHORTEST_NAME && !gazetteer.words.compound.has(token.word.form)) ||
    !mayBeName(gazetteer, token, tokens[from - 1]!) ||
    (!gazetteer.words.compound.has(token.word.form) && isOther(at, true)) ||
    (headAt(gazetteer, token) !== null && !namedSo)
  )
    return null;
  // Where a name would stand, an import may know it.
  const known = importedAt(gazetteer, tokens, at, end);
  const length = nameLength(gazetteer, tokens, at, end, isOther);
  if (known && !known.proclitics && known.length >= length) {
    known.length += skipped;
    return known;
  }
  return unlisted(tokens, at, at + length - 1, length);
};

/** Heads of one settlement or road: a building behind them has given it its name. */
const NAMED_BY_BUILDING: ReadonlySet<string> = new Set(['quarter', 'village', 'town', 'city', 'camp', 'road']);

/** «حي المطار», «دوار السنبلة», «شارع الجامعة» (the Airport quarter): not the airport that the text told of. */
const isNamedByHead = (gazetteer: Gazetteer, token: Token, outer: PlaceHead, nested: PlaceHead): boolean =>
  NAMED_BY_BUILDING.has(outer.kinds[0]!) && nested.role === 'name' && !isMany(gazetteer, token);

/** Kinds of place that have a head of their own, and countries: a building that is called after one is not it. */
const OWN_KINDS: ReadonlySet<string> = new Set([
  'country',
  'base',
  'prison',
  'hospital',
  'airport',
  'field',
  'crossing',
  'valley',
  'river',
  'dam',
  'bridge',
]);

/** Buildings, hills and hamlets are often called after something else. */
const CALLED_AFTER: ReadonlySet<string> = new Set(['facility', 'village']);

/** «مسجد الإمام علي» is no «قاعدة الإمام علي» (base), «سفارة السويد» not Sweden. */
const mayStandFor = ({ role, kinds, precision }: PlaceHead, { kind }: Place): boolean =>
  role !== 'name' ||
  kinds.includes(kind) ||
  // «شارع حيفا» (Haifa street) is a street of another town.
  (kinds[0] === 'road' && precision === 1 ? kind === 'quarter' : !CALLED_AFTER.has(kinds[0]!) || !OWN_KINDS.has(kind));

/** Whether marks of quotation stand there, and no # of a tag. */
const isInQuotes = (tokens: readonly Token[], at: number): boolean => tokens[at]?.word.form !== '#';

/** How many words stand before the closing mark; 0 where a word joins another name, or none closes. */
const closesAfter = (tokens: readonly Token[], at: number, end: number): number => {
  let close = at;
  while (close <= end && !isQuote(tokens[close]) && close - at < 5) close++;
  return isQuote(tokens[close]) && joinedIn(tokens, at, close) === null ? close - at : 0;
};

/** Where و joins a word between two tokens. */
const joinedIn = (tokens: readonly Token[], at: number, close: number): number | null => {
  for (let k = at + 1; k < close; k++) if (/^و./.test(tokens[k]!.word.form)) return k;
  return null;
};

const isListing = ({ words }: Gazetteer, { word }: Token): boolean =>
  isAmong(words.listing, word.form) || isAmong(words.listingTwo, word.form);

/** «جبهة الكدحة», «محور الخلة» (the front of …): one front has the name of a place. */
const isFront = (gazetteer: Gazetteer, token: Token, { kinds }: PlaceHead, { word }: Token): boolean =>
  kinds[0] === 'front' && /^ال.../.test(word.form) && !isMany(gazetteer, token);

/** «مناطق» (areas). */
const isMany = ({ words }: Gazetteer, { word }: Token): boolean => isAmong(words.plural, word.form);

/** The longest name at a token that none but an import knows. */
const importedAt = ({ imported }: Gazetteer, tokens: readonly Token[], at: number, end: number): HitDraft | null => {
  const hits = imported?.at(tokens, at).filter((hit) => at + hit.length - 1 <= end) ?? [];
  return hits.length > 0 ? listed(hits, at, tokens, null, null) : null;
};

/** «طريق منبج - الباب» (the Manbij–al-Bab road): the token that ends the other name of a road between two places. */
const roadEnd = (gazetteer: Gazetteer, tokens: readonly Token[], from: number, end: number): number | null => {
  const at = isDash(tokens[from]) ? from + 1 : from;
  if (at > end || tokens[at]?.kind !== 'word') return null;
  const [hit] = gazetteer.phrases.at(tokens, at).filter((one) => !one.proclitics && at + one.length - 1 <= end);
  return hit && !gazetteer.words.notNames.has(tokens[at]!.word.form) ? at + hit.length - 1 : null;
};

const isDash = (token: Token | undefined): boolean => /^[-–—]$/.test(token?.word.form ?? '');

const unlisted = (tokens: readonly Token[], first: number, last: number, length: number): HitDraft => ({
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
  countryPart: undefined,
});
