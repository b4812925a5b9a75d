import type { Sentence } from '../clause/sentence.js';
import type { Item } from '../scan/item.js';
import { spelt } from '../scan/spelt.js';
import { isNominal } from '../scan/words.js';
import { spelling } from '../words/classes.js';
import type { FrameEntry } from '../words/schema.js';
import type { Sense, Support } from '../words/senses.js';
import { isAdjective } from './adjective.js';
import { accused, announcers, claimants, isOwnLoss } from './announced.js';
import { applyCarrier, isHelper } from './carried.js';
import { type Carrier, carriers } from './carriers.js';
import { between, missingSides } from './clash.js';
import { hasDative, hasObject, hitsBehindMeans, isCraft } from './dative.js';
import { helpersBehind, helpersIn } from './help.js';
import { doersBy } from './instrument.js';
import { areUnarmed, isArmed, isCounted } from './object.js';
import { hitsSites, isSite, isSiteHit, ownsPlace } from './sites.js';
import { isHitting, stretchEnd } from './stretch.js';
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
const OWNED = spelling('frame/owned', '(?:ال)?');
/** Prepositions that put a place beside the event rather than in it. */
const NO_PLACE = new Set(['عن', 'مع', 'agent', 'support', 'وفق', 'بسبب', 'منذ', 'ك']);

const isPart = spelt(spelling('frame/part-of-area', '[وبل]?(?:ال)?'));

/** The whole of a part that no preposition governs: «قصف مناطق متفرقة من القطاع» (bombed areas of the Strip). */
const BARE = 'bare';

/** The preposition of the part whose whole stands behind من at `k`: على of «على الجزء الأكبر من المحافظة». */
const wholeOf = ({ items, governor }: Sentence, k: number): string | null => {
  for (let at = k - 2; at >= Math.max(0, k - 4) && ['word', 'thing'].includes(items[at]!.kind); at--)
    if (isPart(items[at])) return governor[at] ?? BARE;
  return null;
};

/** A capital, which may stand for its government. */
const isCity = ({ kind, metonym, place }: Item): boolean =>
  kind === 'place' && metonym !== undefined && ['city', 'governorate'].includes(place!.candidates[0]?.kind ?? '');

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

  const give = (told: string | undefined, chain: readonly number[]) => {
    // دك تحصينات الميليشيا: what belongs to a side does not act.
    const ofSite = told === 'actor' && !roles.mutual && chain.every((k) => k > at && isSite(items, k));
    const role = ofSite && chain.length > 0 && hitsSites(frame) ? 'target' : told;
    if (role === 'actor' || role === 'sides' || role === 'sides-as-actor') roles.actors.push(...chain);
    else if (role === 'target') roles.targets.push(...chain);
    else return;
    roles.last = Math.max(roles.last, ...chain);
  };
  const place = (k: number, governing: string | null) => {
    // «بمساندة حوامات الاحتلال بلدة الصبحة»: what leads the side behind it leads no place behind that.
    const isBeyond = (governing === 'support' || governing === 'agent') && items[k - 1]!.kind !== 'cue';
    const by = isBeyond && items[k]!.metonym === undefined ? null : governing;
    if (by !== null && NO_PLACE.has(by)) return;
    // «على أجزاء واسعة من الحي» (of large parts of the quarter): where the part is.
    const whole = by === 'من' ? wholeOf(sentence, k) : null;
    if (whole !== null && NO_PLACE.has(whole)) return;
    const told = by === null ? undefined : frame[whole ?? by];
    // ضاحية من ضواحي المدينة: behind a noun, من tells of what it is a part.
    const partitive =
      by === 'من' &&
      whole === null &&
      told !== 'from' &&
      PARTED.has(items[k - 2]?.kind ?? 'mark') &&
      items[k - 1]!.last === items[k - 1]!.first; // انطلاقا من (setting out from) is no part
    if (partitive) return;
    // قوات تابعة لروسيا (forces that belong to Russia)
    if (by === 'ل' && items[k]!.metonym !== undefined && OWNED.test(items[k - 1]?.form ?? '')) return;
    const role =
      told === 'from' || told === 'to' || told === 'where'
        ? told
        : (by !== null && PLACE_ROLES[whole ?? by]) || 'where';
    roles.places.push({ item: k, role });
    roles.last = Math.max(roles.last, k);
  };

  const takeRange = (
    from: number,
    to: number,
    sideOf: (by: string) => string | undefined,
    onBare: (chain: readonly number[]) => void,
  ) => {
    let aim = false;
    let hitting = false;
    let other = false;
    let under = false;
    for (let k = from; k <= to; k++) {
      const item = items[k]!;
      hitting ||= k > at && isHitting(item);
      if (item.kind === 'trigger' && !verbs.has(k) && k > at) other = true;
      // الاشتباكات … مع استمرار تحليق الطائرات: who stands behind another verbal noun belongs to it.
      if (item.kind === 'support' && !verbs.has(k) && governor[k] !== null) under = true;
      else if (item.kind === 'comma' || item.kind === 'preposition') under = false;
      // «تمهيدا لتقدم قسد»: who stands behind an aim belongs to it.
      if (item.kind === 'trigger') aim = item.clitic === 'ل' && k > at + 1;
      else if (item.kind === 'preposition' || item.kind === 'comma') aim = false;
      if (item.kind === 'trigger' || verbs.has(k) || (aim && isParty(item) && governor[k] === null)) continue;
      const by = governor[k] ?? null;
      // «قصف تل أبيب», «ضربة لتل أبيب» (Tel Aviv): the city is what was hit.
      if (!verbal && k > at && (by === null || by === 'ل') && frame['object'] === 'target' && isCity(item)) {
        place(k, null);
        continue;
      }
      if (isParty(item) && !(item.kind === 'place' && by !== null && by !== 'agent' && by !== 'support')) {
        const chain = by === 'بين' ? between(sentence, k, to) : coordinated(sentence, k, to);
        if (items[k - 1]?.mark === '(' && k - 2 > at && isParty(items[k - 2]!)) continue;
        if (by === null && under && roles.mutual) continue;
        if (by !== null && ownsPlace(items, k) && sideOf(by) === 'actor') continue;
        if (by === null && !isAdjective(sentence, at, k, frame)) onBare(chain);
        else if (by === null) continue;
        else if (by === 'agent') roles.actors.push(...chain);
        else if (by === 'support' || by === 'برفقة') {
          // قُتل برصاص قسد أثناء عملية مشتركة مع التحالف: who took part in another event did not do this one.
          if (!other) roles.actors.push(...chain.filter((c) => items[c]!.kind === 'actor'));
        } // مستهدفة مواقع للنظام: behind the participle, ل tells whose what is hit is.
        else
          give(
            (hitting && by === 'ل' ? 'target' : sideOf(by)) ?? (isSiteHit(items, k, by, frame) ? 'target' : undefined),
            chain,
          );
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
  let first = bare[0];
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
    const befell = (frame['passive'] ?? frame['people']) === 'target' && rest.length === 0;
    if (subject.event !== null) give(frame['object'], bare);
    else if (befell && subject.items.length > 0 && subject.items.every((k) => isCounted(items, at, k)))
      give('target', subject.items);
    else if (frame['alone'] && bare[0] === at + 1 && rest.length === 0 && mayBeNoun(trigger)) {
      give(frame['alone'], bare);
      if (clause.opener === 'coordinated' && clause.parent !== null)
        give(
          frame['subject'],
          subjectOf(sentence, clauses[clause.parent]!).items.filter((k) => !bare.includes(k)),
        );
    } else if (
      toPatient === 'target' &&
      (people || passive || (craft && frame['craft']) || onlyBare(sentence, subject, bare)) &&
      !inherited
    )
      give('target', subject.items.length > 0 ? subject.items : bare);
    else if (toPatient === 'target' && inherited && people) {
      // الأهالي قُتلوا / قسد قتلت مدنيين: a side before the verb acts, people before it suffer.
      // مسلحون قتلوا جنديا: those who fight act too, where somebody else suffers.
      const head = items[subject.items[0]!]!;
      const acts = head.kind === 'actor' || (rest.length > 0 && isArmed(head));
      give(acts ? 'actor' : 'target', subject.items);
      give('target', rest);
    } else if (toPatient === 'target' && inherited && rest.length === 0) give('target', subject.items);
    else {
      // اعتقل عشرات الشبان: people without arms behind the verb are whom it befell.
      give(frame[areUnarmed(items, at, subject.items) ? 'people' : 'subject'] ?? frame['subject'], subject.items);
      give(frame['object'], rest);
    }
    // «قتلت قسد بدعم من التحالف قياديا، واعتقلت اثنين»: who helped with the one helped with the other.
    if (inherited && clause.opener === 'coordinated' && clause.parent !== null && frame['subject'] === 'actor')
      roles.actors.push(...helpersIn(sentence, clauses[clause.parent]!, subject));
    if (trigger.enclitic && roles.targets.length === 0 && frame['object'] === 'target') roles.pronounTarget = true;
  } else {
    const carried = carriers(sentence, at);
    // الحصار الإسرائيلي المفروض على غزة: whose siege it is, the adjective tells.
    if (first === at + 1 && frame['adjective'] && items[first]!.side?.heads[0] === 'adjective') {
      give(frame['adjective'], [first]);
      bare.shift();
      first = bare[0];
    }
    const agentFirst = frame['genitive'] === 'actor';
    const doerTold = carried.some((one) => tellsDoer(sentence, at, one));
    if (first !== undefined && bare.length > 1 && !areJoined(sentence, bare) && items[first]!.kind === 'actor') {
      const second = bare.findIndex((k, n) => n > 0 && items[k]!.conjunction === '');
      give(frame['subject'], second > 0 ? bare.slice(0, second) : bare);
      if (second > 0) give(frame['object'] ?? 'target', bare.slice(second));
    } else if (
      bare.length > 0 &&
      frame['genitive'] === 'target' &&
      (items[first!]!.kind === 'actor' || items[first!]!.definite) &&
      (hasDative(sentence, at, end) || isCraft(items[first!]!) || hitsBehindMeans(sentence, first!, end))
    ) {
      // محاصرة قسد لنساء: with a dative behind it the genitive acts.
      give('actor', bare);
      takeRange(
        at + 1,
        end,
        (by) => (by === 'ل' ? 'target' : undefined),
        () => undefined,
      );
    } else if (
      first === at + 1 &&
      frame['genitive'] === 'target' &&
      bare.length === 1 &&
      frame['subject'] === 'actor' &&
      hasObject(sentence, first, end)
    )
      give('actor', bare);
    else if (bare.length > 0 && !(first === at + 1 && frame['object'] === 'none' && doerTold))
      give(
        // قامت قسد بقصف مواقع التنظيم: whose act it is the verb tells; the noun behind tells whom it hit.
        (items[first!]!.kind === 'people' || (first === at + 1 && doerTold)) &&
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
    if (carried.length > 0) {
      roles.support = carried[0]!.support;
      const blamed = frame['subject'] === 'actor' ? accused(sentence, at) : [];
      if (blamed.length > 0) roles.actors = blamed;
    } else if (roles.actors.length > 0 && roles.actors.every((k) => isHelper(sentence, k)))
      roles.actors.unshift(
        ...subjectOf(sentence, clauses[clauseOf[at]!]!).items.filter(
          (k) => items[k]!.kind !== 'people' && !roles.actors.includes(k),
        ),
      );
    else if (roles.actors.length === 0 && !roles.pronounActor && frame['subject'] === 'actor')
      roles.actors.push(
        ...announcers(sentence, at).filter((k) => !isOwnLoss(sentence, k, roles.targets)),
        ...accused(sentence, at),
      );
    if (roles.actors.length === 0 && !roles.pronounActor && frame['subject'] === 'actor')
      roles.actors.push(...doersBy(sentence, at).filter((k) => !roles.targets.includes(k)));
  }
  if (roles.actors.length === 0 && frame['subject'] === 'actor') roles.actors.push(...claimants(sentence, at));
  if (frame['subject'] === 'sides' && roles.targets.length === 0 && new Set(idsOf(sentence, roles.actors)).size < 2)
    roles.actors.push(...missingSides(sentence, at, roles.actors));
  if (roles.actors.length > 0 && (frame['subject'] === 'actor' || roles.mutual))
    roles.actors.push(...helpersBehind(sentence, clauseHere.index, at).filter((k) => !roles.actors.includes(k)));
  return tidy(roles);
};

/** Whether a verb before a noun tells who did it: «قامت قسد بـ». */
const tellsDoer = ({ items }: Sentence, at: number, { support, item, subject }: Carrier): boolean =>
  item < at &&
  at - item <= NEAR &&
  DOING.has(support.does) &&
  subject.items.some((k) => k < at && items[k]!.kind === 'actor');
/** Items between a carrying verb and the noun that it carries. */
const NEAR = 5;
const DOING: ReadonlySet<string> = new Set(['agent', 'resume', 'succeed', 'attempt']);

const mayBeNoun = ({ senses }: Item): boolean => senses?.some(isNominal) ?? false;

/** Heads of a side's craft, which are shot down and shoot nothing down. */
const CRAFT = new Set(['air', 'drones', 'helicopters', 'rockets', 'naval']);

const placePronoun = ({ items }: Sentence, at: number, end: number): boolean => {
  for (let k = at + 1; k <= Math.min(end, at + 4); k++) {
    const { preposition, enclitic } = items[k]!;
    const isLocal = preposition === 'على' || preposition === 'في' || preposition === 'من';
    if (isLocal && (enclitic === 'ها' || enclitic === 'ه')) return true;
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

const tidy = (roles: Roles): Roles => {
  roles.actors = [...new Set(roles.actors)];
  roles.targets = [...new Set(roles.targets)].filter((k) => !roles.actors.includes(k));
  return roles;
};
