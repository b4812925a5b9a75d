import { fold } from '@isnad/arabic';
import { Memo } from '@isnad/lexicon';
import type { Token } from '../tokens.js';
import type { Word } from '../words.js';
import data from './furniture.json' with { type: 'json' };
import type { Line } from './lines.js';

/** Words that any two paragraphs may share: particles, verbs of saying, countries at war. */
const emptyWords = new Set(data.emptyWords.forms.map(fold));
const connectives = new Set(data.connectives.forms.map(fold));

/** Shortest stem that counts as a content word; shorter ones are mostly particles. */
const SHORTEST = 4;
/** Letters by which two words are held to be of one stem. */
const STEM = 5;

/** Rough stems: article and proclitics off, the first letters kept; empty for short words. */
const stems = new Memo<Word, string>((word) => {
  const definite = word.cuts.find((cut) => cut.definite && cut.enclitic === '');
  const bare = definite?.stem ?? word.form.replace(/^و(?=.{4})/, '');
  const isEmpty = bare.length < SHORTEST || emptyWords.has(bare) || emptyWords.has(word.form);
  return isEmpty ? '' : bare.slice(0, STEM);
});

/** The content stems of a line. */
export const stemsOf = (tokens: readonly Token[], line: Line): ReadonlySet<string> => {
  const found = new Set<string>();
  for (let index = line.firstToken; index <= line.lastToken; index++) {
    const token = tokens[index]!;
    if (token.kind !== 'word') continue;
    const stem = stems.of(token.word);
    if (stem !== '') found.add(stem);
  }
  return found;
};

/** Share of the stems of one passage that another has too; 1 when there are none. */
export const shareOf = (stems: ReadonlySet<string>, within: ReadonlySet<string>): number => {
  if (stems.size === 0) return 1;
  let shared = 0;
  for (const stem of stems) if (within.has(stem)) shared++;
  return shared / stems.size;
};

/** Whether a line goes on from the one before: it opens with و (and) or another connective. */
export const isConnected = (tokens: readonly Token[], line: Line): boolean => {
  let index = line.firstToken;
  while (index < line.lastToken && tokens[index]!.kind === 'mark') index++;
  const { form } = tokens[index]!.word;
  return form.startsWith('و') || connectives.has(form);
};
