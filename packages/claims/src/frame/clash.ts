import type { Sentence } from '../clause/sentence.js';
import { concordOfPronoun, lastAgreeing } from './concord.js';
import { isParty, subjectOf } from './subject.js';

/** How far before a clash its dead may be told, in items. */
const DEAD_WITHIN = 16;
/** How far behind a clash «بين» may name its sides, in items. */
const SIDES_WITHIN = 24;

const sideAt = ({ items }: Sentence, k: number): string | undefined =>
  items[k]!.kind === 'actor' ? items[k]!.side?.ids[0] : undefined;

/** The sides of «بين X من جهة وY من جهة أخرى». */
export const between = (sentence: Sentence, at: number, end: number): number[] => {
  const { items, verbs, governor } = sentence;
  const sides = [at];
  const backers: number[] = [];
  let backed: number | null = null;
  for (let k = at + 1; k <= end; k++) {
    const item = items[k]!;
    // بين مسلحين هاجموا نقاطا وقوات …: what the first side did stands between.
    if (verbs.has(k) && !item.conjunction && item.kind === 'trigger') continue;
    if (verbs.has(k) || item.kind === 'trigger' || item.kind === 'relative') break;
    if (isParty(item) && item.conjunction === 'و') {
      if (governor[k] === 'support') backed = k;
      else sides.push(k);
    } else if (governor[k] === 'support' && item.kind === 'actor') backers.push(k);
    else if (item.kind === 'preposition' && item.preposition !== 'من' && item.preposition !== 'بين') break;
  }
  // بين الجيش المسنود بالحشد وتنظيم داعش: the last one named is the other side.
  return [...(sides.length === 1 && backed !== null ? [at, backed] : sides), ...backers];
};

/** «اشتباكات جرت على محاور في بادية العشارة، بين قسد … والتنظيم»: the sides told behind the place. */
const sidesBehind = (sentence: Sentence, at: number): number[] => {
  const { items, verbs } = sentence;
  for (let k = at + 1; k <= Math.min(items.length - 1, at + SIDES_WITHIN); k++) {
    const item = items[k]!;
    const carries = item.supports?.some(({ does }) => does === 'occur' || does === 'resume') ?? false;
    // الاشتباكات والهجمات بين قسد والعشائر
    if (item.kind === 'trigger' && item.conjunction === 'و' && k === at + 1 && !verbs.has(k)) continue;
    if ((verbs.has(k) && !carries) || item.kind === 'trigger' || item.kind === 'connector') return [];
    if (item.kind === 'complementiser' || item.reporting !== undefined) return [];
    if (item.kind === 'preposition' && item.preposition === 'بين' && items[k + 1] && isParty(items[k + 1]!))
      return between(sentence, k + 1, items.length - 1).filter((side) => sideAt(sentence, side) !== undefined);
  }
  return [];
};

/** «مقتل عشرة من مسلحي العشائر في اشتباكات مع قسد»: those who died in a clash were one side of it. */
const sideOfTheDead = (sentence: Sentence, at: number): number | null => {
  const { items, governor } = sentence;
  let first = at;
  while (items[first]!.conjunction === 'و' && first > 0 && items[first - 1]!.kind !== 'comma') first--;
  if (governor[at] === null && governor[first] === null) return null;
  let side: number | null = null;
  let died = false;
  for (let k = first - 1; k >= Math.max(0, at - DEAD_WITHIN); k--) {
    const item = items[k]!;
    if (item.kind === 'connector' || item.kind === 'complementiser') return null;
    if (side !== null && (item.harm !== undefined || item.kind === 'measure')) return side;
    // مقاتلي التنظيم ممن قتلوا في الاشتباكات: told of in a relative clause.
    if (item.kind === 'relative' && items[k + 1]?.harm !== undefined) died = true;
    if (side === null && sideAt(sentence, k) !== undefined && item.side!.heads[0] !== 'adjective') {
      if (governor[k] === 'agent') return null;
      if (died) return k;
      side = k;
    }
  }
  return null;
};

/** The sides of a fight of which its own words name one or none, as items. */
export const missingSides = (sentence: Sentence, at: number, named: readonly number[]): readonly number[] => {
  const told = sidesToldAround(sentence, at, named);
  const sides = new Set([...named, ...told].map((k) => sideAt(sentence, k)));
  if (sides.size !== 1 || sides.has(undefined)) return told;
  const speaker = announcerOf(sentence, at);
  return speaker === null || sides.has(sideAt(sentence, speaker)) ? told : [...told, speaker];
};

/** «أعلن الجيش مقتل خمسة مسلحين في اشتباكات» (the army announced the death of five gunmen in clashes): it fought them. */
const announcerOf = (sentence: Sentence, at: number): number | null => {
  const { items } = sentence;
  for (let k = at - 1; k > 0 && items[k]!.kind !== 'mark'; k--)
    if (sideAt(sentence, k) !== undefined && ANNOUNCES.has(items[k - 1]!.reporting?.id ?? ''))
      return items[k - 1]!.reporting!.kind === 'verb' ? k : null;
  return null;
};
const ANNOUNCES: ReadonlySet<string> = new Set(['announce']);

const sidesToldAround = (sentence: Sentence, at: number, named: readonly number[]): readonly number[] => {
  const { items } = sentence;
  const known = new Set(named.map((k) => sideAt(sentence, k)));
  const isNew = (k: number): boolean => sideAt(sentence, k) !== undefined && !known.has(sideAt(sentence, k));
  // حدوث اشتباك بينه وبين مسلحي الحركة: the pronoun stands for the first side.
  const own = items.findIndex((item, k) => k > at && k <= at + 3 && item.preposition === 'بين' && item.enclitic !== '');
  const goesOn = own < 0 ? null : concordOfPronoun(items[own]!.enclitic);
  const meant = goesOn === null ? null : lastAgreeing(sentence, at, goesOn);
  if (meant !== null && isNew(meant)) return [meant];
  const behind = sidesBehind(sentence, at).filter(isNew);
  if (behind.length > 0) return behind;
  const dead = sideOfTheDead(sentence, at);
  if (dead !== null && isNew(dead)) return [dead];
  // «بعد اشتباكات مع التنظيم»: the other side is the subject of the clause.
  if (named.length !== 1) return [];
  const clause = sentence.clauses[sentence.clauseOf[at]!]!;
  // حاولت قوة التوغل، ما أدى إلى اشتباكات مع شبان: what came of an act has its subject.
  const outer =
    items[clause.first]!.cue === 'result' && clause.parent !== null ? sentence.clauses[clause.parent]! : clause;
  return subjectOf(sentence, outer).items.filter(isNew);
};
