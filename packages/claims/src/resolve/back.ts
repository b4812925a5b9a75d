import { copyOf, type Item } from '../scan/item.js';
import { isNominal } from '../scan/words.js';
import { spelling } from '../words/classes.js';

/** The sides said so far in a report, for words that stand for one of them. */
export interface Said {
  last: string | null;
  /** The last one that is a state, or a coalition of states. */
  lastState: string | null;
  readonly byHead: Map<string, string>;
}

/** Heads that stand for a side when they carry the article alone: القوات (the forces), الطائرات (the aircraft). */
const BACK = new Set(['forces', 'air', 'drones', 'guns', 'people', 'helicopters', 'rockets']);

/** Arms that are of no side when bare, unless some side's were told of: fire comes from everywhere. */
const ARMS = new Set(['drones', 'guns', 'rockets']);
/** Arms that states have: bare «الطائرات» (the aircraft) are those of the state told of last. */
const STATE_ARMS = new Set(['air', 'helicopters']);

/** Names that say themselves that they are forces: قوات سوريا الديمقراطية. */
const FORCES = spelling('resolve/forces', '[وفبل]?(?:ال)?');

/** Gives definite heads without a name the side that they were last said of. */
export const referBack = (items: readonly Item[], said: Said, isState: (id: string) => boolean): Item[] =>
  items.map((item, at) => {
    const id = item.side?.ids[0];
    if (item.attackers) return item;
    if (id) {
      said.last = id;
      if (isState(id)) said.lastState = id;
      for (const head of item.side!.heads) said.byHead.set(head, id);
      if (FORCES.test(item.form ?? '')) said.byHead.set('forces', id);
      return item;
    }
    // «وقصفت الطائرات» (and the aircraft bombed): things that only states have, behind what they do.
    const isArm =
      item.kind === 'thing' &&
      STATE_ARMS.has(item.head ?? '') &&
      isVerb(items[at - 1]) &&
      items[at + 1]?.means === undefined;
    if ((item.kind !== 'word' && !isArm) || !item.definite || !item.head || !BACK.has(item.head)) return item;
    const back =
      said.byHead.get(item.head) ??
      (ARMS.has(item.head) ? null : STATE_ARMS.has(item.head) ? said.lastState : said.last);
    if (back === null) return item;
    const meant = copyOf(item);
    meant.kind = 'actor';
    meant.side = {
      ids: [back],
      heads: [item.head],
      register: 'neutral',
      loaded: [],
      ambiguous: undefined,
      rejected: [],
    };
    return meant;
  });

/** A verb, and no verbal noun: «قصفت», not «إسقاط». */
const isVerb = (item: Item | undefined): boolean =>
  item?.kind === 'trigger' && item.senses!.some((sense) => !isNominal(sense));
