/** A passage that differs between two wordings of one report, in UTF-16 offsets of each. */
export interface Change {
  readonly before: { readonly start: number; readonly end: number; readonly text: string };
  readonly after: { readonly start: number; readonly end: number; readonly text: string };
}

interface Piece {
  readonly start: number;
  readonly text: string;
}

/** Words and the space behind them: what changed is told in whole words. */
const piecesOf = (text: string): readonly Piece[] =>
  [...text.matchAll(/\S+\s*|\s+/g)].map(({ 0: piece, index }) => ({ start: index, text: piece }));

/** Beyond so many pairs of words, the middle that differs is told as one change. */
const MOST = 4_000_000;

const bare = ({ text }: Piece): string => text.trimEnd();

/** Longest common rows of the pieces between the equal beginning and the equal end. */
const common = (a: readonly Piece[], b: readonly Piece[]): readonly (readonly [number, number])[] => {
  if (a.length * b.length > MOST) return [];
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        bare(a[i]!) === bare(b[j]!)
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
  const pairs: [number, number][] = [];
  for (let [i, j] = [0, 0]; i < a.length && j < b.length; ) {
    if (bare(a[i]!) === bare(b[j]!)) pairs.push([i++, j++]);
    else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i++;
    else j++;
  }
  return pairs;
};

const passage = (text: string, pieces: readonly Piece[], from: number, to: number): Change['before'] => {
  const start = pieces[from]?.start ?? text.length;
  const last = to > from ? pieces[to - 1]! : null;
  const end = last === null ? start : last.start + bare(last).length;
  return { start, end, text: text.slice(start, end) };
};

/** What an editor changed between two wordings at one address, in the order of the text; white space is no change. */
export const changesBetween = (before: string, after: string): readonly Change[] => {
  const [a, b] = [piecesOf(before), piecesOf(after)];
  let front = 0;
  while (front < a.length && front < b.length && bare(a[front]!) === bare(b[front]!)) front++;
  let back = 0;
  while (back < Math.min(a.length, b.length) - front && bare(a[a.length - 1 - back]!) === bare(b[b.length - 1 - back]!))
    back++;
  const middle = common(a.slice(front, a.length - back), b.slice(front, b.length - back));
  const anchors = [...middle.map(([i, j]) => [i + front, j + front] as const), [a.length - back, b.length - back]];
  const changes: Change[] = [];
  let [i, j] = [front, front];
  for (const [nextA, nextB] of anchors as readonly (readonly [number, number])[]) {
    if (nextA > i || nextB > j)
      changes.push({ before: passage(before, a, i, nextA), after: passage(after, b, j, nextB) });
    [i, j] = [nextA + 1, nextB + 1];
  }
  return changes;
};
