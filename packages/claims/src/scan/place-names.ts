import type { Gazetteer } from '@isnad/lexicon';
import type { Token } from '@isnad/text';

/** A head without what may stand before it: وبلدة (and a town), بقرية (in a village). */
const bareHead = (form: string): string => form.replace(/^[وف]?[بلك]?(?=...)/, '');

/**
 * Whether a word that is not listed can be a name behind a bare head: no small word, and no adjective of the
 * head, which agrees with it: مناطق واسعة (wide areas), قرية نائية (a remote village), حي سكني (a housing quarter).
 */
export const mayBeName = ({ words }: Gazetteer, token: Token, head: Token): boolean => {
  const { form } = token.word;
  if (words.notNames.has(form)) return false;
  // A conjunction, a preposition or a verb: «حدود وفقد» (a border, and lost).
  if (form.startsWith('و') || /^(?:بال|لل|فال|كال)/.test(form)) return false;
  if (form.startsWith('ال') || words.compound.has(form)) return true;
  const headForm = head.word.form;
  const feminine = headForm.endsWith('ه') || words.plural.has(headForm) || words.plural.has(bareHead(headForm));
  return feminine ? !form.endsWith('ه') : !form.endsWith('ي');
};
