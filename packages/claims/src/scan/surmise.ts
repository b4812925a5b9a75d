import { spelling } from '../words/classes.js';
import { copyOf, type Item, type SideMention } from './item.js';
import { spelt } from './spelt.js';

/** Folded words of a guess: يرجح أنها (it is thought that it is). */
const isGuess = spelt(spelling('scan/guess', '[وف]?'));
const isThat = spelt(spelling('scan/that-it', 'ب?'));
const isOf = spelt(spelling('scan/belonging-to'));
/** Unnamed arms that a guess gives a side. */
const ARM_OF: Readonly<Record<string, string>> = { air: 'air', drone: 'drones', guns: 'guns', rockets: 'rockets' };

interface Guess {
  /** Index of the side behind the guess. */
  readonly side: number;
  readonly first: number;
}

/** «، يرجح أنها (تابعة) لـ X» from an index on. */
const guessAt = (items: readonly Item[], at: number): Guess | null => {
  let k = at;
  if (items[k]?.kind === 'comma') k++;
  if (!isGuess(items[k])) return null;
  k++;
  if (items[k]?.kind === 'preposition') k++;
  if (!isThat(items[k])) return null;
  k++;
  if (isOf(items[k])) k++;
  const side = items[k];
  return side?.kind === 'actor' && side.side && (side.clitic === '' || side.clitic === 'ل')
    ? { side: k, first: at }
    : null;
};

const armOf = (item: Item | undefined): string | null =>
  item?.head === 'positions'
    ? 'positions'
    : item?.means && (item.kind === 'thing' || item.kind === 'actor')
      ? (ARM_OF[item.means] ?? null)
      : null;

/**
 * «طائرة مسيرة يرجح أنها أمريكية قصفت», «غارات، يرجح أنها للتحالف، استهدفت»: the side that is only thought to have
 * done it stands in the place of one that is named, as its arm or behind من قبل.
 */
export const foldGuesses = (items: readonly Item[]): readonly Item[] => {
  if (!items.some(isGuess)) return items;
  const folded: Item[] = [];
  for (let at = 0; at < items.length; at++) {
    const guess = guessAt(items, at);
    if (!guess) {
      folded.push(items[at]!);
      continue;
    }
    const side = items[guess.side]! as Item & { side: SideMention };
    const before = folded[folded.length - 1];
    const arm = armOf(before);
    if (before && arm !== null) {
      folded[folded.length - 1] = Object.assign(copyOf(side), {
        first: before.first,
        start: before.start,
        conjunction: before.conjunction,
        clitic: before.clitic,
        means: before.means,
        side: { ...side.side, heads: [arm] },
      });
    } else {
      const cue = items[at]!;
      folded.push(
        Object.assign(copyOf(cue), {
          kind: 'cue',
          cue: 'agent',
          last: items[guess.side - 1]!.last,
          end: items[guess.side - 1]!.end,
          mark: undefined,
          supports: undefined,
          reporting: undefined,
          speech: undefined,
        }),
        Object.assign(copyOf(side), { clitic: '' }),
      );
    }
    at = guess.side;
  }
  return folded;
};
