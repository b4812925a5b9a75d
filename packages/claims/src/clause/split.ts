import { entryAt } from '@isnad/text';
import { concordOf, concordOfVerb } from '../frame/concord.js';
import type { Item } from '../scan/item.js';
import { spelt } from '../scan/spelt.js';
import { spelling } from '../words/classes.js';
import type { Clause, Opener } from './clause.js';
import type { Marks } from './marks.js';

const NOUNS = new Set(['actor', 'people', 'thing', 'place', 'trigger', 'source', 'measure', 'number', 'word']);

/** «الذين», «اللذين» (who, of several persons). */
const isOfPersons = spelt(spelling('clause/of-persons', '[وف]?'));

/** The noun that a relative pronoun describes: the nearest before it that can be meant. */
const antecedentOf = (items: readonly Item[], at: number): number | null => {
  const persons = isOfPersons(items[at]);
  for (let k = at - 1; k >= 0 && at - k < 8; k--) {
    const item = items[k]!;
    if (item.kind === 'comma' || isAside(items, k)) continue;
    // شبان من القرية الذين تصدوا: of persons, no place.
    if (persons && (item.kind === 'place' || (item.kind === 'preposition' && items[k + 1]!.kind === 'place'))) continue;
    if (!NOUNS.has(item.kind)) return null;
    if (item.kind === 'word' && !item.head) continue;
    // القصف الروسي الذي وقع: the adjective of a side describes the noun before it.
    if (item.kind === 'actor' && item.side?.heads[0] === 'adjective' && entryAt(items, k - 1)?.kind === 'trigger')
      return k - 1;
    return k;
  }
  return null;
};

/** Verbs of which a side is the subject and no event: «قوات … وبغطاء جوي تمكنت من». */
const OF_A_SIDE = new Set(['succeed', 'attempt', 'fail', 'plan', 'force', 'call', 'deny']);

/** The carrying verb of an indefinite noun's bare relative clause: «غارات شنتها طائرات» (raids that aircraft flew). */
const describesTrigger = (items: readonly Item[], verbs: Marks, at: number): number | null => {
  const item = items[at]!;
  if (item.conjunction || item.clitic || item.supports?.some((support) => OF_A_SIDE.has(support.does))) return null;
  const hits = item.supports?.some((support) => support.does === 'hit') ?? false;
  if (hits)
    for (let k = at - 1; k >= 0 && at - k < 14; k--) {
      const before = items[k]!;
      // A noun with a pronoun of its own is definite and takes no bare relative clause: «بعد انسحابه … استهدف» (after its withdrawal it struck).
      if (before.kind === 'trigger' && !verbs.has(k)) {
        if (before.enclitic !== '') break;
        return k;
      }
      if (
        before.kind === 'connector' ||
        before.kind === 'complementiser' ||
        before.kind === 'relative' ||
        before.mark === ':' ||
        isHeadlineBreak(items, k)
      )
        break;
      if (before.kind === 'actor' && entryAt(items, k - 1)?.kind === 'comma') break;
      if (verbs.has(k) && before.supports === undefined) break;
    }
  for (let k = at - 1; k >= 0 && at - k < 6; k--) {
    const before = items[k]!;
    if (before.kind === 'trigger' && !before.definite && before.enclitic === '') return k;
    if (before.kind === 'comma' || before.kind === 'connector' || before.kind === 'complementiser' || verbs.has(k))
      return null;
    // «إخلاء مناطق والقسام تقتل جنودا»: a side that و joins begins what it does itself.
    if (k === at - 1 && before.kind === 'actor' && before.conjunction === 'و' && before.clitic === '') return null;
    // «اشتداد المعارك في مأرب.. الحوثيون يستهدفون مسجدا»: behind the break the headline tells something else.
    if (isHeadlineBreak(items, k)) return null;
  }
  return null;
};

/** How far before its verb the weapon stands: «صاروخ باليستي بعيد المدى أطلقته». */
const WEAPON_BEFORE = 4;

/** «صاروخ أطلقته الجماعة» (a missile that the group fired): a verb with its pronoun describes an indefinite weapon. */
const describesWeapon = (items: readonly Item[], at: number): number | null => {
  const { enclitic, conjunction, clitic, supports } = items[at]!;
  if (enclitic === '' || conjunction || clitic || supports?.some(({ does }) => does === 'hit')) return null;
  for (let k = at - 1; k >= 0 && at - k <= WEAPON_BEFORE; k--) {
    const { kind, means, definite, clitic: by, form } = items[k]!;
    // «قصف بصواريخ أطلقتها»: what is done with it is the event that the verb tells on; «قصف صاروخي تنفذه» names no weapon.
    if (kind === 'thing' && means && !/(?:ي|يه|يا)$/.test(form ?? '')) return definite || by ? null : k;
    if (kind !== 'word' && kind !== 'thing') return null;
  }
  return null;
};

/** How many items brackets hold that part no clause. */
const ASIDE = 4;

/**
 * The brackets of «قوات سوريا الديمقراطية (قسد)», «برصاص (قسد)» and «قسد (فصائل كردية وعربية)» hold names and part
 * no clause.
 */
export const isAside = (items: readonly Item[], at: number): boolean => {
  const step = items[at]!.mark === '(' ? 1 : items[at]!.mark === ')' ? -1 : 0;
  if (step === 0) return false;
  const closing = step > 0 ? ')' : '(';
  let named = false;
  for (let k = at + step; Math.abs(k - at) <= ASIDE + 1; k += step) {
    const item = items[k];
    if (!item) return false;
    if (item.mark === closing) return named;
    if (item.kind === 'actor') named = true;
    else if (item.kind !== 'word') return false;
  }
  return false;
};

/** Cuts a sentence's items into clauses. */
export const splitClauses = (items: readonly Item[], verbs: Marks): Clause[] => {
  const clauses: Clause[] = [];
  const open = (opener: Opener, first: number, parent: number | null, antecedent: number | null = null): Clause => {
    const clause: Clause = { index: clauses.length, opener, first, last: first, verb: null, parent, antecedent };
    clauses.push(clause);
    return clause;
  };
  if (items.length === 0) return clauses;
  let here = open('main', 0, null);
  let main = here;
  for (let at = 0; at < items.length; at++) {
    const item = items[at]!;
    const lead = verbs.has(at) ? leadOf(items, here, at) : null;
    if (lead !== null) {
      here.last = lead - 1;
      main = here = open('coordinated', lead, here.index);
    }
    const fresh = here.first === at;
    if (item.kind === 'relative') here = open('relative', at, here.index, antecedentOf(items, at));
    else if (item.kind === 'complementiser') main = here = open('complement', at, here.index);
    else if ((item.kind === 'connector' || isOutcome(item)) && !fresh) main = here = open('connector', at, here.index);
    else if (item.kind === 'purpose') here = open('purpose', at, here.index);
    else if (
      item.kind === 'comma' &&
      (here.opener === 'relative' || here.opener === 'purpose') &&
      !verbs.has(at + 1) &&
      !goesOnBetween(items, here.first, at)
    )
      here = open('resumed', at, main.index);
    else if (here.opener === 'relative' && !takesItself(items, here, at) && isUndergone(items, main, at))
      here = open('resumed', at, main.index);
    else if (isHeadlineBreak(items, at)) main = here = open('connector', at, here.index);
    else if (item.kind === 'mark' && /^[:\-()]$/.test(markOf(item)) && !fresh && !isAside(items, at))
      here = open('resumed', at, main.index);
    else if (verbs.has(at)) {
      if (here.verb === null && !fresh && item.conjunction && here.opener !== 'relative')
        main = here = open('coordinated', at, here.index);
      // «بهدف تأمين الطريق، قصفت القوات البلدة»: behind a purpose without a verb the sentence itself goes on.
      else if (here.verb === null && here.opener === 'purpose' && entryAt(items, at - 1)?.kind === 'comma')
        main = here = open('resumed', at, main.index);
      else if (here.verb !== null) {
        const described = describesWeapon(items, at) ?? describesTrigger(items, verbs, at);
        if (described !== null) here = open('relative', at, here.index, described);
        else if (item.conjunction && here.opener === 'relative')
          here = open('relative', at, here.parent, here.antecedent);
        else
          main = here = open(
            item.conjunction || entryAt(items, at - 1)?.kind === 'comma' ? 'coordinated' : 'connector',
            at,
            here.index,
          );
      } else if (!fresh && lead === null && here.opener !== 'relative') {
        const weapon = describesWeapon(items, at);
        const described = weapon ?? describesTrigger(items, verbs, at);
        // A headline noun with its verb: «غارات استهدفت» reads as noun and relative clause alike.
        if (described !== null && (weapon !== null || !verbs.has(here.first)))
          here = open('relative', at, here.index, described);
      }
      if (here.verb === null) here.verb = at;
    }
    here.last = at;
  }
  return clauses;
};

/**
 * «هجوم على المدينة والجيش يتصدى» (an attack on the city, and the army resists): with و and a verb of its own behind it
 * a side begins a clause. It is joined to no side before it, nor one of two («بين قسد والعشائر أسفرت»).
 */
const leadOf = (items: readonly Item[], { first, opener }: Clause, verb: number): number | null => {
  const at = verb - 1;
  const side = items[at];
  const before = entryAt(items, at - 1);
  if (side?.kind !== 'actor' || side.conjunction !== 'و' || side.clitic || at <= first || opener === 'relative')
    return null;
  if (items[verb]!.conjunction || items[verb]!.supports?.some(({ does }) => does === 'result')) return null;
  const goesOn = before?.kind === 'people' && isImperfect(items[verb]!);
  if (!before || !(APART.has(before.kind) || goesOn) || items.slice(first, at).some(isOfTwo)) return null;
  const concord = concordOf(side);
  return concord !== null && (concordOfVerb(items[verb]!) ?? 'm') === concord ? at : null;
};
const APART: ReadonlySet<Item['kind']> = new Set(['place', 'date', 'word', 'number', 'thing', 'measure', 'cue']);
/** «يستهدف الجنود والجيش يقصف»: no two sides are told of by a singular imperfect behind them. */
const isImperfect = ({ senses, supports }: Item): boolean =>
  [...(senses ?? []), ...(supports ?? [])].some(({ part }) => part === 'imperfect');
const isOfTwo = ({ preposition }: Item): boolean => preposition === 'بين' || preposition === 'مع';

/**
 * «تعرضت القاعدة التي تضم جنودا لهجوم», «التي سيطروا عليها لهجوم» (the base that holds soldiers, that they took, came
 * under attack): what the verb before takes.
 */
const isUndergone = (items: readonly Item[], { verb }: Clause, at: number): boolean =>
  verb !== null && verb < at && items[at]!.kind === 'trigger' && items[at]!.clitic === 'ل' && undergoes(items[verb]);

/** «التي تخضع لسيطرتهم» (that is under their control): the clause's own verb takes the first word behind لـ. */
const takesItself = (items: readonly Item[], { verb }: Clause, at: number): boolean =>
  verb !== null &&
  undergoes(items[verb]) &&
  !items
    .slice(verb + 1, at)
    .some(({ kind, clitic, form }) => kind === 'trigger' && (clitic === 'ل' || form?.startsWith('لسيطر')));

/** «تعرض» (came under): a verb that takes what befell its subject behind لـ. */
const undergoes = (item: Item | undefined): boolean => item?.supports?.some(({ takes }) => takes === 'ل') ?? false;

/** «اندلعت بين الحوثيين من جهة، والمقاومة الشعبية من جهة أخرى»: the comma stands between the sides. */
const goesOnBetween = (items: readonly Item[], from: number, comma: number): boolean => {
  const next = items[comma + 1];
  return (
    next?.kind === 'actor' &&
    next.conjunction === 'و' &&
    items.slice(from, comma).some((item) => item.kind === 'preposition' && item.preposition === 'بين')
  );
};

/** «مما أسفر عن» (which resulted in) opens a clause as «مما» does. */
const isOutcome = ({ cue, form }: Item): boolean => cue === 'result' && WHICH.test(form ?? '');
const WHICH = spelling('clause/which', '[وف]?');

/** «قصف على غزة.. والفصائل ترد»: two dots, or a bar, part what a headline tells. */
const isHeadlineBreak = (items: readonly Item[], at: number): boolean => {
  if (items[at]!.kind !== 'mark' || at === 0 || at + 1 >= items.length) return false;
  const mark = markOf(items[at]!);
  return (mark === '.' && items[at - 1]!.mark === '.' && items[at + 1]!.mark !== '.') || mark === '|' || mark === '…';
};

const markOf = (item: Item): string => item.mark ?? '';
