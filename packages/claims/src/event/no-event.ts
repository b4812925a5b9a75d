import { entryAt } from '@isnad/text';
import type { Sentence } from '../clause/sentence.js';
import { concordOf } from '../frame/concord.js';
import type { Item } from '../scan/item.js';
import type { Sense } from '../words/senses.js';
import { meets } from './conditions.js';
import type { EventDraft } from './draft.js';
import { isNamed } from './named.js';
import type { Typed } from './standing.js';

// Why one sense of a word tells no event where the word stands; null where it may.

/** What its form says, before anything around it is read. */
export const whyNotByForm = (sentence: Sentence, at: number, sense: Sense): string | null => {
  if (isAttributive(sentence, at, sense)) return 'describes the noun before it';
  if (isCognate(sentence, at, sense)) return 'says how the verb before it was done';
  return isOtherGender(sentence, at, sense) ? 'does not agree with the side behind it' : null;
};

/** What its roles, its means and the words beside it say. */
export const whyNotByArguments = (typed: Typed): string | null => {
  const { shared, choice } = typed;
  if (shared?.['needs-means'] && choice.by === null) return 'no means stands with it';
  if (isOfNobody(typed)) return 'an operation of nobody';
  if (isAtLarge(typed)) return 'operations at large';
  return meets(typed) ? null : `${choice.type}: what the word needs is not beside it`;
};

/** «عملية» (an operation) by nobody, without a name or a verb that carries it. */
const isOfNobody = ({ sentence, at, sense, roles, shared, choice }: Typed): boolean =>
  shared?.weak === true &&
  sense.entry.needs === undefined &&
  choice.by === null &&
  roles.actors.length === 0 &&
  !CARRIED.has(roles.support?.does ?? '') &&
  !sentence.items[at]!.definite &&
  !isNamed(sentence, at);

/** «نفذ … عملية» (carried out an operation), whoever did: a verb that tells it makes it one. */
const CARRIED: ReadonlySet<string> = new Set(['agent', 'hit']);

/** «العمليات» (the operations), with nobody who acts or suffers, and no verb that carries them. */
const isAtLarge = ({ sense, roles, shared, choice }: Typed): boolean =>
  (shared?.weak === true || (sense.entry.weak === true && sense.definite)) &&
  sense.number === 'p' &&
  sense.entry.needs === undefined &&
  choice.by === null &&
  tellsNothing(roles);

const tellsNothing = ({ actors, targets, support, pronounActor }: EventDraft['roles']): boolean =>
  actors.length + targets.length === 0 && support === null && !pronounActor;

/** القوات المهاجمة (the attacking forces): a definite form of مفاعلة behind a definite noun is its adjective. */
const isAttributive = (sentence: Sentence, at: number, { part, entry }: Sense): boolean => {
  const { definite, conjunction, clitic } = sentence.items[at]!;
  if (!definite || conjunction || clitic || entry.form !== 3) return false;
  const before = entryAt(sentence.items, at - 1);
  // «الأحياء المحاصرة» (the besieged quarters) only marks out; «المحاصرة من قبل النظام», «المحاصرة منذ عامين» tell who and how long.
  if (part === 'passive-participle' || (part === 'masdar' && before?.kind === 'place')) return !tellsMore(sentence, at);
  return part === 'masdar' && before?.definite === true && DESCRIBED.has(before.kind);
};
const DESCRIBED: ReadonlySet<Item['kind']> = new Set(['word', 'actor', 'people', 'thing']);

/** «تسيطر سيطرة كاملة على» (controls with full control): the verbal noun behind its own verb, or behind who does it. */
const isCognate = ({ items, verbs }: Sentence, at: number, { part, entry }: Sense): boolean => {
  const { definite, conjunction, clitic } = items[at]!;
  if (part !== 'masdar' || definite || conjunction || clitic || entry.verb === undefined) return false;
  const verb = verbs.has(at - 1) ? at - 1 : DOERS.has(items[at - 1]?.kind ?? 'mark') ? at - 2 : -1;
  return (
    verbs.has(verb) &&
    (items[verb]!.senses?.some((own) => own.entry.verb === entry.verb && own.entry.form === entry.form) ?? false)
  );
};

const DOERS: ReadonlySet<Item['kind']> = new Set(['actor', 'people', 'thing']);

/** How far behind a participle its doer or its time stands. */
const DETAILS = 4;

const tellsMore = ({ items, governor }: Sentence, at: number): boolean =>
  items
    .slice(at + 1, at + 1 + DETAILS)
    .some(({ date }, n) => governor[at + 1 + n] === 'agent' || date?.sense === 'since');

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
