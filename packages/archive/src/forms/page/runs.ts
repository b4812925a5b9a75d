import type { Span } from '@isnad/model';
import { Parser } from 'htmlparser2';

/** A stretch of text between two tags of a page. Offsets are those of the page's source. */
export interface TextRun extends Span {
  /** Its pieces that are written as they are read: entities lie between them. */
  readonly pieces: readonly Span[];
}

/** What of a page is of interest to the search for its article. */
export interface PageRuns {
  readonly runs: readonly TextRun[];
  /** The page with each run in an element `<tag n="…">` of its own, so that what is kept can be found in the source. */
  readonly numbered: string;
  /** An inline element that neither the page nor the search for its article knows. */
  readonly tag: string;
  readonly elements: number;
}

/** Elements whose text is no wording of an article. */
const SILENT = new Set([
  'head',
  'iframe',
  'noscript',
  'object',
  'option',
  'script',
  'select',
  'style',
  'svg',
  'template',
  'textarea',
]);
const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);

const tagFor = (text: string): string => {
  for (let count = 0; ; count++) if (!text.includes(`i-run${count}`)) return `i-run${count}`;
};

/** Ends the reading of a page whose elements are too deep in one another: the parser's cost grows with the square. */
class TooDeep extends Error {}

/** Reads a page's source once, from tag to tag; null when its elements lie deeper in one another than `deepest`. */
export const runsOf = (text: string, deepest: number): PageRuns | null => {
  const runs: { start: number; end: number; pieces: Span[] }[] = [];
  let [silent, open, elements] = [0, 0, 0];
  let continues = false;
  const parser = new Parser(
    {
      onopentagname: (name) => {
        continues = false;
        elements++;
        if (SILENT.has(name)) silent++;
        if (!VOID.has(name) && ++open > deepest) throw new TooDeep();
      },
      onclosetag: (name) => {
        continues = false;
        if (SILENT.has(name)) silent--;
        if (!VOID.has(name)) open--;
      },
      oncomment: () => {
        continues = false;
      },
      ontext: (data) => {
        if (silent > 0) return;
        const [start, end] = [parser.startIndex, parser.endIndex + 1];
        const last = runs.at(-1);
        const run = continues && last ? last : { start, end, pieces: [] };
        if (run !== last) runs.push(run);
        run.end = end;
        if (data === text.slice(start, end)) run.pieces.push({ start, end });
        continues = true;
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  try {
    parser.end(text);
  } catch (error) {
    if (error instanceof TooDeep) return null;
    throw error;
  }
  const worded = runs.filter(({ start, end }) => /\S/.test(text.slice(start, end)));
  const tag = tagFor(text.toLowerCase());
  const parts: string[] = [];
  let at = 0;
  for (const [index, { start, end }] of worded.entries()) {
    parts.push(text.slice(at, start), `<${tag} n="${index}">`, text.slice(start, end), `</${tag}>`);
    at = end;
  }
  parts.push(text.slice(at));
  return { runs: worded, numbered: parts.join(''), tag, elements };
};
