import type { Segmentation } from '../clitics.js';
import type { Inflection } from './inflection.js';

const isVerb = ({ part }: Inflection): boolean => part === 'perfect' || part === 'imperfect';

const verbFits = (verb: Inflection, cut: Segmentation): boolean => {
  if (cut.definite) return false;
  const preposition = cut.proclitics.replace(/^[وف]/, '');
  if (preposition !== '') {
    if (verb.part === 'perfect') return false;
    // سـ (will) takes the indicative; لـ (in order to, let) the other two.
    if (preposition === 'س') return verb.moods.includes('indicative') && takesObject(verb, cut);
    if (preposition !== 'ل' || verb.moods.every((mood) => mood === 'indicative')) return false;
  }
  return takesObject(verb, cut);
};

/** A verb's object pronoun for "me" is ني, so a bare ي behind it is no pronoun. */
const takesObject = (verb: Inflection, { enclitic }: Segmentation): boolean =>
  enclitic === ''
    ? verb.stands !== 'before-pronoun'
    : verb.stands !== 'alone' && verb.voice !== 'passive' && enclitic !== 'ي';

const nounFits = (noun: Inflection, cut: Segmentation): boolean => {
  const preposition = cut.proclitics.replace(/^[وف]/, '');
  if (preposition === 'س') return false;
  if (preposition !== '' && (noun.case === 'nominative' || noun.case === 'accusative')) return false;
  if (cut.definite) return noun.article && cut.enclitic === '' && noun.stands !== 'before-pronoun';
  if (cut.enclitic === '') return noun.stands !== 'before-pronoun';
  return noun.stands !== 'alone' && noun.state !== 'free';
};

/**
 * Whether a form may stand in a word cut so, `cut.stem` being that form: no article before a finite
 * verb, سـ before the imperfect only, no بـ كـ لـ before a perfect, no pronoun behind a free plural.
 */
export const fits = (inflection: Inflection, cut: Segmentation): boolean =>
  isVerb(inflection) ? verbFits(inflection, cut) : nounFits(inflection, cut);
