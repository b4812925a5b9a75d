/**
 * Case files: what the reader must find in a sentence, so that anyone who reads Arabic can check it.
 *
 *     == title
 *     [P=2018-12-17 outlet=… xfail="why it still fails"]      optional
 *     the sentence
 *     ==>
 *     air-strike «غارة» by coalition on is at Hajin from X to Y date 2018-12-16 possible says afp>sohr
 *     figure killed civilians 3..3 of 1 cumulative
 *     nothing
 *
 * Every event and figure of the sentence is listed; of a line only what is written is compared.
 */
export interface ExpectedEvent {
  readonly kind: 'event';
  readonly type: string;
  readonly trigger: string;
  readonly by?: readonly string[];
  readonly on?: readonly string[];
  readonly at?: readonly string[];
  readonly from?: readonly string[];
  readonly to?: readonly string[];
  readonly date?: string;
  readonly modality?: string;
  readonly says?: readonly string[];
}

export interface ExpectedFigure {
  readonly kind: 'figure';
  readonly measure: string;
  readonly group: string;
  readonly range: string;
  readonly scope?: string;
  /** It is a part of another figure. */
  readonly part: boolean;
  readonly says?: readonly string[];
}

export interface Case {
  readonly title: string;
  readonly line: number;
  readonly sentence: string;
  readonly published: string | null;
  readonly outlet: string | null;
  readonly xfail: string | null;
  readonly expected: readonly (ExpectedEvent | ExpectedFigure)[];
}

const MODALITIES = new Set(['asserted', 'denied', 'uncertain', 'possible', 'planned']);
const SCOPES = new Set(['incident', 'cumulative', 'standing']);
const list = (word: string | undefined): readonly string[] => (word === undefined || word === '-' ? [] : word.split('+'));

const fail = (file: string, line: number, why: string): never => {
  throw new Error(`${file}:${line}: ${why}`);
};

/** Words of a line; «…» and "…" hold spaces. */
const split = (line: string): string[] => [...line.matchAll(/«[^»]*»|"[^"]*"|\S+/g)].map(([word]) => word);

const eventOf = (words: readonly string[], file: string, line: number): ExpectedEvent => {
  const trigger = words[1];
  if (!trigger?.startsWith('«')) return fail(file, line, 'an event line is: type «trigger» …');
  const found: Record<string, unknown> = { kind: 'event', type: words[0]!, trigger: trigger.slice(1, -1) };
  for (let k = 2; k < words.length; k++) {
    const word = words[k]!;
    if (MODALITIES.has(word)) found['modality'] = word;
    else if (['by', 'on', 'at', 'from', 'to'].includes(word)) found[word] = list(words[++k]?.replace(/^"|"$/g, ''));
    else if (word === 'date') found['date'] = words[++k];
    else if (word === 'says') found['says'] = (words[++k] ?? '').replace('-', '').split('>').filter(Boolean);
    else return fail(file, line, `does not know «${word}»`);
  }
  return found as unknown as ExpectedEvent;
};

const figureOf = (words: readonly string[], file: string, line: number): ExpectedFigure => {
  const [, measure, group, range] = words;
  if (!measure || !group || !range?.includes('..')) return fail(file, line, 'a figure line is: figure measure group min..max …');
  const scope = words.find((word) => SCOPES.has(word));
  const says = words.indexOf('says');
  return {
    kind: 'figure', measure, group, range, part: words.includes('part'), ...(scope ? { scope } : {}), ...(says > 0 ? { says: words[says + 1]!.replace('-', '').split('>').filter(Boolean) } : {}),
  };
};

/** Reads a case file. Throws naming file and line when it is malformed. */
export const parseCases = (text: string, file: string): Case[] => {
  const cases: Case[] = [];
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; ) {
    const head = lines[at]!;
    if (!head.startsWith('== ')) {
      if (head.trim() && !head.startsWith('#')) fail(file, at + 1, 'a case begins with «== title»');
      at++;
      continue;
    }
    const start = at;
    const option = (name: string): string | null => new RegExp(`${name}=(?:"([^"]*)"|(\\S+?))(?=[\\s\\]])`).exec(options)?.slice(1).find(Boolean) ?? null;
    at++;
    let options = '';
    if (lines[at]?.startsWith('[')) options = lines[at++]!;
    const sentence: string[] = [];
    while (at < lines.length && lines[at]!.trim() !== '==>') {
      if (lines[at]!.startsWith('== ')) fail(file, start + 1, 'the case has no «==>»');
      sentence.push(lines[at++]!);
    }
    at++;
    const expected: (ExpectedEvent | ExpectedFigure)[] = [];
    let nothing = false;
    for (; at < lines.length && lines[at]!.trim() && !lines[at]!.startsWith('== '); at++) {
      const words = split(lines[at]!.trim());
      if (words[0] === 'nothing') nothing = true;
      else if (words[0] === 'figure') expected.push(figureOf(words, file, at + 1));
      else expected.push(eventOf(words, file, at + 1));
    }
    if (expected.length === 0 && !nothing) fail(file, start + 1, 'the case expects nothing; say «nothing»');
    cases.push({ title: head.slice(3).trim(), line: start + 1, sentence: sentence.join('\n').trim(), published: option('P'), outlet: option('outlet'), xfail: option('xfail'), expected });
  }
  return cases;
};
