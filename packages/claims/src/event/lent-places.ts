import type { PlaceRole } from '@isnad/model';
import { isDemonstrative } from '../clause/parts.js';
import type { Sentence } from '../clause/sentence.js';
import { spelt } from '../scan/spelt.js';
import { isNominal } from '../scan/words.js';
import { spelling } from '../words/classes.js';
import type { EventDraft } from './draft.js';
import { isOrigin, isStation, type PlaceArgument, phraseFrom, type Surroundings } from './surroundings.js';

const ELSEWHERE = new Set(['من', 'إلى', 'عن', 'مع', 'ضد', 'نحو', 'باتجاه']);
/** Behind these a place may be where what leads there happens: «الوصول إلى الجسر». */
const LEADING = new Set(['إلى', 'نحو', 'باتجاه']);

/** Skies over a place are not where something on the ground happened: «في سماء المنطقة». */
const SKY = spelling('event/sky', '(?:ب|ل|و)?');

/** «لبنان.. اشتباكات», «السودان: …»: the country that a headline is on. */
const isHeading = (items: Sentence['items'], item: number): boolean =>
  items[item + 1]?.mark === ':' || (items[item + 1]?.mark === '.' && items[item + 2]?.mark === '.');

/** Items that a dateline may hold before the agency: town, comma, country. */
const DATELINE = 6;
const isDash = spelt(/^[-–—]$/);

/** «دبي، الإمارات (CNN)--»: where the reporter wrote. */
const isDateline = (items: Sentence['items'], item: number): boolean => {
  if (item >= DATELINE) return false;
  const close = items.findIndex(({ mark }) => mark === ')');
  return close > item && close <= DATELINE && items[close - 2]?.mark === '(' && isDash(items[close + 1]);
};

/**
 * Whether a place told for something else may be where an event without one happened. Not a country that acts
 * («تنفي الخرطوم», Khartoum denies), nor an area that only stands for one named before, unless another event
 * happened there.
 */
const lends = (sentence: Sentence, item: number, { drafts, phrases }: Surroundings): boolean => {
  const { items, governor, verbs } = sentence;
  const place = items[item]!;
  // شبان من القرية (young men of the village): the place told before, in which they are.
  const ofPeople = place.place?.anaphoric === true && governor[item] === 'من' && items[item - 2]?.kind === 'people';
  // حاولت الوصول إلى الجسر بغطاء جوي: where another event of the sentence was, whatever led there.
  const isWhere = drafts.some(({ roles }) => roles.places.some((one) => one.item === item && one.role === 'where'));
  if (
    (ELSEWHERE.has(governor[item] ?? '') && !ofPeople && !(isWhere && LEADING.has(governor[item] ?? ''))) ||
    SKY.test(items[item - 1]?.form ?? '')
  )
    return false;
  if (place.metonym !== undefined && place.clitic === 'ل') return false;
  if (isDateline(items, item)) return false;
  if (isStation(items, phrases.get(item)!.heads[0]!) || isOrigin(sentence, phrases.get(item)!.heads[0]!)) return false;
  if (place.metonym !== undefined && governor[item] === null) {
    const witness = verbs.has(item - 1) && items[item - 1]!.supports?.some(({ does }) => does === 'witness');
    return witness || isHeading(items, item);
  }
  if (place.place?.unnamed && phrases.get(item)!.containers.length === 0) return false;
  // «أماكن يسيطر عليها» (places that it controls): what is not named lends nothing.
  if (place.place?.held && !place.definite && place.place.held.plural) return false;
  const vague = place.place?.anaphoric && place.place.head?.head === 'منطقة';
  return !vague || drafts.some((other) => other.roles.places.some((one) => one.item === item));
};

/** «قصف القطاع ردا على تفجير» (in reply to a blast): what is answered was elsewhere. */
const isAnswered = ({ items }: Sentence, { item: at }: EventDraft): boolean =>
  items.slice(Math.max(0, at - 3), at).some(isReply);
const isReply = spelt(spelling('event/in-reply'));

/** How far behind a word of telling «that» may stand: «مشيرا إلى أن», «وقالت المصادر إن». */
const TOLD_REACH = 4;

/** «… في الشقيف، مبينا أن اشتباكات دارت» (adding that clashes took place): what is told anew says anew where. */
const toldAnew = ({ items }: Sentence, from: number, { item: to, definite }: EventDraft): boolean =>
  !definite &&
  items.some(
    ({ kind, enclitic }, k) =>
      k > from &&
      k < to &&
      kind === 'complementiser' &&
      enclitic === '' &&
      items
        .slice(Math.max(from + 1, k - TOLD_REACH), k)
        .some(({ speech }) => speech?.as === 'verb' || speech?.as === 'participle'),
  );

/** The place that the sentence tells before the word, where nothing says otherwise (guide § Slots). */
const toldBefore = (sentence: Sentence, draft: EventDraft, around: Surroundings): readonly PlaceArgument[] => {
  if (isAnswered(sentence, draft)) return [];
  const found = [...around.placed.keys()]
    .filter((item) => item < draft.item && lends(sentence, item, around) && !toldAnew(sentence, item, draft))
    .pop();
  return found === undefined ? [] : phraseFrom(around.phrases.get(found)!.heads[0]!, around);
};

/** «تعزيزات وصلت من حضرموت إلى مأرب» (which came from Hadramawt to Marib): places of the clause that describes the word. */
const toldInRelative = (sentence: Sentence, draft: EventDraft, around: Surroundings): readonly PlaceArgument[] => {
  const { clauses, clauseOf, governor, verbs } = sentence;
  const clause = clauses.find(({ opener, antecedent }) => opener === 'relative' && antecedent === draft.item);
  if (!clause || claimedBy(around).size > 0) return [];
  const roles: Readonly<Record<string, PlaceRole>> = { من: 'from', إلى: 'to', في: 'where', على: 'where' };
  return [...around.placed.keys()].flatMap((item) => {
    const isHere = clauseOf[item] === clause.index && around.phrases.get(item)!.heads[0] === item;
    if (!isHere || around.drafts.some((other) => other.item > draft.item && other.item < item)) return [];
    const role = roles[governor[item] ?? ''];
    // «على الطرف الجنوبي من البلدة»: behind a noun, من tells of what it is a part.
    if (role) return phraseFrom(item, around, role === 'from' && !verbs.has(item - 2) ? 'where' : role);
    return [];
  });
};

/** «بقيادة الولايات المتحدة» (led by the United States), «بدعم من أنقرة»: who stands behind it, not where. */
const isLeader = ({ items }: Sentence, item: number): boolean =>
  items[item]!.metonym !== undefined && items[item]!.clitic === '' && items[item - 1]?.kind === 'word';

/** «هجوم … ضد قاعدة تمنهنت» (an attack against the base): a place that is no side is where it was. */
const isSite = ({ items, governor }: Sentence, item: number): boolean =>
  governor[item] === 'ضد' && items[item]!.metonym === undefined;

/** Whether a place behind the word stands in its very clause, in its own name: it says more than one told before. */
const isOwn = ({ items, governor, clauseOf, verbs }: Sentence, draft: EventDraft, { item }: PlaceArgument): boolean =>
  clauseOf[item] === clauseOf[draft.item] &&
  items[item]!.metonym === undefined &&
  items[item]!.place?.anaphoric !== true &&
  items[item]!.place?.unnamed !== true &&
  LOCATING.has(governor[item] ?? '') &&
  !items.slice(draft.item + 1, item).some(({ mark }, k) => verbs.has(draft.item + 1 + k) || PICTURE.test(mark ?? ''));

/** ⭕ begins another item of a bulletin. */
const PICTURE = /\p{So}/u;
const LOCATING = new Set(['في', 'ب', 'على', 'من']);

const claimedBy = ({ drafts }: Surroundings): ReadonlySet<number> =>
  new Set(drafts.flatMap((other) => other.roles.places.map(({ item }) => item)));

/** «وذلك بالقرب من قرية العدوانية» (near the village): led by a word of relation. */
const isNear = ({ items }: Sentence, item: number): boolean => items[item - 1]?.head === 'relation';

/** A place behind the word that no other event of the sentence claims: «هاجم انتحاري يقود سيارة … مقرا في مدينة عدن». */
const toldBehind = (sentence: Sentence, draft: EventDraft, around: Surroundings): readonly PlaceArgument[] => {
  const { placed, drafts } = around;
  const claimed = claimedBy(around);
  for (const item of placed.keys()) {
    if (
      item < draft.item ||
      claimed.has(item) ||
      (ELSEWHERE.has(sentence.governor[item] ?? '') && !isSite(sentence, item)) ||
      (sentence.governor[item] == null && !isNear(sentence, item)) ||
      isLeader(sentence, item)
    )
      continue;
    if (drafts.some((other) => other.item > draft.item && other.item < item)) return [];
    return phraseFrom(item, around);
  }
  return [];
};

/**
 * «أسباب الانفجار» (the causes of the explosion), «لا يعتبر ذلك الاشتباك خرقا» (that clash is no breach): a bare
 * word with the article that another noun owns or a verb speaks of points back, and tells nothing new of the event.
 */
const onlyPointsBack = (sentence: Sentence, { item, definite, roles, sense }: EventDraft): boolean => {
  const { items, verbs } = sentence;
  if (!definite || !isNominal(sense) || roles.actors.length + roles.targets.length > 0) return false;
  if (roles.pronounActor || items[item]!.clitic || items[item]!.conjunction) return false;
  // وأسفر القصف عن (the shelling resulted in)
  if (roles.support?.does === 'result' && roles.supportItem === item - 1) return true;
  if (roles.support !== null) return false;
  let before = item - 1;
  while (isDemonstrative(items[before])) before--;
  const owner = items[before];
  if (!owner) return false;
  return (
    verbs.has(before) ||
    owner.preposition === 'عن' ||
    (owner.kind === 'word' && owner.head === undefined) ||
    (owner.kind === 'trigger' && !owner.definite)
  );
};

/** «وبغطاء جوي كثيف تمكنت من التقدم في هجين» (under cover from the air): where what it covers was. */
const ofCovered = ({ item: at }: EventDraft, around: Surroundings): readonly PlaceArgument[] => {
  const covered = around.drafts.find(({ item, roles }) => item > at && roles.places.length > 0);
  const place = covered?.roles.places.find(({ role, item }) => role === 'where' && around.placed.has(item));
  return place ? phraseFrom(around.phrases.get(place.item)!.heads[0]!, around) : [];
};

/** The places of an event whose word tells none: of the clause that describes it, of its own clause, or told before. */
export const lentPlaces = (sentence: Sentence, draft: EventDraft, around: Surroundings): readonly PlaceArgument[] => {
  const described = toldInRelative(sentence, draft, around);
  if (described.length > 0) return described;
  const pointsBack = onlyPointsBack(sentence, draft);
  const behind = toldBehind(sentence, draft, around);
  if (pointsBack) return draft.roles.support?.does === 'result' ? behind : [];
  if (behind[0] !== undefined && isOwn(sentence, draft, behind[0])) return behind;
  if (around.onlyTold) return [];
  const before = toldBefore(sentence, draft, around);
  if (before.length > 0 || behind.length > 0) return before.length > 0 ? before : behind;
  return draft.sense.frame === 'cover' ? ofCovered(draft, around) : [];
};
