import type { Sentence } from '../clause/sentence.js';
import type { MeansTold } from '../frame/means.js';
import type { Roles } from '../frame/roles.js';
import type { Item } from '../scan/item.js';
import { spelt } from '../scan/spelt.js';
import { classOf, spelling } from '../words/classes.js';
import type { Sense } from '../words/senses.js';
import { behind, fitsWording } from './wording.js';

const PEOPLE = (item: Item): boolean =>
  item.kind === 'people' || (item.kind === 'number' && item.group !== undefined) || item.kind === 'both-sides';
const DETAINED = new Set(['detainees', 'prisoners', 'hostages', 'captives']);
const FAMILIES = new Set([
  'families',
  'residents',
  'civilians',
  'displaced',
  'women',
  'children',
  'persons',
  'syrian-families',
]);
/** Groups that fight: they withdraw and advance, they are not displaced. */
const FIGHTING = new Set([
  'fighters',
  'soldiers',
  'gunmen',
  'militants',
  'rebels',
  'snipers',
  'suicide-bombers',
  'opposition-factions',
  'israeli-settlers',
]);

/** «المدنيين» (the civilians): a group that is named as a side is. */
const isCivil = ({ side }: Item): boolean => side?.ids.some((id) => FAMILIES.has(id)) ?? false;

const isSide = (item: Item): boolean =>
  (item.kind === 'actor' && !isCivil(item)) ||
  (PEOPLE(item) && FIGHTING.has(item.group?.id ?? '')) ||
  item.metonym !== undefined;
const isFolk = (item: Item): boolean => (PEOPLE(item) && !FIGHTING.has(item.group?.id ?? '')) || isCivil(item);

/** Unnamed points that can be taken; areas only mark out ground. */
const POINTS = new Set([
  'positions',
  'points',
  'villages',
  'towns',
  'neighbourhoods',
  'checkpoints',
  'headquarters',
  'bases',
  'sites',
  'buildings',
]);

const CARRIED = new Set(['succeed', 'attempt', 'resume', 'agent', 'force', 'fail']);

/** Verbs that say what a place is: كانت الحصن الأخير (was the last stronghold). */
const COPULA = spelling('event/copula', '(?:و|ف)?');

/** «قرية يسيطر عليها», «مناطق يتحصن فيها»: an indefinite noun is only marked out, whatever it lies in. */
const onlyMarksOut = ({ items, verbs }: Sentence, at: number): boolean => {
  const noun = items[at - 1];
  const described =
    noun !== undefined &&
    !noun.definite &&
    !noun.conjunction &&
    (noun.kind === 'thing' ||
      (noun.kind === 'place' && [noun, items[at - 2]].some((one) => SUPERLATIVE.has(one?.form ?? ''))));
  const back = items[at + 1];
  const returns = back?.kind === 'preposition' && /^(?:ها|ه)$/.test(back.enclitic);
  return verbs.has(at) && ((described && returns) || (/^بها?$/.test(back?.form ?? '') && isUnnamed(items, at - 1)));
};

/** «ثكنة», «ثكنة عسكرية» (a barracks, a military barracks): a building or point that the text does not name. */
const isUnnamed = (items: readonly Item[], at: number): boolean => {
  const noun = items[at];
  if (!noun || noun.definite || noun.conjunction) return false;
  if (noun.kind === 'word' && noun.head === undefined)
    return /(?:ه|ي)$/.test(noun.form ?? '') && isUnnamed(items, at - 1);
  return noun.kind === 'thing' || (noun.kind === 'place' && noun.place!.candidates.length === 0);
};
/** «آخر جيب يسيطر عليه» (the last pocket that it holds). */
const SUPERLATIVE = classOf('event/superlative');

/** «سيطر على ثلثي الأراضي» (took two thirds of the land): so much of an area. */
const isShare = ({ items }: Sentence, at: number): boolean =>
  items.slice(at + 1, at + 6).some(({ form }, n) => SHARE.has(form ?? '') && items[at + n + 2]?.definite === true);
const SHARE = classOf('event/share');

/** A named place, or a pronoun for one: «مناطق يسيطر عليها» only marks out an area (guide, rule 7). */
const namesPlace = (sentence: Sentence, at: number, roles: Roles): boolean => {
  const clause = sentence.clauses[sentence.clauseOf[at]!]!;
  if (onlyMarksOut(sentence, at)) return false;
  if (roles.places.length > 0 || isShare(sentence, at)) return true;
  // السيطرة ... على نصف البلدة: the place may stand behind words that the stretch ends at.
  for (let k = at + 1; k <= Math.min(sentence.items.length - 1, at + 6); k++) {
    const other = sentence.items[k]!;
    if (sentence.verbs.has(k) || other.kind === 'connector' || other.kind === 'complementiser') break;
    if (other.kind === 'place') return true;
    if (other.kind === 'thing' && other.group?.number !== undefined && POINTS.has(other.group.id)) return true;
  }
  if (!roles.pronounPlace) return false;
  if (clause.opener === 'relative')
    return clause.antecedent !== null && sentence.items[clause.antecedent]!.kind === 'place';
  const noun = sentence.items[at - 1];
  return !(
    noun?.kind === 'thing' ||
    (noun?.kind === 'word' && !noun.definite && noun.head === undefined && !noun.conjunction)
  );
};

/** A word for an attack, or an attempt at one: not every event is something that a force can prevent. */
const isAssault = ({ word }: Sense): boolean =>
  'shared' in word ? ASSAULTS.has(word.shared) : word.type === 'ground-attack';
const ASSAULTS: ReadonlySet<string> = new Set(['attack', 'attempt', 'operation', 'detonate']);

const around = (sentence: Sentence, at: number, reach: number, test: (item: Item) => boolean): boolean => {
  for (let k = Math.max(0, at - reach); k <= Math.min(sentence.items.length - 1, at + reach); k++)
    if (k !== at && test(sentence.items[k]!)) return true;
  return false;
};

/**
 * «على مركز مراقبة» (at an observation post): fired at a thing, a place or a side, not at people; where it was
 * («عليه أمام منزله», at him before his house) is not what it was fired at.
 */
const isFiredAt = (behind: readonly Item[], sense: Sense): boolean => {
  const on = behind.findIndex(({ preposition }) => preposition === 'على');
  if (on < 0 ? sense.part !== 'noun' : behind[on]!.enclitic !== '') return false;
  return (
    !behind.some((item) => PEOPLE(item) || isUnarmed(item)) &&
    behind.some((item) => item.kind === 'thing' || item.kind === 'place' || isSide(item))
  );
};

/** A people that is named as a side is. */
const isUnarmed = ({ side }: Item): boolean => side?.ids.some((id) => UNARMED.has(id)) ?? false;
const UNARMED: ReadonlySet<string> = new Set(['palestinians', 'protesters']);

/** «واعتراض 8 منها» (and eight of them intercepted): the fire is told further back. */
const OF_THEM = /^من(?:ها|هم|هما)$/;
const FAR = 12;

/** Words of the weapons that can be shot down. */
const PROJECTILE = new Set(['drone', 'rockets', 'guns', 'air-defence', 'air', 'naval', 'vehicle-bomb']);

/** «قواته» (his forces), «العناصر» (the men), «وحدات» (units): written with what they belong to, or of nobody named. */
const FIGHTERS = spelling('event/fighters', '(?:[وبل]|ال|وال|لل)?', '(?:ن|ه|ها|هم)?');
const UNITS = spelling('event/units', '(?:[وب]|ال|وال|بال)?');

/** «أرسل الجيش 200 مقاتل» (sent 200 fighters): who is moved stands behind the word, its subject aside. */
const isOfTroops = ({ items, verbs }: Sentence, at: number): boolean => {
  for (let k = at + 1; k <= Math.min(items.length - 1, at + 6); k++) {
    const item = items[k]!;
    if (verbs.has(k) || item.kind === 'comma' || item.kind === 'connector') return false;
    if ((item.kind === 'place' && k > at + 1) || (item.kind === 'preposition' && item.preposition !== 'من'))
      return false;
    if (PEOPLE(item) && TROOPS.has(item.group?.id ?? '')) return true;
    if (item.side?.heads.includes('people') && k > at + 1) return true;
    if ((item.kind !== 'actor' || k > at + 1) && UNITS.test(item.form ?? '')) return true;
  }
  return false;
};
const TROOPS: ReadonlySet<string> = new Set(['fighters', 'soldiers', 'gunmen', 'mercenaries']);

/** How far ahead of a word its clause is looked through for what makes it another matter. */
const AHEAD = 8;

/** «فجرت القوات، فجر اليوم، منزلا» (blew up, at dawn today, a house): the commas around a date end nothing. */
const endsAhead = (items: readonly Item[], at: number): boolean =>
  items[at]!.kind === 'comma' && items[at + 1]?.kind !== 'date' && items[at - 1]?.kind !== 'date';

const ahead = ({ items, verbs }: Sentence, at: number): readonly Item[] => {
  let end = at + 1;
  while (end <= at + AHEAD && end < items.length && !endsAhead(items, end) && !verbs.has(end)) end++;
  return items.slice(at + 1, end);
};

const isProjectile = (item: Item | undefined): boolean =>
  PROJECTILE.has(item?.means ?? '') ||
  (item?.side?.heads ?? []).some((head) => ['drones', 'rockets', 'helicopters'].includes(head));

/** Weapons around a word, without those of whoever helps: «تصدى بدعم من طيران التحالف» (with the help of aircraft). */
const isOwnProjectile = (item: Item, k: number, items: readonly Item[]): boolean =>
  isProjectile(item) && !HELP.test(items[k - 1]?.form ?? '') && !HELP.test(items[k - 2]?.form ?? '');
const HELP = spelling('frame/help', 'و?ب');

/** «أسقطت الدفاعات في الساحل، أمس الثلاثاء، طائرة مسيرة» (brought down … a drone): the first bare weapon behind a verb. */
const farWeapon = ({ items, verbs, governor }: Sentence, at: number): number | null => {
  if (!verbs.has(at)) return null;
  for (let k = at + 1; k < Math.min(items.length, at + OBJECT_FAR); k++) {
    const { kind } = items[k]!;
    if (verbs.has(k) || kind === 'connector' || kind === 'complementiser' || kind === 'relative' || kind === 'trigger')
      return null;
    if (governor[k] === null && (kind === 'thing' || (kind === 'actor' && isProjectile(items[k])))) return k;
  }
  return null;
};

/** How far behind its verb an object may stand, past the doer, the place and the day. */
const OBJECT_FAR = 14;
/** «هجوما»: the accusative shows an object. */
const isObject = spelt(/^(?!ال).{3,}ا$/);

/** «أحبطت القوات في أبين، أمس الأربعاء، هجوما» (thwarted … an attack): the event noun that is a verb's object, however far. */
export const objectFar = ({ items, verbs }: Sentence, at: number): number | null => {
  if (!verbs.has(at)) return null;
  for (let k = at + 1; k < Math.min(items.length, at + OBJECT_FAR); k++) {
    const item = items[k]!;
    if (verbs.has(k) || item.kind === 'connector' || item.kind === 'complementiser' || item.kind === 'relative')
      return null;
    if (item.kind === 'trigger') return isObject(item) && !item.clitic && !item.conjunction ? k : null;
  }
  return null;
};

const THAT_IT = /^(?:و|ف|ب)?ان(?:ه|ها|هم)$/;

/** Whether what an entry demands beside its word stands there. */
export const meets = (sentence: Sentence, at: number, sense: Sense, roles: Roles, means: MeansTold): boolean => {
  const { items } = sentence;
  const { entry } = sense;
  const item = items[at]!;
  const next = items[at + 1];
  if (entry['unless-ahead'] && ahead(sentence, at).some(({ form }) => entry['unless-ahead']!.includes(form ?? '')))
    return false;
  if (!fitsWording(items, at, sense, behind(items, at, sense, sentence.verbs.has))) return false;
  const before = items[at - 1];
  if (entry['needs-object'] === 'body')
    return items.slice(at + 1, at + 6).some((other) => other.measure?.id === 'killed');
  // «لم تمنعهم من مهاجمة القرية» (did not keep them from attacking) tells of no defence.
  if (entry['needs-object'] === 'assault' && before?.kind === 'negator') return false;
  if (entry['needs-object'] === 'assault')
    return (
      items.slice(at + 1, at + 5).some((other) => other.senses?.some(isAssault) ?? false) ||
      (items[objectFar(sentence, at) ?? -1]?.senses?.some(isAssault) ?? false)
    );
  // «فشل هجوم للمسلحين» (an attack of the gunmen failed)
  if (entry['needs-object'] === 'failed-assault') return (next?.clitic === '' && next.senses?.some(isAssault)) ?? false;
  if (entry['needs-object'] === 'attack-word')
    return items.slice(at + 1, at + 5).some((other) => other.kind === 'trigger') || objectFar(sentence, at) !== null;
  if (entry['needs-object'] === 'projectile')
    return (
      items
        .slice(Math.max(0, at - (OF_THEM.test(items[at + 2]?.form ?? '') ? FAR : 5)), at + 6)
        .some(isOwnProjectile) || isProjectile(items[farWeapon(sentence, at) ?? -1])
    );
  if (entry.needs === undefined) return true;
  const parties = [...roles.actors, ...roles.targets].map((k) => items[k]!);
  switch (entry.needs) {
    case 'place':
      return namesPlace(sentence, at, roles);
    case 'place-subject':
      return next?.kind === 'place' && !next.clitic;
    case 'side':
      return (
        parties.some(isSide) ||
        (!parties.some(isFolk) &&
          (item.enclitic !== '' ||
            CARRIED.has(roles.support?.does ?? '') ||
            // «وأنه تقدم 10 كيلومترات» (and that it advanced): the pronoun stands for the side.
            (sentence.verbs.has(at) && THAT_IT.test(before?.form ?? '')) ||
            items
              .slice(at + 1, at + 3)
              .some((other) => other.kind === 'word' && other.head !== undefined && other.head !== 'relation')))
      );
    case 'post':
      return isFiredAt(behind(items, at, sense, sentence.verbs.has), sense);
    case 'fighting-side':
      return parties.some(isSide) && !parties.some(isFolk);
    case 'people':
      return parties.some((party) => isFolk(party)) || around(sentence, at, 4, (other) => isFolk(other));
    case 'families':
      return around(
        sentence,
        at,
        4,
        (other) => (PEOPLE(other) && FAMILIES.has(other.group?.id ?? '')) || isCivil(other),
      );
    case 'victims':
      return roles.targets.some((k) => isFolk(items[k]!) || isUnarmed(items[k]!));
    case 'at-large':
      return (
        [means.own, means.near, means.clause].every((scope) => scope.size === 0) &&
        // «استهداف المدنيين ليلة البارحة» (last night): a strike, not a practice.
        !items.slice(at + 1, at + 4).some(({ kind }) => kind === 'date') &&
        // «منازل المدنيين» (the homes of the civilians) are what was hit.
        roles.targets.some((k) => items[k]!.definite && isFolk(items[k]!) && items[k - 1]!.kind !== 'thing')
      );
    case 'shot':
      return (
        [means.own, means.near, means.clause].find((scope) => scope.size > 0)?.has('gunfire') === true &&
        !means.own.has('guns') &&
        !means.near.has('guns') &&
        (roles.targets.some((k) => isFolk(items[k]!)) || /^(?:ه|ها|هم|هما|هن)$/.test(item.enclitic))
      );
    case 'side-target':
      return (
        roles.pronounTarget ||
        roles.targets.some((k) => isSide(items[k]!)) ||
        // «وطرد تنظيم داعش»: verbs and their nouns are written alike.
        (roles.targets.length === 0 && next?.kind === 'actor' && item.senses!.some(({ part }) => part === 'masdar'))
      );
    case 'indefinite':
      return !item.definite && item.enclitic === '';
    case 'troops':
      return isOfTroops(sentence, at);
    case 'fighters':
      return items.slice(at + 1, at + 3).some((other) => FIGHTERS.test(other.form ?? ''));
    case 'detainees':
      return around(
        sentence,
        at,
        6,
        (other) =>
          (PEOPLE(other) && DETAINED.has(other.group?.id ?? '')) ||
          other.measure?.id === 'detained' ||
          other.place?.head?.kinds[0] === 'prison',
      );
    case 'prisoner-sense':
      return sentence.items.some(
        (other) =>
          DETAINED.has(other.group?.id ?? '') ||
          other.place?.head?.kinds[0] === 'prison' ||
          other.place?.candidates[0]?.kind === 'prison',
      );
    case 'ground-gain':
      return items
        .slice(at + 1, at + 9)
        .some(
          (other, n, rest) =>
            other.kind === 'trigger' &&
            other.senses!.some(
              (one) =>
                one.frame === 'capture' ||
                one.frame === 'motion' ||
                one.frame === 'retake' ||
                ('type' in one.word && one.word.type === 'ground-attack'),
            ) &&
            !rest.slice(0, n).some((between) => between.kind === 'comma' || sentence.verbs.has(items.indexOf(between))),
        );
    case 'copula':
      return items.slice(Math.max(0, at - 8), at).some((other) => COPULA.test(other.form ?? ''));
    case 'cause':
      return sentence.governor[at] === 'بسبب' || item.clitic === 'ب';
    case 'means':
    case 'means-only':
      return means.own.size + means.near.size > 0;
    default:
      return false;
  }
};
