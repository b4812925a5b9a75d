import type { Gazetteer } from '@isnad/lexicon';
import type { PlaceRole } from '@isnad/model';
import type { Sentence } from '../clause/sentence.js';
import type { ResolvedPlace } from '../resolve/places.js';
import { spelt } from '../scan/spelt.js';
import { isNominal } from '../scan/words.js';
import type { EventDraft } from './draft.js';
import { heldPlace } from './held-place.js';
import type { PlacePhrase } from './place-phrases.js';

/** A place of an event: which, how it belongs, and the item that names it. */
export interface PlaceArgument {
  readonly place: ResolvedPlace;
  readonly role: PlaceRole;
  readonly item: number;
}

/** Where an event happened, and whether the place was told beside its word or elsewhere in the sentence. */
export interface Where {
  readonly places: readonly PlaceArgument[];
  readonly borrowed: boolean;
}

/** What is known of the sentence around an event. */
export interface Surroundings {
  /** Places of the sentence by item. */
  readonly placed: ReadonlyMap<number, ResolvedPlace>;
  /** The phrase of each place. */
  readonly phrases: ReadonlyMap<number, PlacePhrase>;
  /** All event mentions of the sentence. */
  readonly drafts: readonly EventDraft[];
  /** First place of the event told before. */
  readonly previous: ResolvedPlace | undefined;
  /** All places of the last event that has any. */
  readonly said: readonly ResolvedPlace[];
  /** The type takes no place that is told for something else. */
  readonly onlyTold: boolean;
}

const ELSEWHERE = new Set(['من', 'إلى', 'عن', 'مع', 'ضد']);

/** A place with the rest of its phrase behind it: those joined to it, and those that say where it lies. */
const phraseFrom = (
  item: number,
  { placed, phrases }: Surroundings,
  role: PlaceRole = 'where',
): readonly PlaceArgument[] => {
  const { heads, containers, listed = false } = phrases.get(item)!;
  return [...heads, ...containers]
    .filter((one) => one >= item)
    .map((one) => ({
      place: placed.get(one)!,
      role: (listed || one !== item) && containers.includes(one) ? ('within' as const) : role,
      item: one,
    }));
};

/** Skies over a place are not where something on the ground happened: «في سماء المنطقة». */
const SKY = /^(?:ب|ل|و)?(?:سماء|اجواء|الاجواء)$/;

/**
 * Whether a place told for something else may be where an event without one happened. Not a country that acts
 * («تنفي الخرطوم», Khartoum denies), nor an area that only stands for one named before, unless another event
 * happened there.
 */
/** Forces that are stationed somewhere do their deeds elsewhere: «القوات المتمركزة داخل حقل العمر». */
const isStationed = spelt(/^(?:ال)?(?:متمركز|مرابط)/);

const isStation = (items: Sentence['items'], head: number): boolean => {
  for (let k = head - 1; k >= Math.max(0, head - 3) && items[k]!.kind !== 'place'; k--)
    if (isStationed(items[k])) return true;
  return false;
};

const lends = ({ items, governor, verbs }: Sentence, item: number, { drafts, phrases }: Surroundings): boolean => {
  const place = items[item]!;
  if (ELSEWHERE.has(governor[item] ?? '') || SKY.test(items[item - 1]?.form ?? '')) return false;
  if (place.metonym !== undefined && place.clitic === 'ل') return false;
  if (isStation(items, phrases.get(item)!.heads[0]!)) return false;
  if (place.metonym !== undefined && governor[item] === null) {
    const witness = verbs.has(item - 1) && items[item - 1]!.supports?.some(({ does }) => does === 'witness');
    return witness || items[item + 1]?.mark === ':';
  }
  if (place.place?.unnamed && phrases.get(item)!.containers.length === 0) return false;
  // «أماكن يسيطر عليها» (places that it controls): what is not named lends nothing.
  if (place.place?.held && !place.definite && place.place.held.plural) return false;
  const vague = place.place?.anaphoric && place.place.head?.head === 'منطقة';
  return !vague || drafts.some((other) => other.roles.places.some((one) => one.item === item));
};

/** Whether a place only says where another one that is told with it lies. */
const isContainer = (item: number, told: EventDraft['roles']['places'], { phrases }: Surroundings): boolean => {
  const { heads, containers } = phrases.get(item)!;
  return containers.includes(item) && told.some((one) => heads.includes(one.item));
};

/** «قصف القطاع ردا على تفجير» (in reply to a blast): what is answered was elsewhere. */
const isAnswered = ({ items }: Sentence, { item: at }: EventDraft): boolean =>
  items.slice(Math.max(0, at - 3), at).some(isReply);
const isReply = spelt(/^(?:ردا|انتقاما)$/);

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

/** A place behind the word that no other event of the sentence claims: «هاجم انتحاري يقود سيارة … مقرا في مدينة عدن». */
const toldBehind = (sentence: Sentence, draft: EventDraft, around: Surroundings): readonly PlaceArgument[] => {
  const { placed, drafts } = around;
  const claimed = claimedBy(around);
  for (const item of placed.keys()) {
    if (
      item < draft.item ||
      claimed.has(item) ||
      (ELSEWHERE.has(sentence.governor[item] ?? '') && !isSite(sentence, item)) ||
      sentence.governor[item] == null ||
      isLeader(sentence, item)
    )
      continue;
    if (drafts.some((other) => other.item > draft.item && other.item < item)) return [];
    return phraseFrom(item, around);
  }
  return [];
};

/**
 * Marks containing places: those that hold another of the list, and those that only help to find the one
 * named right before them («منطقة الثرثار شمال شرق الفلوجة», «قرية صفيا بريف عين عيسى»).
 */
const withRoles = (
  sentence: Sentence,
  found: readonly PlaceArgument[],
  gazetteer: Gazetteer,
): readonly PlaceArgument[] =>
  found.map((one, at) => {
    if (one.role !== 'where') return one;
    // Hajin, in the pocket on the river: the wider place behind only says where the narrower lies, unless و joins it.
    const wider =
      sentence.items[one.item]!.conjunction === '' &&
      found.slice(0, at).some(({ place, role }) => role === 'where' && (place.precision ?? 1) <= 2) &&
      (one.place.precision ?? 1) >= 3;
    const holds =
      wider || found.some(({ place }) => place.id !== one.place.id && gazetteer.contains(one.place.id, place.id));
    const before = found[at - 1];
    const item = sentence.items[one.item]!;
    const helps =
      before !== undefined &&
      before.item < one.item &&
      one.item - before.item <= 3 &&
      !item.conjunction &&
      sentence.items
        .slice(before.item + 1, one.item + 1)
        .every((between) => between.kind === 'place' || between.kind === 'word' || between.kind === 'preposition') &&
      ((item.place?.relations.length ?? 0) > 0 ||
        item.clitic === 'ب' ||
        sentence.items[one.item - 1]?.head === 'relation' ||
        sentence.items[one.item - 1]?.preposition === 'من');
    return holds || helps ? { ...one, role: 'within' } : one;
  });

const UNITS: ReadonlySet<string> = new Set(['governorate', 'district', 'subdistrict', 'city', 'town', 'village']);

/** Each place once, and no more containers than places: the nearest one of each helps, the rest is geography. */
const trimmed = (places: readonly PlaceArgument[], gazetteer: Gazetteer): readonly PlaceArgument[] => {
  const seen = new Set<string>();
  const once = places.filter(({ place, role }) => {
    const key = `${place.id} ${role === 'within' ? 'where' : role}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  const heads = once.filter(({ role }) => role !== 'within');
  let room = heads.length;
  const isUnit = ({ place: { place } }: PlaceArgument): boolean =>
    place !== null &&
    (UNITS.has(place.kind) || (place.kind === 'region' && gazetteer.byId(place.parent ?? '')?.kind === 'governorate'));
  return once.filter((one) => one.role !== 'within' || room-- > 0 || (room === -1 && isUnit(one)));
};

const isDemonstrative = spelt(/^(?:هذا|هذه|ذلك|تلك|هذين|هاتين)$/);

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

/** «المناطق المذكورة» (the said areas): the places of the event told before, in these words. */
const saidBefore = (one: PlaceArgument, { said }: Surroundings): readonly PlaceArgument[] => {
  const { start, end } = one.place;
  // A place without an entry is known by its own words only.
  return said.map((place) => ({ ...one, place: place.place ? { ...place, start, end } : place }));
};

/** «سيطرت على هجين … سيطرتها على المستشفى»: what a nearer word takes as its place is none of the word before. */
const ownPlaces = (
  { item: at }: EventDraft,
  places: EventDraft['roles']['places'],
  { drafts }: Surroundings,
): EventDraft['roles']['places'] => {
  const nearer = (item: number): boolean =>
    drafts.some((other) => other.item > at && other.item < item && other.roles.places.some((one) => one.item === item));
  const own = places.filter(({ item }) => !nearer(item));
  return own.length > 0 ? own : places;
};

const isVague = ({ items }: Sentence, { item, place }: PlaceArgument): boolean => {
  const { place: told } = items[item]!;
  return (
    place.place === null &&
    (told?.unnamed === true || (told?.head?.kinds[0] === 'road' && told.candidates.length === 0))
  );
};

/** A place without a name of its own, and a road, say where only when no named place does (guide § Slots). */
const named = (sentence: Sentence, found: readonly PlaceArgument[]): readonly PlaceArgument[] => {
  const others = found.some((one) => one.role === 'where' && !isVague(sentence, one));
  return others
    ? found.filter((one) => (one.role !== 'where' && one.role !== 'within') || !isVague(sentence, one))
    : found;
};

/** «دخلوا هجين وسيطروا على المستشفى»: a building without an entry lies in the town named last. */
const inTown = (found: readonly PlaceArgument[]): readonly PlaceArgument[] =>
  found.length === 1 && found[0]!.place.town
    ? [found[0]!, { ...found[0]!, place: found[0]!.place.town, role: 'within' }]
    : found;

/** «مدينة الزبداني بريف دمشق التي تتعرض لهجوم»: the clause behind a phrase of places describes the first of them. */
const describedHead = (
  { clauses, clauseOf }: Sentence,
  { item: at }: EventDraft,
  place: number,
  { phrases }: Surroundings,
): number => {
  const { opener, antecedent } = clauses[clauseOf[at]!]!;
  const isDescribed = opener === 'relative' && antecedent === place && phrases.get(place)!.containers.includes(place);
  return isDescribed ? phrases.get(place)!.heads[0]! : place;
};

/** «وفي مدينة مقبنة، نصبت المقاومة كمينا على الطريق العام»: the place that a sentence opens with holds the rest. */
const framePlace = (
  { items, governor, clauseOf }: Sentence,
  { item: at }: EventDraft,
  around: Surroundings,
): number | null => {
  const [first = at] = [...around.placed.keys()].sort((a, b) => a - b);
  const opens = first < at && first <= FRAME_REACH && governor[first] === 'في' && clauseOf[first] === 0;
  return opens && items[0]!.preposition === 'في' ? first : null;
};

/** Words that may stand before it: «وفي حادثة أخرى في بغداد،». */
const FRAME_REACH = 4;

/** Decides where an event happened. */
export const whereOf = (sentence: Sentence, draft: EventDraft, around: Surroundings, gazetteer: Gazetteer): Where => {
  const { roles } = draft;
  const placed = roles.places
    .filter(({ item }) => around.placed.has(item))
    .map((one) => ({ ...one, item: describedHead(sentence, draft, one.item, around) }));
  const told = ownPlaces(draft, placed, around).map((one) =>
    one.role === 'where' && one.item > draft.item && isStation(sentence.items, around.phrases.get(one.item)!.heads[0]!)
      ? { ...one, role: 'from' as const }
      : one,
  );
  const found: PlaceArgument[] = told
    .flatMap(({ item, role }) =>
      phraseFrom(item, around, role === 'where' && isContainer(item, told, around) ? 'within' : role).filter(
        (one) => one.item === item || !told.some((other) => other.item === one.item),
      ),
    )
    .sort((a, b) => a.item - b.item);
  const frame = found.some(({ role }) => role !== 'where' && role !== 'within')
    ? null
    : framePlace(sentence, draft, around);
  if (found.length > 0 && frame !== null && !found.some(({ item }) => item === frame)) {
    const onlyVague = found.every((one) => isVague(sentence, one));
    if (onlyVague) found.splice(0);
    found.unshift(...phraseFrom(frame, around).map((one) => (onlyVague ? one : { ...one, role: 'within' as const })));
  }
  const held = heldPlace(sentence, draft, around.placed);
  if (held !== null) {
    const surroundings = found.splice(0).map((one) => ({ ...one, role: 'within' as const }));
    found.push(...phraseFrom(around.phrases.get(held)!.heads[0]!, around), ...surroundings);
  }
  if (found.length === 0 && roles.pronounPlace) {
    const said = [...around.placed].filter(([item]) => item < draft.item).pop();
    if (said) found.push(...phraseFrom(around.phrases.get(said[0])!.heads[0]!, around));
    else if (around.previous) found.push({ place: around.previous, role: 'where', item: draft.item });
  }
  const borrowed = found.length === 0;
  if (borrowed && !around.onlyTold) {
    found.push(...toldInRelative(sentence, draft, around));
    const pointsBack = onlyPointsBack(sentence, draft);
    if (found.length === 0 && !pointsBack) {
      const behind = toldBehind(sentence, draft, around);
      const own = behind[0] !== undefined && isOwn(sentence, draft, behind[0]);
      found.push(...(own ? behind : toldBefore(sentence, draft, around)));
    }
    if (found.length === 0 && (!pointsBack || roles.support?.does === 'result'))
      found.push(...toldBehind(sentence, draft, around));
  }
  const said = found.flatMap((one) => (sentence.items[one.item]!.place?.said ? saidBefore(one, around) : [one]));
  return { places: inTown(trimmed(named(sentence, withRoles(sentence, said, gazetteer)), gazetteer)), borrowed };
};
