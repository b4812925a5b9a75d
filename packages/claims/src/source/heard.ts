import type { Source } from '@isnad/lexicon';
import type { BackKind } from './speech.js';

/** Who is said to tell: source ids, from the nearest to the outlet to the most distant. */
export type Chain = readonly string[];

/** One who spoke. */
export interface Voice {
  readonly chain: Chain;
  /** Told as a source without a name: مصدر، مسؤول، شهود. */
  readonly unnamed: boolean;
  /** Told with the word مصدر (source). */
  readonly asSource: boolean;
  /** The relays alone, where the source behind them is told as a man: نقلت وكالة عن ضابط … وأضافت (and it added). */
  readonly relays: Chain | null;
}

/** Whom a report has let speak so far, for «وأضاف» (and added), «المصدر» (the source) and names told once in full. */
export interface Heard {
  /** Who spoke last. */
  readonly chain: Chain;
  /** All who spoke, the last first. */
  readonly voices: readonly Voice[];
  /** Speakers by the words of their names, folded. */
  readonly persons: ReadonlyMap<string, Chain>;
  /** Bodies named so far by their first word with the article: الوزارة, الخلية. */
  readonly bodies: ReadonlyMap<string, Chain>;
  /** Whose words were going on at the end of the sentence before; null when the outlet's own. */
  readonly still: { readonly chain: Chain; readonly strength: number | null } | null;
  /** The sentence before ended with a colon behind who speaks, who says the `next`; a text goes `on` to the end of its paragraph. */
  readonly announced: 'next' | 'on' | null;
  /** A quotation is still open. */
  readonly quoted: boolean;
  /** End of the sentence before, in UTF-16 code units of the original. */
  readonly end: number;
}

export const NOTHING_HEARD: Heard = {
  chain: [],
  voices: [],
  persons: new Map(),
  bodies: new Map(),
  still: null,
  announced: null,
  quoted: false,
  end: 0,
};

const KINDS: Readonly<Record<Exclude<BackKind, 'any' | 'unnamed'>, readonly Source['kind'][]>> = {
  agency: ['agency'],
  outlet: ['outlet', 'agency'],
  ministry: ['ministry'],
  body: ['body', 'observatory', 'side'],
};

/** Those whom «المصدر» (the source) does not take up while another source spoke. */
const CROWD = new Set(['witnesses', 'residents', 'activists']);

/** Whom a definite word stands for: «المصدر» the last unnamed source, «الوكالة» the last agency … */
export const referredTo = (
  { chain, voices }: Heard,
  kind: BackKind,
  kindOf: (id: string) => Source['kind'] | null,
): Chain => {
  if (kind === 'any') return chain;
  if (kind === 'unnamed') {
    const unnamed = voices.filter((voice) => voice.unnamed && voice.chain.length > 0);
    return (unnamed.find((voice) => voice.asSource || !CROWD.has(voice.chain.at(-1)!)) ?? unnamed[0])?.chain ?? chain;
  }
  for (const voice of voices)
    for (const id of voice.chain) {
      const is = kindOf(id);
      if (is !== null && KINDS[kind].includes(is)) return [id];
    }
  return chain;
};
