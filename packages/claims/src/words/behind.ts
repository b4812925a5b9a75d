import { type Inflection, inflectNoun } from '@isnad/arabic';
import type { WordEntry } from './schema.js';

/** What stands behind the first word of a trigger of two words. */
export interface Tail {
  readonly next: string;
  readonly definite: boolean;
}

/** The triggers of two words that begin with a form. */
export interface Following {
  readonly first: string;
  readonly tails: () => readonly Tail[];
}

/** What an entry wants behind its word. */
export interface Behind {
  /** All that may stand behind any form. */
  readonly all: readonly string[];
  readonly of: (form: Inflection) => readonly Following[];
}

/** Pronouns of the third person: نفسه, أنفسهم (himself, themselves). */
const PRONOUNS = ['ه', 'ها', 'هم', 'هن', 'هما'];

const isVerb = ({ part }: Inflection): boolean => part === 'perfect' || part === 'imperfect';

/**
 * The forms of a word that another may follow: a noun unless its ending says that nothing does, a verb also with
 * its object as a pronoun («أجبرها على التراجع», forced them back).
 */
const governing = (form: Inflection): readonly string[] => {
  if (!isVerb(form)) return form.stands === 'before-pronoun' || form.state === 'free' ? [] : [form.form];
  return [
    ...(form.stands === 'before-pronoun' ? [] : [form.form]),
    ...(form.stands === 'alone' ? [] : PRONOUNS.map((pronoun) => form.form + pronoun)),
  ];
};

/** Things in the plural take an adjective in the feminine singular: «عمليات عسكرية». */
const agrees = (noun: Inflection, adjective: Inflection): boolean => {
  if (adjective.state === 'construct' || adjective.stands === 'before-pronoun') return false;
  if (noun.number === 'p') return adjective.number === 's' && adjective.gender === 'f';
  return (
    adjective.number === noun.number &&
    (noun.gender === null || adjective.gender === noun.gender) &&
    // The accusative ا of one goes with that of the other: «هجوما بريا»; a noun that shows none, with either.
    (noun.case !== 'accusative' || adjective.case === 'accusative')
  );
};

const adjectivesBehind = (adjectives: readonly string[]): Behind => {
  const forms = adjectives.flatMap((singular) => inflectNoun({ singular, gender: 'm', kind: 'adjective' }));
  const agreeing = (noun: Inflection) => forms.filter((adjective) => agrees(noun, adjective));
  const definite = (noun: Inflection) =>
    agreeing(noun)
      .filter(({ article }) => article)
      .map((adjective): Tail => ({ next: `ال${adjective.form}`, definite: true }));
  return {
    all: forms.flatMap(({ form }) => [form, `ال${form}`]),
    of: (noun) =>
      noun.state === 'construct' || noun.stands === 'before-pronoun'
        ? []
        : [
            // «عملياتها العسكرية» (its military operations): a noun with a pronoun is definite, and so is its adjective.
            ...(noun.stands === 'alone' || noun.form.endsWith('ه') ? [] : PRONOUNS).map((pronoun) => ({
              first: noun.form + pronoun,
              tails: () => definite(noun),
            })),
            {
              first: noun.form,
              tails: () => agreeing(noun).map((adjective): Tail => ({ next: adjective.form, definite: false })),
            },
            ...(noun.article ? [{ first: `ال${noun.form}`, tails: () => definite(noun) }] : []),
          ],
  };
};

const governedBehind = (nouns: readonly string[]): Behind => {
  const tails = nouns.flatMap((phrase) => {
    const words = phrase.split(' ');
    const last = words.at(-1)!;
    const before = words.slice(0, -1).map((word) => `${word} `);
    const hasArticle = last.startsWith('ال');
    const gender = phrase.endsWith('ة') ? 'f' : 'm';
    return inflectNoun({ singular: last, gender, kind: 'mass' }).flatMap(({ form, article, state, stands }) => {
      const tail = (written: string, definite: boolean): Tail => ({ next: before.join('') + written, definite });
      return [
        ...(stands !== 'before-pronoun' ? [tail(form, false)] : []),
        ...(stands !== 'before-pronoun' && article && state !== 'construct' && !hasArticle
          ? [tail(`ال${form}`, true)]
          : []),
        ...(stands !== 'alone' ? PRONOUNS.map((pronoun) => tail(form + pronoun, true)) : []),
      ];
    });
  });
  return {
    all: tails.map(({ next }) => next),
    of: (word) => governing(word).map((first) => ({ first, tails: () => tails })),
  };
};

/** What an entry wants behind each form of its word; null if it wants nothing. */
export const wordsBehind = (word: WordEntry): Behind | null => {
  if (word.adjectives) return adjectivesBehind(word.adjectives);
  if (word.of) return governedBehind(word.of);
  return null;
};
