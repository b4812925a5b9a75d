import type { NameEntry, PhraseHit } from '@isnad/lexicon';

export type Hit = PhraseHit<NameEntry>;
export type Entry<K extends NameEntry['kind']> = Extract<NameEntry, { kind: K }>;
export type HitOf<K extends NameEntry['kind']> = PhraseHit<Entry<K>>;

/** The longest name of each kind that begins at a token. */
export interface NamedHere {
  /** Tokens of the longest that names something: no cue, no country or capital that may act as a side. */
  readonly length: number;
  readonly side: HitOf<'actor' | 'ambiguous' | 'adjective'> | undefined;
  readonly cue: HitOf<'cue'> | undefined;
  readonly metonym: HitOf<'metonym'> | undefined;
  readonly source: HitOf<'source'> | undefined;
  readonly head: HitOf<'head'> | undefined;
  readonly reporting: HitOf<'reporting'> | undefined;
  /** Whether there is a group, a measure among them; which is meant is seen in their context. */
  readonly hasGroup: boolean;
  readonly hasMeasure: boolean;
}

type Draft = { -readonly [K in keyof NamedHere]: NamedHere[K] };

const nothing = (): Draft => ({
  length: 0,
  side: undefined,
  cue: undefined,
  metonym: undefined,
  source: undefined,
  head: undefined,
  reporting: undefined,
  hasGroup: false,
  hasMeasure: false,
});

const NOTHING: NamedHere = nothing();

/**
 * Sorts the hits at a token, the longest first, by what they name; each is looked at once. The س of the future stands
 * before verbs alone.
 */
export const namedHere = (hits: readonly Hit[]): NamedHere => {
  if (hits.length === 0) return NOTHING;
  const here = nothing();
  for (const hit of hits) {
    const { kind } = hit.value;
    if (hit.proclitics.endsWith('س') && kind !== 'reporting' && kind !== 'cue') continue;
    if (here.length === 0 && kind !== 'cue' && kind !== 'metonym') here.length = hit.length;
    if (kind === 'actor' || kind === 'ambiguous' || kind === 'adjective') here.side ??= hit as NamedHere['side'];
    else if (kind === 'cue') here.cue ??= hit as HitOf<'cue'>;
    else if (kind === 'metonym') here.metonym ??= hit as HitOf<'metonym'>;
    else if (kind === 'source') here.source ??= hit as HitOf<'source'>;
    else if (kind === 'head') here.head ??= hit as HitOf<'head'>;
    else if (kind === 'reporting') here.reporting ??= hit as HitOf<'reporting'>;
    else if (kind === 'group') here.hasGroup = true;
    else if (kind === 'measure') here.hasMeasure = true;
  }
  return here;
};
