import { Memo, type NamePart } from '@isnad/lexicon';
import type { NumberMention, Token } from '@isnad/text';
import type { Parsed } from '../parse.js';
import type { Item } from '../scan/item.js';
import { spelling } from '../words/classes.js';
import type { GivenName, PersonWords } from './words.js';

/** What a written word can be in a name, proclitics apart; found once for each distinct word. */
export interface NameFacts {
  readonly given: GivenName | null;
  /** Proclitics before the given name or the part: و in ومحمد. */
  readonly proclitics: string;
  readonly kunya: boolean;
  readonly servant: boolean;
  readonly lineage: boolean;
  readonly compound: boolean;
  /** الدين, الله: closes a compound name. */
  readonly closes: boolean;
  readonly surname: boolean;
  readonly after: boolean;
  readonly definite: boolean;
  /** It ends like a family name of some language. */
  readonly ending: 'sure' | 'likely' | null;
  /** A name may begin with it. */
  readonly isName: boolean;
  /** A name may begin with it, or it leads to one: a title, kinship, a mark. */
  readonly leads: boolean;
}

/** A report as the finder of people sees it: its tokens, with what the scanner has made of each. */
export interface View {
  readonly text: string;
  readonly numbers: readonly NumberMention[];
  readonly tokens: readonly Token[];
  readonly words: PersonWords;
  /** The report writes على (on) with another last letter than علي (Ali). */
  readonly tellsAlif: boolean;
  /** Sentence of each token; -1 in page furniture. */
  readonly sentenceAt: Int32Array;
  /** Place of each token's item in its sentence; -1 for none. */
  readonly itemIndexAt: Int32Array;
  readonly itemAt: (token: number) => Item | undefined;
  readonly factsAt: (token: number) => NameFacts;
}

const cache = new WeakMap<PersonWords, Memo<Token['word'], NameFacts>>();

const SHORTEST_GLUED = 6;
/** عبدالله, عبدالرحمن: written as one word. */
const GLUED_SERVANT = spelling('person/servant-glued');
const GLUED_KUNYA = /^ابو(?=...)/;
const SERVANT: GivenName = { sex: 'male', plain: true, foreign: false, last: '' };

const givenOf = (form: string, words: PersonWords): GivenName | null => {
  const known = words.given.get(form);
  if (known) return known;
  if (form.length >= SHORTEST_GLUED && GLUED_SERVANT.test(form)) return SERVANT;
  const rest = GLUED_KUNYA.test(form) ? form.slice(3) : '';
  return rest && words.given.has(rest) ? SERVANT : null;
};

const factsOf = (word: Token['word'], words: PersonWords): NameFacts => {
  const { form } = word;
  const after = words.after.has(form);
  let given = givenOf(form, words);
  let parts = words.parts.get(form);
  let proclitics = '';
  if (!given && !parts)
    for (const cut of word.cuts) {
      if (cut.enclitic || cut.definite || !cut.proclitics || /[سك]/.test(cut.proclitics)) continue;
      const found = givenOf(cut.stem, words);
      const part = words.parts.get(cut.stem);
      if (!found && !(part && (part.has('kunya') || part.has('servant') || part.has('compound')))) continue;
      given = found;
      parts = part;
      proclitics = cut.proclitics;
      break;
    }
  const isName =
    given !== null ||
    (parts !== undefined &&
      ['kunya', 'servant', 'compound', 'lineage'].some((one) => parts.has(one as NamePart['part'])));
  return {
    isName,
    leads: isName || words.phrases.mayBegin(word),
    given,
    proclitics,
    kunya: parts?.has('kunya') ?? false,
    servant: parts?.has('servant') ?? false,
    lineage: parts?.has('lineage') ?? false,
    compound: parts?.has('compound') ?? false,
    closes: parts?.has('after') ?? false,
    surname: parts?.has('surname') ?? false,
    after,
    definite: form.startsWith('ال') && form.length > 3,
    ending: given || after || form.startsWith('ال') ? null : words.endingOf(form),
  };
};

/** Lays a parsed report out for the finder. */
export const viewOf = ({ report, sentences }: Parsed, words: PersonWords): View => {
  const { tokens } = report;
  const sentenceAt = new Int32Array(tokens.length).fill(-1);
  const itemIndexAt = new Int32Array(tokens.length).fill(-1);
  for (const { index, items } of sentences)
    items.forEach((item, at) => {
      for (let k = item.first; k <= item.last; k++) {
        sentenceAt[k] = index;
        itemIndexAt[k] = at;
      }
    });
  let facts = cache.get(words);
  if (!facts) {
    facts = new Memo((word) => factsOf(word, words));
    cache.set(words, facts);
  }
  const known = facts;
  return {
    text: report.document.text,
    numbers: report.numbers,
    tokens,
    words,
    tellsAlif: report.document.text.includes(' على ') || !/\s(?:إلي|حتي)\s/.test(report.document.text),
    sentenceAt,
    itemIndexAt,
    itemAt: (token) => {
      const at = itemIndexAt[token];
      return at === undefined || at < 0 ? undefined : sentences[sentenceAt[token]!]!.items[at];
    },
    factsAt: (token) => known.of(tokens[token]!.word),
  };
};

/** Offset at which a word begins behind its proclitics; marks and joining strokes between them are passed. */
export const startBehind = ({ text }: View, token: Token, proclitics: string): number => {
  let at = token.start;
  // للعبادي is ل and العبادي, of whose three letters two are written: the whole word is quoted.
  if (proclitics.endsWith('ل') && text.startsWith('لل', token.start + proclitics.length - 1)) return token.start;
  for (let letters = 0; letters < proclitics.length && at < token.end; at++)
    if (!isMark(text.charCodeAt(at))) letters++;
  while (at < token.end && isMark(text.charCodeAt(at))) at++;
  return proclitics ? at : token.start;
};

/** A vowel mark or joining stroke. */
export const isMark = (unit: number): boolean =>
  (unit >= 0x064b && unit <= 0x065f) || unit === 0x0670 || unit === 0x0640;

/** Whether a token is a quotation mark. */
export const isQuote = (token: Token | undefined): boolean =>
  token?.kind === 'mark' && (token.word.form === '"' || token.word.form === "'");
