import type { Document } from '@isnad/model';

const BREAKS = /\n|<\/?(?:p|div|br|li|ul|ol|tr|table|h[1-6]|article|section|blockquote|body|head)\b/i;

/**
 * The text of a document with what is masked blanked out: a line break where a block begins or ends, else spaces. It
 * is as long as the text, so offsets are the same in both; for comparing wording and showing it.
 */
export const wordingOf = ({ text, masked = [] }: Pick<Document, 'text' | 'masked'>): string => {
  if (masked.length === 0) return text;
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of masked) {
    const blank = ' '.repeat(end - start);
    parts.push(text.slice(at, start), BREAKS.test(text.slice(start, end)) ? `\n${blank.slice(1)}` : blank);
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join('');
};
