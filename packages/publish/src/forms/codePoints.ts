/** Where, in Unicode code points, an offset in UTF-16 code units lies. */
export type CodePoints = (offset: number) => number;

/** Counts code points over a text: each pair of surrogates before an offset is one. */
export const codePointsOf = (text: string): CodePoints => {
  const pairs: number[] = [];
  for (const { index } of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) pairs.push(index);
  return (offset) => {
    let [low, high] = [0, pairs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[middle]! + 1 < offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  };
};
