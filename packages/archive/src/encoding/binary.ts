/** First bytes of common files that are no text, with the name under which people know them. */
const SIGNATURES: readonly (readonly [name: string, ...bytes: readonly number[]])[] = [
  ['a PDF', 0x25, 0x50, 0x44, 0x46, 0x2d],
  ['a ZIP archive or an Office document', 0x50, 0x4b, 0x03, 0x04],
  ['an old Office document', 0xd0, 0xcf, 0x11, 0xe0],
  ['a PNG image', 0x89, 0x50, 0x4e, 0x47],
  ['a JPEG image', 0xff, 0xd8, 0xff],
  ['a GIF image', 0x47, 0x49, 0x46, 0x38],
  ['a WebP, WAV or AVI file', 0x52, 0x49, 0x46, 0x46],
  ['a gzip archive', 0x1f, 0x8b],
  ['a program (ELF)', 0x7f, 0x45, 0x4c, 0x46],
  ['an SQLite database', 0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66],
];

/** What a file's first bytes say that it is; null when they are none of the known signatures. */
export const signatureOf = (bytes: Uint8Array): string | null =>
  SIGNATURES.find(([, ...magic]) => magic.every((byte, index) => bytes[index] === byte))?.[0] ?? null;

/** Control characters that no text holds: all of C0 but tab, line feed, vertical tab, form feed, return, escape. */
const isControl = (byte: number): boolean => byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b);

/** Whether NUL or a share of control characters above one in a hundred says that bytes are no text of one byte a unit. */
export const holdsControls = (bytes: Uint8Array): boolean => {
  let controls = 0;
  for (const byte of bytes) {
    if (byte === 0) return true;
    if (isControl(byte)) controls++;
  }
  return controls * 100 > bytes.length;
};
