import type { PersonRole } from '@isnad/model';
import type { Sentence } from '../clause/sentence.js';
import type { Item } from '../scan/item.js';

/** What the event words around a person make of them. */
export type ToldRole = Extract<PersonRole, 'victim' | 'detainee' | 'missing' | 'witness'>;

const BY_MEASURE: Readonly<Record<string, ToldRole>> = {
  killed: 'victim',
  wounded: 'victim',
  casualties: 'victim',
  missing: 'missing',
  detained: 'detainee',
  released: 'detainee',
  recaptured: 'detainee',
};
const BY_TYPE: Readonly<Record<string, ToldRole>> = {
  killing: 'victim',
  execution: 'victim',
  'attack-on-civilians': 'victim',
  arrest: 'detainee',
  release: 'detainee',
  abduction: 'missing',
};

/** The role that a word of harm gives to the people beside it. */
export const roleOfItem = (item: Item): ToldRole | null => {
  for (const { word } of item.senses ?? []) {
    const role = 'type' in word ? BY_TYPE[word.type] : undefined;
    if (role) return role;
  }
  const measure = item.harm ?? item.measure?.id ?? (item.enclitic ? undefined : item.owned?.id);
  return measure === undefined ? null : (BY_MEASURE[measure] ?? null);
};

const FAR = 40;
const NEAR = 8;
const SPEAKERS = new Set<Item['kind']>(['actor', 'source', 'people']);
/** Prepositions that set people apart from a whole: «قتل ثلاثة من بينهم فلان». */
const OF_A_WHOLE = new Set(['من', 'بين']);
const MOST_WORDS = 3;
/** كذلك (also) opens no clause. */
const ALSO = 'كذلك';

/** Where a person stands in a sentence: items, inclusive. */
export interface Standing {
  readonly first: number;
  readonly last: number;
  /** The preposition written on the name (لفلان, بفلان); empty for none. */
  readonly governed: string;
  /** Whether an item only leads to the name: يدعى (called), a title. */
  readonly leads: (item: Item) => boolean;
  /** What became of the people beside an item, as words of people tell it. */
  readonly fate: (item: Item) => ToldRole | 'undergoes' | null;
}

const isBareWord = (item: Item | undefined): boolean =>
  item?.kind === 'word' && !item.means && !item.harm && !item.owned && !item.enclitic && !item.conjunction;

/**
 * The item from which to look back for what became of a person; null where a preposition keeps the person out of
 * it («مقتل حارس في منزل فلان», a guard killed in someone's house).
 */
const lookFrom = (items: readonly Item[], { first, governed, leads, fate }: Standing): number | null => {
  let at = first - 1;
  let words = 0;
  while (words < MOST_WORDS && isBareWord(items[at]) && !leads(items[at]!)) {
    at--;
    words++;
  }
  const item = items[at];
  const isOut = item?.kind === 'preposition' && !OF_A_WHOLE.has(item.preposition ?? '');
  if (words > 0) return isOut ? null : first - 1;
  if (!governed && !isOut) return first - 1;
  // القبض على فلان, الإفراج عن فلان, نقلا عن فلان: the preposition is that of the word before.
  const governor = items[governed ? at : at - 1];
  if (!governor || (governed === 'ل' && governor.reporting?.kind !== 'marker')) return null;
  return governor.kind === 'reporting' || roleOfItem(governor) || fate(governor) ? items.indexOf(governor) : null;
};

/** The nearest word before a person that tells what became of them, or that they speak. */
const before = (items: readonly Item[], from: number, { leads, fate }: Standing): ToldRole | 'none' | null => {
  let someoneElse = false;
  for (let at = from; at >= 0 && at > from - FAR; at--) {
    const item = items[at]!;
    if (item.kind === 'cue' && item.cue === 'agent') return 'none';
    const role = roleOfItem(item) ?? fate(item);
    if (role === 'undergoes') return null;
    if (role && (role !== 'witness' || !someoneElse)) return role;
    if (item.kind === 'reporting') return someoneElse ? null : 'witness';
    if (item.kind === 'complementiser' || (item.kind === 'connector' && item.form !== ALSO)) return null;
    if (SPEAKERS.has(item.kind) || item.kind === 'trigger' || (isBareWord(item) && !leads(item))) someoneElse = true;
  }
  return null;
};

const PASSED = new Set<Item['kind']>(['comma', 'mark', 'number', 'date', 'relative', 'cue', 'place', 'word']);

/** What the words right behind a person tell: «الذي قتل», «استشهد», «(14 عاما) فقد حياته», «يقول». */
const behind = (items: readonly Item[], from: number, { fate }: Standing): ToldRole | null => {
  const undergoes = () => items.slice(0, from).some((item) => fate(item) === 'undergoes');
  for (let at = from + 1; at < items.length && at <= from + NEAR; at++) {
    const item = items[at]!;
    if (item.conjunction && item.kind !== 'trigger') return null;
    // «فلان، بحسب البيان»: who stands before وفق and بحسب did not speak.
    if (item.kind === 'reporting' && item.reporting?.kind !== 'verb') return null;
    const role = roleOfItem(item) ?? fate(item);
    if (role === 'undergoes') return null;
    if (role) return item.clitic === '' || (item.clitic === 'ل' && undergoes()) ? role : null;
    if (item.kind === 'reporting') return 'witness';
    const passes =
      item.kind === 'preposition' ? item.preposition === 'بعد' || item.preposition === 'من' : PASSED.has(item.kind);
    if (!passes) return null;
  }
  return null;
};

/** What the sentence says became of a person. */
export const toldRole = ({ items }: Sentence, standing: Standing): ToldRole | null => {
  const from = lookFrom(items, standing);
  const said = from === null ? null : before(items, from, standing);
  if (said === 'none') return null;
  return said ?? behind(items, standing.last, standing);
};
