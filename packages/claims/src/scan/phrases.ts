import type { Item, SideMention } from './item.js';

/** Heads that make the named side the owner of what is meant, rather than the side itself. */
const BEHIND = new Set(['contempt', 'praise']);
/** Groups of armed people: with a side's name behind them they are that side (مقاتلو العشائر, the tribes' fighters). */
const ARMED = new Set(['people', 'forces', 'leaders']);

const isSide = (item: Item | undefined): item is Item & { side: SideMention } => item?.kind === 'actor';

const join = (head: Item, name: Item & { side: SideMention }, says: string): Item => ({
  ...name,
  first: head.first,
  start: head.start,
  conjunction: head.conjunction,
  clitic: head.clitic,
  definite: head.definite || name.definite,
  ...(head.means && !name.means ? { means: head.means } : {}),
  ...(head.group ? { group: head.group, ...(head.things ? { things: true } : {}) } : {}),
  ...(head.number ? { number: head.number } : {}),
  side: { ...name.side, heads: [says, ...name.side.heads] },
});

/** What a head noun says, when the item is one. */
const headOf = (item: Item): string | null => {
  if (item.kind === 'word' && item.head && item.head !== 'relation') return item.head;
  if (item.kind === 'thing' && item.means && ARM_OF[item.means]) return ARM_OF[item.means]!;
  if (
    item.kind === 'people' &&
    item.group &&
    (item.head === undefined ? ARMED_GROUPS.has(item.group.id) : ARMED.has(item.head))
  )
    return 'people';
  return null;
};
/** Weapons with a side's name behind them are that side's arm: طائرات حربية روسية (Russian warplanes). */
const ARM_OF: Readonly<Record<string, string>> = {
  air: 'air',
  drone: 'drones',
  guns: 'guns',
  rockets: 'rockets',
  naval: 'naval',
};
const ARMED_GROUPS = new Set([
  'fighters',
  'soldiers',
  'gunmen',
  'militants',
  'officers',
  'leaders',
  'snipers',
  'police',
  'guards',
  'security-guards',
  'rebels',
  'suicide-bombers',
]);

/** Items between a head and its name that say no more than "of": من، ل، تابعة ل. */
const bridge = (items: readonly Item[], at: number, texts: (item: Item) => string): number => {
  let next = at;
  while (next < items.length) {
    const item = items[next]!;
    if (item.kind === 'preposition' && item.preposition === 'من' && !item.enclitic) next++;
    else if (
      item.kind === 'word' &&
      /^(?:ال)?(?:تابع|تابعه|تابعين|تابعون|موالي|مواليه|مسلح|مسلحه|عسكري|عسكريه|حربي|حربيه|جوي|جويه|مسير|مسيره|بري|بريه|امني|امنيه|خاصه|محلي|محليه)$/.test(
        texts(item),
      )
    )
      next++;
    else break;
    if (next - at > 3) break;
  }
  return next;
};

/**
 * Joins head nouns to the names behind them: «عناصر من تنظيم داعش», «طائرات حربية روسية», «مواقع لقوات النظام»
 * become one mention of the side, with what its heads say.
 */
export const joinPhrases = (items: readonly Item[], formOf: (item: Item) => string): Item[] => {
  const joined: Item[] = [];
  for (let at = items.length - 1; at >= 0; at--) {
    const item = items[at]!;
    const next = joined[joined.length - 1];
    const says = headOf(item);
    if (says !== null) {
      // `joined` is in reverse: the next item is its last.
      const ahead = [...joined].reverse();
      const to = bridge(ahead, 0, formOf);
      const name = ahead[to];
      const through = ahead.slice(0, to);
      const dependent = name && (name.clitic === 'ل' || (name.clitic === '' && name.conjunction === ''));
      if (
        isSide(name) &&
        dependent &&
        !(through.length === 0 && name.clitic === 'ل' && item.definite && item.first === item.last)
      ) {
        joined.length -= to + 1;
        const means = item.means ?? through.find((word) => word.means)?.means;
        joined.push(join(means ? { ...item, means } : item, name, says));
        continue;
      }
    }
    if (isSide(item) && next) {
      if (isSide(next) && next.side.heads[0] === 'adjective' && !next.conjunction && !next.clitic) {
        joined[joined.length - 1] = {
          ...item,
          last: next.last,
          end: next.end,
          ...(item.side.ambiguous && next.side.ids[0] && !next.side.ambiguous
            ? { side: ofNation(item.side, next.side.ids[0]) }
            : {}),
        };
        continue;
      }
      if (next.kind === 'word' && next.head && BEHIND.has(next.head) && !next.conjunction) {
        joined[joined.length - 1] = {
          ...item,
          last: next.last,
          end: next.end,
          side: {
            ...item.side,
            loaded: [
              ...item.side.loaded,
              { start: next.start, end: next.end, stance: next.head === 'praise' ? 'own' : 'hostile' },
            ],
          },
        };
        continue;
      }
    }
    joined.push(item);
  }
  return joined.reverse().map((item, at, all) => (describesWord(all, at) ? asWord(item) : apposed(item)));
};

/** «السلطات التركية» (the Turkish authorities): behind a name that several sides share the adjective tells which. */
const ofNation = (side: SideMention, id: string): SideMention => ({
  ...side,
  ids: [id],
  rejected: [...side.ids, ...side.rejected].filter((other) => other !== id),
});

/** «شركة توتال الفرنسية» (the French company): a nation's adjective behind a noun that tells no side names none. */
const describesWord = (items: readonly Item[], at: number): boolean => {
  const item = items[at]!;
  if (item.side?.heads[0] !== 'adjective' || !item.definite || item.conjunction || item.clitic) return false;
  let k = at - 1;
  while (items[k]?.kind === 'word' && !items[k]!.head && !items[k]!.means && !items[k]!.harm && at - k < 4) k--;
  const before = items[k]?.kind;
  return k < at - 1 && (before === undefined || PARTING.has(before));
};

const PARTING = new Set<Item['kind']>([
  'preposition',
  'comma',
  'mark',
  'connector',
  'relative',
  'complementiser',
  'reporting',
]);

const asWord = (item: Item): Item => ({ ...item, kind: 'word', side: undefined });

/** Contempt before a name is kept as framing on the mention. */
const apposed = (item: Item): Item => {
  if (!isSide(item)) return item;
  const stance = item.side.heads[0] === 'contempt' ? 'hostile' : item.side.heads[0] === 'praise' ? 'own' : null;
  if (!stance) return item;
  return {
    ...item,
    side: { ...item.side, loaded: [...item.side.loaded, { start: item.start, end: item.end, stance }] },
  };
};
