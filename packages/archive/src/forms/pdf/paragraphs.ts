import type { PageLine } from './lines.js';

/** Lines further apart than this many times the usual distance begin a paragraph. */
const APART = 1.35;
/** A line that ends this share of the column before its margin is the last of its paragraph. */
const SHORT = 0.15;
const STOP = /[.!؟?:…»”"]$/u;

/** Of the distances between lines the one that a quarter of them stay below: lines of one paragraph, even in short ones. */
const quartile = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 2] ?? 0;

/** Whether a line ends where the column ends: its sentence goes on in the next. */
const isFull = (line: PageLine, left: number, right: number): boolean => {
  const room = line.isRightToLeft ? line.x - left : right - line.end;
  return room < SHORT * (right - left);
};

const MIRRORED: Readonly<Record<string, string>> = { '(': ')', ')': '(', '[': ']', ']': '[', '«': '»', '»': '«' };

/** How many closing brackets have nothing to close. */
const strayIn = (text: string): number => {
  const open: string[] = [];
  let stray = 0;
  for (const [mark] of text.matchAll(/[()[\]«»]/g))
    if ('([«'.includes(mark)) open.push(MIRRORED[mark]!);
    else if (open.at(-1) === mark) open.pop();
    else stray++;
  return stray;
};

/** Some programs write brackets as they look in a line from the right, others as they are meant: what fits is taken. */
const withBracketsTurned = (text: string): string => {
  const turned = text.replace(/[()[\]«»]/g, (mark) => MIRRORED[mark]!);
  return strayIn(turned) < strayIn(text) ? turned : text;
};

/**
 * The lines of pages as text: lines of one paragraph joined by a space, paragraphs parted by a blank line. A paragraph
 * ends where the next line is further off, of another size, or where a line is not full.
 */
export const paragraphsOf = (pages: readonly (readonly PageLine[])[]): string => {
  const all = pages.flat();
  const left = Math.min(...all.map(({ x }) => x));
  const right = Math.max(...all.map(({ end }) => end));
  const gaps = pages.flatMap((lines) => lines.slice(1).map((line, index) => (lines[index]!.y - line.y) / line.size));
  const usual = Math.min(quartile(gaps), 2.2);
  let text = '';
  let last: PageLine | null = null;
  for (const lines of pages)
    for (const [index, line] of lines.entries()) {
      const near = index === 0 || (last !== null && (last.y - line.y) / line.size < usual * APART);
      const goesOn =
        last !== null &&
        near &&
        Math.abs(last.size - line.size) < 0.5 &&
        isFull(last, left, right) &&
        !(index === 0 && STOP.test(last.text));
      text += last === null ? line.text : `${goesOn ? ' ' : '\n\n'}${line.text}`;
      last = line;
    }
  return withBracketsTurned(text);
};
