import { analyse } from 'chardet';

/**
 * Words that nearly every Arabic report holds, and that the two Arabic single-byte encodings write with
 * different bytes: in, on, to, from, which (f.), who (m.), between.
 */
const FREQUENT = /(?<!\p{L})(?:في|على|إلى|من|التي|الذي|بين|عن|قوات|يوم)(?!\p{L})/gu;

const countOf = (text: string): number => text.match(FREQUENT)?.length ?? 0;

/** ISO-8859-6 leaves half of its bytes without a letter: text with one of them is none. */
const decodeStrictly = (bytes: Uint8Array, label: string): string | null => {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** A single-byte text and its encoding's WHATWG label: the Arabic encodings first, `chardet` for the rest. */
export const decodeSingleByte = (bytes: Uint8Array): { readonly text: string; readonly encoding: string } => {
  const candidates = ['windows-1256', 'iso-8859-6'].flatMap((encoding) => {
    const text = decodeStrictly(bytes, encoding);
    return text === null ? [] : [{ text, encoding, score: countOf(text) }];
  });
  const best = candidates.sort((a, b) => b.score - a.score)[0];
  if (best && best.score > 0) return { text: best.text, encoding: best.encoding };
  for (const { name } of analyse(bytes.subarray(0, 65_536))) {
    if (/^(?:utf|ascii)/i.test(name)) continue;
    try {
      const decoder = new TextDecoder(name);
      return { text: decoder.decode(bytes), encoding: decoder.encoding };
    } catch {
      // An encoding that chardet knows and the platform does not: the next guess.
    }
  }
  return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
};
