import type { Given } from '@isnad/model';
import { dayOfMoment } from '../../dates.js';
import { isObject, type JsonObject } from '../json-object.js';

/** The part of an element that is used here. */
export interface Element {
  readonly textContent: string | null;
  readonly getAttribute: (name: string) => string | null;
  readonly querySelectorAll: (selector: string) => Iterable<Element>;
  readonly querySelector: (selector: string) => Element | null;
  readonly closest: (selector: string) => Element | null;
}

const clean = (text: unknown): string | undefined => {
  if (typeof text !== 'string') return undefined;
  const spaced = text.replace(/\s+/g, ' ').trim();
  return spaced === '' || spaced.length > 1000 ? undefined : spaced;
};

const ARTICLE = /(?:Article|Posting|Report|Story)$/;
/** Blocks of linked data are small; what is larger is a page's own store of data. */
const LARGEST_BLOCK = 1_000_000;

/** The objects of a JSON-LD block: one, a list, or those of a graph. */
const objectsIn = (json: string): readonly JsonObject[] => {
  try {
    const value: unknown = JSON.parse(
      json.replace(/^\s*(?:<!\[CDATA\[|\/\*.*?\*\/)?/, '').replace(/(?:\]\]>)?\s*$/, ''),
    );
    const list: unknown[] = Array.isArray(value) ? value : [value];
    return list
      .flatMap((item) => (isObject(item) && Array.isArray(item['@graph']) ? item['@graph'] : [item]))
      .filter(isObject);
  } catch {
    return [];
  }
};

const typesOf = (object: JsonObject): readonly unknown[] =>
  Array.isArray(object['@type']) ? object['@type'] : [object['@type']];

/** A person or an organisation, written as its name, an object, or a list of these. */
const nameOf = (value: unknown): string | undefined => {
  if (Array.isArray(value)) return clean(value.map(nameOf).filter(Boolean).join('، '));
  return isObject(value) ? clean(value.name) : clean(value);
};

const dayOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? (dayOfMoment(value) ?? undefined) : undefined;

const linkedData = (root: Element): Given => {
  for (const script of root.querySelectorAll('script[type="application/ld+json"]')) {
    const json = script.textContent ?? '';
    if (json.length > LARGEST_BLOCK) continue;
    const article = objectsIn(json).find((object) =>
      typesOf(object).some((type) => typeof type === 'string' && ARTICLE.test(type)),
    );
    if (!article) continue;
    const page = article.mainEntityOfPage;
    return stated({
      title: clean(article.headline) ?? clean(article.name),
      published: dayOf(article.datePublished) ?? dayOf(article.dateCreated),
      outlet: nameOf(article.publisher),
      author: nameOf(article.author),
      url: addressOf(article.url) ?? addressOf(isObject(page) ? page['@id'] : page),
    });
  }
  return {};
};

/** A web address without what could run or hide in it. */
export const addressOf = (value: unknown): string | undefined =>
  typeof value === 'string' && /^https?:\/\/[^\s<>"]{3,2000}$/i.test(value.trim()) ? value.trim() : undefined;

type Candidates = { readonly [field in keyof Given]: string | undefined };

/** The fields that are there. */
export const stated = (candidates: Candidates): Given =>
  Object.fromEntries(Object.entries(candidates).filter(([, value]) => value !== undefined));

const meta = (root: Element, ...names: readonly string[]): string | undefined => {
  for (const name of names)
    for (const attribute of ['property', 'name', 'itemprop'])
      for (const element of root.querySelectorAll(`meta[${attribute}="${name}"]`)) {
        const content = clean(element.getAttribute('content'));
        if (content !== undefined) return content;
      }
  return undefined;
};

const headTags = (root: Element): Given =>
  stated({
    title: meta(root, 'og:title', 'twitter:title', 'headline'),
    published: dayOf(
      meta(
        root,
        'article:published_time',
        'og:article:published_time',
        'datePublished',
        'date',
        'dc.date',
        'DC.date.issued',
        'pubdate',
      ),
    ),
    outlet: meta(root, 'og:site_name', 'application-name'),
    author: meta(root, 'author', 'article:author', 'dc.creator'),
    url:
      addressOf(root.querySelector('link[rel="canonical"]')?.getAttribute('href')) ?? addressOf(meta(root, 'og:url')),
  });

const body = (root: Element): Given => {
  const time = root.querySelector(
    'article time[datetime], main time[datetime], [itemprop="datePublished"], time[datetime]',
  );
  const heads = [...root.querySelectorAll('h1')].map(({ textContent }) => clean(textContent)).filter(Boolean);
  return stated({
    title: heads.length === 1 ? heads[0] : undefined,
    published: dayOf(time?.getAttribute('datetime') ?? time?.getAttribute('content')),
    author: clean(root.querySelector('[rel="author"], [itemprop="author"]')?.textContent),
    outlet: undefined,
    url: undefined,
  });
};

/** The address that browsers write into a page that they save. */
const savedFrom = (text: string): string | undefined =>
  addressOf(/<!-- saved from url=\(\d+\)(\S+) -->/.exec(text.slice(0, 2000))?.[1]) ??
  addressOf(
    /^\s*url:\s*(\S+)\s*$/im.exec(
      /<!--([\s\S]{0,1500}?SingleFile[\s\S]{0,1500}?)-->/.exec(text.slice(0, 4000))?.[1] ?? '',
    )?.[1],
  );

const bare = (title: string): string => title.replace(/[\s\p{P}\p{S}]+/gu, '');

/**
 * What a page states of its article: linked data first, then the tags in its head, then its body. A title that the
 * head writes with the outlet behind it («… | …») is given as the page's heading writes it.
 */
export const statedByPage = (root: Element, text: string): Given => {
  const inBody = body(root);
  const tab = clean(root.querySelector('title')?.textContent);
  const all = {
    ...stated({ title: tab, url: savedFrom(text) } as Candidates),
    ...inBody,
    ...headTags(root),
    ...linkedData(root),
  };
  const heading = inBody.title;
  if (
    heading !== undefined &&
    all.title !== undefined &&
    bare(heading) !== '' &&
    bare(all.title).startsWith(bare(heading))
  )
    return { ...all, title: heading };
  return all;
};
