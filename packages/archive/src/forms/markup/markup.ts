import { note, type Span } from '@isnad/model';
import { Parser } from 'htmlparser2';
import type { InputForm } from '../text-form.js';

/** Elements whose content is never wording of the report. */
const SILENT = new Set(['script', 'style', 'template', 'noscript', 'svg', 'head']);

/** Tags and entities that are found in pasted pages; a lone `<` or `&` in a sentence is none. */
const TAG =
  /<(?:!doctype|!--|\/?(?:html|head|body|p|br|div|span|a|b|i|u|em|strong|font|h[1-6]|ul|ol|li|img|table|tbody|tr|td|th|blockquote|script|style|iframe|figure|figcaption|section|article|header|footer|main|aside|nav|time|meta|link|title|svg|noscript)(?=[\s/>]))/i;
const ENTITY =
  /&(?:nbsp|quot|amp|lt|gt|laquo|raquo|rsquo|lsquo|ldquo|rdquo|ndash|mdash|zwnj|#\d{2,6}|#x[0-9a-f]{2,5});/i;
const PAGE = /\.x?html?$/i;

/** No page that people read is deeper; the parser's cost grows with the square of it. */
const DEEPEST = 10_000;

/** Passages of wording: text outside tags and silent elements, and the entities in it. */
const wordingOf = (text: string): { readonly wording: Span[]; readonly entities: Span[]; readonly letters: number } => {
  const wording: Span[] = [];
  const entities: Span[] = [];
  let silent = 0;
  let depth = 0;
  let letters = 0;
  const parser = new Parser(
    {
      onopentagname: (name) => {
        if (SILENT.has(name)) silent++;
        if (++depth > DEEPEST) throw new RangeError('elements too deep in one another');
      },
      onclosetag: (name) => {
        if (SILENT.has(name)) silent--;
        depth--;
      },
      ontext: (data) => {
        const [start, end] = [parser.startIndex, parser.endIndex + 1];
        if (silent > 0) return;
        if (data === text.slice(start, end)) wording.push({ start, end });
        else {
          entities.push({ start, end });
          if (/\p{L}/u.test(data)) letters++;
        }
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.end(text);
  return { wording, entities, letters };
};

/** What lies between spans that are in order. */
export const complementOf = (wording: readonly Span[], length: number): Span[] => {
  const gaps: Span[] = [];
  let at = 0;
  for (const { start, end } of wording) {
    if (start > at) gaps.push({ start: at, end: start });
    at = Math.max(at, end);
  }
  if (at < length) gaps.push({ start: at, end: length });
  return gaps;
};

const byStart = (a: Span, b: Span): number => a.start - b.start;

/**
 * What is to be read over around passages of wording. An entity is a span of its own, also beside a tag: it is read
 * as its character, the tag as a break.
 */
export const masksAround = (wording: readonly Span[], entities: readonly Span[], length: number): Span[] => {
  const said = [...wording, ...entities].sort(byStart);
  return [...complementOf(said, length), ...entities].sort(byStart);
};

/** A tag that is never closed would hide the rest of the report: it is left in the wording. */
const isTorn = (text: string, { start, end }: Span): boolean =>
  end === text.length && text.lastIndexOf('<') >= start && !text.slice(text.lastIndexOf('<')).includes('>');

/** Wording with HTML tags in it: a saved page, or a page's source pasted into a text file. */
export const markup: InputForm = {
  form: 'markup',
  accepts: (path, text) => (PAGE.test(path) && /<[a-z!/]/i.test(text)) || TAG.test(text) || ENTITY.test(text),
  mask: (text) => {
    const { wording, entities, letters } = wordingOf(text);
    const gaps = masksAround(wording, entities, text.length);
    const last = gaps.at(-1);
    const torn = last && isTorn(text, last) ? text.lastIndexOf('<') : -1;
    const masked = torn < 0 ? gaps : gaps.map((gap) => (gap === last ? { start: gap.start, end: torn } : gap));
    const notes = [
      note(
        'archive/markup',
        'info',
        `The text holds HTML: ${masked.length} tags, scripts and entities are read over; offsets stay those of the file.`,
      ),
    ];
    if (letters > 0)
      notes.push(
        note(
          'archive/letters-as-entities',
          'info',
          `${letters} letters are written as HTML entities (such as &#1607;); they are read, but quotes show them as they are written. Save the page as text for clean quotes.`,
        ),
      );
    return { masked: masked.filter((span) => span.end > span.start), notes };
  },
};
