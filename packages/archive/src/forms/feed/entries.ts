/** A feed taken apart without a parser, so that one torn entry costs itself and not the feed. */
export interface FeedParts {
  /** The feed as a parser takes it, with `entry` as its only one; no document type, so no entities of its own. */
  readonly around: (entry: string) => string;
  /** Each entry as it is written. */
  readonly entries: readonly string[];
  /** Whether an entry begins that does not end. */
  readonly torn: boolean;
  /** Whether a document type declares entities. */
  readonly declaresEntities: boolean;
}

/** Longest opening tag of a feed: its namespaces. */
const ROOT = /<(rss|feed|rdf:RDF)(?=[\s>])[^<>]{0,20000}>/i;

/** What stands before the entries is parsed with each of them. */
const LONGEST_HEAD = 50_000;

/** The text with comments and CDATA blanked out, as long as before: tags in them are none. */
const withoutCdata = (text: string): string => {
  const parts: string[] = [];
  const unclosed = new Set<string>();
  let at = 0;
  for (const { 0: opening, index: start } of text.matchAll(/<!(?:\[CDATA\[|--)/g)) {
    const mark = opening === '<!--' ? '-->' : ']]>';
    if (start < at || unclosed.has(mark)) continue;
    const close = text.indexOf(mark, start);
    // What never closes is left as it is: the entry around it is torn, not the rest of the feed.
    if (close < 0) unclosed.add(mark);
    else {
      parts.push(text.slice(at, start), ' '.repeat(close + mark.length - start));
      at = close + mark.length;
    }
  }
  parts.push(text.slice(at));
  return parts.join('');
};

/** The last of some offsets, in order, that lies before a place. */
const lastBefore = (offsets: readonly number[], from: number, place: number): number => {
  let index = from;
  while (index + 1 < offsets.length && offsets[index + 1]! < place) index++;
  return offsets[index]!;
};

/** The entries of a feed by their tags; null when the text is no feed. */
export const feedParts = (text: string): FeedParts | null => {
  const root = ROOT.exec(text);
  if (!root) return null;
  const kind = root[1]!.toLowerCase();
  const name = kind === 'feed' ? 'entry' : 'item';
  const bare = withoutCdata(text);
  const closing = `</${name}>`;
  const starts = [...bare.matchAll(new RegExp(`<${name}(?=[\\s>])`, 'gi'))].map(({ index }) => index);
  const entries: string[] = [];
  let torn = false;
  let close = -1;
  for (const [number, start] of starts.entries()) {
    if (close >= 0 && start < close) continue;
    const found = bare.indexOf(closing, start);
    const next = starts[number + 1] ?? Infinity;
    if (found < 0 || next < found) torn = true;
    if (found < 0) break;
    if (next < found) {
      // One that does not end: the last that begins before the closing tag is the one that it closes.
      const last = lastBefore(starts, number, found);
      entries.push(text.slice(last, found + closing.length));
    } else entries.push(text.slice(start, found + closing.length));
    close = found;
  }
  const head = starts[0] ?? null;
  const described = text.slice(root.index + root[0].length, head ?? text.length);
  const before = described.length > LONGEST_HEAD ? '' : described;
  const channel = kind === 'rss' && !/<channel(?=[\s>])/i.test(before) ? '<channel>' : '';
  const tail = { rss: '</channel></rss>', feed: '</feed>', 'rdf:rdf': `</${root[1]}>` }[kind]!;
  return {
    around: (entry) => `${root[0]}${channel}${before}${entry}${tail}`,
    entries,
    torn,
    declaresEntities: /<!ENTITY/i.test(text.slice(0, root.index)),
  };
};
