import { fold } from '@isnad/arabic';
import type { Span } from '@isnad/model';
import type { Token } from '../tokens.js';
import { isConnected, shareOf, stemsOf } from './cohesion.js';
import data from './furniture.json' with { type: 'json' };
import type { Line } from './lines.js';
import { indexPhrases, phraseAt } from './phrases.js';
import { postSignature } from './signs.js';

type How = 'line' | 'opens' | 'signs' | 'tags' | 'related' | 'ends';

const phrases = indexPhrases(
  data.phrases.flatMap(({ how, forms }) => forms.map((form) => [form, how as How] as const)),
);
const credits = indexPhrases(data.credits.forms.map((form) => [form, true] as const));
const mediaWords = new Set(data.mediaSuffixes.forms.map(fold));
const sections = new Set(data.sections.forms.map(fold));

/** Above this many words a line is no line of links, whatever it begins with. */
const LONGEST_LINK = 20;
/** Below this share of common stems a short line has nothing to do with the paragraph behind it. */
const STRANGE = 0.25;
const LONGEST_HEADLINE = 16;
/** «تحرير: فلان» (edited by): a longer line speaks. */
const SIGNED_WORDS = 7;
/** More short lines than these in a row are a list of the report's own. */
const LONGEST_RUN = 3;
/** A tag of more pieces is a sentence that follows a #. */
const TAG_TOKENS = 5;

/** Which of the lines are page furniture; the line of the title, if known, is never. `isArabic`: the report is. */
export const furnitureLines = (
  tokens: readonly Token[],
  lines: readonly Line[],
  title: Line | null,
  isArabic = true,
): ReadonlySet<Line> => {
  const found = new Set<Line>();
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    if (line === title) continue;
    const how = howOf(tokens, line) ?? (isArabic && isForeign(tokens, line) ? 'line' : null);
    if (how === null) continue;
    found.add(line);
    if (how === 'related' || how === 'ends')
      while (index + 1 < lines.length && !lines[index + 1]!.isProse && lines[index + 1] !== title)
        found.add(lines[++index]!);
  }
  return found;
};

const howOf = (tokens: readonly Token[], line: Line): How | null => {
  const first = firstWord(tokens, line);
  if (first === null) return null;
  const match = phraseAt(phrases, tokens, first);
  if (!match || match.last > line.lastToken)
    return isOfSections(tokens, line) || isOfHashtags(tokens, line) ? 'line' : null;
  const left = countWords(tokens, match.last + 1, line.lastToken);
  if (match.value === 'line' || match.value === 'related') return left <= 2 ? match.value : null;
  if (match.value === 'signs') return line.stops || line.words > SIGNED_WORDS ? null : 'line';
  if (match.value === 'ends') return left <= roomBehind(match.last - first + 1) ? 'ends' : null;
  return line.words <= LONGEST_LINK && !(line.isProse && match.last === first) ? match.value : null;
};

/** How many words may follow a closing formula; a short one such as من نحن (who we are) could open a sentence. */
const roomBehind = (words: number): number => (words === 1 ? 1 : words === 2 ? 3 : LONGEST_LINK);

/** «Facebook Twitter WhatsApp», «By Sami Saleh»: a short line without one Arabic word, in a report that is Arabic. */
const isForeign = (tokens: readonly Token[], line: Line): boolean => {
  if (line.words > FOREIGN_WORDS) return false;
  let latin = false;
  for (let index = line.firstToken; index <= line.lastToken; index++) {
    const { kind } = tokens[index]!;
    if (kind === 'word') return false;
    latin ||= kind === 'latin';
  }
  return latin;
};
/** A longer line is a passage in another language. */
const FOREIGN_WORDS = 12;

const firstWord = (tokens: readonly Token[], line: Line): number | null => {
  for (let index = line.firstToken; index <= line.lastToken; index++) if (tokens[index]!.kind !== 'mark') return index;
  return null;
};

const countWords = (tokens: readonly Token[], first: number, last: number): number => {
  let count = 0;
  for (let index = first; index <= last; index++) if (tokens[index]!.kind !== 'mark') count++;
  return count;
};

/** «فرات بوست: أخبار | متابعات» (news, follow-ups): a path of sections. */
const isOfSections = (tokens: readonly Token[], line: Line): boolean => {
  if (line.words > 6 || line.stops) return false;
  const at = (index: number) => tokens[index]!.word.form;
  for (let index = line.firstToken + 1; index < line.lastToken; index++)
    if ((at(index) === '|' || at(index) === '>') && sections.has(at(index - 1))) return true;
  return false;
};

const isOfHashtags = (tokens: readonly Token[], line: Line): boolean =>
  tokens[line.firstToken]!.word.form === '#' && hashtagsBehind(tokens, line)?.start === line.start;

/** The hashtags that end a line; null when fewer than two do. */
export const hashtagsBehind = (tokens: readonly Token[], line: Line): Span | null => {
  let last = line.lastToken;
  while (last > line.firstToken && tokens[last]!.word.form === '.') last--;
  let from = last + 1;
  let count = 0;
  for (let index = last; index >= line.firstToken; index--) {
    if (tokens[index]!.word.form !== '#') continue;
    if (!isOneTag(tokens, index + 1, from - 1)) break;
    from = index;
    count++;
  }
  return count >= 2 ? { start: tokens[from]!.start, end: tokens[last]!.end } : null;
};

/** A tag is one run without spaces; in #دير_الزور the underscore reads as a space, and one unit stands between the words. */
const isOneTag = (tokens: readonly Token[], first: number, last: number): boolean => {
  if (last < first || last - first > TAG_TOKENS || tokens[first]!.spaced) return false;
  for (let index = first; index <= last; index++) {
    const isAttached = tokens[index]!.start - tokens[index - 1]!.end <= (index === first ? 0 : 1);
    if (tokens[index]!.kind === 'mark' || !isAttached) return false;
  }
  return true;
};

/** A caption of more words is a paragraph. */
const LONGEST_CAPTION = 40;
/** How many tokens the brackets of a credit may hold. */
const CREDIT_TOKENS = 12;

/** «مدخل المدينة – 18 من كانون الثاني (الدفاع المدني/ فيس بوك)»: a caption, by the credit in brackets that ends it. */
export const isCaption = (tokens: readonly Token[], { firstToken, lastToken, words }: Line): boolean => {
  if (words > LONGEST_CAPTION || tokens[lastToken]!.word.form !== ')') return false;
  for (let index = lastToken - 1; index > Math.max(firstToken, lastToken - CREDIT_TOKENS); index--) {
    if (tokens[index]!.word.form === '(') return false;
    if (phraseAt(credits, tokens, index)) return true;
  }
  return false;
};

/** Keywords behind the last sentence: «… من أجدابيا. سمات بنغازي داعش» (tags: …). */
export const keywordsFrom = (tokens: readonly Token[], line: Line): number | null => {
  for (let index = line.lastToken; index > line.firstToken && index > line.lastToken - LONGEST_LINK; index--) {
    if (tokens[index]!.word.form !== '.') continue;
    const match = phraseAt(phrases, tokens, index + 1);
    return match?.value === 'tags' ? index + 1 : null;
  }
  return null;
};

/** Headlines of other articles among the paragraphs: short lines that do not speak of what follows them. */
export const relatedHeadlines = (tokens: readonly Token[], body: readonly Line[]): readonly Line[] => {
  const prose = body.filter((line) => line.isProse).length;
  if (prose < 2 || 2 * prose < body.length) return [];
  const found: Line[] = [];
  for (let index = 1; index < body.length; index++) {
    if (body[index]!.isProse) continue;
    let end = index;
    while (end < body.length && !body[end]!.isProse) end++;
    if (end - index <= LONGEST_RUN) found.push(...headlinesIn(tokens, body.slice(index, end), body[end]));
    index = end;
  }
  return found;
};

/** In a run of short lines the last may head the section behind it; those before it cannot. */
const headlinesIn = (tokens: readonly Token[], run: readonly Line[], next: Line | undefined): readonly Line[] =>
  run.filter((line, index) => {
    if (line.words < 4 || line.words > LONGEST_HEADLINE || endsWithColon(tokens, line) || isConnected(tokens, line))
      return false;
    // The text of a post stands above its signature.
    if (postSignature(tokens, line)) return false;
    if (hasMediaSuffix(tokens, line)) return true;
    if (!next) return false;
    if (index < run.length - 1) return !line.stops && !run.some((other) => endsWithColon(tokens, other));
    return shareOf(stemsOf(tokens, line), stemsOf(tokens, next)) <= STRANGE;
  });

const endsWithColon = (tokens: readonly Token[], line: Line): boolean => tokens[line.lastToken]!.word.form === ':';

/** «… غربي مدينة إدلب |فيديو», «(صور)»: what a link to another article ends with. */
const hasMediaSuffix = (tokens: readonly Token[], line: Line): boolean => {
  let last = line.lastToken;
  if (tokens[last]!.word.form === ')') last--;
  const mark = tokens[last - 1]?.word.form;
  return mediaWords.has(tokens[last]!.word.form) && (mark === '|' || mark === '(');
};

/** Spans in order, those that touch or overlap made one. */
export const mergeSpans = (spans: readonly Span[]): readonly Span[] => {
  const merged: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1);
    if (last && span.start <= last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else if (span.end > span.start) merged.push({ start: span.start, end: span.end });
  }
  return merged;
};
