import { fold } from '@isnad/arabic';

/** Words in one shingle: five in a row are rarely the same by chance in two accounts of one event. */
const WORDS = 5;

const hashOf = (text: string, from: number, to: number): number => {
  let hash = 0x811c9dc5; // FNV-1a
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
};

/** The distinct hashes of all runs of five words of a text, letters folded, marks and punctuation left aside. */
export const shinglesOf = (text: string): ReadonlySet<number> => {
  const words = fold(text)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 0);
  const starts: number[] = [];
  let length = 0;
  for (const word of words) {
    starts.push(length);
    length += word.length + 1;
  }
  const joined = words.join(' ');
  const hashes = new Set<number>();
  for (let i = 0; i + WORDS <= words.length; i++) {
    hashes.add(hashOf(joined, starts[i]!, i + WORDS < words.length ? starts[i + WORDS]! - 1 : joined.length));
  }
  return hashes;
};
