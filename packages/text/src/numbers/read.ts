import { fold } from '@isnad/arabic';
import { Memo } from '@isnad/lexicon';
import { entryAt } from '../entry-at.js';
import type { Token } from '../tokens.js';
import type { Word } from '../words.js';
import { atomOfWord } from './atoms.js';
import { readCardinal } from './cardinal.js';
import { dualOf } from './dual.js';
import type { Core, NumberMention } from './mention.js';
import { oneOfCut, readOneOf } from './one-of.js';
import { readOrdinal } from './ordinal.js';
import { type Qualifier, qualifierAfter, qualifierBefore } from './qualifiers.js';
import { readRange } from './range.js';
import { phrasesOf, readVague } from './vague.js';
import data from './words.json' with { type: 'json' };

export interface NumberOptions {
  /**
   * Whether a folded word is the singular of a countable noun. With it, duals of such nouns are numbers
   * (قتيلان, two dead); those that could be plurals or accusatives are left out.
   */
  readonly isCountable?: (folded: string) => boolean;
}

/**
 * Every number and quantity in the tokens, in order, none overlapping another. Dates, ages, money and
 * percentages are among them: what a number counts is not decided here.
 */
export const readNumbers = (
  tokens: readonly Token[],
  original: string,
  options: NumberOptions = {},
): readonly NumberMention[] => {
  const found: NumberMention[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const core = coreAt(tokens, index, original, options);
    if (!core) continue;
    const mention = complete(tokens, core, original);
    found.push(mention);
    index = Math.max(mention.lastToken, mention.percent ? mention.phraseLast : 0);
  }
  return found;
};

const coreAt = (tokens: readonly Token[], index: number, original: string, options: NumberOptions): Core | null => {
  const token = tokens[index]!;
  if (token.kind === 'digits') return readCardinal(tokens, index, original);
  if (token.kind !== 'word') return null;
  if (!mayBegin(token.word)) return readDual(token, options);
  const atom = atomOfWord(token.word);
  if (atom === null) return readVague(tokens, index, original) ?? readOneOf(tokens, index) ?? readDual(token, options);
  if (atom.entry.role === 'ordinal') return readOrdinal(tokens, index, original);
  if (isPercent(tokens, index)) return null;
  return (
    readCardinal(tokens, index, original) ??
    readVague(tokens, index, original) ??
    (atom.entry.role === 'head' ? readOneOf(tokens, index) : null)
  );
};

const beginnings = new Memo<Word, boolean>(
  (word) => atomOfWord(word) !== null || phrasesOf(word) !== null || oneOfCut(word) !== null,
);

/** Whether a word may begin a number or quantity; most words may not, and are looked at once. */
const mayBegin = (word: Word): boolean => beginnings.of(word);

const readDual = (token: Token, { isCountable }: NumberOptions): Core | null => {
  if (!isCountable) return null;
  const dual = dualOf(token.word, isCountable);
  if (!dual || dual.ambiguous) return null;
  const { index } = token;
  return {
    first: index,
    last: index,
    min: 2,
    max: 2,
    kind: 'cardinal',
    form: 'dual',
    definite: dual.definite,
    scale: 1,
    noun: dual.singular,
  };
};

/** «في المئة», «في المائة» (in the hundred): also as one word with its preposition. */
const HUNDRED = new Set(data.hundred.forms.map(fold));

const isHundredth = (form: string): boolean => form.startsWith('ب') && HUNDRED.has(form.slice(1));

/** «بالمئة» (per cent) at a token. */
const isPercent = (tokens: readonly Token[], index: number): boolean => isHundredth(tokens[index]?.word.form ?? '');

/** Last token of a percent sign or of «في المئة» behind a number; null when there is none. */
const percentEnd = (tokens: readonly Token[], last: number): number | null => {
  const form = tokens[last + 1]?.word.form;
  if (form === '%' || isPercent(tokens, last + 1)) return last + 1;
  const next = tokens[last + 2]?.word.form;
  return form === 'في' && HUNDRED.has(next ?? '') ? last + 2 : null;
};

const complete = (tokens: readonly Token[], single: Core, original: string): NumberMention => {
  const range = single.kind === 'cardinal' && single.form !== 'vague' ? readRange(tokens, single, original) : null;
  const core = range?.core ?? single;
  const isPlain = core.kind === 'ordinal' || core.form === 'singular-one';
  const opening = range?.opening ?? articleBefore(tokens, core.first);
  const before = isPlain || opensClause(tokens[core.first]!) ? [] : chainBefore(tokens, opening);
  const percent = percentEnd(tokens, core.last);
  const after = isPlain ? null : qualifierAfter(tokens, percent ?? core.last);
  const qualifiers = after ? [...before, after] : before;
  const start = tokens[core.first]!.start;
  const end = tokens[core.last]!.end;
  return {
    start,
    end,
    text: original.slice(start, end),
    firstToken: core.first,
    lastToken: core.last,
    phraseFirst: before.at(-1)?.reach ?? opening,
    phraseLast: after?.reach ?? percent ?? core.last,
    ...bounds(core, qualifiers),
    value: core.min === core.max ? core.min : null,
    approximate: qualifiers.some(({ effect }) => effect === 'about'),
    kind: core.kind,
    form: core.form,
    definite: core.definite,
    percent: percent !== null,
    ...(core.quantifier ? { quantifier: core.quantifier } : {}),
    ...(core.noun ? { noun: core.noun } : {}),
  };
};

/** Detached proclitics and article before digits: الـ 10, بـ 12. */
const DETACHED = new Set(['ال', 'ب', 'ل', 'ك', 'بال', 'لل', 'كال']);

const articleBefore = (tokens: readonly Token[], first: number): number => {
  let at = first;
  if (entryAt(tokens, at - 1)?.word.form === '-' && DETACHED.has(entryAt(tokens, at - 2)?.word.form ?? '')) at--;
  return DETACHED.has(entryAt(tokens, at - 1)?.word.form ?? '') ? at - 1 : first;
};

/** وعشرات (and tens) begins something new: what stands before it qualifies another number. */
const opensClause = ({ kind, word }: Token): boolean =>
  kind === 'word' && (atomOfWord(word)?.proclitics ?? word.form).startsWith('و');

/** Two qualifiers may follow each other: ما لا يقل عن نحو 20 (at least about 20). */
const chainBefore = (tokens: readonly Token[], first: number): readonly Qualifier[] => {
  const nearest = qualifierBefore(tokens, first);
  if (!nearest) return [];
  const next = qualifierBefore(tokens, nearest.reach);
  return next ? [nearest, next] : [nearest];
};

/** Bounds of a number under its qualifiers. */
const bounds = (
  core: Core,
  qualifiers: readonly Qualifier[],
): { readonly min: number | null; readonly max: number | null } => {
  let { min, max } = core;
  const isCount = core.form === 'vague';
  for (const { effect } of qualifiers) {
    if (effect === 'more-than' && min !== null) [min, max] = [isCount ? min : min + 1, null];
    if (effect === 'at-least') max = null;
    if (effect === 'at-most') min = null;
    if (effect === 'less-than') [min, max] = [null, max === null || isCount ? max : max - 1];
  }
  return { min, max };
};
