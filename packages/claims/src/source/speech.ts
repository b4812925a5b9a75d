import { inflectVerb, type Wanted } from '@isnad/arabic';
import { type Lexicon, Phrases } from '@isnad/lexicon';
import type { SpeechWords } from '../words/schema.js';
import { verbForm } from '../words/verb-form.js';

/** What kind of source a definite word such as «المصدر» (the source) can stand for. */
export type BackKind = keyof SpeechWords['back'];

/** What a word has to do with reported speech, whatever else it is. */
export type Speech =
  /** A reporting verb, or its participle (مضيفا, adding): `id` as in the lexicon, `strength` by field notes §6.5. */
  | (Told & { readonly as: 'verb' | 'participle'; readonly id: string; readonly strength: number | null })
  | (Told & { readonly as: 'back'; readonly kind: BackKind })
  | (Told & { readonly as: 'reporter' | 'aside' | 'rule' });

/** The fields of all of them. */
interface Told {
  readonly id: string | null;
  readonly strength: number | null;
  readonly kind: BackKind | null;
  /** A pronoun stands behind the verb (ذكرته, said it). */
  readonly object: boolean;
}

/** What a word has to do with reported speech; made here alone, so that all have one shape. */
const speechOf = (
  as: Speech['as'],
  id: string | null,
  strength: number | null,
  kind: BackKind | null,
  object: boolean,
): Speech => ({ as, id, strength, kind, object }) as Speech;

/** The same verb with a pronoun behind it. */
export const withObject = ({ as, id, strength, kind }: Speech): Speech => speechOf(as, id, strength, kind, true);

const isSaid: Wanted = (part, person) =>
  part === 'active-participle' || ((part === 'perfect' || part === 'imperfect') && person === 3);

/** One automaton over the words of reported speech. */
export const buildSpeech = (lexicon: Lexicon, words: SpeechWords): Phrases<Speech> => {
  const speech = new Phrases<Speech>();
  for (const { id, strength, verbs } of lexicon.reporting)
    for (const { root, form, masdars } of verbs) {
      const seen = new Set<string>();
      for (const { form: written, part, state, case: ending, gender, number } of inflectVerb(
        { root, form: verbForm(form), masdars },
        isSaid,
      )) {
        // Duals are rare, and look like adverbs: ردا (in reply).
        const verb = part !== 'active-participle' && number !== 'd';
        // مشيرا، مشيرة، مشيرين: the accusative says how the verb of the sentence is done.
        const participle =
          part === 'active-participle' &&
          ((gender === 'm' &&
            state === 'free' &&
            (ending === 'accusative' || (ending === 'oblique' && number !== 's'))) ||
            (gender === 'f' && number === 's'));
        if ((!verb && !participle) || seen.has(written)) continue;
        seen.add(written);
        speech.addFolded(written, speechOf(verb ? 'verb' : 'participle', id, strength, null, false));
      }
    }
  for (const [kind, forms] of Object.entries(words.back))
    for (const form of forms) speech.add(form, speechOf('back', null, null, kind as BackKind, false));
  for (const form of words.reporters) speech.add(form, speechOf('reporter', null, null, null, false));
  for (const form of words.asides) speech.add(form, speechOf('aside', null, null, null, false));
  for (const form of words.rules) speech.add(form, speechOf('rule', null, null, null, false));
  return speech;
};
