import type { NameEntry } from '@isnad/lexicon';
import type { Token } from '@isnad/text';
import type { SideMention } from './item.js';
import type { Hit, HitOf } from './named-here.js';
import type { Scanners } from './scanners.js';
import { THIRD_PERSON } from './words.js';

/** The longest hit of a kind; hits come longest first. */
export const longest = <K extends NameEntry['kind']>(hits: readonly Hit[], kind: K): HitOf<K> | undefined => {
  for (const hit of hits) if (hit.value.kind === kind) return hit as HitOf<K>;
  return undefined;
};

/** كانوا (they were) is no ك with a verb of intent, كلم (km) no ك with لم (not). */
const isLikeness = ({ value, proclitics }: Hit): boolean =>
  proclitics !== '' && (value.kind === 'cue' || value.kind === 'reporting') && proclitics.includes('ك');
export const unlike = (hits: readonly Hit[]): readonly Hit[] => {
  for (const hit of hits) if (isLikeness(hit)) return hits.filter((one) => !isLikeness(one));
  return hits;
};

/** «مدنيَين» (two civilians): a written fatha before the ending tells the dual from «مدنيِّين». */
export const WRITTEN_DUAL = /\u064e\u0651?ي\u0652?ن/;

/**
 * The longest hit that passes; where its form is both dual and plural (مدنيين), the plural, which is far more often
 * meant, but for a dual that is written out. `written`: its first word as it stands in the text, vowel signs included.
 */
export const inNumber = (hits: readonly Hit[], written: string, passes: (hit: Hit) => boolean): Hit | undefined => {
  const isDual = ({ value }: Hit) => 'number' in value && value.number === 'dual';
  const first = hits.find(passes);
  if (!first) return first;
  const meant = WRITTEN_DUAL.test(written);
  if (isDual(first) === meant) return first;
  return hits.find((hit) => hit.length === first.length && isDual(hit) === meant && passes(hit)) ?? first;
};

/** A group with the pronoun of its side behind: عناصره (its members), أطفالها (her children). */
export const ownedAt = (tokens: readonly Token[], at: number, { lexicon }: Scanners): Hit | undefined =>
  lexicon.names
    .at(tokens, at, true)
    .find(({ value, enclitic }) => value.kind === 'group' && THIRD_PERSON.has(enclitic));

/** The side that a name means, as far as the name alone tells; null where it means none. */
export const sideOf = (hit: Hit, tokens: readonly Token[], at: number): SideMention | null => {
  const entry = hit.value;
  const loaded = (register: string) =>
    register === 'hostile' || register === 'own'
      ? [{ start: tokens[at]!.start, end: tokens[at + hit.length - 1]!.end, stance: register } as const]
      : [];
  if (entry.kind === 'actor') {
    const { id, register } = entry;
    return { ids: [id], heads: [], register, loaded: loaded(register), ambiguous: undefined, rejected: [] };
  }
  if (entry.kind === 'adjective')
    return {
      ids: [entry.id],
      heads: ['adjective'],
      register: 'neutral',
      loaded: [],
      ambiguous: undefined,
      rejected: [],
    };
  if (entry.kind === 'ambiguous')
    return { ids: [], heads: [], register: 'short', loaded: [], ambiguous: entry.name, rejected: [] };
  return null;
};
