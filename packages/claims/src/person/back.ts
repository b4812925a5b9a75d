import type { Found } from './mention.js';
import { roleOfItem } from './role.js';
import { mayBeName } from './shape.js';
import { startBehind, type View } from './view.js';

interface Known {
  readonly found: number;
  /** A word that is hardly anything but this name. */
  readonly plain: boolean;
  /** It is the last part of the name. */
  readonly closes: boolean;
}

/** Surnames, and given names that are words as well, of the people named in full: to what they refer back. */
const knownNames = (found: readonly Found[]): ReadonlyMap<string, Known> => {
  const known = new Map<string, Known>();
  found.forEach(({ chain, first, last }, index) => {
    if (!chain || last === first || chain.parts.length < 2) return;
    const head = chain.parts[0]!;
    const tail = chain.parts.at(-1)!;
    if (!known.has(tail.form))
      known.set(tail.form, {
        found: index,
        closes: true,
        plain: tail.foreign || head.foreign || (tail.kind === 'unknown' && tail.form.startsWith('ال')),
      });
    if (head.kind === 'given' && !head.plain && !known.has(head.form))
      known.set(head.form, { found: index, closes: false, plain: false });
  });
  return known;
};

const PROCLITICS = new Set(['و', 'ف', 'ب', 'ل', 'ك']);

/** Names given in full, then by surname alone: «وقال العمار». */
export const referBack = (view: View, found: readonly Found[]): readonly Found[] => {
  const known = knownNames(found);
  if (known.size === 0) return found;
  const linked = found.map((one, index) => linkedTo(one, index, found, known));
  // A last letter that no name has spares most words the look-up.
  const endings = new Set(Array.from(known.keys(), (form) => form.charCodeAt(form.length - 1)));
  const covered = new Uint8Array(view.tokens.length);
  for (const { first, last } of found) covered.fill(1, first, last + 1);
  const added: Found[] = [];
  for (let at = 0; at < view.tokens.length; at++) {
    const token = view.tokens[at]!;
    if (token.kind !== 'word' || covered[at] || !endings.has(token.word.form.charCodeAt(token.word.form.length - 1)))
      continue;
    let proclitics = '';
    let name = known.get(token.word.form);
    if (!name && token.word.form.length > 3 && PROCLITICS.has(token.word.form[0]!))
      for (const cut of token.word.cuts) {
        if (cut.enclitic || !cut.proclitics) continue;
        name = known.get(cut.definite ? `ال${cut.stem}` : cut.stem);
        if (!name) continue;
        proclitics = cut.proclitics;
        break;
      }
    if (!name || !isNameHere(view, at, name.plain)) continue;
    const of = found[name.found]!;
    added.push({
      ...of,
      first: at,
      last: at,
      start: startBehind(view, token, proclitics),
      end: token.end,
      titles: of.titles,
      listed: false,
      listOf: null,
      back: true,
      asKin: false,
      byline: false,
      chain: { first: at, last: at, proclitics, parts: of.chain!.parts },
    });
  }
  return added.length === 0 ? linked : [...linked, ...added].sort((a, b) => a.start - b.start);
};

/** A name of one part that closes a fuller one of the report: «عبد الرحمن» behind «رامي عبد الرحمن». */
const linkedTo = (one: Found, index: number, found: readonly Found[], known: ReadonlyMap<string, Known>): Found => {
  if (one.titles.length > 0 || one.figure || one.chain?.parts.length !== 1) return one;
  const name = known.get(one.chain.parts[0]!.form);
  if (!name || name.found === index || !name.closes) return one;
  const of = found[name.found]!;
  return {
    ...one,
    titles: of.titles,
    figure: of.figure,
    sex: of.sex,
    back: true,
    chain: { ...one.chain, parts: of.chain!.parts },
  };
};

const isNameHere = (view: View, at: number, plain: boolean): boolean => {
  const item = view.itemAt(at);
  if (item && item.last > item.first && item.kind !== 'source') return false;
  const isFree =
    item === undefined || item.kind === 'word' || item.kind === 'source' || mayBeName(view, at, true, true);
  if (plain) return isFree && !view.factsAt(at).after;
  const before = view.itemAt(at - 1);
  const context =
    before !== undefined && before.last < at && (before.kind === 'reporting' || roleOfItem(before) !== null);
  return context && (isFree || item?.kind === 'place');
};
