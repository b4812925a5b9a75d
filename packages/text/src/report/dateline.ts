import { fold } from '@isnad/arabic';
import { type Quote, quote, type Span } from '@isnad/model';
import type { Token } from '../tokens.js';
import type { Line } from './lines.js';
import data from './outlets.json' with { type: 'json' };
import { indexPhrases, phraseAt } from './phrases.js';

const agencies = indexPhrases(data.agencies.forms.map((form) => [form, true] as const));
/** Words that stand where an agency would and name none: خاص (exclusive). */
const labels = new Set(data.labels.forms.map(fold));
const nameWords = new Set(data.nameWords.forms.map(fold));
/** Kinds of place with which a dateline begins: محافظة دير الزور: (governorate of Deir ez-Zor). */
const PLACE_KINDS = new Set(data.placeKinds.forms.map(fold));

/** How far into a line a dateline may reach, in tokens. */
const REACH = 16;
const PLACE_WORDS = 6;

export interface Dateline extends Span {
  /** Index of the last token. */
  readonly last: number;
  /** The agency or outlet that it names. */
  readonly source: Quote | null;
}

/** Whether the words from one token to another name an outlet by their kind: شبكة، نيوز، وكالة, or Latin letters. */
export const namesOutlet = (tokens: readonly Token[], first: number, last: number): boolean => {
  let latin = 0;
  let words = 0;
  for (let index = first; index <= last; index++) {
    const { kind, word } = tokens[index]!;
    if (kind === 'mark') continue;
    words++;
    if (kind === 'latin') latin++;
    if (nameWords.has(word.form.toLowerCase())) return true;
    if (phraseAt(agencies, tokens, index)) return true;
  }
  return words > 0 && latin === words;
};

/**
 * The dateline with which a line begins: «محافظة دير الزور – المرصد السوري لحقوق الإنسان::»,
 * «القدس (CNN)--», «القاهرة - رويترز», «ريف الرقة، سوريا –»; null when there is none.
 */
export const readDateline = (tokens: readonly Token[], line: Line, original: string): Dateline | null => {
  const dateline = (last: number, source: Span | null): Dateline => ({
    start: line.start,
    end: tokens[last]!.end,
    last,
    source: source && quote(original, source.start, source.end),
  });
  let words = 0;
  let source: Span | null = null;
  let separators = 0;
  const reach = Math.min(line.lastToken, line.firstToken + REACH);
  for (let index = line.firstToken; index <= reach; index++) {
    const { kind, word } = tokens[index]!;
    const agency = kind === 'mark' ? null : phraseAt(agencies, tokens, index);
    if (agency || (kind === 'latin' && tokens[index - 1]?.word.form === '(')) {
      const last = agency?.last ?? index;
      source = { start: tokens[index]!.start, end: tokens[last]!.end };
      index = last;
      if (separators > 0 || index === line.firstToken || line.words <= PLACE_WORDS) {
        const end = separatorsBehind(tokens, last, line.lastToken);
        if (end > last || last >= line.lastToken) return dateline(end, source);
        if (separators > 0) return dateline(last, source);
      }
      continue;
    }
    if (kind !== 'mark') {
      words++;
      if (words > PLACE_WORDS && !source) return null;
      continue;
    }
    if (word.form === '.' || word.form === '"') return null;
    if (word.form !== '-' && word.form !== ':' && word.form !== '/' && word.form !== '|') continue;
    const end = separatorsBehind(tokens, index - 1, line.lastToken);
    if (source) return dateline(end, source);
    if (labels.has(tokens[index - 1]?.word.form ?? '')) return dateline(end, null);
    if (word.form === ':') {
      const isPlace = words > 0 && words <= PLACE_WORDS && PLACE_KINDS.has(tokens[line.firstToken]!.word.form);
      return isPlace ? dateline(end, null) : null;
    }
    separators++;
    if (!followsAgency(tokens, end + 1) && words > 0) {
      return word.form === '-' && words <= PLACE_WORDS && !hasDash(tokens, end + 1, line.lastToken)
        ? dateline(end, null)
        : null;
    }
  }
  return null;
};

const followsAgency = (tokens: readonly Token[], index: number): boolean => phraseAt(agencies, tokens, index) !== null;

/** Last token of the hyphens, colons and brackets behind a token. */
const separatorsBehind = (tokens: readonly Token[], index: number, last: number): number => {
  let end = index;
  while (end < last && isSeparator(tokens[end + 1]!)) end++;
  return end;
};

const isSeparator = ({ kind, word }: Token): boolean =>
  kind === 'mark' && (word.form === '-' || word.form === ':' || word.form === ')' || word.form === '|');

/** A second dash in the sentence makes the first one a parenthesis. */
const hasDash = (tokens: readonly Token[], first: number, last: number): boolean => {
  for (let index = first; index <= last && index < first + 40; index++) {
    const { word, spaced } = tokens[index]!;
    if (word.form === '.') return false;
    if (word.form === '-' && spaced) return true;
  }
  return false;
};
