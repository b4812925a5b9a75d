import type { Gazetteer } from '@isnad/lexicon';
import type { Token } from '@isnad/text';

/** Words that may stand joined before a head: وبلدة (and a town), بقرية (in a village). */
const BEFORE_HEAD = ['', 'و', 'ف', 'ب', 'ل', 'ك', 'وب', 'ول', 'فب', 'فل'];

/** Whether a head is one of a set, whatever stands joined before it; بلدتي (two towns) begins with no preposition. */
export const isAmong = (heads: ReadonlySet<string>, form: string): boolean =>
  BEFORE_HEAD.some((before) => form.startsWith(before) && heads.has(withoutArticle(form.slice(before.length))));
const withoutArticle = (form: string): string => (form.startsWith('ال') ? form.slice(2) : form);

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
  const feminine = headForm.endsWith('ه') || isAmong(words.plural, headForm);
  return feminine ? !form.endsWith('ه') : !form.endsWith('ي');
};
