import { copyOf, type Item } from './item.js';

/** An item as the plain word that it is here: its name, act or office is not meant. */
export const asWord = (item: Item): Item => {
  const word = copyOf(item);
  word.kind = 'word';
  word.side = undefined;
  word.place = undefined;
  word.senses = undefined;
  word.supports = undefined;
  word.reporting = undefined;
  word.speech = undefined;
  return word;
};
