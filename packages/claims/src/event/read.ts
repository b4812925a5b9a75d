import { modalityOf } from '../clause/modality.js';
import { partSenses } from '../clause/parts.js';
import type { Sentence } from '../clause/sentence.js';
import { meansOf } from '../frame/means.js';
import { rolesOf } from '../frame/roles.js';
import { type buildTypeTable, chooseType } from '../frame/types.js';
import { isNominal } from '../scan/words.js';
import type { EventWords } from '../words/load.js';
import type { Sense, Support } from '../words/senses.js';
import { meets } from './conditions.js';
import type { EventDraft } from './draft.js';
import { givesWay } from './gives-way.js';

export interface EventGrammar {
  readonly words: EventWords;
  readonly table: ReturnType<typeof buildTypeTable>;
}

/** Why a word that can tell an event told none here. */
export interface TurnedDown {
  readonly item: number;
  readonly why: string;
}

/** «دعا لوقف» (called for), «تعرض لقصف» (came under): verbs whose event stands behind لـ; behind others it tells a purpose. */
const asksWithLam = (support: Support | null): boolean =>
  support !== null && (support.takes === 'ل' || ASKING.has(support.does));
const ASKING: ReadonlySet<Support['does']> = new Set(['result', 'call', 'attempt', 'plan', 'force']);

const infoOf = (sense: Sense, words: EventWords) =>
  'shared' in sense.word ? words.shared.get(sense.word.shared) : undefined;

/** Reads the event mentions of a sentence. */
export const readEvents = (
  sentence: Sentence,
  grammar: EventGrammar,
): { drafts: EventDraft[]; turnedDown: TurnedDown[] } => {
  const drafts: EventDraft[] = [];
  const turnedDown: TurnedDown[] = [];
  for (let at = 0; at < sentence.items.length; at++) {
    const item = sentence.items[at]!;
    if (item.kind !== 'trigger') continue;
    const reasons: string[] = [];
    const draft = readEvent(sentence, at, grammar, reasons);
    if (draft) drafts.push(draft, ...secondMeans(sentence, draft, grammar));
    else turnedDown.push({ item: at, why: reasons.join('; ') || 'no sense of the word fits its clause' });
  }
  return { drafts: settle(sentence, drafts, turnedDown, grammar.words), turnedDown };
};

/**
 * «القصف الجوي والصاروخي» (air and rocket fire): a second adjective of another type is a mention of its own.
 */
const secondMeans = (sentence: Sentence, draft: EventDraft, { words, table }: EventGrammar): EventDraft[] => {
  const row = 'shared' in draft.sense.word ? table.get(draft.sense.word.shared) : undefined;
  for (let k = draft.item + 2; k <= draft.item + 3; k++) {
    const item = sentence.items[k];
    const before = sentence.items[k - 1];
    if (
      item?.conjunction !== 'و' ||
      !item.means ||
      !before?.means ||
      item.clitic ||
      item.kind === 'trigger' ||
      item.kind === 'actor'
    )
      continue;
    const type = (row ?? table.get('bombard'))?.get(item.means);
    const event = type ? words.events.get(type) : undefined;
    if (!type || !event || type === draft.type) continue;
    return [
      {
        ...draft,
        item: k,
        type,
        family: event.family,
        by: item.means,
        counts: event.counts ?? null,
        countedAs: event['counted-as'] ?? null,
        roles: { ...draft.roles, first: k, last: Math.max(k, draft.roles.last) },
      },
    ];
  }
  return [];
};

const readEvent = (sentence: Sentence, at: number, grammar: EventGrammar, reasons: string[]): EventDraft | null => {
  const { words, table } = grammar;
  let best: EventDraft | null = null;
  for (const sense of partSenses(sentence.items, at)) {
    if (isAttributive(sentence, at, sense)) {
      reasons.push('describes the noun before it');
      continue;
    }
    const frame = words.frames.get(sense.frame)!;
    const roles = rolesOf(sentence, at, sense, frame);
    const means = meansOf(sentence, at, roles);
    const shared = infoOf(sense, words);
    const choice = chooseType(sense, means, words, table, !isNominal(sense));
    if (!choice) {
      reasons.push('no type takes the word');
      continue;
    }
    if (shared?.['needs-means'] && choice.by === null) {
      reasons.push('no means stands with it');
      continue;
    }
    if (
      shared?.weak &&
      sense.entry.needs === undefined &&
      choice.by === null &&
      roles.actors.length === 0 &&
      !sentence.items[at]!.definite
    ) {
      reasons.push('an operation of nobody');
      continue;
    }
    if (!meets(sentence, at, sense, roles, means)) {
      reasons.push(`${choice.type}: what the word needs is not beside it`);
      continue;
    }
    if (choice.by !== null) roles.first = Math.min(roles.first, subjectMeans(sentence, at, choice.by));
    const control = controlChoice(sentence, at, sense, choice.type, grammar);
    const achieved = control ?? choice.type;
    const attempted = roles.support?.does === 'attempt' ? words.events.get(achieved)?.['attempted-as'] : undefined;
    const type = attempted ?? achieved;
    const event = words.events.get(type)!;
    if (best && specificity(best) >= specificityOf(sense, choice.by)) continue;
    best = {
      sentence: sentence.index,
      item: at,
      type,
      family: event.family,
      sense,
      roles,
      by: choice.by,
      counts: event.counts ?? null,
      countedAs: event['counted-as'] ?? null,
      standing: event.tense === 'standing',
      modality:
        sense.entry.modality ??
        modalityOf(sentence, at, attempted === undefined ? roles.support : null, roles.supportItem),
      yields: yieldsTo(sense.entry.yields ?? shared?.yields ?? false, roles),
      anaphora: shared?.anaphora ?? false,
      definite: sense.definite || sentence.items[at]!.definite,
    };
  }
  return best;
};

/** «قناص يقتل طفلا» (a sniper kills a child): the noun before the verb that tells the means belongs to the mention. */
const subjectMeans = ({ items, verbs, clauses, clauseOf }: Sentence, at: number, means: string): number => {
  if (!verbs.has(at)) return at;
  for (let k = at - 1; k >= clauses[clauseOf[at]!]!.first; k--) if (items[k]!.means === means) return k;
  return at;
};

/** A verb of success or «تم» that carries the word tells it for its own sake. */
const STANDS_ALONE: ReadonlySet<string> = new Set(['succeed', 'occur', 'agent', 'attempt']);

const yieldsTo = (yields: boolean | 'alone', { support }: EventDraft['roles']): boolean =>
  yields === 'alone' ? !STANDS_ALONE.has(support?.does ?? '') : yields;

/** القوات المهاجمة (the attacking forces): a definite form of مفاعلة behind a definite noun is its adjective. */
const isAttributive = (sentence: Sentence, at: number, sense: Sense): boolean => {
  const item = sentence.items[at]!;
  const before = sentence.items[at - 1];
  if (
    sense.part !== 'masdar' ||
    !item.definite ||
    item.conjunction ||
    item.clitic ||
    !('verb' in sense.entry) ||
    sense.entry.form !== 3
  )
    return false;
  return (
    before !== undefined &&
    before.definite &&
    (before.kind === 'word' || before.kind === 'actor' || before.kind === 'people' || before.kind === 'thing')
  );
};

const specificityOf = (sense: Sense, by: string | null): number =>
  ('type' in sense.word ? 2 : 1) +
  (by === null ? 0 : 1) +
  (sense.entry.needs || sense.entry['needs-object'] ? 1 : 0) +
  (sense.entry.needs === 'prisoner-sense' ? 1 : 0);
const specificity = (draft: EventDraft): number => specificityOf(draft.sense, draft.by);

/** سيطر told as a change or as a state: an imperfect, كان or a participle that marks out is a state. */
const controlChoice = (
  sentence: Sentence,
  at: number,
  sense: Sense,
  type: string,
  { table }: EventGrammar,
): string | null => {
  if (!('shared' in sense.word)) return null;
  const row = table.get(sense.word.shared);
  if (!row?.has('change') || !row.has('standing')) return null;
  const before = sentence.items[at - 1];
  const standing = sense.part === 'imperfect' && before?.cue !== 'purpose';
  void type;
  return row.get(standing ? 'standing' : 'change')!;
};

/** Another one: «هجوم آخر» is no repetition of the word before. */
const OTHER = /^(?:اخر|اخري|ثان|ثانيه|مماثل|مماثله|اخرين)$/;
/** Words behind which ل tells what came, not what for: «نتيجة لقصف» (as a result of), «الوصول لاتفاق» (reaching). */
const LEADS_TO =
  /^(?:نتيجه|الوصول|وصول|عرضه|هدفا|مسرحا|سببا|ردا|التوصل|توصل|استمرارا|وفقا|خلافا|نظرا|تعرض\S*|تتعرض|يتعرض)$/;
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

const WEAK = new Set(['operation', 'attempt']);

/** Drops what the guide does not count: killings whose means is told, verbs of an event told by a noun. */
const settle = (
  sentence: Sentence,
  drafts: readonly EventDraft[],
  turnedDown: TurnedDown[],
  words: EventWords,
): EventDraft[] => {
  const { clauseOf, clauses } = sentence;
  const rootOf = (draft: EventDraft): number => clauseOf[draft.item]!;
  const drop = (draft: EventDraft, why: string): false => {
    turnedDown.push({ item: draft.item, why });
    return false;
  };
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
      for (const place of draft.roles.places)
        if (!attempt.roles.places.some(({ item }) => item === place.item)) attempt.roles.places.push(place);
      attempt.roles.last = Math.max(attempt.roles.last, draft.roles.last);
      return drop(draft, 'what was attempted, told by the word before');
    }
    const previous = drafts.find((one) => one.item === draft.item - 1);
    if (
      previous &&
      previous.type === draft.type &&
      isNominal(draft.sense) &&
      sentence.items[draft.item]!.conjunction === 'و' &&
      !sentence.verbs.has(previous.item)
    )
      return drop(draft, 'joined to a word for the same event');
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
    )
      return drop(draft, 'the object of a word for the same event');
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
      if (actors.length === 0 && isNominal(repelling.sense)) actors.push(...draft.roles.actors);
      else if (targets.length === 0) targets.push(...draft.roles.actors.filter((k) => !actors.includes(k)));
      return drop(draft, 'the attack that the word before says was thrown back');
    }
    const carried = carriers.get(draft.item);
    if (carried && carried !== draft && !attempts.has(draft))
      return drop(draft, 'it only carries the event of another word');
    if (isHit(sentence, draft, drafts)) return drop(draft, 'what was hit');
    const way = givesWay(sentence, draft, drafts);
    if (way) return drop(draft, way);
    if (clauses[rootOf(draft)]!.opener === 'purpose') return drop(draft, 'a purpose, not an event');
    const item = sentence.items[draft.item]!;
    const before = sentence.items[draft.item - 1];
    const told =
      before?.kind === 'connector' ||
      before?.cue === 'addition' ||
      before?.kind === 'support' ||
      before?.kind === 'measure' ||
      LEADS_TO.test(before?.form ?? '');
    // للسيطرة على (in order to take): what can be attempted is a purpose with the article too.
    const aim = !item.definite || words.events.get(draft.type)?.['attempted-as'] !== undefined;
    if (item.clitic === 'ل' && !asksWithLam(draft.roles.support) && !told && aim && isNominal(draft.sense))
      return drop(draft, 'a purpose, not an event');
    return true;
  });
};
