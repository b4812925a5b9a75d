/** A word as it is compared: without marks and elongation, letters that are written in several ways made one. */
const plain = (word: string): string =>
  word
    .replace(/[\u064b-\u0652\u0670\u0640]/g, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ة/g, 'ه')
    .replace(/ى/g, 'ي')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

export interface Word {
  readonly text: string;
  /** No other of the texts has it. */
  readonly isOwn: boolean;
}

/** Each text in words and the gaps between them, marked where no other text has the word. */
export const ownWords = (texts: readonly string[]): readonly (readonly Word[])[] => {
  const holders = new Map<string, Set<number>>();
  for (const [i, text] of texts.entries())
    for (const word of text.split(/\s+/)) {
      const key = plain(word);
      if (key === '') continue;
      const held = holders.get(key);
      if (held) held.add(i);
      else holders.set(key, new Set([i]));
    }
  return texts.map((text) =>
    text
      .split(/(\s+)/)
      .filter((part) => part !== '')
      .map((part) => ({ text: part, isOwn: texts.length > 1 && holders.get(plain(part))?.size === 1 })),
  );
};
