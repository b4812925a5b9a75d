import type { Decision, Document, Reading, Span } from '@isnad/model';
import { type Expunction, type Stamp, type Store, type Tombstone, tokensOf } from '@isnad/store';
import { eachPage } from './paging.js';
import type { CaseStages } from './stages.js';

const BLOCK = '\u2588';
/** Letters that may be written together with the first word of a name: and, then, by, to, like. */
const FRONTS = new Set(['و', 'ف', 'ب', 'ل', 'ك', 'وب', 'ول', 'فل', 'فب']);

/** What names of files write together with a name: numbers and Latin letters around Arabic ones. */
const AROUND = /^[0-9a-z]+(?=[\u0621-\u064a])|(?<=[\u0621-\u064a])[0-9a-z]+$/g;

const isNamed = (word: string, name: string, isFirst: boolean): boolean => {
  if (word === name) return true;
  const bare = word.replace(AROUND, '');
  return bare === name || (isFirst && bare.endsWith(name) && FRONTS.has(bare.slice(0, -name.length)));
};

/** A function that blocks something out of a text; what is masked in it is read over. */
export type Block = (text: string, masked?: readonly Span[]) => string;

/** Letters written as escapes, as addresses, scripts and pages have them: runs of them, and what they stand for. */
const ESCAPES: readonly { readonly run: RegExp; readonly read: (run: string) => string }[] = [
  { run: /(?:%[0-9a-f]{2})[^\s"'<>]*/gi, read: (run) => decodeURIComponent(run) },
  {
    run: /\\u[0-9a-f]{4}(?:\\u[0-9a-f]{4}|\s)*/gi,
    read: (run) => run.replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  },
  {
    run: /&#x?[0-9a-f]+;(?:&#x?[0-9a-f]+;|\s)*/gi,
    read: (run) =>
      run.replace(/&#(x?)([0-9a-f]+);/gi, (_, hex: string, digits: string) =>
        String.fromCodePoint(Number.parseInt(digits, hex ? 16 : 10)),
      ),
  },
];

const readSafely = (read: (run: string) => string, run: string): string => {
  try {
    return read(run);
  } catch {
    return run;
  }
};

/** Blocks a row of words wherever it is written in letters. */
const blockLetters = (words: readonly string[], text: string, masked?: readonly Span[]): string => {
  const tokens = tokensOf(text, masked);
  let blocked = '';
  let at = 0;
  tokens.forEach((token, index) => {
    if (token.start < at) return;
    if (!words.every((word, step) => isNamed(tokens[index + step]?.word ?? '', word, step === 0))) return;
    for (let step = 0; step < words.length; step++) {
      const { start, end } = tokens[index + step]!;
      blocked += text.slice(at, start) + BLOCK.repeat(end - start);
      at = end;
    }
  });
  return blocked + text.slice(at);
};

/**
 * Blocks a name out of a text, in any spelling, with clitics, in letters or escapes; each code unit gives one block,
 * so that offsets stay. A part of the name that stands alone is not the name: it is blocked when it is asked for.
 */
export const blockName = (name: string): Block => {
  const words = tokensOf(name).map(({ word }) => word);
  if (words.length === 0) return (text) => text;
  return (text, masked) => {
    let blocked = blockLetters(words, text);
    // A name with a tag between its words is one to the eye.
    if (masked && masked.length > 0) blocked = blockLetters(words, blocked, masked);
    for (const { run, read } of ESCAPES)
      blocked = blocked.replace(run, (escaped) => {
        const letters = readSafely(read, escaped);
        return blockLetters(words, letters) === letters ? escaped : BLOCK.repeat(escaped.length);
      });
    return blocked;
  };
};

/** A value with all strings in it blocked. */
const blockedValue = <T>(value: T, block: Block): T =>
  JSON.parse(JSON.stringify(value), (_, inner: unknown) => (typeof inner === 'string' ? block(inner) : inner)) as T;

const blockedDocument = (document: Document, block: Block): Document => ({
  ...document,
  path: block(document.path),
  text: block(document.text, document.masked),
  given: blockedValue(document.given, block),
  notes: blockedValue(document.notes, block),
  ...(document.media ? { media: blockedValue(document.media, block) } : {}),
  ...(document.container ? { container: blockedValue(document.container, block) } : {}),
});

const isTouched = (document: Document, blocked: Document): boolean =>
  JSON.stringify({ ...document, masked: [] }) !== JSON.stringify({ ...blocked, masked: [] });

/** Inputs that name somebody, whether or not a report came out of them: a file that could not be read names him as well. */
const inputsNaming = async (store: Store, block: Block): Promise<readonly number[]> => {
  const named = new Set<number>();
  const names = (value: unknown): boolean => JSON.stringify(value) !== JSON.stringify(blockedValue(value, block));
  for await (const { key, name, given, url, columns } of eachPage(store.inputs.list))
    if (names([name, given, url, columns])) named.add(key);
  for await (const { input, path, note } of eachPage(store.inputs.remarks)) if (names([path, note])) named.add(input);
  return [...named];
};

/** Takes a person's name out of every report, title, address, file name and decision. */
export const personExpunction = async (
  store: Store,
  stages: CaseStages,
  name: string,
  reason: string,
): Promise<Expunction> => {
  const block = blockName(name);
  const left = new Map<string, { appearance: number; document: Document; reading: Reading | null }[]>();
  const originals = new Map<string, { appearance: number; document: Document }[]>();
  for await (const { key, document } of eachPage(store.reports.documents)) {
    const blocked = blockedDocument(document, block);
    originals.set(document.id, [...(originals.get(document.id) ?? []), { appearance: key, document }]);
    if (!isTouched(document, blocked)) continue;
    left.set(document.id, []);
  }
  for (const [id, kept] of left)
    for (const { appearance, document } of originals.get(id)!) {
      const blocked = blockedDocument(document, block);
      kept.push({ appearance, document: blocked, reading: stages.read(blocked) });
    }
  const decisions = (await store.decisions.list()).map(({ key: _, ...decision }) =>
    blockedValue<Decision>(decision, block),
  );
  return {
    what: 'person',
    reports: [...left].map(([id, kept]) => ({ id, left: kept })),
    inputs: await inputsNaming(store, block),
    decisions,
    blocked: block,
    reason,
  };
};

/** Takes whole reports out; what people decided about their claims stays as an act, without its values and reasons. */
export const reportExpunction = async (store: Store, ids: readonly string[], reason: string): Promise<Expunction> => {
  const gone = new Set(ids);
  const claims = new Set<string>();
  for (const { reader } of await store.readings.readers())
    for await (const { reading } of eachPage(async (page) =>
      (await store.readings.list(reader, page)).map((one) => ({ ...one, key: one.appearance })),
    ))
      if (gone.has(reading.report.id)) for (const { id } of reading.claims) claims.add(id);
  const decisions = (await store.decisions.list()).flatMap(({ key: _, value: __, ...decision }): Decision[] =>
    decision.about.some((id) => gone.has(id) || claims.has(id)) ? [{ ...decision, reason: 'expunged' }] : [],
  );
  return {
    what: 'report',
    reports: ids.map((id) => ({ id, left: [] })),
    inputs: [],
    decisions,
    blocked: (text) => text,
    reason,
  };
};

/** Removes for good; gives what stays: the tombstones. */
export const expunge = (
  store: Store,
  stages: Pick<CaseStages, 'reader'>,
  expunction: Expunction,
  stamp: Stamp,
): Promise<readonly Tombstone[]> => store.expunge.run(expunction, { reader: stages.reader }, stamp);
