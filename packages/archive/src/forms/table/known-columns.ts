import type { Columns } from '../../sidecar/columns.js';

/** Names that columns commonly bear, folded; the first that a table has is taken. */
const KNOWN: Readonly<Record<keyof Columns, readonly string[]>> = {
  text: [
    ...['text', 'fulltext', 'articletext', 'body', 'content', 'contenttext', 'article', 'message', 'description'],
    ...['النص', 'نص', 'نصالخبر', 'نصالتقرير', 'المتن', 'المحتوى', 'الخبر', 'التقرير', 'المنشور'],
  ],
  title: ['title', 'headline', 'العنوان', 'عنوان', 'عنوانالخبر'],
  published: [
    ...[
      'published',
      'publishedat',
      'publicationdate',
      'publishdate',
      'pubdate',
      'date',
      'datetime',
      'createdat',
      'time',
    ],
    ...['تاريخالنشر', 'التاريخ', 'تاريخ'],
  ],
  outlet: [
    ...['outlet', 'publisher', 'source', 'sourcename', 'sitename', 'newspaper', 'media', 'channel'],
    ...['المصدر', 'الموقع', 'الصحيفة', 'الوسيلة', 'القناة', 'الجهة'],
  ],
  url: ['url', 'link', 'address', 'sourceurl', 'permalink', 'الرابط', 'رابط'],
  author: ['author', 'byline', 'writer', 'الكاتب', 'المحرر', 'كاتب'],
};

const folded = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** The columns of a table by what they are called; those that a sidecar names stand. */
export const knownColumns = (names: readonly string[], given: Columns = {}): Columns => {
  const byFold = new Map([...names].reverse().map((name) => [folded(name), name]));
  const found = Object.entries(KNOWN).flatMap(([field, known]) => {
    const name = known.map((form) => byFold.get(form)).find((column) => column !== undefined);
    return name === undefined ? [] : [[field, name] as const];
  });
  return { ...Object.fromEntries(found), ...given };
};
