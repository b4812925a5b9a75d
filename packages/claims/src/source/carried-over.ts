import { fold } from '@isnad/arabic';
import type { Item } from '../scan/item.js';
import { spelling } from '../words/classes.js';
import type { Chain, Heard } from './heard.js';
import { cover, type Listening } from './listening.js';
import { chainAt } from './scope.js';
import type { Teller } from './teller.js';

/** The words of whoever spoke in the sentence before go on in this one. */
export const goOn = (listening: Listening, { still, announced, quoted: open }: Heard): void => {
  if (!still) return;
  const { items, end, newParagraph } = listening;
  const { quoted, teller } = listening.reading;
  const quote = quoted[0]?.first === 0 ? quoted[0].last : end;
  if (isInText(announced, newParagraph) || (open && !newParagraph))
    cover(listening, still.chain, 0, quote, still.strength);
  else if (goesOnFrom(items[0], teller)) cover(listening, still.chain, 0, end, still.strength);
};

/** What a report was heard to say after the sentence, for the next one. */
export const heardAfter = (listening: Listening, before: Heard): Heard => {
  const { reading, items, newParagraph } = listening;
  const { sentence, quoted, teller, heard } = reading;
  const announced = listening.announced ?? announcedByColon(listening);
  const still = stillSpeaking(listening);
  const open = quoted.length > 0 && !quoted[quoted.length - 1]!.closed;
  const inText = isInText(before.announced, newParagraph) && quoted.length === 0 && still !== null;
  return {
    chain: heard.chain,
    voices: heard.voices,
    persons: heard.persons,
    bodies: withBodies(heard.bodies, items, teller),
    still: announced ?? still,
    announced: announced ? 'next' : inText ? 'on' : null,
    quoted: open && still !== null,
    end: sentence.end,
  };
};

/** A sentence behind a colon, and those that go on in its paragraph, are of the text that was announced. */
const isInText = (announced: Heard['announced'], newParagraph: boolean): boolean =>
  announced === 'next' || (announced === 'on' && !newParagraph);

/** Strength of what a text says for itself. */
const OWN_TEXT = 2;

/** «وجاء نص البيان على النحو التالي:»: whoever spoke last is who speaks behind the colon. */
const announcedByColon = ({ items, end, reading: { heard, teller } }: Listening): Heard['still'] =>
  end > 0 && items[end]!.mark === ':' && heard.chain.length > 0 && items.some((item) => isText(item, teller))
    ? { chain: heard.chain, strength: OWN_TEXT }
    : null;

/** In whose words a sentence ends. */
const stillSpeaking = ({ items, end, scopes }: Listening): Heard['still'] => {
  if (end < 0) return null;
  const last = chainAt(scopes, items[end]!.kind === 'mark' && end > 0 ? end - 1 : end);
  return last && last.last >= end - 1 ? { chain: last.chain, strength: last.strength } : null;
};

const STATEMENT = spelling('source/written-statement', '.*', '.*');

/** «وجاء نص البيان على النحو التالي:» (the statement reads as follows:). */
const isText = ({ speech, start, end }: Item, { text }: Teller): boolean =>
  speech?.as === 'back' && speech.kind === 'any' && STATEMENT.test(fold(text.slice(start, end)));

const GOING_ON = spelling('source/going-on', '', '(?:\\s.*)?');

/** A sentence that only goes on with the one before: حيث (where), ليرتفع (so that it rises). */
const goesOnFrom = (first: Item | undefined, { text }: Teller): boolean =>
  first !== undefined && GOING_ON.test(fold(text.slice(first.start, first.start + 12)));

/** «خلية الإعلام الحربي» is «الخلية» when it is told again: the first word of a name with the article. */
const withBodies = (known: Heard['bodies'], items: readonly Item[], teller: Teller): Heard['bodies'] => {
  let bodies: Map<string, Chain> | null = null;
  for (const item of items) {
    const id = item.source?.named ? item.source.id : item.kind === 'actor' ? item.side!.ids[0] : undefined;
    if (id === undefined || item.last === item.first) continue;
    const first = (item.form ?? '').replace(/^[وف](?=...)/, '');
    if (first.length < 3 || /^(?:ال|لل|ب|ل)/.test(first)) continue;
    bodies ??= new Map(known);
    bodies.set(`ال${first}`, [teller.inCountry(id)]);
  }
  return bodies ?? known;
};
