import { entryAt } from '@isnad/text';
import { modalityOf } from '../clause/modality.js';
import { partSenses } from '../clause/parts.js';
import type { Sentence } from '../clause/sentence.js';
import { concordOf } from '../frame/concord.js';
import { isAnother, type MeansTold, meansOf } from '../frame/means.js';
import { type Roles, rolesOf } from '../frame/roles.js';
import { hitsShip } from '../frame/ships.js';
import { type buildTypeTable, chooseType } from '../frame/types.js';
import type { Item } from '../scan/item.js';
import { spelt } from '../scan/spelt.js';
import { isNominal } from '../scan/words.js';
import { spelling } from '../words/classes.js';
import type { EventWords } from '../words/load.js';
import type { Sense } from '../words/senses.js';
import { meets } from './conditions.js';
import type { EventDraft } from './draft.js';
import { groupsApart } from './groups-apart.js';
import { isNamed } from './named.js';
import { areArmed } from './parties.js';
import { settle, type TurnedDown } from './settle.js';
import { triedIn, triersOf } from './tried.js';

export interface EventGrammar {
  readonly words: EventWords;
  readonly table: ReturnType<typeof buildTypeTable>;
}

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
    if (draft) drafts.push(...groupsApart(sentence, draft), ...secondMeans(sentence, draft, grammar));
    else turnedDown.push({ item: at, why: reasons.join('; ') || 'no sense of the word fits its clause' });
  }
  return { drafts: settle(sentence, drafts, turnedDown, grammar.words), turnedDown };
};

/**
 * «القصف الجوي والصاروخي» (air and rocket fire): a second adjective of another type is a mention of its own.
 */
const secondMeans = (sentence: Sentence, draft: EventDraft, { words, table }: EventGrammar): EventDraft[] => {
  if (draft.by === 'naval' || (draft.by === 'ground' && infoOf(draft.sense, words)?.['in-country'])) return [];
  const row = 'shared' in draft.sense.word ? table.get(draft.sense.word.shared) : undefined;
  for (let k = draft.item + 2; k <= draft.item + ANOTHER_WITHIN; k++) {
    const item = sentence.items[k];
    if (item === undefined || item.kind === 'comma') break;
    if (!isSecondMeans(sentence.items, draft.item, k) || item.means === 'ground') continue;
    // «استهدافات متبادلة بالقذائف والرشاشات» (with shells and machine-guns): what a fight is fought with is no mention.
    if (row === undefined && sentence.items[k - 1]!.clitic === 'ب') continue;
    const type = (row ?? table.get('bombard'))?.get(item.means!);
    const event = type ? words.events.get(type) : undefined;
    if (!type || !event || type === draft.type) continue;
    return [
      {
        ...draft,
        item: k,
        from: k,
        type,
        family: event.family,
        by: item.means!,
        counts: event.counts ?? null,
        countedAs: event['counted-as'] ?? null,
        roles: { ...draft.roles, first: k, last: Math.max(k, draft.roles.last) },
      },
    ];
  }
  return [];
};

/** How far behind a word another one of its kind is told: «قصف مدفعي مكثف على القرية وآخر جوي» (and another from the air). */
const ANOTHER_WITHIN = 8;

const isSecondMeans = (items: Sentence['items'], word: number, at: number): boolean => {
  const item = items[at]!;
  const before = items[at - 1]!;
  if (!item.means || item.clitic || item.kind === 'trigger' || item.kind === 'actor') return false;
  return isAnother(before) || (at <= word + 3 && item.conjunction === 'و' && before.means !== undefined);
};

const readEvent = (sentence: Sentence, at: number, grammar: EventGrammar, reasons: string[]): EventDraft | null => {
  const { words, table } = grammar;
  let best: EventDraft | null = null;
  for (const sense of partSenses(sentence.items, at)) {
    if (isAttributive(sentence, at, sense)) {
      reasons.push('describes the noun before it');
      continue;
    }
    if (isOtherGender(sentence, at, sense)) {
      reasons.push('does not agree with the side behind it');
      continue;
    }
    const frame = words.frames.get(sense.frame)!;
    const roles = rolesOf(sentence, at, sense, frame);
    if (frame['subject'] === 'actor') roles.actors.push(...describedBefore(sentence, at, roles));
    const shared = infoOf(sense, words);
    // أطلقوا صواريخ (fired rockets), فجروا سيارة (blew up a car): the object is the means.
    const means = meansOf(sentence, at, roles, shared?.['needs-means'] || sense.frame === 'blast');
    const sea = 'shared' in sense.word && table.get(sense.word.shared)?.has('naval') === true;
    const told = !sea ? ofAll(means, shared) : atSea(sentence, at, roles, means) ? SEA : ashore(means);
    const choice = chooseType(sense, told, words, table, !isNominal(sense));
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
      !CARRIED.has(roles.support?.does ?? '') &&
      !sentence.items[at]!.definite &&
      !isNamed(sentence, at)
    ) {
      reasons.push('an operation of nobody');
      continue;
    }
    if (
      (shared?.weak || (sense.entry.weak && sense.definite)) &&
      sense.number === 'p' &&
      sense.entry.needs === undefined &&
      choice.by === null &&
      tellsNothing(roles)
    ) {
      reasons.push('operations at large');
      continue;
    }
    if (!meets({ sentence, at, sense, roles, means })) {
      reasons.push(`${choice.type}: what the word needs is not beside it`);
      continue;
    }
    if (choice.by !== null) roles.first = Math.min(roles.first, subjectMeans(sentence, at, choice.by));
    else if (sense.entry.frame === 'harm' && sense.entry['needs-before'])
      roles.first = Math.min(roles.first, weaponBefore(sentence, at));
    if (sense.frame === 'deploy') roles.first = Math.min(roles.first, moverBefore(sentence, at));
    const control = controlChoice(sentence, at, sense, grammar);
    const achieved = control ?? choice.type;
    const attempt = triedIn(sentence, at);
    const tried = attempt !== null || TRIES.has(roles.support?.does ?? '');
    const attempted = tried ? words.events.get(achieved)?.['attempted-as'] : undefined;
    if (attempt !== null && attempted !== undefined) {
      roles.actors = [...triersOf(sentence, attempt, at)];
      roles.first = Math.min(roles.first, attempt);
    }
    const atArmed = sense.entry['at-armed'];
    const type = attempted ?? (atArmed && choice.by === 'gunfire' && areArmed(sentence, roles) ? atArmed : achieved);
    const event = words.events.get(type)!;
    if (best && specificity(best) >= specificityOf(sense, choice.by)) continue;
    best = {
      sentence: sentence.index,
      item: at,
      from: at,
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
        modalityOf(
          sentence,
          at,
          attempted === undefined && !isAttempted(type, roles, grammar.words) ? roles.support : null,
          roles.supportItem,
        ),
      yields: yieldsTo(sense.entry.yields ?? shared?.yields ?? false, roles, entryAt(sentence.items, at - 1)),
      anaphora: shared?.anaphora ?? false,
      definite: sense.definite || sentence.items[at]!.definite,
    };
  }
  return best;
};

/** «حاولت التسلل» (tried to get in): what an attempt is told as, by its own word; that it was tried puts it in no doubt (guide, rule 6). */
const isAttempted = (type: string, { support }: Roles, { events }: EventWords): boolean => {
  if (support?.does !== 'attempt') return false;
  for (const event of events.values()) if (event['attempted-as'] === type) return true;
  return false;
};

const SEA: MeansTold = { own: new Set(['naval']), near: new Set(), clause: new Set() };

/** «عدوانه برا وبحرا وجوا» (its aggression by land, sea and air): a whole operation, on the ground too. */
const ofAll = (means: MeansTold, shared: ReturnType<typeof infoOf>): MeansTold => {
  const has = (tag: string): boolean => means.own.has(tag) || means.near.has(tag) || means.clause.has(tag);
  return shared?.['in-country'] && has('ground') && has('air') ? LAND : means;
};
const LAND: MeansTold = { own: new Set(['ground']), near: new Set(), clause: new Set() };

/** Whether a word that attacks at sea are told by tells one; what drones alone hit stays their strike. */
const atSea = (sentence: Sentence, at: number, roles: Roles, { own, near }: MeansTold): boolean =>
  !isByDrones(own.size > 0 ? own : near) && hitsShip(sentence, at, roles);
/** A ship that nothing says was hit is no means: «قصفت سفينة المواقع» (a ship shelled the positions). */
const ashore = ({ own, near, clause }: MeansTold): MeansTold => ({
  own: new Set([...own].filter((tag) => tag !== 'naval')),
  near: new Set([...near].filter((tag) => tag !== 'naval')),
  clause: new Set([...clause].filter((tag) => tag !== 'naval')),
});
const isByDrones = (means: ReadonlySet<string>): boolean => means.has('drone') && !means.has('rockets');

/** «بين المقاتلين وقوات إسرائيلية دخلت البلدة» (and Israeli forces that entered the town): a verb right behind a side without article describes it. */
const describedBefore = (
  { items, verbs, clauses, clauseOf }: Sentence,
  at: number,
  { actors }: Roles,
): readonly number[] => {
  const before = items[at - 1];
  const describes =
    actors.length === 0 && verbs.has(at) && before?.kind === 'actor' && !before.definite && !items[at]!.conjunction;
  const { opener, first } = clauses[clauseOf[at]!]!;
  return describes && opener === 'connector' && first === at && concordOf(before) !== null ? [at - 1] : [];
};

/** «قناص يقتل طفلا» (a sniper kills a child): the noun before the verb that tells the means belongs to the mention. */
const subjectMeans = ({ items, verbs, clauses, clauseOf }: Sentence, at: number, means: string): number => {
  if (!verbs.has(at)) return at;
  for (let k = at - 1; k >= clauses[clauseOf[at]!]!.first; k--) if (items[k]!.means === means) return k;
  return at;
};

/** «دخول رتل عسكري», «أرسلت الحكومة تعزيزات» (sent reinforcements): the word that moves forces belongs to the mention. */
const moverBefore = ({ items }: Sentence, at: number): number => {
  for (let k = at - 1; k >= Math.max(0, at - MOVER_WITHIN); k--) {
    if (isMoving(items[k])) return k;
    if (items[k]!.kind === 'comma' || items[k]!.kind === 'connector') return at;
  }
  return at;
};
const isMoving = spelt(spelling('event/moving', '[وفب]?'));
/** How far behind it the forces may stand, in items. */
const MOVER_WITHIN = 3;

/** «انتحاريان يوقعان 12 قتيلا» (two suicide bombers cause 12 deaths): the weapon right before a headline's verb. */
const weaponBefore = ({ items, verbs }: Sentence, at: number): number => {
  if (!verbs.has(at)) return at;
  for (let k = at - 1; k >= Math.max(0, at - 2); k--) if (items[k]!.means) return k;
  return at;
};

/** «تدخل الجيش» (the army's stepping in) is no «تدخل» (she goes in), which only a feminine subject may follow. */
const isOtherGender = ({ items }: Sentence, at: number, { part, gender, number }: Sense): boolean => {
  const next = items[at + 1];
  return (
    part === 'imperfect' &&
    gender === 'f' &&
    number === 's' &&
    next?.kind === 'actor' &&
    next.side?.heads.length === 0 &&
    !next.clitic &&
    /^ال/.test(next.form ?? '') &&
    concordOf(next) === 'm'
  );
};

/** «نفذ … عملية» (carried out an operation), whoever did: a verb that tells it makes it one. */
const CARRIED: ReadonlySet<string> = new Set(['agent', 'hit']);

/** A verb of success or «تم» that carries the word tells it for its own sake. */
/** حاول (tried), فشل (failed): nothing was reached. */
const TRIES: ReadonlySet<string> = new Set(['attempt', 'fail']);
const STANDS_ALONE: ReadonlySet<string> = new Set(['succeed', 'occur', 'agent', 'attempt', 'result']);

const yieldsTo = (yields: boolean | 'alone', { support }: EventDraft['roles'], before: Item | undefined): boolean =>
  yields === 'alone' ? !STANDS_ALONE.has(support?.does ?? '') && before?.cue !== 'result' : yields;

/** «العمليات» (the operations), with nobody who acts or suffers, and no verb that carries them. */
const tellsNothing = ({ actors, targets, support, pronounActor }: EventDraft['roles']): boolean =>
  actors.length + targets.length === 0 && support === null && !pronounActor;

/** How far behind a participle its doer or its time stands. */
const DETAILS = 4;

const tellsMore = ({ items, governor }: Sentence, at: number): boolean =>
  items
    .slice(at + 1, at + 1 + DETAILS)
    .some(({ date }, n) => governor[at + 1 + n] === 'agent' || date?.sense === 'since');

/** القوات المهاجمة (the attacking forces): a definite form of مفاعلة behind a definite noun is its adjective. */
const isAttributive = (sentence: Sentence, at: number, sense: Sense): boolean => {
  const item = sentence.items[at]!;
  const before = entryAt(sentence.items, at - 1);
  // «الأحياء المحاصرة» only marks out; «المحاصرة من قبل النظام», «المحاصرة منذ عامين» tell who and how long.
  const form = sense.part === 'passive-participle' || (sense.part === 'masdar' && before?.kind === 'place');
  if (form && item.definite && !item.conjunction && !item.clitic && sense.entry.form === 3)
    return !tellsMore(sentence, at);
  if (sense.part !== 'masdar' || !item.definite || item.conjunction || item.clitic || sense.entry.form !== 3)
    return false;
  return (
    before !== undefined &&
    before.definite &&
    (before.kind === 'word' || before.kind === 'actor' || before.kind === 'people' || before.kind === 'thing')
  );
};

/** What an entry may want beside its word. */
const NEEDS = ['needs', 'needs-object', 'needs-after', 'needs-before'] as const;

const specificityOf = (sense: Sense, by: string | null): number =>
  ('type' in sense.word ? 2 : 1) +
  (by === null ? 0 : 1) +
  (NEEDS.some((need) => sense.entry[need] !== undefined) ? 1 : 0) +
  // أعادت القوات انتشارها: the verb with its noun says more than the verb.
  (sense.phrase && sense.part !== 'phrase' ? 2 : 0) +
  (sense.entry.needs === 'prisoner-sense' ? 1 : 0);
const specificity = (draft: EventDraft): number => specificityOf(draft.sense, draft.by);

/** سيطر told as a change or as a state: an imperfect, كان or a participle that marks out is a state. */
const controlChoice = (sentence: Sentence, at: number, sense: Sense, { table }: EventGrammar): string | null => {
  if (!('shared' in sense.word)) return null;
  const row = table.get(sense.word.shared);
  if (!row?.has('change') || !row.has('standing')) return null;
  const before = entryAt(sentence.items, at - 1);
  // «الجيش يسيطر على المطار» (the army takes the airport): headlines tell news in the imperfect.
  const headline = sentence.title && sentence.clauses[sentence.clauseOf[at]!]!.opener !== 'relative';
  const standing = sense.part === 'imperfect' && before?.cue !== 'purpose' && !headline;
  return row.get(standing ? 'standing' : 'change')!;
};
