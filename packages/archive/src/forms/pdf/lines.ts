/** A piece of text on a page, as the PDF places it: often one letter. Lengths are points, from the lower left corner. */
export interface Glyphs {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Size of the font. */
  readonly size: number;
}

/** A line of a page in reading order. */
export interface PageLine {
  readonly text: string;
  readonly x: number;
  readonly end: number;
  readonly y: number;
  readonly size: number;
  readonly isRightToLeft: boolean;
}

const ARABIC = /\p{Script=Arabic}/u;
const LATIN = /\p{Script=Latin}/u;
/** Written from the left in a line from the right: Latin words and numbers in any digits. */
const FROM_LEFT = /[\p{Script=Latin}\p{Nd}]/u;
const BLANK = /^\s*$/;
/** A gap of this share of the font's size parts words; letters of one word lie closer. */
const WORD_GAP = 0.12;
/** Marks and small numbers stand this much off the line, as a share of the font's size. */
const SAME_LINE = 0.45;

const FORMS = /[\ufb50-\ufdff\ufe70-\ufeff]/g;
/** Shapes that letters take in a word, back to letters. Marks by themselves carry a blank that is no space. */
const lettersOf = (shapes: string): string =>
  shapes.replace(FORMS, (shape) => {
    const letters = shape.normalize('NFKC');
    return letters.length > 1 && letters.startsWith(' ') ? letters.slice(1) : letters;
  });

/** A mark that a font draws apart: a blank in front of it is none of the text. */
const withoutCarrier = (text: string): string => text.replace(/ (?=\p{Mn})/gu, '');

const isNumber = (text: string): boolean => FROM_LEFT.test(text) && !LATIN.test(text);

/** Whether what lies between two pieces from the left belongs to them: `17/12`, `Sahl Watch`, but not `13 27`. */
const joins = (before: Glyphs, between: readonly Glyphs[], after: Glyphs): boolean => {
  const text = between.map((glyphs) => glyphs.text).join('');
  if (ARABIC.test(text)) return false;
  if (!isNumber(before.text) && !isNumber(after.text)) return true;
  if (/\s/.test(text)) return false;
  return isNumber(before.text) && isNumber(after.text) ? /^[.,:/%٪٫٬–-]?$/.test(text) : /^\S?$/.test(text);
};

/** Pieces sorted from the right, with what is written from the left turned back to its own order. */
const logicalOrder = (pieces: readonly Glyphs[]): readonly Glyphs[] => {
  const ordered: Glyphs[] = [];
  for (let at = 0; at < pieces.length; at++) {
    const run = [pieces[at]!];
    if (FROM_LEFT.test(run[0]!.text))
      for (let next = at + 1; next < pieces.length; next++) {
        if (!FROM_LEFT.test(pieces[next]!.text)) continue;
        const last = at + run.length - 1;
        if (!joins(pieces[last]!, pieces.slice(last + 1, next), pieces[next]!) || farApart(pieces, last, next)) break;
        run.push(...pieces.slice(last + 1, next + 1));
      }
    at += run.length - 1;
    ordered.push(...run.reverse());
  }
  return ordered;
};

/** Numbers that a gap parts are two, whether a space is written there or not. */
const farApart = (pieces: readonly Glyphs[], from: number, to: number): boolean => {
  if (!isNumber(pieces[from]!.text) || to !== from + 1) return false;
  return gapBetween(pieces[from]!, pieces[to]!) > WORD_GAP * pieces[to]!.size;
};

const gapBetween = (a: Glyphs, b: Glyphs): number => Math.max(a.x - (b.x + b.width), b.x - (a.x + a.width));

/** Blanks narrower than this are steps back to the letter under a mark. */
const NO_WIDTH = 0.05;

const MARK = /^\s*\p{Mn}+$/u;

/**
 * The pieces of a page, each mark put behind the letter that it stands over or under. Lines from the right are mostly
 * drawn from the left, so that a mark comes before its letter; else the letter comes before.
 */
const withMarks = (pieces: readonly Glyphs[]): readonly Glyphs[] => {
  const kept: Glyphs[] = [];
  let waiting = '';
  for (const [index, piece] of pieces.entries()) {
    if (MARK.test(piece.text)) {
      const before = kept.at(-1);
      const after = pieces.slice(index + 1, index + 4).find(({ text }) => !BLANK.test(text) && !MARK.test(text));
      if (before && (!after || after.x < before.x))
        kept[kept.length - 1] = { ...before, text: before.text + piece.text.trim() };
      else waiting += piece.text.trim();
    } else if (waiting === '') kept.push(piece);
    else if (!BLANK.test(piece.text)) {
      kept.push({ ...piece, text: piece.text + waiting });
      waiting = '';
    } else if (piece.width > NO_WIDTH * piece.size) kept.push(piece);
  }
  return kept;
};

const textOf = (pieces: readonly Glyphs[]): string => {
  let text = '';
  let last: Glyphs | null = null;
  for (const piece of pieces) {
    if (last && gapBetween(last, piece) > WORD_GAP * piece.size && !/\s$/.test(text)) text += ' ';
    text += piece.text;
    last = BLANK.test(piece.text) ? null : piece;
  }
  return withoutCarrier(lettersOf(text)).replace(/\s+/g, ' ').trim();
};

const lineOf = (pieces: readonly Glyphs[]): PageLine => {
  const worded = pieces.filter(({ text }) => !BLANK.test(text));
  const isRightToLeft = worded.some(({ text }) => ARABIC.test(text));
  const sorted = [...pieces].sort((a, b) => (isRightToLeft ? b.x - a.x : a.x - b.x));
  const sizes = worded.map(({ size }) => size).sort((a, b) => a - b);
  return {
    text: textOf(isRightToLeft ? logicalOrder(sorted) : sorted),
    x: Math.min(...worded.map(({ x }) => x)),
    end: Math.max(...worded.map(({ x, width }) => x + width)),
    y: worded[0]!.y,
    size: sizes[sizes.length >> 1]!,
    isRightToLeft,
  };
};

/** The lines of a page from top to bottom, each in the order in which it is read. */
export const linesOfPage = (glyphs: readonly Glyphs[]): readonly PageLine[] => {
  const lines: { y: number; size: number; pieces: Glyphs[] }[] = [];
  const worded = withMarks(glyphs)
    .filter(({ text }) => text !== '')
    .sort((a, b) => b.y - a.y);
  for (const piece of worded) {
    const line = lines.at(-1);
    const size = line ? Math.max(line.size, piece.size) : piece.size;
    if (line && line.y - piece.y < SAME_LINE * size) {
      line.pieces.push(piece);
      line.size = size;
      line.y = piece.y;
    } else lines.push({ y: piece.y, size: piece.size, pieces: [piece] });
  }
  return lines.filter(({ pieces }) => pieces.some(({ text }) => !BLANK.test(text))).map(({ pieces }) => lineOf(pieces));
};
