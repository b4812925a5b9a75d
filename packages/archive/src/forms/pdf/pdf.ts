import { type Note, note, reportId } from '@isnad/model';
import { arrived, type FileForm, reasonOf, refused } from '../../arrival.js';
import { documentOf, tooBig, unreadDocument } from '../../document.js';
import { wholeOf } from '../../source.js';
import { firstSign } from '../first-sign.js';
import { type Glyphs, linesOfPage, type PageLine } from './lines.js';
import { paragraphsOf } from './paragraphs.js';

const MOST_PAGES = 1_000;
const MOST_GLYPHS = 200_000;

/** What the library gives of a page. */
interface Item {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
}

/** Items without wording mark structure. */
const isItem = (item: object): item is Item => 'str' in item && 'transform' in item;

const glyphsOf = ({ str, transform, width }: Item): Glyphs => {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = transform;
  return { text: str, x, y, width, size: Math.hypot(c, d) || Math.hypot(a, b) || 1 };
};

interface Pages {
  readonly pages: readonly (readonly PageLine[])[];
  readonly notes: readonly Note[];
}

const pagesOf = async (bytes: Uint8Array): Promise<Pages> => {
  const { getDocumentProxy } = await import('unpdf');
  // The library takes the bytes for its own.
  const file = await getDocumentProxy(Uint8Array.from(bytes), {
    verbosity: 0,
    isEvalSupported: false,
    stopAtErrors: false,
  });
  try {
    const pages: (readonly PageLine[])[] = [];
    const lost: number[] = [];
    const count = Math.min(file.numPages, MOST_PAGES);
    for (let number = 1; number <= count; number++)
      try {
        const page = await file.getPage(number);
        const { items } = await page.getTextContent();
        if (items.length > MOST_GLYPHS) lost.push(number);
        else pages.push(linesOfPage((items as readonly object[]).filter(isItem).map(glyphsOf)));
        page.cleanup();
      } catch {
        lost.push(number);
      }
    const notes: Note[] = [];
    if (lost.length > 0)
      notes.push(
        note(
          'archive/lost-pages',
          'warning',
          `Pages ${lost.slice(0, 20).join(', ')} cannot be read; the others are. Fetch the file again, or read them by hand.`,
        ),
      );
    if (file.numPages > MOST_PAGES)
      notes.push(
        note(
          'archive/lost-pages',
          'warning',
          `Only the first ${MOST_PAGES} of ${file.numPages} pages are read. Split the file.`,
        ),
      );
    return { pages, notes };
  } finally {
    await file.destroy();
  }
};

const FROM_PDF = note(
  'archive/pdf',
  'info',
  'The wording was rebuilt from where its letters stand on the pages, and offsets count in that. Compare quotes with the pages.',
);
const NO_PAGE = 'No page of the PDF can be read, so nothing was read. Fetch it again.';
const NO_TEXT =
  'The PDF holds no letters, only pictures of them, so nothing was read. Have its text recognised by another program, check it, and give that.';

/**
 * A PDF with letters in it: one report. Its text is rebuilt from the places of the letters: lines from top to bottom,
 * each from the right where it is Arabic, with numbers and Latin words in their own order, shapes turned back to
 * letters; lines of a paragraph joined, paragraphs parted by a blank line. Columns are not told apart.
 */
export const pdf: FileForm = {
  form: 'pdf',
  accepts: (_path, head) =>
    firstSign(head) === '%' && new TextDecoder('latin1').decode(head.subarray(0, 1024)).trimStart().startsWith('%PDF-'),
  read: async function* (source, { given, stated, limits }) {
    const whole = await wholeOf(source.stream(), limits.bytes);
    if ('over' in whole) return yield arrived(unreadDocument(source.path, given, tooBig(whole.over, limits)));
    const id = reportId(whole.bytes);
    let read: Pages;
    try {
      read = await pagesOf(whole.bytes);
    } catch (error) {
      const isLocked = error instanceof Error && error.name === 'PasswordException';
      const message = isLocked
        ? 'The PDF is locked with a password, so nothing was read. Save a copy without one and give that.'
        : `The PDF is damaged (${reasonOf(error)}), so nothing was read. Fetch it again.`;
      return yield refused(
        source.path,
        given,
        isLocked ? 'archive/encrypted' : 'archive/broken-container',
        message,
        id,
      );
    }
    const text = paragraphsOf(read.pages);
    if (!/\p{L}/u.test(text) && read.notes.length > 0)
      return yield refused(source.path, given, 'archive/broken-container', NO_PAGE, id);
    if (!/\p{L}/u.test(text)) return yield refused(source.path, given, 'archive/no-text-layer', NO_TEXT, id);
    const notes = [FROM_PDF, ...read.notes];
    yield arrived(documentOf({ path: source.path, id, text, encoding: 'utf-8', given, stated, notes }));
  },
};
