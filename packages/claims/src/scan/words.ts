import type { PhraseHit, Phrases } from '@isnad/lexicon';
import type { Token } from '@isnad/text';
import type { Sense, Senses, Support } from '../words/senses.js';

/** The readings of one stretch: all of the same length and proclitics. */
export interface Readings<T> {
  readonly values: readonly T[];
  readonly length: number;
  readonly proclitics: string;
  readonly enclitic: string;
}

/** The hits that end within `room` tokens; hits come longest first. */
export const within = <T>(hits: readonly PhraseHit<T>[], room: number): readonly PhraseHit<T>[] =>
  hits.length === 0 || hits[0]!.length <= room ? hits : hits.filter((hit) => hit.length <= room);

/** Whether a sense is a noun of its clause rather than its verb. */
export const isNominal = (sense: Pick<Sense, 'part'>): boolean =>
  sense.part !== 'perfect' && sense.part !== 'imperfect';

/** Pronouns behind a word; reports speak of others: قتلى is no «my killing». */
export const THIRD_PERSON: ReadonlySet<string> = new Set(['ه', 'ها', 'هم', 'هن', 'هما']);
const PREPOSITIONAL = /[بلك]/;

/** Which proclitics a part of speech bears: no preposition before a perfect, س only before an imperfect. */
const bears = (part: Sense['part'], proclitics: string): boolean => {
  if (proclitics.includes('س')) return part === 'imperfect';
  if (part === 'perfect') return !PREPOSITIONAL.test(proclitics);
  if (part === 'imperfect') return !/[بك]/.test(proclitics);
  return true;
};

/** هجومية (offensive) is an adjective, and no «his two attacks». */
const isRelational = ({ number }: Part, enclitic: string): boolean => number === 'd' && enclitic === 'ه';

type Part = {
  readonly part: Sense['part'];
  readonly does?: Support['does'];
  readonly takes?: string | null;
  readonly number?: Sense['number'];
};

/** واسعة (wide) is no «I seek it»: a verb with a preposition of its own bears no object, unless it makes somebody do. */
const bearsObject = ({ part, takes, does }: Part): boolean => !takes || does === 'force' || isNominal({ part });

/** Readings of single words, by the hits that a word alone always gives. */
const known = new WeakMap<readonly PhraseHit<Part>[], Readings<Part> | null>();

const readingsAt = <T extends Part>(
  phrases: Phrases<T>,
  tokens: readonly Token[],
  at: number,
  last: number,
): Readings<T> | null => {
  const hits = phrases.at(tokens, at, true);
  if (hits.length === 0) return null;
  if (hits[0]!.length > 1) return readingsOf(hits, last - at + 1);
  let readings = known.get(hits);
  if (readings === undefined) {
    readings = readingsOf(hits, 1);
    known.set(hits, readings);
  }
  return readings as Readings<T> | null;
};

const readingsOf = <T extends Part>(all: readonly PhraseHit<T>[], room: number): Readings<T> | null => {
  const hits = all.filter(
    (hit) =>
      hit.length <= room &&
      (hit.enclitic === '' || THIRD_PERSON.has(hit.enclitic)) &&
      bears(hit.value.part, hit.proclitics) &&
      (!hit.enclitic || bearsObject(hit.value)) &&
      !isRelational(hit.value, hit.enclitic),
  );
  if (hits.length === 0) return null;
  const best = hits.reduce((a, b) => (rank(b) > rank(a) ? b : a));
  const same = hits.filter(
    (hit) => hit.length === best.length && hit.proclitics === best.proclitics && hit.enclitic === best.enclitic,
  );
  return {
    values: same.map((hit) => hit.value),
    length: best.length,
    proclitics: best.proclitics,
    enclitic: best.enclitic,
  };
};

/** Longer first, then without pronoun, then with fewer proclitics. */
const rank = (hit: PhraseHit<unknown>): number => hit.length * 100 - (hit.enclitic ? 10 : 0) - hit.proclitics.length;

/** The event words that begin at a token. */
export const sensesAt = (senses: Senses, tokens: readonly Token[], at: number, last: number): Readings<Sense> | null =>
  readingsAt(senses.triggers, tokens, at, last);

/** The carrying verbs that begin at a token. */
export const supportsAt = (
  senses: Senses,
  tokens: readonly Token[],
  at: number,
  last: number,
): Readings<Support> | null => readingsAt(senses.supports, tokens, at, last);
