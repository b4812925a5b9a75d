import type { Sentence } from '../clause/sentence.js';
import type { Item } from '../scan/item.js';
import { isNominal } from '../scan/words.js';
import type { FrameEntry } from '../words/schema.js';
import type { Sense, Support } from '../words/senses.js';
import { between, missingSides } from './clash.js';
import { concordOfPronoun, concordOfVerb, lastAgreeing } from './concord.js';
import { coordinated, isParty, type Subject, subjectOf } from './subject.js';
import { idsOf } from './values.js';

/** Who, whom and where of one event mention, as item indices of its sentence. */
export interface Roles {
  actors: number[];
  targets: number[];
  places: { readonly item: number; readonly role: 'where' | 'from' | 'to' }[];
  /** Carrying verb that governs it. */
  support: Support | null;
  supportItem: number | null;
  /** Last item that belongs to the mention. */
  last: number;
  /** Last item of the stretch in which arguments and means were sought. */
  end: number;
  first: number;
  /** A pronoun stands for the actor: سيطرتها (its control). */
  pronounActor: boolean;
  /** Its actors are the two sides of a fight. */
  readonly mutual: boolean;
  pronounTarget: boolean;
  /** A pronoun stands for the place: استولت عليها (seized it). */
  pronounPlace: boolean;
}

const PLACE_ROLES: Readonly<Record<string, 'where' | 'from' | 'to'>> = { من: 'from' };
const PARTED = new Set(['word', 'place', 'thing', 'number', 'people', 'measure']);
const OWNED = /^(?:ال)?(?:تابع|موالي|خاضع)/;
/** Prepositions that put a place beside the event rather than in it. */
const NO_PLACE = new Set(['عن', 'مع', 'agent', 'support', 'وفق', 'بسبب', 'منذ', 'ك']);

/** The items to the right that may be arguments of a word: its own stretch of the clause. */
const stretchEnd = (sentence: Sentence, at: number, verbal: boolean): number => {
  const { items, clauses, clauseOf, verbs } = sentence;
  const clause = clauses[clauseOf[at]!]!;
  let end = at;
  for (let k = at + 1; k <= clause.last; k++) {
    const item = items[k]!;
    if (verbs.has(k)) break;
    if (item.kind === 'trigger' && (!verbal || item.conjunction)) break;
    if (item.kind === 'comma') {
      const next = items[k + 1];
      const goesOn =
        next &&
        k + 1 <= clause.last &&
        (next.kind === 'preposition' ||
          next.kind === 'date' ||
          next.kind === 'cue' ||
          next.clitic === 'ب' ||
          (next.conjunction === 'و' && (isParty(next) || next.kind === 'place')) ||
          (next.kind === 'word' && next.head === 'relation'));
      if (!goesOn && !verbal) break;
    }
    end = k;
  }
  return end;
};

interface Carrier {
  readonly support: Support;
  readonly item: number;
  readonly subject: Subject;
}

/** «غارات شنتها طائرات»: the relative clause of the noun carries it. */
const carrierBehind = (sentence: Sentence, at: number): Carrier | null => {
  const { clauses, items } = sentence;
  for (const clause of clauses) {
    if (clause.opener !== 'relative' || clause.antecedent !== at || clause.verb === null) continue;
    const support = items[clause.verb]!.supports?.[0];
    if (support) return { support, item: clause.verb, subject: relativeSubject(sentence, clause.index, at) };
  }
  return null;
};

/** The verbs that carry a verbal noun: «شن غارات استهدفت» tells who did it and whom it hit. */
const carriers = (sentence: Sentence, at: number): Carrier[] => {
  const behind = carrierBehind(sentence, at);
  if (behind && behind.support.does !== 'hit') return [behind];
  const before = carrier(sentence, at);
  if (!behind) return before ? [before] : [];
  return before && CARRIES_TOO.has(before.support.does) && before.item < at ? [before, behind] : [behind];
};

const CARRIES_TOO = new Set(['agent', 'resume', 'succeed', 'attempt', 'fail', 'plan', 'claim', 'undergo']);

/** The carrying verb of a verbal noun: the verb of its clause, if it carries and stands before the noun. */
const carrier = (sentence: Sentence, at: number): Carrier | null => {
  const { items, clauses, clauseOf } = sentence;
  const clause = clauses[clauseOf[at]!]!;
  const head = clause.verb === null ? undefined : items[clause.verb]!.supports?.[0];
  // أُجبروا تحت ضغط هجوم … على التراجع: what stands between does not part the verb from its complement.
  if (head?.does === 'force' && clause.verb! < at && sentence.governor[at] === 'على')
    return { support: head, item: clause.verb!, subject: subjectOf(sentence, clause) };
  for (let k = at - 1; k >= clause.first; k--) {
    const item = items[k]!;
    const masdar = sentence.verbs.has(k)
      ? undefined
      : item.supports?.find((one) => item.kind === 'support' || one.part === 'masdar');
    if (masdar) {
      const support = masdar;
      const own = items[k + 1];
      // أثناء قيامهم بعملية: the pronoun acts.
      const meant = item.enclitic ? meantBy(sentence, k, item.enclitic) : null;
      if (meant !== null) return { support, item: k, subject: { items: [meant], event: null } };
      const subject =
        own && isParty(own) && k + 1 < at
          ? { items: coordinated(sentence, k + 1, at - 1), event: null }
          : subjectOf(sentence, clause);
      return { support, item: k, subject };
    }
    if (sentence.verbs.has(k)) {
      const support = item.supports?.[0];
      const subject = subjectOf(sentence, clause);
      // استهدف الطيران تمركزا: the noun is what was hit, not what hit.
      return support && (support.does !== 'hit' || subject.event === at || sentence.governor[at] === 'ب')
        ? { support, item: k, subject }
        : null;
    }
    if (item.kind === 'trigger' && !items[at]!.conjunction) return null;
  }
  // «هجوم استهدف مقر …»: the noun is the subject of the verb behind it.
  if (clause.verb !== null && clause.verb > at) {
    const subject = subjectOf(sentence, clause);
    const support = items[clause.verb]!.supports?.[0];
    if (support && subject.event === at) return { support, item: clause.verb, subject };
  }
  return null;
};

/** The side or people right before a word that the pronoun behind it stands for. */
const meantBy = (sentence: Sentence, at: number, enclitic: string): number | null => {
  const goesOn = concordOfPronoun(enclitic);
  return goesOn === null ? null : lastAgreeing(sentence, at, goesOn);
};

const relativeSubject = (sentence: Sentence, index: number, described: number): Subject => {
  const subject = subjectOf(sentence, sentence.clauses[index]!);
  if (subject.event !== described) return subject;
  // إقناع قوات الحزام برفع حصار فرضته: whoever before the noun agrees with its verb.
  const verb = sentence.clauses[index]!.verb!;
  const goesOn = concordOfVerb(sentence.items[verb]!);
  const pronoun = sentence.items[verb]!.supports?.some(({ does }) => does === 'agent') && goesOn !== null;
  const meant = pronoun ? lastAgreeing(sentence, described, goesOn) : null;
  return { items: meant === null ? [] : [meant], event: described };
};

/** Reads the arguments of an event word by its frame. */
export const rolesOf = (sentence: Sentence, at: number, sense: Sense, frame: FrameEntry): Roles => {
  const { items, governor, clauses, clauseOf, verbs } = sentence;
  const verbal = verbs.has(at) && !isNominal(sense);
  const trigger = items[at]!;
  const end = stretchEnd(sentence, at, verbal);
  const roles: Roles = {
    actors: [],
    targets: [],
    places: [],
    support: null,
    supportItem: null,
    last: at,
    end,
    first: at,
    mutual: frame['subject'] === 'sides',
    pronounActor: false,
    pronounTarget: false,
    pronounPlace: false,
  };
  const bare: number[] = [];

  const give = (role: string | undefined, chain: readonly number[]) => {
    if (role === 'actor' || role === 'sides' || role === 'sides-as-actor') roles.actors.push(...chain);
    else if (role === 'target') roles.targets.push(...chain);
    else return;
    roles.last = Math.max(roles.last, ...chain);
  };
  const place = (k: number, by: string | null) => {
    if (by !== null && NO_PLACE.has(by)) return;
    const told = by === null ? undefined : frame[by];
    // ضاحية من ضواحي المدينة: behind a noun, من tells of what it is a part.
    const partitive =
      by === 'من' &&
      told !== 'from' &&
      PARTED.has(items[k - 2]?.kind ?? 'mark') &&
      items[k - 1]!.last === items[k - 1]!.first; // انطلاقا من (setting out from) is no part
    if (partitive) return;
    // قوات تابعة لروسيا (forces that belong to Russia)
    if (by === 'ل' && items[k]!.metonym !== undefined && OWNED.test(items[k - 1]?.form ?? '')) return;
    const role =
      told === 'from' || told === 'to' || told === 'where' ? told : (by !== null && PLACE_ROLES[by]) || 'where';
    roles.places.push({ item: k, role });
    roles.last = Math.max(roles.last, k);
  };

  const takeRange = (
    from: number,
    to: number,
    sideOf: (by: string) => string | undefined,
    onBare: (chain: readonly number[]) => void,
  ) => {
    for (let k = from; k <= to; k++) {
      const item = items[k]!;
      if (item.kind === 'trigger' || verbs.has(k)) continue;
      const by = governor[k] ?? null;
      if (isParty(item) && !(item.kind === 'place' && by !== null && by !== 'agent' && by !== 'support')) {
        const chain = by === 'بين' ? between(sentence, k, to) : coordinated(sentence, k, to);
        if (items[k - 1]?.mark === '(' && k - 2 > at && isParty(items[k - 2]!)) continue;
        if (by === null && !isAdjective(sentence, at, k, frame)) onBare(chain);
        else if (by === null) continue;
        else if (by === 'agent') roles.actors.push(...chain);
        else if (by === 'support' || by === 'برفقة')
          roles.actors.push(...chain.filter((c) => items[c]!.kind === 'actor'));
        else give(sideOf(by) ?? (isSiteHit(items, k, by, frame) ? 'target' : undefined), chain);
        if (by !== null) roles.last = Math.max(roles.last, ...chain);
        k = Math.max(k, chain[chain.length - 1]!);
      } else if (item.kind === 'place') place(k, by);
    }
  };

  takeRange(
    at + 1,
    end,
    (by) => frame[by],
    (chain) => bare.push(...chain),
  );
  roles.pronounPlace = roles.places.length === 0 && placePronoun(sentence, at, end);
  const clauseHere = clauses[clauseOf[at]!]!;
  // المدينة التي سيطرت عليها: what the relative clause describes is the place.
  if (
    roles.places.length === 0 &&
    clauseHere.opener === 'relative' &&
    clauseHere.antecedent !== null &&
    items[clauseHere.antecedent]!.kind === 'place'
  )
    for (let k = clauseHere.antecedent; ; ) {
      roles.places.unshift({ item: k, role: 'where' });
      if (items[k]!.conjunction !== 'و' || items[k - 1]?.kind !== 'place') break;
      k--;
    }
  const first = bare[0];
  const passive = verbal && sense.voice === 'passive';

  if (verbal) {
    const clause = clauses[clauseOf[at]!]!;
    const subject = subjectOf(sentence, clause);
    const inherited = subject.items.length > 0 && !subject.items.includes(first ?? -1);
    const people = first !== undefined && items[first]!.kind !== 'actor' && items[first]!.kind !== 'both-sides';
    const craft = first !== undefined && items[first]!.side?.heads.some((head) => CRAFT.has(head));
    const toPatient =
      frame['passive'] ?? (passive || (craft && frame['craft']) ? (frame['object'] ?? undefined) : undefined);
    const rest = bare.filter((k) => !subject.items.includes(k));
    if (subject.event !== null) give(frame['object'], bare);
    else if (
      toPatient === 'target' &&
      (people || passive || (craft && frame['craft']) || onlyBare(sentence, subject, bare)) &&
      !inherited
    )
      give('target', subject.items.length > 0 ? subject.items : bare);
    else if (toPatient === 'target' && inherited && people) {
      // الأهالي قُتلوا / قسد قتلت مدنيين: a side before the verb acts, people before it suffer.
      // مسلحون قتلوا جنديا: those who fight act too, where somebody else suffers.
      const head = items[subject.items[0]!]!;
      const acts = head.kind === 'actor' || (rest.length > 0 && ARMED.has(head.group?.id ?? ''));
      give(acts ? 'actor' : 'target', subject.items);
      give('target', rest);
    } else if (toPatient === 'target' && inherited && rest.length === 0) give('target', subject.items);
    else {
      give(frame['subject'], subject.items);
      give(frame['object'], rest);
    }
    if (trigger.enclitic && roles.targets.length === 0 && frame['object'] === 'target') roles.pronounTarget = true;
  } else {
    const carried = carriers(sentence, at);
    const agentFirst = frame['genitive'] === 'actor';
    if (first !== undefined && bare.length > 1 && !areJoined(sentence, bare) && items[first]!.kind === 'actor') {
      const second = bare.findIndex((k, n) => n > 0 && items[k]!.conjunction === '');
      give(frame['subject'], second > 0 ? bare.slice(0, second) : bare);
      if (second > 0) give(frame['object'] ?? 'target', bare.slice(second));
    } else if (
      bare.length > 0 &&
      frame['genitive'] === 'target' &&
      (items[first!]!.kind === 'actor' || items[first!]!.definite) &&
      hasDative(sentence, at, end)
    ) {
      // محاصرة قسد لنساء: with a dative behind it the genitive acts.
      give('actor', bare);
      takeRange(
        at + 1,
        end,
        (by) => (by === 'ل' ? 'target' : undefined),
        () => undefined,
      );
    } else if (bare.length > 0)
      give(
        items[first!]!.kind === 'people' &&
          agentFirst &&
          frame['genitive'] === 'actor' &&
          frame['object'] === 'target' &&
          !hasDative(sentence, at, end)
          ? 'target'
          : frame['genitive'],
        bare,
      );
    if (trigger.enclitic) {
      // استهدافه لمواقع التنظيم: with a dative behind it the pronoun acts.
      if (
        agentFirst ||
        hasDative(sentence, at, end) ||
        frame['genitive'] === 'sides' ||
        frame['genitive'] === 'sides-as-actor'
      )
        roles.pronounActor = true;
      else roles.pronounTarget = true;
    }
    for (const one of carried) applyCarrier(sentence, at, frame, roles, one, takeRange);
    if (carried.length > 0) roles.support = carried[0]!.support;
    else if (roles.actors.length > 0 && roles.actors.every((k) => isHelper(sentence, k)))
      roles.actors.unshift(
        ...subjectOf(sentence, clauses[clauseOf[at]!]!).items.filter((k) => !roles.actors.includes(k)),
      );
    else if (roles.actors.length === 0 && !roles.pronounActor && frame['subject'] === 'actor')
      roles.actors.push(...announcers(sentence, at));
  }
  if (frame['subject'] === 'sides' && roles.targets.length === 0 && new Set(idsOf(sentence, roles.actors)).size < 2)
    roles.actors.push(...missingSides(sentence, at, roles.actors));
  if (roles.actors.length > 0 && (frame['subject'] === 'actor' || roles.mutual))
    roles.actors.push(...helpersBehind(sentence, clauseHere.index).filter((k) => !roles.actors.includes(k)));
  return tidy(sentence, roles);
};

/** «هجوما ضد جيب يتحصن فيه التنظيم، بدعم من التحالف»: help told behind a relative clause. */
const helpersBehind = ({ items, clauses, governor }: Sentence, index: number): number[] => {
  for (const clause of clauses) {
    if (clause.opener !== 'resumed' || clause.parent !== index || items[clause.first + 1]?.cue !== 'support') continue;
    const helpers: number[] = [];
    for (let k = clause.first + 2; k <= clause.last && items[k]!.kind === 'actor'; k++)
      if (governor[k] === 'support') helpers.push(k);
    return helpers;
  }
  return [];
};

/**
 * «هجوم عسكري»: what could be a soldier is the adjective of an event that its doer would follow; «المدعومة أميركياً»
 * (backed by America): what could be a side only describes the participle before it.
 */
const isAdjective = ({ items, verbs }: Sentence, at: number, k: number, frame: FrameEntry): boolean => {
  const item = items[k]!;
  if (item.side?.heads[0] === 'adjective' && item.form?.endsWith('يا') && k - 1 > at && items[k - 1]!.kind === 'word')
    return true;
  const noun = k - 1;
  // مجمعا عسكريا: behind an indefinite noun what could be a soldier is its adjective.
  const before = items[noun]!;
  if (
    (before.kind === 'word' || before.kind === 'thing') &&
    !before.definite &&
    !before.harm &&
    item.kind === 'people' &&
    item.group?.number === 'singular' &&
    /(?:ي|يا|يه)$/.test(item.form ?? '') &&
    !item.definite &&
    !item.conjunction &&
    !item.clitic
  )
    return true;
  return (
    (noun === at ? frame['genitive'] === 'actor' : items[noun]!.kind === 'trigger') &&
    !verbs.has(noun) &&
    item.kind === 'people' &&
    item.group?.number === 'singular' &&
    !item.definite
  );
};

/** Groups that kill, named before the verb. */
const ARMED: ReadonlySet<string> = new Set([
  'gunmen',
  'snipers',
  'fighters',
  'militants',
  'attackers',
  'suicide-bombers',
]);

/** Heads of a side's craft, which are shot down and shoot nothing down. */
const CRAFT = new Set(['air', 'drones', 'helicopters', 'rockets', 'naval']);

/** «فجر نفسه داخل ثكنات للجيش»: what happens in a side's own position hits the side. */
const isSiteHit = (items: readonly Item[], k: number, by: string, frame: FrameEntry): boolean =>
  (by === 'في' || by === 'ب') &&
  (items[k]!.side?.heads.includes('positions') || (items[k]!.kind === 'actor' && items[k - 1]?.head === 'positions')) &&
  frame['على'] === 'target' &&
  frame['subject'] === 'actor';

/** «أعلنت العشائر صد هجوم»: a side that announces a deed without naming its doer speaks of its own. */
const announcers = ({ items }: Sentence, at: number): number[] => {
  const speaker = items[at - 1];
  return speaker?.kind === 'actor' &&
    items[at - 2]?.reporting?.kind === 'verb' &&
    !items[at]!.conjunction &&
    !items[at]!.clitic
    ? [at - 1]
    : [];
};

type Take = (
  from: number,
  to: number,
  sideOf: (by: string) => string | undefined,
  onBare: (chain: readonly number[]) => void,
) => void;

/** What the carrying verb adds: its subject does, suffers or hosts the event; its object is what is hit. */
const applyCarrier = (
  sentence: Sentence,
  at: number,
  frame: FrameEntry,
  roles: Roles,
  { support, item, subject }: Carrier,
  take: Take,
): void => {
  const { items, clauses, clauseOf } = sentence;
  roles.support = support;
  roles.supportItem = item;
  const actorRole = frame['subject'] === 'target' ? roles.targets : roles.actors;
  switch (support.does) {
    case 'agent':
    case 'resume':
    case 'succeed':
    case 'attempt':
    case 'fail':
    case 'plan':
    case 'claim':
      // تمكنت قسد من السيطرة على الحي، وتراجعهم منه: behind a comma a pronoun has its own antecedent.
      if (actorRole.every((k) => isHelper(sentence, k)) && !(roles.pronounActor && hasComma(sentence, item, at)))
        actorRole.unshift(...subject.items.filter((k) => !actorRole.includes(k)));
      // قسد بدعم من التحالف … السيطرة: who supports stands between verb and noun.
      if (item < at && actorRole === roles.actors)
        for (let k = item + 1; k < at; k++)
          if (sentence.governor[k] === 'support' && items[k]!.kind === 'actor' && !actorRole.includes(k))
            actorRole.push(k);
      // هجوم شنه التنظيم على قرية: the relative clause holds the rest of the arguments.
      if (item > at)
        take(
          item + 1,
          clauses[clauseOf[item]!]!.last,
          (by) => frame[by],
          () => undefined,
        );
      break;
    case 'undergo':
      for (const k of subject.items) (items[k]!.kind === 'place' ? null : roles.targets)?.push(k);
      for (const k of subjectPlaces(sentence, item)) roles.places.push({ item: k, role: 'where' });
      break;
    case 'witness':
      for (const k of subjectPlaces(sentence, item)) roles.places.push({ item: k, role: 'where' });
      break;
    case 'force': {
      const clause = clauses[clauseOf[item]!]!;
      const object = items.findIndex(
        (other, k) =>
          k > item &&
          k < at &&
          k <= clause.last &&
          isParty(other) &&
          !subject.items.includes(k) &&
          sentence.governor[k] === null,
      );
      if (object < 0 && subject.items.length > 0 && support.voice !== 'active') actorRole.push(...subject.items);
      else if (object >= 0) actorRole.push(...coordinated(sentence, object, at - 1));
      else if (roles.actors.length === 0) roles.pronounActor = true;
      break;
    }
    case 'hit': {
      const clause = clauses[clauseOf[item]!]!;
      // أصيب أربعة جنود بتفجير عبوة: who was hit is no agent.
      if (item < at && items[item]!.supports?.some(({ voice }) => voice === 'passive') && sentence.verbs.has(item)) {
        for (const k of subject.items) if (items[k]!.kind !== 'place') roles.targets.push(k);
        break;
      }
      // استهداف قسد لمنازل المدنيين بقصف: the noun tells by what.
      if (item < at && sentence.governor[at] === 'ب' && items[subject.items[0] ?? at]!.kind === 'actor') {
        actorRole.push(...subject.items.filter((k) => !actorRole.includes(k)));
        take(
          item + 1,
          at - 1,
          (by) => (by === 'ل' ? 'target' : undefined),
          () => undefined,
        );
      }
      if (item > at || subject.event === at)
        take(
          item + 1,
          clause.last,
          (by) => frame[by],
          (chain) => roles.targets.push(...chain.filter((k) => k !== at)),
        );
      break;
    }
    default: {
      const clause = clauses[clauseOf[item]!]!;
      if (item > at)
        take(
          item + 1,
          clause.last,
          (by) => frame[by],
          () => undefined,
        );
    }
  }
};

/** Places that are the subject of a verb: «شهدت بلدة هجين», «بلدة هجين تعرضت». */
const subjectPlaces = (sentence: Sentence, verb: number): number[] => {
  const { items, governor, clauses, clauseOf } = sentence;
  const clause = clauses[clauseOf[verb]!]!;
  const behind: number[] = [];
  for (let k = verb + 1; k <= clause.last; k++) {
    if (items[k]!.kind === 'place' && governor[k] === null) behind.push(k);
    else if (items[k]!.kind === 'trigger' || items[k]!.kind === 'preposition') break;
  }
  if (behind.length > 0) return behind;
  const before: number[] = [];
  for (let k = clause.first; k < verb; k++) if (items[k]!.kind === 'place') before.push(k);
  if (before.length > 0) return before;
  const antecedent = clause.antecedent;
  return antecedent !== null && items[antecedent]!.kind === 'place' ? [antecedent] : [];
};

/** «بمساندة من طيران التحالف»: who helps is not who alone does it. */
const isHelper = ({ governor }: Sentence, k: number): boolean => governor[k] === 'support' || governor[k] === 'برفقة';

const hasComma = ({ items }: Sentence, from: number, to: number): boolean =>
  items.some(({ kind }, k) => k > from && k < to && kind === 'comma');

const placePronoun = ({ items }: Sentence, at: number, end: number): boolean => {
  for (let k = at + 1; k <= Math.min(end, at + 4); k++) {
    const { preposition, enclitic } = items[k]!;
    const isLocal = preposition === 'على' || preposition === 'في' || preposition === 'من';
    if (isLocal && (enclitic === 'ها' || enclitic === 'ه')) return true;
  }
  return false;
};

const hasDative = ({ items, governor }: Sentence, at: number, end: number): boolean => {
  for (let k = at + 1; k <= end; k++) {
    const item = items[k]!;
    if (governor[k] === 'ل' && (isParty(item) || item.kind === 'place' || item.kind === 'thing')) return true;
  }
  return false;
};

const areJoined = (sentence: Sentence, chain: readonly number[]): boolean =>
  chain.slice(1).every((k) => sentence.items[k]!.conjunction === 'و');

const onlyBare = (sentence: Sentence, subject: Subject, bare: readonly number[]): boolean =>
  bare.length > 0 &&
  bare.length === subject.items.length &&
  subject.items.every((k) => bare.includes(k)) &&
  sentence.items[bare[0]!]!.kind !== 'actor';

const tidy = (_sentence: Sentence, roles: Roles): Roles => {
  roles.actors = [...new Set(roles.actors)];
  roles.targets = [...new Set(roles.targets)].filter((k) => !roles.actors.includes(k));
  return roles;
};
