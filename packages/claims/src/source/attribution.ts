import type { Sentence } from '../clause/sentence.js';
import type { Item } from '../scan/item.js';

/** Who is said to tell a stretch of a sentence: source ids, nearest first, over items `first`–`last`. */
export interface Scope {
  readonly chain: readonly string[];
  readonly first: number;
  readonly last: number;
  /** Evidential strength of the reporting verb (field notes §6.5); null for markers. */
  readonly strength: number | null;
}

/** What the reader knows of the outlet when it reads attributions. */
export interface Speaker {
  /** Source id of an outlet that is a source itself (the Observatory's own page); else null. */
  readonly self: string | null;
}

interface Told {
  readonly id: string;
  readonly named: boolean;
  readonly to: boolean;
  readonly from: boolean;
  readonly at: number;
}

/** The sources that stand in a stretch of items, sides and countries that speak included. */
const sourcesIn = (sentence: Sentence, first: number, last: number): Told[] => {
  const { items, governor } = sentence;
  const found: Told[] = [];
  for (let k = first; k <= last; k++) {
    const item = items[k]!;
    const id = item.source?.id ?? (item.kind === 'actor' ? item.side?.ids[0] : undefined) ?? item.metonym;
    if (!id) continue;
    const by = governor[k] ?? null;
    if (by !== null && by !== 'ل' && by !== 'عن' && by !== 'من' && by !== 'في' && by !== 'ب' && by !== 'مع') continue;
    if (item.kind === 'place' && by !== null) continue;
    if (!item.source && (by === 'في' || by === 'ب' || by === 'مع' || by === 'من')) continue;
    found.push({ id, named: item.source?.named ?? true, to: by === 'ل' || item.clitic === 'ل', from: by === 'عن', at: k });
  }
  return found;
};

/** Orders sources from the nearest to the outlet to the most distant. */
const chainOf = (told: readonly Told[]): string[] => {
  const speakers = told.filter((one) => !one.to && !one.from);
  const order = [...told.filter((one) => one.to && one.named), ...named(speakers), ...told.filter((one) => one.from)];
  return [...new Set(order.map((one) => one.id))];
};

/** «مصادر للمرصد», «ضابط في الشرطة»: of several words for one speaker the named one counts, or the first unnamed. */
const named = (speakers: readonly Told[]): readonly Told[] => {
  const best = speakers.find((one) => one.named) ?? speakers[0];
  return best ? [best] : [];
};

const isMarker = (item: Item): boolean => item.kind === 'reporting' && item.reporting?.kind !== 'verb';
const isReport = (sentence: Sentence, at: number): boolean => sentence.verbs.has(at) && sentence.items[at]!.reporting?.kind === 'verb';

const tells = (sentence: Sentence, from: number, to: number): boolean => sentence.items.slice(from, to + 1).some((item) => item.kind === 'trigger' || item.kind === 'measure');

/**
 * The attributions of a sentence. A reporting verb covers what follows it up to the next source; a trailing
 * one («كما أفاد مصدر») and a closing «وفق» cover what stands before; an opening «بحسب» covers the rest.
 * `last` is the chain of the sentence before, for «وأضاف» and «المصدر».
 */
export const readAttributions = (sentence: Sentence, last: readonly string[], speaker: Speaker): { scopes: Scope[]; chain: readonly string[] } => {
  const { items, clauses, clauseOf } = sentence;
  const scopes: Scope[] = [];
  let chain = last;
  const end = items.length - 1;
  let covered = 0;
  const cleaned = (ids: readonly string[]): readonly string[] => (speaker.self === null ? ids : ids.filter((id) => id !== speaker.self));

  for (let at = 0; at <= end; at++) {
    const item = items[at]!;
    if (isMarker(item)) {
      const stop = nextBoundary(sentence, at + 1);
      let told = sourcesIn(sentence, at + 1, stop);
      if (told.length === 0) told = named(sourcesAny(sentence, at + 1, stop)) as Told[];
      if (told.length === 0 && !refersBack(sentence, at + 1, stop)) continue;
      const ids = told.length > 0 ? chainOf(told.map((one) => ({ ...one, from: one.from && told.length > 1 }))) : chain;
      const hop = scopes.find((scope) => scope.first <= at && at <= scope.last);
      const full = hop && item.reporting?.hop !== false ? [...new Set([...hop.chain, ...ids])] : ids;
      const opening = !tells(sentence, covered, at - 1);
      if (opening) scopes.push({ chain: cleaned(full), first: stop + 1, last: end, strength: null });
      else scopes.push({ chain: cleaned(full), first: clauseSpanStart(sentence, at, covered), last: stop, strength: null });
      chain = full;
      if (!opening) covered = stop + 1;
      continue;
    }
    if (!isReport(sentence, at)) continue;
    const clause = clauses[clauseOf[at]!]!;
    const content = contentStart(sentence, at);
    const stop = content === null ? nextBoundary(sentence, at + 1) : content - 1;
    let told = sourcesIn(sentence, at + 1, stop);
    if (told.filter((one) => !one.to && !one.from).length === 0) {
      const before = sourcesIn(sentence, clause.first, at - 1).filter((one) => !one.from);
      told = [...told, ...before.slice(-1)];
    }
    const ids = told.length > 0 ? chainOf(told) : chain;
    if (ids.length === 0) continue;
    const trailing = content === null && !tells(sentence, at + 1, end) && tells(sentence, covered, at - 1);
    if (trailing) scopes.push({ chain: cleaned(ids), first: clauseSpanStart(sentence, at, covered), last: stop, strength: item.reporting?.strength ?? null });
    else scopes.push({ chain: cleaned(ids), first: at + 1, last: end, strength: item.reporting?.strength ?? null });
    chain = ids;
    if (trailing) covered = stop + 1;
    at = Math.max(at, Math.min(stop, end));
  }
  const heading = headingSource(sentence);
  if (heading) scopes.unshift({ chain: cleaned([heading.id]), first: heading.at + 1, last: end, strength: 2 });
  return { scopes, chain };
};

/** «الصحة اليمنية: مقتل …»: a source before a colon speaks the rest. */
const headingSource = (sentence: Sentence): { id: string; at: number } | null => {
  const colon = sentence.items.findIndex((item) => item.mark === ':');
  if (colon < 1 || colon > 4) return null;
  const source = sentence.items.slice(0, colon).find((item) => item.kind === 'source' || item.kind === 'actor');
  const id = source?.source?.id ?? source?.side?.ids[0];
  return id ? { id, at: colon } : null;
};

/** Where what the reporter says begins: أن, إن, بأن, a colon, or the thing reported («أعلنت … السيطرة»). */
const contentStart = (sentence: Sentence, verb: number): number | null => {
  const { items, verbs } = sentence;
  for (let k = verb + 1; k < items.length; k++) {
    const item = items[k]!;
    if (item.kind === 'complementiser' || item.mark === ':') return k + 1;
    if (item.kind === 'trigger' || item.kind === 'measure' || item.kind === 'number') return k;
    if (verbs.has(k) || item.kind === 'connector') return null;
  }
  return null;
};

const nextBoundary = (sentence: Sentence, from: number): number => {
  const { items, verbs } = sentence;
  for (let k = from; k < items.length; k++) {
    const item = items[k]!;
    if (item.kind === 'comma' || item.kind === 'complementiser' || item.kind === 'trigger' || item.mark === ':' || (verbs.has(k) && item.kind !== 'reporting')) return k - 1;
    if (item.kind === 'connector' && k > from) return k - 1;
  }
  return items.length - 1;
};

const sourcesAny = (sentence: Sentence, first: number, last: number): Told[] => {
  const found: Told[] = [];
  for (let k = first; k <= last; k++) {
    const item = sentence.items[k]!;
    const id = item.source?.id ?? (item.kind === 'actor' ? item.side?.ids[0] : undefined);
    if (id) found.push({ id, named: item.source?.named ?? true, to: false, from: false, at: k });
  }
  return found;
};

/** «المصدر», «الوكالة», «المرصد» alone. */
const refersBack = (sentence: Sentence, first: number, last: number): boolean =>
  sentence.items.slice(first, last + 1).some((item) => item.definite);

/** A closing attribution covers its clause and the clauses coordinated before it. */
const clauseSpanStart = (_sentence: Sentence, _at: number, covered: number): number => covered;

/** The chain that covers an item: the innermost scope, the later one where two are equal. */
export const chainAt = (scopes: readonly Scope[], at: number): Scope | null => {
  let best: Scope | null = null;
  for (const scope of scopes) {
    if (at < scope.first || at > scope.last) continue;
    if (!best || scope.last - scope.first <= best.last - best.first || scope.first > best.first) best = scope;
  }
  return best;
};
