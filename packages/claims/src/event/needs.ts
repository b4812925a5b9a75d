import type { Sentence } from '../clause/sentence.js';
import type { Item } from '../scan/item.js';
import { spelt } from '../scan/spelt.js';
import { spelling } from '../words/classes.js';
import type { WordEntry } from '../words/schema.js';
import type { Sense } from '../words/senses.js';
import { namesPlace } from './names-place.js';
import { isCrowd, isDetained, isFamilies, isFolk, isPeople, isPrison, isSide, isUnarmed } from './parties.js';
import type { Standing } from './standing.js';
import { triedIn } from './tried.js';
import { behind } from './wording.js';

/** How far around a word people are looked for, in items. */
const NEAR = 4;
/** A prison may be told further off. */
const PRISON_NEAR = 6;

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
  if (on < 0 && isFiredTowards(behind)) return true;
  if (on < 0 ? sense.part !== 'noun' : behind[on]!.enclitic !== '') return false;
  return (
    !behind.some((item) => isPeople(item) || isUnarmed(item)) &&
    behind.some(
      (item) => item.kind === 'thing' || item.kind === 'place' || isSide(item) || OWN_POSTS.test(item.form ?? ''),
    )
  );
};

const OWN_POSTS = spelling('event/own-posts', '', '(?:ه|ها|هم)');

/** «باتجاه الشارع» (toward the street), with nobody told of. */
const isFiredTowards = (behind: readonly Item[]): boolean => {
  const to = behind.findIndex(({ preposition }) => TOWARDS.has(preposition ?? ''));
  const kind = behind[to + 1]?.kind;
  return to >= 0 && (kind === 'place' || kind === 'thing') && !behind.some((item) => isPeople(item) || isUnarmed(item));
};
const TOWARDS: ReadonlySet<string> = new Set(['باتجاه', 'نحو']);

/** «تعرضت دورية للجيش لإطلاق نار» (a patrol of the army came under fire): those who came under it bear arms. */
const comesUnderFire = ({ sentence: { items }, roles: { support, targets } }: Standing): boolean =>
  support?.does === 'undergo' &&
  targets.length > 0 &&
  targets.every((k) => items[k]!.kind === 'actor' && isSide(items[k]!) && !isUnarmed(items[k]!));

const CARRIED = new Set(['succeed', 'attempt', 'resume', 'agent', 'force', 'fail']);

/** Verbs that say what a place is: كانت الحصن الأخير (was the last stronghold). */
const COPULA = spelling('event/copula', '(?:و|ف)?');

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
    if (isPeople(item) && TROOPS.has(item.group?.id ?? '')) return true;
    if (item.side?.heads.includes('people') && k > at + 1) return true;
    if ((item.kind !== 'actor' || k > at + 1) && UNITS.test(item.form ?? '')) return true;
  }
  return false;
};
const TROOPS: ReadonlySet<string> = new Set(['fighters', 'soldiers', 'gunmen', 'mercenaries']);

/** Heads of a side's name that say what it acts with. */
const AIRCRAFT: ReadonlySet<string> = new Set(['air', 'helicopters']);
const ARMS: ReadonlySet<string> = new Set([...AIRCRAFT, 'drones', 'guns', 'armour', 'rockets']);
const actsBy = ({ sentence: { items }, roles }: Standing, heads: ReadonlySet<string>): boolean =>
  roles.actors.some((k) => items[k]!.side?.heads.some((head) => heads.has(head)) ?? false);

const THAT_IT = /^(?:و|ف|ب)?ان(?:ه|ها|هم)$/;

const partiesOf = ({ sentence, roles }: Standing): readonly Item[] =>
  [...roles.actors, ...roles.targets].map((k) => sentence.items[k]!);

/** «زرعته الميليشيا قبيل فرارها» (the militia laid it before its flight): a pronoun for the fighters named last. */
const isTheirs = ({ items }: Sentence, at: number): boolean => {
  // «هروبه» (his flight) is that of a person.
  if (!/^ه[ام]$/.test(items[at]!.enclitic)) return false;
  const last = items.findLastIndex((item, k) => k < at && (isSide(item) || isFolk(item)));
  return last >= 0 && isSide(items[last]!) && !isFolk(items[last]!);
};

/** «دخلت قوة مؤلفة من مدرعات», «القوات التي دخلت» (a force entered, the forces that entered): of whom is not told. */
const isForce = spelt(spelling('event/force', '(?:ال)?'));

/** «العناصر المتقدمة», «وأنه تقدم 10 كيلومترات» (and that it advanced): a side that no party here names. */
const impliesSide = ({ sentence, sentence: { items, verbs }, at, roles }: Standing): boolean =>
  triedIn(sentence, at) !== null ||
  (verbs.has(at) && (isForce(items[at + 1]) || (items[at - 1]?.kind === 'relative' && isForce(items[at - 2])))) ||
  items[at]!.enclitic !== '' ||
  CARRIED.has(roles.support?.does ?? '') ||
  (verbs.has(at) && THAT_IT.test(items[at - 1]?.form ?? '')) ||
  items.slice(at + 1, at + 3).some(({ kind, head }) => kind === 'word' && head !== undefined && head !== 'relation');

/** «استهداف المدنيين» as a practice: by no means, at no time and at nobody in particular. */
const isAtLarge = ({ sentence: { items }, at, roles, means }: Standing): boolean =>
  [means.own, means.near, means.clause].every((scope) => scope.size === 0) &&
  // «استهداف المدنيين ليلة البارحة» (last night): a strike, not a practice.
  !items.slice(at + 1, at + 4).some(({ kind }) => kind === 'date') &&
  // «منازل المدنيين» (the homes of the civilians) are what was hit.
  roles.targets.some((k) => items[k]!.definite && isFolk(items[k]!) && items[k - 1]!.kind !== 'thing');

/** The nearest means that are told are firearms, and people are hit. */
const isShot = ({ sentence: { items }, at, roles, means }: Standing): boolean =>
  [means.own, means.near, means.clause].find((scope) => scope.size > 0)?.has('gunfire') === true &&
  !means.own.has('guns') &&
  !means.near.has('guns') &&
  (roles.targets.some((k) => isFolk(items[k]!)) || /^(?:ه|ها|هم|هما|هن)$/.test(items[at]!.enclitic));

/** «سقط 140 قتيلا بنيران الجيش», «الضحايا سقطوا برصاص» (fell dead by the fire of): the dead, and by whose shots. */
const isFallen = ({ sentence: { items, verbs }, at }: Standing): boolean => {
  const shots = items.findIndex(({ form, word }, k) => k > at && (SHOTS.test(form ?? '') || SHOTS.test(word.form)));
  return (
    shots > at &&
    shots <= at + FALLEN_WITHIN &&
    // Killed and wounded by shots are people harmed, not a killing.
    !items
      .slice(at + 1, shots)
      .some(({ kind, measure }, n) => kind === 'comma' || measure?.id === 'wounded' || verbs.has(at + 1 + n)) &&
    items
      .slice(Math.max(0, at - 2), shots)
      .some(({ measure, group }) => measure?.id === 'killed' || group?.id === 'victims')
  );
};
/** «القضاء على أربعة من متزعمي المجموعات», «تصفية كافة العناصر» (put an end to four of the leaders, to all the men): people, or so many. */
const isKilledOff = ({ sentence: { items, verbs }, at }: Standing): boolean => {
  let k = at + 1;
  while (k <= at + OFF_WITHIN && isBetween(items[k], verbs.has(k))) k++;
  const { kind, number, side, enclitic, cue, form } = items[k] ?? items[at]!;
  if (k >= items.length || verbs.has(k)) return false;
  if (number !== undefined)
    return (
      THEM.test(enclitic) ||
      /هم[ا]?$/.test(form ?? '') ||
      isSomebody(items[k + 1]?.preposition === 'من' ? items[k + 2] : items[k + 1]) ||
      isPeople(items[k]!)
    );
  return kind === 'people' || cue === 'addition' || (side?.heads.includes('people') ?? false);
};
const OFF_WITHIN = 4;
const THEM = /^(?:هم|هما|هن)$/;

/** What stands between a verb and its object: its subject, a day, «على». */
const isBetween = (item: Item | undefined, verb: boolean): boolean =>
  item !== undefined &&
  !verb &&
  (item.kind === 'date' ||
    item.kind === 'mark' ||
    item.preposition === 'على' ||
    (item.kind === 'actor' && !item.side!.heads.includes('people')));

const isSomebody = (item: Item | undefined): boolean =>
  item !== undefined &&
  (isPeople(item) || item.kind === 'actor' || FIGHTERS.test(item.form ?? '') || MEMBERS.test(item.form ?? ''));
const MEMBERS = spelling('event/members', '', '(?:ه|ها|هم)?');
const FALLEN_WITHIN = 6;
const SHOTS = spelling('event/shots', 'ب(?:ال)?');

const hitsSide = ({ sentence: { items }, at, roles }: Standing): boolean =>
  roles.pronounTarget ||
  roles.targets.some((k) => isSide(items[k]!)) ||
  // «وطرد تنظيم داعش»: verbs and their nouns are written alike.
  (roles.targets.length === 0 &&
    items[at + 1]?.kind === 'actor' &&
    items[at]!.senses!.some(({ part }) => part === 'masdar'));

const gainsGround = ({ frame, word }: Sense): boolean =>
  frame === 'capture' || frame === 'motion' || frame === 'retake' || ('type' in word && word.type === 'ground-attack');

/** «محاولة للسيطرة على» (an attempt to take): ground to be gained is told behind the word. */
const isForGround = ({ sentence: { items, verbs }, at }: Standing): boolean => {
  for (let k = at + 1; k < Math.min(items.length, at + 9); k++) {
    const { kind, senses } = items[k]!;
    if (kind === 'trigger' && senses!.some(gainsGround)) return true;
    if (kind === 'comma' || verbs.has(k)) return false;
  }
  return false;
};

/** Whether what a word needs beside it, to mean its event, stands there. */
export const NEEDS: Readonly<Record<NonNullable<WordEntry['needs']>, (standing: Standing) => boolean>> = {
  place: ({ sentence, at, roles }) => namesPlace(sentence, at, roles),
  'place-subject': ({ sentence: { items }, at }) => items[at + 1]?.kind === 'place' && !items[at + 1]!.clitic,
  side: (standing) => {
    const parties = partiesOf(standing);
    return parties.some(isSide) || (!parties.some(isFolk) && impliesSide(standing));
  },
  post: (standing) => {
    const { sentence, at, sense } = standing;
    return isFiredAt(behind(sentence.items, at, sense, sentence.verbs.has), sense) || comesUnderFire(standing);
  },
  'fighting-side': (standing) => {
    const parties = partiesOf(standing);
    return parties.length === 0
      ? isTheirs(standing.sentence, standing.at)
      : parties.some(isSide) && !parties.some(isFolk);
  },
  people: (standing) => partiesOf(standing).some(isFolk) || around(standing.sentence, standing.at, NEAR, isFolk),
  families: ({ sentence, at }) =>
    sentence.items.slice(at + 1, at + 2).some(isCrowd) || around(sentence, at, NEAR, isFamilies),
  victims: ({ sentence: { items }, roles }) => roles.targets.some((k) => isFolk(items[k]!) || isUnarmed(items[k]!)),
  'at-large': isAtLarge,
  shot: isShot,
  fallen: isFallen,
  'killed-off': isKilledOff,
  'side-target': hitsSide,
  indefinite: ({ sentence: { items }, at }) => !items[at]!.definite && items[at]!.enclitic === '',
  troops: ({ sentence, at }) => isOfTroops(sentence, at),
  fighters: ({ sentence: { items }, at }) => items.slice(at + 1, at + 3).some(({ form }) => FIGHTERS.test(form ?? '')),
  detainees: ({ sentence, at }) =>
    around(
      sentence,
      at,
      PRISON_NEAR,
      (other) => (isPeople(other) && isDetained(other)) || other.measure?.id === 'detained' || isPrison(other),
    ),
  'prisoner-sense': ({ sentence: { items } }) =>
    items.some((other) => isDetained(other) || isPrison(other) || other.place?.candidates[0]?.kind === 'prison'),
  'ground-gain': isForGround,
  copula: ({ sentence: { items }, at }) =>
    items.slice(Math.max(0, at - 8), at).some(({ form }) => COPULA.test(form ?? '')),
  cause: ({ sentence: { items, governor }, at }) => governor[at] === 'بسبب' || items[at]!.clitic === 'ب',
  means: ({ means }) => means.own.size + means.near.size > 0,
  // «دمرت طائرات التحالف» (the coalition's aircraft destroyed): an arm of somebody acts.
  arm: (standing) => actsBy(standing, ARMS),
  aircraft: (standing) => actsBy(standing, AIRCRAFT),
  'means-only': ({ means }) => means.own.size + means.near.size > 0,
};
