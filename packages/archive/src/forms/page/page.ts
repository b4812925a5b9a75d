import { createRequire } from 'node:module';
import { type Given, type Note, note, type Span } from '@isnad/model';
import { complementOf, markup, masksAround } from '../markup/markup.js';
import type { FoundInText, InputForm } from '../text-form.js';
import { type Element, statedByPage } from './metadata.js';
import { type PageRuns, runsOf, type TextRun } from './runs.js';

const load = createRequire(import.meta.url);
/** The libraries take a fifth of a second to load, which only a page is worth; a mask is made at once, so no `import()`. */
const libraries = () => ({
  ...(load('linkedom') as typeof import('linkedom')),
  ...(load('@mozilla/readability') as typeof import('@mozilla/readability')),
});

/** What the search for an article may cost; a page beyond it is read whole, over its tags. */
const LARGEST = { units: 8_000_000, depth: 250, elements: 50_000 };
/** An article shorter than this, in letters, is rather a caption or a notice that the search took for one. */
const SHORTEST = 60;
/** Lines of date and author stand this near above the article, in units of the page's source. */
const NEAR = 4_000;
const DATE_OR_AUTHOR =
  'time, [class*="date"], [class*="time"], [class*="author"], [class*="byline"], [itemprop="datePublished"], [itemprop="author"], [rel="author"]';
const LONGEST_LINE = 80;

const numbersIn = (element: Element, tag: string): number[] =>
  [...element.querySelectorAll(tag)].map((run) => Number(run.getAttribute('n')));

const lettersIn = (text: string, runs: Iterable<TextRun>): number => {
  let letters = 0;
  for (const { start, end } of runs) letters += text.slice(start, end).match(/\p{L}/gu)?.length ?? 0;
  return letters;
};

/** Runs of the heading that says the title; the search drops it from what it finds. */
const headingRuns = (root: Element, tag: string, title: string | undefined): readonly number[] => {
  const bare = (words: string | null | undefined) => (words ?? '').replace(/[\s\p{P}\p{S}]+/gu, '');
  const heading = [...root.querySelectorAll('h1, h2')].find(
    ({ textContent }) => title !== undefined && bare(textContent) !== '' && bare(title).startsWith(bare(textContent)),
  );
  return heading ? numbersIn(heading, tag) : [];
};

/** Lines beside the beginning of the article that say its date or its author. */
const headLines = (root: Element, { runs, tag }: PageRuns, first: number): readonly number[] => {
  const lines: number[] = [];
  for (const element of root.querySelectorAll(DATE_OR_AUTHOR)) {
    if ((element.textContent ?? '').trim().length > LONGEST_LINE) continue;
    if (element.closest('nav, aside, footer, [class*="related"], [class*="comment"]')) continue;
    for (const index of numbersIn(element, tag))
      if (Math.abs(runs[first]!.start - runs[index]!.start) < NEAR) lines.push(index);
  }
  return lines;
};

/** Runs of an article but for those of blocks that are nothing but links: menus and teasers that lie in it. */
const proseRuns = (content: Element, tag: string): readonly number[] => {
  const plain = new Set<Element>();
  const runs = [...content.querySelectorAll(tag)].map((run) => {
    const block = run.closest('p, li, ul, td, div, section, h2, h3, h4, h5') ?? content;
    if (!run.closest('a')) plain.add(block);
    return { index: Number(run.getAttribute('n')), block };
  });
  return runs.filter(({ block }) => plain.has(block)).map(({ index }) => index);
};

interface Article {
  readonly kept: ReadonlySet<number>;
  readonly given: Given;
}

/** The article of a page, as the numbers of its runs, and what the page states of it. */
const findArticle = (text: string, page: PageRuns): Article => {
  const { runs, numbered, tag } = page;
  const { parseHTML, Readability } = libraries();
  const { document } = parseHTML(numbered) as unknown as { document: Element };
  const given = statedByPage(document, text);
  const heading = headingRuns(document, tag, given.title);
  // The search takes the document apart, so the lines above the article are sought in a second one.
  const whole = parseHTML(numbered).document as unknown as Element;
  const found = new Readability<Element>(document as never, {
    charThreshold: 200,
    serializer: (node) => node as unknown as Element,
    disableJSONLD: true,
    maxElemsToParse: LARGEST.elements * 4,
  }).parse();
  const content = found?.content;
  const kept = new Set(content ? proseRuns(content, tag) : []);
  if (
    lettersIn(
      text,
      [...kept].map((index) => runs[index]!),
    ) < SHORTEST
  )
    return { kept: new Set(), given };
  const first = Math.min(...kept);
  for (const index of [...heading, ...headLines(whole, page, first)]) kept.add(index);
  return { kept, given };
};

const wholePage = (text: string, given: Given, ...notes: readonly Note[]): FoundInText => {
  const found = markup.mask(text);
  return { ...found, notes: [...found.notes, ...notes], stated: given };
};

const maskAllBut = (text: string, runs: readonly TextRun[], kept: ReadonlySet<number>): readonly Span[] => {
  const said = runs.filter((_, index) => kept.has(index));
  const entities = said.flatMap((run) => between(run.pieces, run));
  return masksAround(
    said.flatMap(({ pieces }) => pieces),
    entities,
    text.length,
  );
};

/** What of a run is none of its pieces. */
const between = (pieces: readonly Span[], { start, end }: Span): readonly Span[] =>
  complementOf(
    pieces.map((piece) => ({ start: piece.start - start, end: piece.end - start })),
    end - start,
  ).map((gap) => ({ start: gap.start + start, end: gap.end + start }));

/**
 * A saved HTML page. Its article is found by structure; everything else (menus, teasers, scripts) is masked and
 * offsets stay those of the page's source. Title, date, outlet, author and address come from linked data, the tags of
 * the head and the body. Where no article is found the page is read whole.
 */
export const page: InputForm = {
  form: 'page',
  accepts: (_path, text) => /<(?:!doctype\s+html|html|head|body)(?=[\s>])/i.test(text.slice(0, 4096)),
  mask: (text) => {
    if (text.length > LARGEST.units) return wholePage(text, {}, tooMuch('its size'));
    const found = runsOf(text, LARGEST.depth);
    if (found === null) return wholePage(text, {}, tooMuch(`elements more than ${LARGEST.depth} deep in one another`));
    const { runs, elements } = found;
    if (elements > LARGEST.elements) return wholePage(text, {}, tooMuch(`${elements} elements`));
    const { kept, given } = findArticle(text, found);
    if (kept.size === 0) return wholePage(text, given, NO_ARTICLE);
    const share = Math.round(
      (100 *
        lettersIn(
          text,
          [...kept].map((index) => runs[index]!),
        )) /
        lettersIn(text, runs),
    );
    const message = `The article was found by the structure of the page: ${share} % of its letters; menus, teasers and scripts are read over. If words of the report are missing, save it as plain text.`;
    return { masked: maskAllBut(text, runs, kept), notes: [note('archive/article', 'info', message)], stated: given };
  },
};

const NO_ARTICLE = note(
  'archive/no-article',
  'info',
  'No article was found by the structure of the page, so all its wording is read, menus included. If that disturbs, save the report as plain text.',
);

const tooMuch = (what: string): Note =>
  note(
    'archive/heavy-page',
    'warning',
    `The page is too heavy for the search for its article (${what}), so all its wording is read, menus included. Save the report as plain text.`,
  );
