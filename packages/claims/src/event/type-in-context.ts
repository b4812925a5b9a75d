import { isAdded } from '../clause/parts.js';
import type { Grammar } from '../reader.js';
import { isNominal } from '../scan/words.js';
import { spelling } from '../words/classes.js';
import type { Sense } from '../words/senses.js';
import type { EventRead } from './mention.js';
import { isNamed } from './named.js';

/** How near another event stands that shots are told beside, in items. */
const BESIDE = 10;
/** Sentences over which a definite word reaches back for its kind. */
const BACK = 3;

/** A word of violence whose means the text does not tell beside it. */
const isGeneral = ({ draft }: EventRead): boolean => draft.anaphora && draft.by === null;

/**
 * The types of a report's event mentions, each by itself: a word of violence without means of its own («قصف»,
 * bombing) has that of the means which its side uses elsewhere in the report, or is known for.
 */
export const typesApart = (events: readonly EventRead[], { words, table }: Grammar): readonly string[] => {
  const usualMeans = meansBySide(events, words);
  return events.map((event, index) => {
    const { word } = event.draft.sense;
    const general = isGeneral(event) && 'shared' in word && !isToldApart(event, index, events);
    const usual = general ? usualType(event, word.shared, usualMeans, table, words) : null;
    return usual ?? fromGround(event, table, words) ?? event.type;
  });
};

/**
 * The same, once it is known which mentions tell one event: a word without means of its own («هجوم», an
 * attack) has the type that another mention of its event tells («تفجير سيارة مفخخة»); or, when it is definite
 * and no means are known of its side, that of the last event which it can point back to.
 * `firsts`: for each mention the first one of its event.
 */
export const typesTogether = (
  events: readonly EventRead[],
  apart: readonly string[],
  firsts: readonly number[],
  { words }: Grammar,
): readonly string[] => {
  const told = new Map<number, number>();
  events.forEach((event, index) => {
    const first = firsts[index]!;
    if (!isGeneral(event) && !told.has(first)) told.set(first, index);
  });
  const chief = chiefKind(events, words);
  const all = new Set(apart);
  const types: string[] = [];
  events.forEach((event, index) => {
    const { sense } = event.draft;
    const definite = event.draft.definite || pointsBack(event);
    const shared = isGeneral(event) && 'shared' in sense.word ? words.shared.get(sense.word.shared) : undefined;
    const onGround = event.actors.length > 0 && event.actors.every((id) => words.withoutAircraft.has(id));
    const several = shared !== undefined && !shared.weak && sense.number === 'p' && isNominal(sense);
    const fits = (type: string | undefined, k = -1): boolean =>
      type !== undefined &&
      !(onGround && words.events.get(type)?.family === 'air') &&
      !(several && words.events.get(type)?.record?.rhythm === 'once' && !isSeveral(events[k])) &&
      words.events.has(type) &&
      ((shared?.takes ?? shared?.refers ?? []).includes(words.events.get(type)!.family) ||
        (definite && (shared?.['takes-definite']?.includes(words.events.get(type)!.family) ?? false)));
    const teller = told.get(firsts[index]!);
    const known = teller === undefined ? undefined : events[teller]!.type;
    const besideIt = (type: string): boolean =>
      events.some(
        (one, k) =>
          k !== index &&
          one.sentenceOf === event.sentenceOf &&
          one.type === type &&
          Math.abs(one.draft.item - event.draft.item) <= BESIDE,
      );
    const whole = partOf(event, all, besideIt);
    const search = leadsTo(event, events[index + 1], shared?.refers);
    if (whole) types.push(whole);
    // «عملية لاعتقال مطلوبين»: what it is for says more than a mention that it may tell again.
    else if (search && isToArrest(event)) types.push(search);
    else if (shared?.['takes-definite'] && isHeard(event)) types.push(apart[index]!);
    else if (shared && (opensStretch(event) || (!shared.weak && isAtLarge(event)))) types.push(apart[index]!);
    else if (!shared) types.push(apart[index]!);
    else if (isToldApart(event, index, events)) types.push(event.type);
    // «القصف الروسي»: what its own side is known for tells the kind better than a mention that it may tell again.
    else if (apart[index] !== event.type) types.push(apart[index]!);
    else if (
      known &&
      fits(known, teller) &&
      !isHalted(event) &&
      !(isOnFoot(event) && words.events.get(known)!.family === 'air')
    )
      types.push(known);
    else {
      const halts = isHalted(event);
      const near = (k: number): boolean =>
        event.sentence - events[k]!.sentence <= BACK && !(halts && event.sentenceOf === events[k]!.sentenceOf);
      // «الاشتباكات والهجمات»: joined to a word of its own family, it keeps it.
      const joined =
        isJoined(event, events[index - 1]) && words.events.get(types[index - 1]!)!.family === event.draft.family;
      const backTo = (fitting: (type: string, k: number) => boolean): number =>
        types.findLastIndex((type, k) => near(k) && !isOthers(event, events[k]!) && fitting(type, k));
      const same = joined ? -1 : backTo((_, k) => isSameWord(event, events[k]!));
      const last = joined || same >= 0 ? same : backTo(fits);
      const back = last >= 0 ? types[last] : joined || halts ? undefined : chief;
      const usual =
        !joined &&
        !halts &&
        !shared.refers?.includes('ground') &&
        fits(chief) &&
        words.events.get(chief!)!.family === 'air' &&
        !event.actors.some((id) => words.byEither.has(id)) &&
        isSaid(event, chief!, events, types);
      if (definite && back !== undefined && (last >= 0 || fits(back))) types.push(back);
      else types.push(usual ? chief! : (search ?? apart[index]!));
    }
  });
  return types;
};

/** «تفجيرات انتحارية … الهجمات» (suicide bombings … the attacks): several are told again as several; one blast is no «هجمات». */
const isSeveral = (before: EventRead | undefined): boolean =>
  before !== undefined && isNominal(before.draft.sense) && before.draft.sense.number === 'p';

/** «منذ بدء الهجوم في العاشر من أيلول» (since the attack began on 10 September): what a stretch of time is counted from is no one event before. */
const opensStretch = ({ draft: { item }, sentenceOf: { items } }: EventRead): boolean =>
  items.slice(Math.max(0, item - 2), item).some(({ date }) => date?.onset !== undefined);

/** «أصوات انفجارات» (the sounds of explosions): heard, whatever the report tells of besides. */
const isHeard = ({ draft: { item }, sentenceOf: { items } }: EventRead): boolean =>
  HEARD.test(items[item - 1]?.form ?? '');
const HEARD = spelling('event/heard', '[وب]?(?:ال)?');

/** «هاجمت القوات التنظيم من محورين» (attacked from two sides): so are no raids from the air told. */
const isOnFoot = ({ draft: { item }, sentenceOf: { items } }: EventRead): boolean =>
  items.slice(item + 1, item + AXES_WITHIN).some(({ form, word }) => AXES.test(form ?? word.form));
const AXES = spelling('event/axes', '(?:ال)?');
/** How far behind an attack its axes stand, in items. */
const AXES_WITHIN = 8;

/** «وتيرة الهجمات» (the pace of the attacks), «الهجمات التي يشنها التنظيم» (that the group wages): attacks at large, none told before. */
const isAtLarge = ({ draft: { item, sense }, sentenceOf: { items, clauses, verbs } }: EventRead): boolean => {
  if (sense.number !== 'p') return false;
  if (TREND.test(items[item - 1]?.form ?? '')) return true;
  const told = clauses.find(({ opener, antecedent }) => opener === 'relative' && antecedent === item)?.verb;
  return (
    told != null &&
    verbs.has(told) &&
    (items[told]!.supports?.some(({ does, part }) => does === 'agent' && part === 'imperfect') ?? false)
  );
};
const TREND = spelling('event/trend');

/** «هجوم مماثل» (a similar attack), «هجوم عين الأسد» (the attack of Ain al-Asad): of the kind told before. */
const pointsBack = ({ draft: { item, sense }, sentenceOf }: EventRead): boolean => {
  const next = sentenceOf.items[item + 1];
  if (!isNominal(sense) || next === undefined || isNamed(sentenceOf, item)) return false;
  return ALIKE.test(next.form ?? '') || (next.kind === 'place' && next.clitic === '' && next.conjunction === '');
};
const ALIKE = /^مماثل(?:ه|ا)?$/;

/** «بدأت قسد حملتها على البلدة حيث اعتقلت عشرين شابا» (began its campaign, where it arrested twenty): an operation that arrests are told of next is a search. */
const leadsTo = (event: EventRead, next: EventRead | undefined, refers: readonly string[] | undefined) =>
  refers?.includes('arrest') &&
  !isNamed(event.sentenceOf, event.draft.item) &&
  ((next?.sentenceOf === event.sentenceOf && next.draft.family === 'arrest') || isToArrest(event))
    ? 'raid'
    : undefined;

/** «عملية في البلدة لاعتقال مطلوبين» (an operation in the town to arrest wanted men) */
const isToArrest = ({ draft: { item }, sentenceOf: { items } }: EventRead): boolean => {
  const aim = items.findIndex(({ kind }, k) => k > item && (kind === 'comma' || kind === 'connector'));
  return items
    .slice(item + 1, Math.min(item + AIM_WITHIN, aim < 0 ? items.length : aim))
    .some(({ form, word }) => TO_ARREST.test(form ?? word.form));
};
const TO_ARREST = spelling('event/to-arrest');
/** How far behind an operation its aim stands, in items. */
const AIM_WITHIN = 10;

/**
 * «دوي إطلاق نار» (the sound of shots): in a report of a fight, shots at nobody are part of it; «قصف مدفعي وإطلاق نار»
 * (shelling and shots): told in a sentence with fire of another kind they are such fire. `besideIt`: whether the
 * sentence tells of another event of a type.
 */
const partOf = (
  { draft, targets, places, sentenceOf }: EventRead,
  told: ReadonlySet<string>,
  besideIt: (type: string) => boolean,
): string | undefined => {
  const { 'part-of': whole, 'at-armed': fire } = draft.sense.entry;
  if (whole === undefined) return undefined;
  const aimed = sentenceOf.items.slice(draft.item + 1, draft.item + 6).some(({ preposition }) => preposition === 'على');
  const light = (draft.by === null || draft.by === 'gunfire') && isNominal(draft.sense) && !aimed;
  // «تعرض عنصر لإطلاق رصاص» (a man came under fire): somebody was shot at.
  const atNobody = draft.roles.support?.does !== 'undergo' && targets.length === 0 && draft.roles.targets.length === 0;
  if (!light || !atNobody) return undefined;
  if (told.has(whole)) return whole;
  // «وإطلاق نار في القدس» (and shots in Jerusalem): elsewhere it is something else.
  return fire !== undefined && places.length === 0 && besideIt(fire) ? fire : undefined;
};

/**
 * The kind of attack of which a report chiefly tells where its words tell the kind: «الهجوم» is that kind all through
 * an account of one air strike. Fighting counts as a kind, so that an attack in a battle stays one.
 */
const chiefKind = (events: readonly EventRead[], words: Grammar['words']): string | undefined => {
  const times = new Map<string, number>();
  let all = 0;
  for (const event of events) {
    const { family } = words.events.get(event.type)!;
    const { word } = event.draft.sense;
    const shared = 'shared' in word ? words.shared.get(word.shared) : undefined;
    const saysKind = !isGeneral(event) || shared?.refers?.length === 1;
    if (!saysKind || !words.holds('kind', family)) continue;
    const kind = words.holds('on-ground', family) ? 'ground' : event.type;
    times.set(kind, (times.get(kind) ?? 0) + 1);
    all++;
  }
  const [kind] = [...times].find(([, told]) => told > CHIEFLY * all) ?? [];
  return kind;
};
/** Share of the attacks told with their kind that makes one the chief kind. */
const CHIEFLY = 0.5;

/** Whether nobody else than those of whom a report tells such events before does this one. */
const isSaid = ({ actors }: EventRead, kind: string, events: readonly EventRead[], types: readonly string[]): boolean =>
  types.some(
    (type, k) =>
      type === kind &&
      (actors.length === 0 || events[k]!.actors.some((id) => actors.includes(id))) &&
      !isGeneral(events[k]!),
  );

/** «غارات لوقف الهجوم» (raids, to halt the attack): what is halted is no act of those who halt it. */
const isHalted = ({ draft: { item }, sentenceOf: { items } }: EventRead): boolean =>
  HALTING.test(items[item - 1]?.form ?? '');
const HALTING = spelling('event/halting', '[ول]?');

/** «الهجوم» behind «هجوم»: it points back to that, of whatever kind. */
const isSameWord = ({ draft: { sense } }: EventRead, { draft: before, sentenceOf }: EventRead): boolean =>
  'shared' in sense.word &&
  ('shared' in before.sense.word ? sense.word.shared === before.sense.word.shared : isSameNoun(sense, before.sense)) &&
  before.sense.part === 'noun' &&
  !before.definite &&
  sentenceOf.items[before.item]!.enclitic === '';

/** «العملية» behind «عملية طعن» (an operation of stabbing). */
const isSameNoun = ({ entry }: Sense, { entry: before }: Sense): boolean =>
  'noun' in entry && 'noun' in before && entry.noun === before.noun;

/** «الهجوم الذي شنه المسلحون» tells of no strike of another side. */
const isOthers = ({ actors }: EventRead, before: EventRead): boolean =>
  actors.length > 0 && before.actors.length > 0 && !actors.some((id) => before.actors.includes(id));

const isJoined = ({ draft, sentenceOf }: EventRead, previous: EventRead | undefined): boolean =>
  previous?.sentenceOf === sentenceOf &&
  sentenceOf.items[draft.item]!.conjunction === 'و' &&
  draft.item - previous.draft.item <= 2;

/** The type of a shared word by the means that its actor uses elsewhere in the report, or is known for. */
const usualType = (
  event: EventRead,
  shared: string,
  usualMeans: UsualMeans,
  table: Grammar['table'],
  words: Grammar['words'],
): string | null => {
  const inCountry = words.shared.get(shared)?.['in-country'];
  if (inCountry)
    for (const { place } of [...event.places, ...event.around]) {
      const type = table.get(shared)?.get(inCountry[place?.country.toUpperCase() ?? ''] ?? '');
      if (type) return type;
    }
  // An attack may be of any kind; only what is fired or dropped goes by the usual means of its side.
  if (words.shared.get(shared)?.refers?.includes('ground')) return hitsTargets(event, shared, table, words);
  const row = table.get(shared);
  let usual: string | null = null;
  for (const actor of event.actors) {
    const told =
      usualMeans.means.get(actor) ??
      (fightsOnGround(actor, usualMeans, words)
        ? undefined
        : Object.keys(words.meansBySide).find((means) => words.meansBySide[means]!.includes(actor)));
    const type = told === undefined ? undefined : row?.get(told);
    // «قصف النظام وروسيا» (of the government and Russia), where the report tells of guns of one of them: by either.
    if (type === undefined && (usualMeans.grounded.has(actor) || words.withoutAircraft.has(actor))) return null;
    usual ??= type ?? null;
  }
  return usual;
};

/**
 * «بالإضافة إلى قصف» (besides shelling), «القصف والاشتباكات والغارات» (the shelling, the clashes and the raids): told
 * beside raids it is no raid itself.
 */
const isToldApart = (event: EventRead, index: number, events: readonly EventRead[]): boolean => {
  const { draft, sentenceOf } = event;
  const { items } = sentenceOf;
  if (!isNominal(draft.sense) || draft.family === 'air') return false;
  const added = isAdded(items, draft.item);
  const isRaid = (one: EventRead): boolean =>
    one.sentenceOf === sentenceOf && one.draft.family === 'air' && !isGeneral(one);
  if (added && events.slice(0, index).some(isRaid)) return true;
  let last = draft.item;
  while (items[last + 1]?.kind === 'trigger' && items[last + 1]!.conjunction === 'و') last++;
  return events.slice(index + 1).some((one) => one.draft.item <= last && isRaid(one));
};

/** Means from the air, which a report tells once and then takes for granted. */
const LASTING: ReadonlySet<string> = new Set(['air', 'drone']);
/** Means from the ground: a side that is told to use them too bombs by either. */
const GROUND: ReadonlySet<string> = new Set(['guns', 'rockets']);

/** «هاجم الجيش الإسرائيلي أهدافا في دمشق» (attacked targets in Damascus): by the means which such a side hits targets with. */
const hitsTargets = (
  { actors, draft: { sense, item }, sentenceOf: { items } }: EventRead,
  shared: string,
  table: Grammar['table'],
  { meansAtTargets }: Grammar['words'],
): string | null => {
  if (isNominal(sense) || !items.slice(item + 1, item + 1 + OBJECT_WITHIN).some(({ form }) => TARGETS.test(form ?? '')))
    return null;
  const means = Object.keys(meansAtTargets).find((by) => actors.some((id) => meansAtTargets[by]!.includes(id)));
  return means === undefined ? null : (table.get(shared)?.get(means) ?? null);
};
const TARGETS = spelling('event/targets', '(?:ال)?');
/** How far behind its verb the object stands, in items. */
const OBJECT_WITHIN = 4;

/**
 * «ضربات الحوثيين» (strikes of the Houthis): those of a side without aircraft come from the ground; and «غارات» (raids) of
 * bandits are no air raids, though the word by itself says so.
 */
const fromGround = (
  event: EventRead,
  table: Grammar['table'],
  { withoutAircraft }: Grammar['words'],
): string | null => {
  const { draft, actors } = event;
  if (draft.family !== 'air' || !('shared' in draft.sense.word)) return null;
  if (actors.length === 0 || !actors.every((id) => withoutAircraft.has(id))) return null;
  const row = table.get(draft.sense.word.shared);
  // One raid that a sentence tells beside them may well be the enemy's («عنصران قتلا في غارة», two killed in a raid).
  const areRaids = draft.anaphora && draft.by === 'air' && draft.sense.number === 'p';
  return (isGeneral(event) ? row?.get('rockets') : undefined) ?? (areRaids ? row?.get('ground') : undefined) ?? null;
};

/** «قصف روسي» (Russian bombardment) in a report of a war that Russia fights on the ground. */
const fightsOnGround = (actor: string, { country }: UsualMeans, { groundWarIn }: Grammar['words']): boolean =>
  country !== null && (groundWarIn[actor]?.includes(country) ?? false);

interface UsualMeans {
  /** ISO 3166-1 code of the country where most of the report's events happened, if they have places. */
  readonly country: string | null;
  /** Means from the air by side, of the sides that are told to use no others. */
  readonly means: ReadonlyMap<string, string>;
  /** Sides that are told to fire from the ground. */
  readonly grounded: ReadonlySet<string>;
}

/** The means by which each side acts where the report tells it. */
const meansBySide = (events: readonly EventRead[], { byEither }: Grammar['words']): UsualMeans => {
  const means = new Map<string, string>();
  const grounded = new Set<string>();
  for (const { draft, actors } of events) {
    const told = draft.by ?? ('type' in draft.sense.word && draft.family === 'air' ? 'air' : null);
    if (told === null) continue;
    if (GROUND.has(told)) for (const actor of actors) grounded.add(actor);
    if (LASTING.has(told))
      for (const actor of actors) if (!means.has(actor) && !byEither.has(actor)) means.set(actor, told);
  }
  return { country: countryOf(events), means: new Map([...means].filter(([actor]) => !grounded.has(actor))), grounded };
};

const countryOf = (events: readonly EventRead[]): string | null => {
  const times = new Map<string, number>();
  for (const { places, around } of events)
    for (const { place } of [...places, ...around])
      if (place) times.set(place.country, (times.get(place.country) ?? 0) + 1);
  const [most] = [...times].sort((a, b) => b[1] - a[1]);
  return most?.[0].toUpperCase() ?? null;
};
