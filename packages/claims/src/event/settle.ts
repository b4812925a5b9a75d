import { entryAt } from '@isnad/text';
import type { Sentence } from '../clause/sentence.js';
import { isNominal } from '../scan/words.js';
import { classOf } from '../words/classes.js';
import type { EventWords } from '../words/load.js';
import type { EventDraft } from './draft.js';
import { givesWay, shotDead } from './gives-way.js';
import { hitsOn } from './hits-on.js';
import { objectFar } from './objects.js';
import { isAimed, isPrevented, purposeIn } from './purpose.js';

/** Why a word that can tell an event told none here. */
export interface TurnedDown {
  readonly item: number;
  readonly why: string;
}

/** Another one: «هجوم آخر» is no repetition of the word before. */
const OTHER = classOf('event/other');
/** What is tried, or what trying it is: «تقدم» (advance), «محاولات تسلل» (attempts to get in). */
const isAttempt = (type: string, { events }: EventWords): boolean =>
  events.get(type)?.['attempted-as'] !== undefined ||
  [...events.values()].some((event) => event['attempted-as'] === type);

/** «غارات استهدفت تعزيزات»: forces brought up that are what an attack hit. */
const isHit = (
  { items, clauses, clauseOf, governor, verbs }: Sentence,
  draft: EventDraft,
  drafts: readonly EventDraft[],
): boolean => {
  if (draft.sense.frame !== 'deploy' || !isNominal(draft.sense)) return false;
  // «نفذتها طائرات على رتل عسكري» (which aircraft carried out on a convoy)
  if (governor[draft.item] === 'على') return true;
  if (draft.roles.support?.does === 'agent') return false;
  const before = entryAt(items, draft.item - 1);
  // «استهدفت تجمعات وتعزيزات» (hit gatherings and reinforcements): what is joined to what was hit was hit too.
  const joined =
    before?.kind === 'thing' ||
    before?.kind === 'word' ||
    (before?.senses?.some(({ frame }) => frame === 'deploy') ?? false);
  if ((items[draft.item]!.conjunction && !joined) || items[draft.item]!.clitic || governor[draft.item] !== null)
    return false;
  for (let k = draft.item - 1; k >= clauses[clauseOf[draft.item]!]!.first; k--) {
    if (items[k]!.kind === 'comma' || items[k]!.kind === 'connector') return false;
    if (!verbs.has(k) && (items[k]!.kind !== 'trigger' || (joined && k === draft.item - 1))) continue;
    const hits = items[k]!.supports?.some(({ does }) => does === 'hit') ?? false;
    return hits || drafts.some(({ item, sense }) => item === k && HITS.has(sense.frame));
  }
  return false;
};
/** «يدك المواقع بعشرين غارة» (pounds the positions with twenty raids): the noun tells with what the verb acts. */
const isWith = ({ items, verbs }: Sentence, at: number): boolean =>
  items[at]!.clitic === 'ب' ||
  (entryAt(items, at - 1)?.kind === 'number' && items[at - 1]!.clitic === 'ب' && !verbs.has(at));

/** «18 عملية توغل» (18 operations of incursion): the counted word only announces the one behind it, and governs none. */
const isCountedBy = ({ items }: Sentence, { item, sense }: EventDraft, { item: next }: EventDraft): boolean =>
  item === next - 1 && 'shared' in sense.word && WEAK.has(sense.word.shared) && isNumber(items, item - 1);

/** A number, brackets aside: «(18) عملية». */
const isNumber = (items: Sentence['items'], at: number): boolean =>
  items[items[at]?.mark === ')' ? at - 1 : at]?.kind === 'number';

/** Means that kill by themselves. */
const ARMS: ReadonlySet<string> = new Set(['guns', 'rockets', 'air', 'drone']);

const HITS: ReadonlySet<string> = new Set(['attack', 'strike', 'damage']);

const ITSELF = /^ان(?:ه|ها|هم)$/;

/** «قصف تقول أنقرة إنه يستهدف المسلحين» (bombing that Ankara says hits the fighters): the verb tells of the act before it. */
const saysWhatItHits = (
  { items, verbs }: Sentence,
  { item, sense }: EventDraft,
  drafts: readonly EventDraft[],
): boolean =>
  verbs.has(item) &&
  sense.part === 'imperfect' &&
  (items[item]!.supports?.some(({ does }) => does === 'hit') ?? false) &&
  ITSELF.test(entryAt(items, item - 1)?.form ?? '') &&
  drafts.some((one) => one.item < item && item - one.item <= 6 && isNominal(one.sense) && HITS.has(one.sense.frame));

/** «انفجرت عبوة ناسفة استهدفت رتلا» (a device exploded that was meant for a convoy): the verb of the weapon tells of the act before it. */
const blastOfWeapon = (
  { items, clauses, clauseOf, verbs }: Sentence,
  { item, type, sense }: EventDraft,
  drafts: readonly EventDraft[],
): EventDraft | undefined => {
  if (!verbs.has(item) || sense.part !== 'perfect' || items[item]!.conjunction) return undefined;
  if (!items[item]!.supports?.some(({ does }) => does === 'hit')) return undefined;
  const before = items
    .slice(Math.max(0, item - 3), item)
    .some(({ means, kind }) => means !== undefined && kind !== 'trigger');
  const { parent } = clauses[clauseOf[item]!]!;
  if (!before) return undefined;
  return drafts.find(
    (one) => one.item < item && item - one.item <= 4 && one.type === type && clauseOf[one.item] === parent,
  );
};

const WEAK = new Set(['operation', 'attempt']);

/** What a dropped word says of where an event was belongs to the word that tells the event. */
const absorb = ({ roles: into }: EventDraft, { roles }: EventDraft): void => {
  for (const place of roles.places) if (!into.places.some(({ item }) => item === place.item)) into.places.push(place);
  into.last = Math.max(into.last, roles.last);
};

/** Drops what the guide does not count: killings whose means is told, verbs of an event told by a noun. */
export const settle = (
  sentence: Sentence,
  all: readonly EventDraft[],
  turnedDown: TurnedDown[],
  words: EventWords,
): EventDraft[] => {
  const { clauseOf } = sentence;
  const rootOf = (draft: EventDraft): number => clauseOf[draft.item]!;
  const isShot = ({ sense, by }: EventDraft): boolean =>
    isNominal(sense) && 'shared' in sense.word && (by === 'rockets' || by === 'guns');
  const drop = (draft: EventDraft, why: string): false => {
    turnedDown.push({ item: draft.item, why });
    return false;
  };
  const drafts = all.map((draft) => shotDead(sentence, draft, all, words));
  const carriers = new Map(
    drafts.flatMap((draft) => (draft.roles.supportItem === null ? [] : [[draft.roles.supportItem, draft] as const])),
  );
  // «محاولة التقدم» (an attempt to advance) is one mention, told by the attempt.
  const attemptOf = (draft: EventDraft): EventDraft | undefined => {
    const attempt = drafts.find(
      (one) =>
        'shared' in one.sense.word &&
        one.sense.word.shared === 'attempt' &&
        one.item < draft.item &&
        draft.item - one.item <= 8,
    );
    const tried = attempt && (words.events.get(draft.type)?.['attempted-as'] || draft.type === attempt.type);
    return tried &&
      !sentence.items
        .slice(attempt.item + 1, draft.item)
        .some((between, n) => between.kind === 'comma' || sentence.verbs.has(attempt.item + 1 + n))
      ? attempt
      : undefined;
  };
  const attempts = new Set(drafts.map(attemptOf));
  return drafts.filter((draft) => {
    const shared = 'shared' in draft.sense.word ? draft.sense.word.shared : null;
    if (saysWhatItHits(sentence, draft, drafts)) return drop(draft, 'says what the act before it hits');
    const blast = blastOfWeapon(sentence, draft, drafts);
    if (blast) {
      absorb(blast, draft);
      if (blast.roles.targets.length === 0) blast.roles.targets.push(...draft.roles.targets);
      return drop(draft, 'says what the act before it hits');
    }
    const announces = shared !== null && WEAK.has(shared) && !attempts.has(draft);
    const next = drafts.find((one) => one.item === draft.item + 1);
    if (announces && next && isNominal(next.sense) && !sentence.items[next.item]!.conjunction)
      return drop(draft, 'only announces the event word behind it');
    const attempt = attemptOf(draft);
    if (attempt) {
      absorb(attempt, draft);
      if (attempt.roles.actors.length === 0) attempt.roles.actors.push(...draft.roles.actors);
      return drop(draft, 'what was attempted, told by the word before');
    }
    const previous = drafts.find((one) => one.item === draft.item - 1);
    // «معارك استعادة المدينة»: what a fight is for.
    if (
      previous?.family === 'ground' &&
      isNominal(previous.sense) &&
      isNominal(draft.sense) &&
      words.events.get(draft.type)?.['attempted-as'] &&
      !sentence.items[draft.item]!.conjunction &&
      !sentence.items[draft.item]!.clitic
    )
      return drop(draft, 'what a fight is for');
    if (
      previous &&
      previous.type === draft.type &&
      isNominal(draft.sense) &&
      sentence.items[draft.item]!.conjunction === 'و' &&
      !sentence.verbs.has(previous.item)
    )
      return drop(draft, 'joined to a word for the same event');
    // «استعادت القوات، فجر اليوم، السيطرة على قرى»: the verb of winning back and the control it wins.
    const winning = drafts.find(
      (one) =>
        one.sense.frame === 'retake' &&
        one.type === draft.type &&
        one.item < draft.item &&
        rootOf(one) === rootOf(draft),
    );
    if (
      winning &&
      draft.sense.frame === 'capture' &&
      isNominal(draft.sense) &&
      !sentence.items[draft.item]!.conjunction
    ) {
      absorb(winning, draft);
      return drop(draft, 'the object of a word for the same event');
    }
    const governing = drafts.findLast(
      (one) =>
        one !== draft &&
        one.type === draft.type &&
        one.item < draft.item &&
        (draft.item - one.item <= 5 || (draft.item - one.item <= 9 && isWith(sentence, draft.item))) &&
        rootOf(one) === rootOf(draft) &&
        // A word that gives way itself (قُتل 11 في غارة, استهدفت غارات) governs no other.
        (draft.yields || !one.yields) &&
        !isCountedBy(sentence, one, draft) &&
        (carriers.get(one.item) ?? one) === one,
    );
    if (
      governing &&
      isNominal(draft.sense) &&
      // «مواجهات بعد مناوشات» (clashes after skirmishes): one before the other.
      sentence.governor[draft.item] !== 'بعد' &&
      !OTHER.has(sentence.items[draft.item + 1]?.form ?? '') &&
      !sentence.items[draft.item]!.conjunction &&
      !sentence.items
        .slice(governing.item + 1, draft.item)
        .some((between) => between.kind === 'comma' || between.conjunction !== '')
    ) {
      // «السيطرة على السيطرة على السوق»: written twice, the place stands behind the second.
      if (governing.roles.places.length === 0 && governing.item + 2 >= draft.item) absorb(governing, draft);
      return drop(draft, 'the object of a word for the same event');
    }
    const repelling = drafts.find(
      (one) =>
        one.sense.frame === 'repel' &&
        one.item < draft.item &&
        rootOf(one) === rootOf(draft) &&
        (objectFar(sentence, one.item) === draft.item ||
          (draft.item - one.item <= 6 &&
            !sentence.items
              .slice(one.item + 1, draft.item + 1)
              .some(
                (between, n) =>
                  (between.conjunction !== '' && between.kind !== 'actor') ||
                  (between.kind === 'comma' &&
                    sentence.items[one.item + 2 + n]?.kind !== 'date' &&
                    sentence.items[one.item + n]?.kind !== 'date'),
              ))),
    );
    if (repelling && isNominal(draft.sense) && (draft.anaphora || isAttempt(draft.type, words))) {
      for (const place of draft.roles.places)
        if (!repelling.roles.places.some(({ item }) => item === place.item)) repelling.roles.places.push(place);
      // صد الهجوم من قبل التنظيم: the agent behind both nouns threw it back; else who attacked was thrown back.
      const { actors, targets } = repelling.roles;
      const failed = repelling.sense.entry['needs-object'] === 'failed-assault';
      if (actors.length === 0 && isNominal(repelling.sense) && !failed) actors.push(...draft.roles.actors);
      else if (targets.length === 0) targets.push(...draft.roles.actors.filter((k) => !actors.includes(k)));
      return drop(draft, 'the attack that the word before says was thrown back');
    }
    const carried = carriers.get(draft.item);
    // «إطلاق صواريخ وقصف مدفعي» (firing of rockets, and shelling): with what was fired it tells an event itself.
    const fired = isShot(draft) && carried !== undefined && sentence.items[carried.item]!.conjunction === 'و';
    // «قذائف أطلقتها الميليشيا تسببت في مقتل» (shells that the militia fired caused deaths): what was fired is the event.
    const deadly = carried?.yields === true && draft.by !== null && ARMS.has(draft.by);
    if (carried && carried !== draft && !fired && !deadly && !attempts.has(draft) && draft.sense.frame !== 'repel')
      return drop(draft, 'it only carries the event of another word');
    const hitting = hitsOn(sentence, draft, drafts);
    if (hitting) {
      absorb(hitting, draft);
      return drop(draft, 'the attack told before goes on to hit');
    }
    if (isHit(sentence, draft, drafts)) return drop(draft, 'what was hit');
    if (isAimed(sentence, draft)) return drop(draft, 'a purpose, not an event');
    if (isPrevented(sentence, draft)) return drop(draft, 'what somebody was kept from');
    const way = givesWay(sentence, draft, drafts);
    if (way) return drop(draft, way);
    const purpose = purposeIn(sentence, draft, drafts, words);
    return purpose === null || drop(draft, purpose);
  });
};
