import { type Inflection, inflectNoun } from '@isnad/arabic';
import type { WordEntry } from './schema.js';

/** A form of a trigger of two words. */
export interface Pair {
  readonly first: string;
  readonly next: string;
  readonly definite: boolean;
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

const adjectivePairs = (adjectives: readonly string[]) => {
  const forms = adjectives.flatMap((singular) => inflectNoun({ singular, gender: 'm', kind: 'adjective' }));
  return (noun: Inflection): Pair[] =>
    noun.state === 'construct' || noun.stands === 'before-pronoun'
      ? []
      : [
          ...ownedPairs(noun, forms),
          ...forms
            .filter((adjective) => agrees(noun, adjective))
            .flatMap((adjective) => [
              { first: noun.form, next: adjective.form, definite: false },
              ...(noun.article && adjective.article
                ? [{ first: `ال${noun.form}`, next: `ال${adjective.form}`, definite: true }]
                : []),
            ]),
        ];
};

/** «عملياتها العسكرية» (its military operations): a noun with a pronoun is definite, and so is its adjective. */
const ownedPairs = (noun: Inflection, adjectives: readonly Inflection[]): Pair[] =>
  noun.stands === 'alone' || noun.form.endsWith('ه')
    ? []
    : adjectives
        .filter((adjective) => adjective.article && agrees(noun, adjective))
        .flatMap((adjective) =>
          PRONOUNS.map((pronoun) => ({ first: noun.form + pronoun, next: `ال${adjective.form}`, definite: true })),
        );

const governedPairs = (nouns: readonly string[]) => {
  const tails = nouns.flatMap((phrase) => {
    const words = phrase.split(' ');
    const last = words.at(-1)!;
    const before = words.slice(0, -1).map((word) => `${word} `);
    const hasArticle = last.startsWith('ال');
    const gender = phrase.endsWith('ة') ? 'f' : 'm';
    return inflectNoun({ singular: last, gender, kind: 'mass' }).flatMap(({ form, article, state, stands }) => {
      const tail = (written: string, definite: boolean) => ({ next: before.join('') + written, definite });
      return [
        ...(stands !== 'before-pronoun' ? [tail(form, false)] : []),
        ...(stands !== 'before-pronoun' && article && state !== 'construct' && !hasArticle
          ? [tail(`ال${form}`, true)]
          : []),
        ...(stands !== 'alone' ? PRONOUNS.map((pronoun) => tail(form + pronoun, true)) : []),
      ];
    });
  });
  return (word: Inflection): Pair[] => governing(word).flatMap((first) => tails.map((tail) => ({ first, ...tail })));
};

/** The pairs that a form of a word makes with what its entry wants behind it; null if it wants nothing. */
export const wordsBehind = (word: WordEntry): ((form: Inflection) => readonly Pair[]) | null => {
  if ('adjectives' in word && word.adjectives) return adjectivePairs(word.adjectives);
  if ('of' in word && word.of) return governedPairs(word.of);
  return null;
};
