import { classOf } from '../words/classes.js';
import type { Found, TitleFound } from './mention.js';
import { isQuote, type View } from './view.js';

const NOT_YET = classOf('person/before-office');
const REACH = 7;

/** A public office or command told behind a name: «فلان، المتحدث باسم الحركة», «فلان (قيادي في الحركة)», «وهو قائد». */
export const titleBehind = (view: View, { last }: Found): TitleFound | null => {
  let comma = false;
  for (let at = last + 1; at <= last + REACH && at < view.tokens.length; at++) {
    const token = view.tokens[at]!;
    if (token.kind === 'mark') {
      if (token.word.form === '،' || token.word.form === ',') {
        if (comma) return null;
        comma = true;
      } else if (!isQuote(token) && !/^[()-]$/.test(token.word.form)) return null;
      continue;
    }
    if (token.kind !== 'word') return null;
    const hit = view.words.phrases
      .at(view.tokens, at)
      .find(({ value, proclitics }) => value.kind === 'title' && !proclitics && !value.many);
    if (hit?.value.kind === 'title') {
      const { title, sex } = hit.value;
      const end = at + hit.length;
      const behind = view.tokens[end];
      // «زار فلان، الرئيس محمد»: a title with a name of its own is another person's.
      const facts = behind?.kind === 'word' ? view.factsAt(end) : null;
      const takesName = facts !== null && !facts.proclitics && (facts.given?.plain || facts.kunya || facts.servant);
      if (!title.public || takesName || title.id === 'correspondent' || title.id === 'our-correspondent') return null;
      return { title, sex, many: false, definite: false, first: at, last: end - 1 };
    }
    if (!NOT_YET.has(token.word.form)) return null;
  }
  return null;
};
