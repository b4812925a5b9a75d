/**
 * What stands in the view for a masked passage of markup: a line break for tags that begin or end a block, a
 * space for links and pictures, nothing for tags inside a word or a line, the character for an entity.
 */
const BLOCK =
  /^(?:address|article|aside|blockquote|body|br|caption|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|head|header|hr|html|li|main|nav|ol|option|p|pre|section|select|table|tbody|tfoot|thead|title|tr|ul)$/;
const INLINE = /^(?:b|bdi|bdo|big|em|font|i|ins|mark|s|small|span|strong|sub|sup|u|wbr)$/;
const PIECE = /<\/?([a-z][a-z0-9]*)|&(?:#(\d{2,7})|#x([0-9a-f]{2,6})|([a-z]+));?|\n/gi;

/** Named entities that are met in Arabic pages (HTML Living Standard, named character references). */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  bull: '•',
  gt: '>',
  hellip: '…',
  laquo: '«',
  ldquo: '“',
  lrm: '\u200e',
  lsquo: '‘',
  lt: '<',
  mdash: '—',
  middot: '·',
  nbsp: ' ',
  ndash: '–',
  quot: '"',
  raquo: '»',
  rdquo: '”',
  rlm: '\u200f',
  rsquo: '’',
  shy: '\u00ad',
  zwj: '\u200d',
  zwnj: '\u200c',
};

/** The characters, not yet folded, by which a masked passage is read. */
export const readMasked = (passage: string): string => {
  const isSilent = /^<(?:script|style|template|noscript|svg|head)\b/i.test(passage);
  const pieces = isSilent ? '\n' : [...passage.matchAll(PIECE)].map(readPiece).join('');
  if (pieces.includes('\n')) return '\n';
  return pieces.length > 1 ? pieces.replace(/ +/g, ' ') : pieces;
};

const readPiece = ([whole, tag, decimal, hex, name]: RegExpMatchArray): string => {
  if (tag !== undefined) {
    const lower = tag.toLowerCase();
    return BLOCK.test(lower) ? '\n' : INLINE.test(lower) ? '' : ' ';
  }
  if (decimal !== undefined || hex !== undefined) {
    const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal);
    return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : ' ';
  }
  return name === undefined ? whole : (NAMED[name.toLowerCase()] ?? ' ');
};
