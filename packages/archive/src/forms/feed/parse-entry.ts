import type { Given } from '@isnad/model';
import { type AtomFeed, parseFeed, type RdfFeed, type RssFeed } from 'feedsmith';
import { dayOfMoment } from '../../dates.js';
import { addressOf, stated } from '../page/metadata.js';

/** What an entry of a feed says. */
export interface FeedEntry {
  readonly title: string | undefined;
  /** The longest of its content and its summary, tags included. */
  readonly body: string | undefined;
  readonly stated: Given;
}

const word = (text: string | undefined): string | undefined => {
  const spaced = text
    ?.replace(/<[^<>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return spaced ? spaced.slice(0, 1000) : undefined;
};

const longest = (...texts: readonly (string | undefined)[]): string | undefined =>
  texts.filter((text) => text !== undefined && /\S/.test(text)).sort((a, b) => b!.length - a!.length)[0];

const day = (...moments: readonly (string | undefined)[]): string | undefined => {
  for (const moment of moments) {
    const found = dayOfMoment(moment ?? '');
    if (found !== null) return found;
  }
  return undefined;
};

const entryOf = (
  title: string | undefined,
  body: string | undefined,
  { published, outlet, url, author }: Record<'published' | 'outlet' | 'url' | 'author', string | undefined>,
): FeedEntry => ({
  title: word(title),
  body,
  stated: stated({ title: word(title), published, outlet: word(outlet), url: addressOf(url), author: word(author) }),
});

const ofRss = (feed: RssFeed.Feed<string>): FeedEntry | null => {
  const item = feed.items?.[0];
  if (!item) return null;
  return entryOf(item.title, longest(item.content?.encoded, item.description), {
    published: day(item.pubDate, item.dc?.dates?.[0]),
    outlet: item.source?.title ?? feed.title,
    url: item.link ?? item.guid?.value,
    author: item.dc?.creators?.[0] ?? nameIn(item.authors?.[0]),
  });
};

/** `name@host (Name)`, as RSS has it, or an object with a name. */
const nameIn = (author: unknown): string | undefined => {
  if (typeof author === 'string') return /\(([^()]+)\)\s*$/.exec(author)?.[1] ?? author;
  const name = typeof author === 'object' && author !== null && 'name' in author ? author.name : undefined;
  return typeof name === 'string' ? name : undefined;
};

const ofAtom = (feed: AtomFeed.Feed<string>): FeedEntry | null => {
  const entry = feed.entries?.[0];
  if (!entry) return null;
  const links = entry.links ?? [];
  return entryOf(entry.title?.value, longest(entry.content?.value, entry.summary?.value), {
    published: day(entry.published, entry.updated),
    outlet: entry.source?.title?.value ?? feed.title?.value,
    url: (links.find(({ rel }) => rel === undefined || rel === 'alternate') ?? links[0])?.href,
    author: entry.authors?.[0]?.name,
  });
};

const ofRdf = (feed: RdfFeed.Feed<string>): FeedEntry | null => {
  const item = feed.items?.[0];
  if (!item) return null;
  return entryOf(item.title, longest(item.content?.encoded, item.description), {
    published: day(item.dc?.dates?.[0]),
    outlet: feed.title,
    url: item.link,
    author: item.dc?.creators?.[0],
  });
};

/** The one entry of a feed; null when there is none. Throws over what is no XML. */
export const parseEntry = (xml: string): FeedEntry | null => {
  const { format, feed } = parseFeed(xml);
  if (format === 'rss') return ofRss(feed as RssFeed.Feed<string>);
  if (format === 'atom') return ofAtom(feed as AtomFeed.Feed<string>);
  return format === 'rdf' ? ofRdf(feed as RdfFeed.Feed<string>) : null;
};
