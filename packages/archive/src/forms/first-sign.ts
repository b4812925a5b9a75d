/** The first character of a file behind its byte order mark and white space, when it is ASCII; else the empty string. */
export const firstSign = (head: Uint8Array): string => {
  let at = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  while (at < head.length && (head[at]! <= 0x20 || isUtf16Padding(head, at))) at++;
  const byte = head[at] ?? 0x80;
  return byte < 0x80 ? String.fromCharCode(byte) : '';
};

/** The mark of UTF-16. */
const isUtf16Padding = (head: Uint8Array, at: number): boolean => at < 2 && head[at]! >= 0xfe;
