import type { Sentence } from '../clause/sentence.js';
import type { EventDraft } from './draft.js';

/** Where the next counted group begins: «وعلى عشرة آخرين», «وعشرة آخرين»; the item of و. */
const nextGroup = ({ items, verbs }: Sentence, from: number, to: number): number | null => {
  for (let k = from; k <= to; k++) {
    const item = items[k]!;
    if (verbs.has(k) || item.kind === 'trigger') return null;
    if (item.conjunction !== 'و') continue;
    const counts = item.kind === 'preposition' ? items[k + 1]?.kind === 'number' : item.kind === 'number';
    if (counts) return k;
  }
  return null;
};

/**
 * One word with two counted groups in two places tells two events (guide, rule 1): «القبض على ستة في كركوك وعلى
 * عشرة في داقوق» (six caught in Kirkuk and ten in Daquq).
 */
export const groupsApart = (sentence: Sentence, draft: EventDraft): readonly EventDraft[] => {
  const { roles } = draft;
  if (draft.counts === null) return [draft];
  const where = roles.places.filter(({ role }) => role === 'where').map(({ item }) => item);
  const cut = nextGroup(sentence, draft.from + 1, Math.max(roles.end, roles.last));
  if (cut === null) return [draft];
  const isCounted = sentence.items.slice(draft.from + 1, cut).some(({ kind }) => kind === 'number');
  const before = where.filter((item) => item > draft.from && item < cut);
  const behind = where.filter((item) => item > cut);
  if (!isCounted || before.length === 0 || behind.length === 0) return [draft];
  const part = (isMine: (item: number) => boolean): EventDraft['roles'] => {
    const places = roles.places.filter(({ item }) => isMine(item));
    const targets = roles.targets.filter(isMine);
    const last = Math.max(
      draft.item,
      ...[...places.map(({ item }) => item), ...targets, ...roles.actors].filter(isMine),
    );
    return { ...roles, places, targets, last };
  };
  const first = { ...draft, roles: part((item) => item < cut) };
  const second = { ...draft, from: cut, roles: part((item) => item > cut) };
  return [first, ...groupsApart(sentence, second)];
};
