/**
 * Case files: what the reader must find in a sentence, so that anyone who reads Arabic can check it.
 *
 *     == title
 *     [P=2018-12-17 outlet=SANA xfail="why it still fails"]      optional
 *     the sentence
 *     ==>
 *     air-strike «غارة» by coalition on is at Hajin from X to "Y Z"+W date 2018-12-16 possible says afp>sohr
 *     figure killed civilians 3..3 part cumulative says sohr
 *
 * Every event and figure of the sentence is listed, or «nothing»; of a line only what is written is compared,
 * except that an event is asserted unless the line says otherwise. `-` is nobody, `at` takes containing places
 * as well, and a word in quotation marks may hold spaces. Lines between cases that begin with # are remarks.
 */
export interface ExpectedEvent {
  readonly kind: 'event';
  readonly type: string;
  /** The word that tells it, or the part of it that is certain (without و, ب or ل before it). */
  readonly trigger: string;
  readonly by?: readonly string[];
  readonly on?: readonly string[];
  readonly at?: readonly string[];
  readonly from?: readonly string[];
  readonly to?: readonly string[];
  readonly date?: string;
  readonly modality: string;
  readonly says?: readonly string[];
}

export interface ExpectedFigure {
  readonly kind: 'figure';
  readonly measure: string;
  readonly group: string;
  /** «3..5»; an open bound is left out. */
  readonly range: string;
  readonly scope?: string;
  /** It is a part of another figure. */
  readonly part: boolean;
  readonly says?: readonly string[];
}

export interface Case {
  readonly title: string;
  /** Line of its title, from 1. */
  readonly line: number;
  readonly sentence: string;
  readonly published: string | null;
  readonly outlet: string | null;
  readonly xfail: string | null;
  readonly expected: readonly (ExpectedEvent | ExpectedFigure)[];
}

const MODALITIES: readonly string[] = ['asserted', 'denied', 'uncertain', 'possible', 'planned'];
const SCOPES: readonly string[] = ['incident', 'cumulative', 'standing'];
const SLOTS: readonly string[] = ['by', 'on', 'at', 'from', 'to'];
const OPTIONS: readonly string[] = ['P', 'outlet', 'xfail'];

/** Ends the reading of a file with the place of the mistake. */
type Fail = (line: number, why: string) => never;

/** Words of a line; «…» and "…" hold spaces. */
const wordsOf = (line: string): string[] => [...line.matchAll(/«[^»]*»|(?:"[^"]*"|[^\s"])+/g)].map(([word]) => word);

const unquoted = (word: string): string => word.replace(/^"|"$/g, '');
const listOf = (word: string): readonly string[] =>
  word === '-' ? [] : (word.match(/(?:"[^"]*"|[^+"])+/g) ?? []).map(unquoted);
const chainOf = (word: string): readonly string[] => (word === '-' ? [] : word.split('>'));

const eventOf = (words: readonly string[], line: number, fail: Fail): ExpectedEvent => {
  const [type, trigger] = words;
  if (!trigger?.startsWith('«')) return fail(line, 'an event line is: type «trigger» …');
  const slots: Record<string, readonly string[]> = {};
  let date: string | undefined;
  let modality = 'asserted';
  for (let at = 2; at < words.length; at++) {
    const word = words[at]!;
    if (MODALITIES.includes(word)) {
      modality = word;
      continue;
    }
    if (!SLOTS.includes(word) && word !== 'date' && word !== 'says') return fail(line, `does not know «${word}»`);
    const value = words[++at];
    if (value === undefined) return fail(line, `nothing stands behind «${word}»`);
    if (word === 'date') date = value;
    else slots[word] = word === 'says' ? chainOf(value) : listOf(value);
  }
  return {
    kind: 'event',
    type: type!,
    trigger: trigger.slice(1, -1),
    modality,
    ...slots,
    ...(date === undefined ? {} : { date }),
  };
};

const figureOf = (words: readonly string[], line: number, fail: Fail): ExpectedFigure => {
  const [, measure, group, range] = words;
  if (!measure || !group || !/^\d*\.\.\d*$/.test(range ?? ''))
    return fail(line, 'a figure line is: figure measure group min..max …');
  let scope: string | undefined;
  let says: readonly string[] | undefined;
  let part = false;
  for (let at = 4; at < words.length; at++) {
    const word = words[at]!;
    if (SCOPES.includes(word)) scope = word;
    else if (word === 'part') part = true;
    else if (word === 'says' && words[at + 1] !== undefined) says = chainOf(words[++at]!);
    else return fail(line, `does not know «${word}»`);
  }
  return {
    kind: 'figure',
    measure,
    group,
    range: range!,
    part,
    ...(scope === undefined ? {} : { scope }),
    ...(says === undefined ? {} : { says }),
  };
};

const optionsOf = (line: string, number: number, fail: Fail): ReadonlyMap<string, string> => {
  const options = new Map<string, string>();
  for (const word of wordsOf(line.slice(1, -1))) {
    const cut = word.indexOf('=');
    if (!OPTIONS.includes(word.slice(0, cut)))
      return fail(number, `does not know «${word}»; options are ${OPTIONS.join(', ')}`);
    options.set(word.slice(0, cut), unquoted(word.slice(cut + 1)));
  }
  return options;
};

/**
 * Reads a case file.
 * @throws Error that names file and line, if the file is malformed
 */
export const parseCases = (text: string, file: string): Case[] => {
  const fail: Fail = (line, why) => {
    throw new Error(`${file}:${line}: ${why}`);
  };
  const cases: Case[] = [];
  const lines = text.split('\n').map((line) => line.trim());
  for (let at = 0; at < lines.length; ) {
    const head = lines[at]!;
    if (!head.startsWith('== ')) {
      if (head && !head.startsWith('#')) fail(at + 1, 'a case begins with «== title»');
      at++;
      continue;
    }
    const line = ++at;
    const options = lines[at]?.startsWith('[') ? optionsOf(lines[at]!, ++at, fail) : new Map<string, string>();
    const sentence: string[] = [];
    while (lines[at] !== '==>') {
      if (at >= lines.length || lines[at]!.startsWith('== ')) fail(line, 'the case has no «==>»');
      sentence.push(lines[at++]!);
    }
    if (sentence.join('').length === 0) fail(line, 'the case has no sentence');
    const expected: (ExpectedEvent | ExpectedFigure)[] = [];
    let nothing = false;
    for (at++; at < lines.length && lines[at] && !lines[at]!.startsWith('== '); at++) {
      const words = wordsOf(lines[at]!);
      if (words[0] === 'nothing') {
        nothing = true;
        continue;
      }
      const one = words[0] === 'figure' ? figureOf(words, at + 1, fail) : eventOf(words, at + 1, fail);
      if (one.kind === 'event' && !sentence.join('\n').includes(one.trigger))
        fail(at + 1, `«${one.trigger}» is not in the sentence`);
      expected.push(one);
    }
    if (nothing !== (expected.length === 0))
      fail(line, nothing ? 'the case expects nothing and something' : 'the case expects nothing; say «nothing»');
    cases.push({
      title: head.slice(3),
      line,
      sentence: sentence.join('\n').trim(),
      published: options.get('P') ?? null,
      outlet: options.get('outlet') ?? null,
      xfail: options.get('xfail') ?? null,
      expected,
    });
  }
  return cases;
};
