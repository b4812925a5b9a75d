import type { Sentence } from '../clause/sentence.js';
import { isNominal } from '../scan/words.js';
import type { EventWords } from '../words/load.js';
import type { Support } from '../words/senses.js';
import type { EventDraft } from './draft.js';
import { givesWay, shotDead } from './gives-way.js';

/** Why a word that can tell an event told none here. */
export interface TurnedDown {
  readonly item: number;
  readonly why: string;
}

/** Another one: «هجوم آخر» is no repetition of the word before. */
const OTHER = /^(?:اخر|اخري|ثان|ثانيه|مماثل|مماثله|اخرين)$/;
/** Words behind which ل tells what came, not what for: «نتيجة لقصف» (as a result of), «الوصول لاتفاق» (reaching). */
const LEADS_TO =
  /^(?:نتيجه|الوصول|وصول|عرضه|هدفا|مسرحا|سببا|ردا|التوصل|توصل|اتفاق|الاتفاق|اتفاقا|استمرارا|وفقا|خلافا|نظرا|تعرض\S*|تتعرض|يتعرض)$/;
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
  if (draft.sense.frame !== 'deploy' || !isNominal(draft.sense) || draft.roles.support?.does === 'agent') return false;
  if (items[draft.item]!.conjunction || items[draft.item]!.clitic || governor[draft.item] !== null) return false;
  for (let k = draft.item - 1; k >= clauses[clauseOf[draft.item]!]!.first; k--) {
    if (items[k]!.kind === 'comma' || items[k]!.kind === 'connector') return false;
    if (!verbs.has(k) && items[k]!.kind !== 'trigger') continue;
    const hits = items[k]!.supports?.some(({ does }) => does === 'hit') ?? false;
    return hits || drafts.some(({ item, sense }) => item === k && HITS.has(sense.frame));
  }
  return false;
};
const HITS: ReadonlySet<string> = new Set(['attack', 'strike', 'damage']);

/** «تهدف العملية إلى طرد التنظيم» (the operation aims at), «ينص الاتفاق على انسحاب» (says that they withdraw). */
const isAimed = ({ items, clauses, clauseOf, governor, verbs }: Sentence, { item, sense }: EventDraft): boolean => {
  if (!isNominal(sense)) return false;
  const by = governor[item] ?? null;
  const verb = clauses[clauseOf[item]!]!.verb;
  const aim = verb !== null && verb < item && items[verb]!.supports?.find(({ does }) => does === 'aim');
  if (aim && (by === aim.takes || by === 'ل' || (items[item]!.conjunction === 'و' && !verbs.has(item)))) return true;
  // «عملية هادفة إلى طرد» (an operation aimed at)
  return (
    (by === 'إلى' || by === 'ل') && items.slice(Math.max(0, item - 3), item).some(({ form }) => AIMED.test(form ?? ''))
  );
};
const AIMED = /^(?:ال|وال)?(?:هادف|رامي)(?:ه|ين|ا)?$/;

/** «منعتهم من الخروج» (kept them from leaving). */
const isPrevented = ({ items, clauses, clauseOf, governor, verbs }: Sentence, { item }: EventDraft): boolean => {
  if (governor[item] !== 'من') return false;
  for (let k = item - 1; k >= clauses[clauseOf[item]!]!.first; k--)
    if ((verbs.has(k) || items[k]!.kind === 'word') && PREVENTS.test(items[k]!.form ?? ''))
      return items[k - 1]?.kind !== 'negator';
  return false;
};
const PREVENTS = /^[وف]?[تين]?منع(?:ت|وا|ون)?(?:ه|ها|هم)?$/;

/** «بعيدة عن» (far from). */
const FAR = /^(?:ال)?بعيد(?:ا|ه|ين)?$/;

/** «تعرض القرية لقصف» (the village coming under fire): who suffers it stands between the two. */
const undergoes = ({ items, verbs }: Sentence, at: number): boolean => {
  for (let k = at - 1; k >= Math.max(0, at - 5); k--) {
    if (/^(?:[وفبل])?(?:ال)?تعرض(?:ه|ها|هم)?$/.test(items[k]!.form ?? '') || items[k]!.cue === 'cause') return true;
    if (verbs.has(k) || items[k]!.kind === 'comma' || items[k]!.kind === 'trigger') return false;
  }
  return false;
};

const WEAK = new Set(['operation', 'attempt']);

/** What a dropped word says of where an event was belongs to the word that tells the event. */
const absorb = ({ roles: into }: EventDraft, { roles }: EventDraft): void => {
  for (const place of roles.places) if (!into.places.some(({ item }) => item === place.item)) into.places.push(place);
  into.last = Math.max(into.last, roles.last);
};

/** «دعا لوقف» (called for), «تعرض لقصف» (came under): verbs whose event stands behind لـ; behind others it tells a purpose. */
const asksWithLam = (support: Support | null): boolean =>
  support !== null && (support.takes === 'ل' || ASKING.has(support.does));
const ASKING: ReadonlySet<Support['does']> = new Set(['result', 'call', 'attempt', 'plan', 'force']);

/** How far behind an operation its aim may stand: «عملية عسكرية مستمرة منذ العاشر من أيلول لطرد». */
const AIM_REACH = 10;

/** Whether a word may tell what an operation or attack told before it is for: «عملية عسكرية لطرد التنظيم من سرت». */
const isAimOf = ({ items, verbs }: Sentence, { item: at }: EventDraft, operation: EventDraft): boolean =>
  operation.family === 'ground' &&
  isNominal(operation.sense) &&
  operation.item < at &&
  at - operation.item <= AIM_REACH &&
  !items.slice(operation.item + 1, at).some((one, n) => {
    const k = operation.item + 1 + n;
    return one.kind === 'comma' || one.kind === 'place' || one.kind === 'relative' || verbs.has(k);
  });

/** The place and the side that an aim tells are those of the operation, where it tells none of its own. */
const aimAt = ({ roles: into }: EventDraft, { roles, item }: EventDraft): void => {
  if (into.places.every((place) => place.item > item)) {
    const own = new Set(into.places.map((place) => place.item));
    into.places.push(
      ...roles.places.filter((place) => !own.has(place.item)).map((place) => ({ ...place, role: 'where' as const })),
    );
  }
  if (into.targets.length === 0) into.targets.push(...roles.targets.filter((k) => !into.actors.includes(k)));
};

/** Drops what the guide does not count: killings whose means is told, verbs of an event told by a noun. */
export const settle = (
  sentence: Sentence,
  all: readonly EventDraft[],
  turnedDown: TurnedDown[],
  words: EventWords,
): EventDraft[] => {
  const { clauseOf, clauses } = sentence;
  const rootOf = (draft: EventDraft): number => clauseOf[draft.item]!;
  const drop = (draft: EventDraft, why: string): false => {
    turnedDown.push({ item: draft.item, why });
    return false;
  };
  const drafts = all.map((draft) => shotDead(sentence, draft, all));
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
        draft.item - one.item <= 5 &&
        rootOf(one) === rootOf(draft) &&
        // A word that gives way itself (قُتل 11 في غارة, استهدفت غارات) governs no other.
        (draft.yields || !one.yields) &&
        (carriers.get(one.item) ?? one) === one,
    );
    if (
      governing &&
      isNominal(draft.sense) &&
      !OTHER.test(sentence.items[draft.item + 1]?.form ?? '') &&
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
        draft.item - one.item <= 6 &&
        rootOf(one) === rootOf(draft) &&
        !sentence.items
          .slice(one.item + 1, draft.item + 1)
          .some(
            (between, n) =>
              between.conjunction !== '' ||
              (between.kind === 'comma' &&
                sentence.items[one.item + 2 + n]?.kind !== 'date' &&
                sentence.items[one.item + n]?.kind !== 'date'),
          ),
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
    if (carried && carried !== draft && !attempts.has(draft) && draft.sense.frame !== 'repel')
      return drop(draft, 'it only carries the event of another word');
    if (isHit(sentence, draft, drafts)) return drop(draft, 'what was hit');
    if (isAimed(sentence, draft)) return drop(draft, 'a purpose, not an event');
    if (isPrevented(sentence, draft)) return drop(draft, 'what somebody was kept from');
    const way = givesWay(sentence, draft, drafts);
    if (way) return drop(draft, way);
    const purposeOf = drafts.findLast((one) => isAimOf(sentence, draft, one));
    const purpose = (): boolean => {
      // «لا صحة لأنباء عن اتفاق لانسحاب التنظيم»: whoever denies the agreement denies what was agreed.
      const agreed = drafts.some(
        (one) => one.sense.frame === 'agree' && one.item < draft.item && draft.item - one.item <= AIM_REACH,
      );
      if (agreed && draft.modality === 'denied') return true;
      if (purposeOf && words.events.get(draft.type)?.['attempted-as']) aimAt(purposeOf, draft);
      return drop(draft, 'a purpose, not an event');
    };
    if (clauses[rootOf(draft)]!.opener === 'purpose') return purpose();
    const item = sentence.items[draft.item]!;
    const before = sentence.items[draft.item - 1];
    // «للمشاركة في القتال» (in order to take part in the fighting), «بعيدة عن الاشتباكات» (far from the clashes).
    const support = draft.roles.supportItem === null ? undefined : sentence.items[draft.roles.supportItem];
    if (support?.clitic === 'ل' && draft.roles.support?.part === 'masdar' && draft.sense.frame === 'clash')
      return drop(draft, 'a purpose, not an event');
    if (sentence.governor[draft.item] === 'عن' && FAR.test(sentence.items[draft.item - 2]?.form ?? ''))
      return drop(draft, 'what something is far from');
    const told =
      undergoes(sentence, draft.item) ||
      // تحضيرا للعملية العسكرية (in preparation for the operation): one that is known of is still to come.
      (before?.cue === 'plan' && item.definite) ||
      before?.kind === 'connector' ||
      before?.cue === 'addition' ||
      before?.kind === 'support' ||
      before?.kind === 'measure' ||
      LEADS_TO.test(before?.form ?? '');
    // للسيطرة على (in order to take): what can be attempted is a purpose with the article too.
    const aim =
      !item.definite ||
      words.events.get(draft.type)?.['attempted-as'] !== undefined ||
      (draft.anaphora && sentence.items[draft.item + 1]?.preposition === 'على');
    if (item.clitic === 'ل' && !asksWithLam(draft.roles.support) && !told && aim && isNominal(draft.sense))
      return purpose();
    // «عمليات الجيش بالسيطرة على»: what an operation that nobody carries is about.
    if (
      item.clitic === 'ب' &&
      purposeOf &&
      purposeOf.roles.support === null &&
      draft.item - purposeOf.item <= 3 &&
      isNominal(draft.sense) &&
      words.events.get(draft.type)?.['attempted-as']
    )
      return purpose();
    return true;
  });
};
