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
  'detainee-transfer': 'detainee',
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

/** The nearest word before a person that tells what became of them, or that they speak. */
const before = (items: readonly Item[], from: number): ToldRole | 'none' | null => {
  let someoneElse = false;
  for (let at = from - 1; at >= 0 && at > from - FAR; at--) {
    const item = items[at]!;
    if (item.kind === 'cue' && item.cue === 'agent') return 'none';
    const role = roleOfItem(item);
    if (role) return role;
    if (item.kind === 'reporting') return someoneElse ? null : 'witness';
    if (item.kind === 'complementiser' || item.kind === 'connector') return null;
    if (SPEAKERS.has(item.kind) || item.kind === 'trigger') someoneElse = true;
  }
  return null;
};

const PASSED = new Set<Item['kind']>(['comma', 'mark', 'number', 'date', 'relative', 'cue', 'place']);

/** What the words right behind a person tell: «الذي قتل», «استشهد», «(14 عاما) فقد حياته», «يقول». */
const behind = (items: readonly Item[], from: number): ToldRole | null => {
  for (let at = from + 1, passed = 0; at < items.length && passed < NEAR; at++, passed++) {
    const item = items[at]!;
    if (item.conjunction && item.kind !== 'trigger') return null;
    const role = roleOfItem(item);
    if (role) return role;
    if (item.kind === 'reporting') return item.reporting?.kind === 'verb' ? 'witness' : null;
    if (
      item.kind === 'preposition'
        ? item.preposition !== 'بعد' && item.preposition !== 'من'
        : !PASSED.has(item.kind) && item.kind !== 'word'
    )
      return null;
  }
  return null;
};

/** What the sentence says became of a person who stands from one item to another. */
export const toldRole = ({ items }: Sentence, first: number, last: number): ToldRole | null => {
  const said = before(items, first);
  if (said === 'none') return null;
  if (said !== null && said !== 'witness') return said;
  const then = behind(items, last);
  return then ?? said;
};
