/** High bytes of UTF-16 units in Arabic and Latin text: Basic Latin, Arabic, general punctuation, presentation forms. */
const isHighByte = (byte: number): boolean => byte === 0x00 || byte === 0x06 || byte === 0x20 || byte >= 0xfb;

/**
 * UTF-16 without a byte order mark: nine in ten bytes of one parity are high bytes of Arabic or Latin
 * letters, and most of the other parity are not. Arabic UTF-16 is valid UTF-8 by accident, so this is
 * asked first.
 */
export const unmarkedUtf16 = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  const units = Math.min(bytes.length >> 1, 4096);
  if (units < 4 || bytes.length % 2 !== 0) return null;
  let even = 0;
  let odd = 0;
  for (let unit = 0; unit < units; unit++) {
    const [a, b] = [bytes[unit * 2]!, bytes[unit * 2 + 1]!];
    if (isHighByte(a) && a !== 0x20) even++;
    if (isHighByte(b) && b !== 0x20) odd++;
  }
  if (odd > units * 0.9 && even < units * 0.5) return 'utf-16le';
  return even > units * 0.9 && odd < units * 0.5 ? 'utf-16be' : null;
};
