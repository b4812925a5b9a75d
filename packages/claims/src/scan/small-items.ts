import type { PhraseHit } from '@isnad/lexicon';
import type { DateMention, NumberMention, Token } from '@isnad/text';
import { anyOf } from '../words/classes.js';
import type { FunctionWord } from '../words/functions.js';
import { type Item, type ItemDraft, newItem } from './item.js';
import type { HitOf } from './named-here.js';

/** Gives an item what is written before its word: و or ف, and a preposition. */
export const bring = (item: ItemDraft, proclitics: string): ItemDraft => {
  if (proclitics === '') return item;
  const joins = proclitics[0] === 'و' || proclitics[0] === 'ف';
  item.conjunction = joins ? (proclitics[0] as 'و' | 'ف') : '';
  item.clitic = (proclitics[joins ? 1 : 0] ?? '') as Item['clitic'];
  return item;
};

export const dateItem = (
  tokens: readonly Token[],
  at: number,
  date: DateMention,
  number: NumberMention | undefined,
  end = date.lastToken,
): ItemDraft => {
  const item = newItem('date', tokens, at, end);
  item.date = date;
  item.number = number;
  if (tokens[at]!.word.form.startsWith('و')) item.conjunction = 'و';
  return item;
};

export const cueItem = (tokens: readonly Token[], at: number, hit: HitOf<'cue'>): ItemDraft => {
  const item = bring(newItem('cue', tokens, at, at + hit.length - 1), hit.proclitics);
  const end = tokens[at + hit.length - 1]!;
  item.enclitic = partPronoun(end) || (RANKS.exec(end.word.form)?.[1] ?? '');
  item.cue = hit.value.cue.kind;
  return item;
};

export const smallItem = (tokens: readonly Token[], at: number, hit: PhraseHit<FunctionWord>): ItemDraft => {
  const { kind, value } = hit.value;
  const end = at + hit.length - 1;
  const item = bring(newItem(kind === 'not-negator' ? 'cue' : kind, tokens, at, end), hit.proclitics);
  if (kind === 'not-negator') item.cue = 'ongoing';
  if (kind === 'preposition') {
    item.preposition = value;
    item.enclitic = pronounOf(tokens[end]!);
  }
  return item;
};

const PRONOUNS = /^(?:علي|في|من|الي|مع|بين|ضد)(ها|هم|هن|ه|هما)$/;
const pronounOf = (token: Token): string => PRONOUNS.exec(token.word.form)?.[1] ?? '';

/** «في صفوفهم» (in their ranks) */
const RANKS = new RegExp(`(?:${anyOf('scan/ranks')})(هما|هم|هن|ها|ه)$`);

const AMONG = new RegExp(`(?:${anyOf('scan/part-of')})(هما|هم|هن|ها)$`);

/** The pronoun of a cue such as من بينهم (among them). */
export const partPronoun = (token: Token): string => AMONG.exec(token.word.form)?.[1] ?? '';
