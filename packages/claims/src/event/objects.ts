import type { Sentence } from '../clause/sentence.js';
import type { Item } from '../scan/item.js';
import { spelt } from '../scan/spelt.js';
import { spelling } from '../words/classes.js';
import type { WordEntry } from '../words/schema.js';
import type { Sense } from '../words/senses.js';

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

/** A word for an attack, or an attempt at one: not every event is something that a force can prevent. */
const isAssault = ({ word }: Sense): boolean =>
  'shared' in word ? ASSAULTS.has(word.shared) : word.type === 'ground-attack';
const ASSAULTS: ReadonlySet<string> = new Set(['attack', 'attempt', 'operation', 'detonate']);

/** «واعتراض 8 منها» (and eight of them intercepted): the fire is told further back. */
const OF_THEM = /^من(?:ها|هم|هما)$/;
const FAR = 12;

/** Words of the weapons that can be shot down. */
const PROJECTILE = new Set(['drone', 'rockets', 'guns', 'air-defence', 'air', 'naval', 'vehicle-bomb']);

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

/** What may be meant by a word that is thwarted or beaten off, within a few items. */
const SOON = 5;

/** «تصدى لهجوم», «تمنعهم من مهاجمة القرية»: no defence behind a negation (did not keep them from attacking). */
const hasAssault = (sentence: Sentence, at: number): boolean => {
  const { items } = sentence;
  return (
    items[at - 1]?.kind !== 'negator' &&
    (items.slice(at + 1, at + SOON).some((other) => other.senses?.some(isAssault) ?? false) ||
      (items[objectFar(sentence, at) ?? -1]?.senses?.some(isAssault) ?? false))
  );
};

const hasProjectile = (sentence: Sentence, at: number): boolean => {
  const { items } = sentence;
  const before = OF_THEM.test(items[at + 2]?.form ?? '') ? FAR : SOON;
  return (
    items.slice(Math.max(0, at - before), at + SOON + 1).some(isOwnProjectile) ||
    isProjectile(items[farWeapon(sentence, at) ?? -1])
  );
};

/** Whether the object that an entry demands stands beside its word. */
export const hasObjectNeeded = (
  needed: NonNullable<WordEntry['needs-object']>,
  sentence: Sentence,
  at: number,
): boolean => {
  const { items } = sentence;
  switch (needed) {
    case 'body':
      return items.slice(at + 1, at + SOON + 1).some(({ measure }) => measure?.id === 'killed');
    case 'assault':
      return hasAssault(sentence, at);
    // «فشل هجوم للمسلحين» (an attack of the gunmen failed)
    case 'failed-assault':
      return (items[at + 1]?.clitic === '' && items[at + 1]!.senses?.some(isAssault)) ?? false;
    case 'attack-word':
      return items.slice(at + 1, at + SOON).some(({ kind }) => kind === 'trigger') || objectFar(sentence, at) !== null;
    case 'projectile':
      return hasProjectile(sentence, at);
  }
};
