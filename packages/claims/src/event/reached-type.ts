import { entryAt } from '@isnad/text';
import type { Sentence } from '../clause/sentence.js';
import type { Sense } from '../words/senses.js';
import { areArmed } from './parties.js';
import type { EventGrammar } from './read.js';
import type { Typed } from './standing.js';

/** The type of what a word would tell if it came about: a state or a change of who holds a place, else that of its means. */
export const achievedType = ({ sentence, at, sense, choice }: Typed, grammar: EventGrammar): string =>
  controlChoice(sentence, at, sense, grammar) ?? choice.type;

/** سيطر told as a change or as a state: an imperfect, كان or a participle that marks out is a state. */
const controlChoice = (sentence: Sentence, at: number, sense: Sense, { table }: EventGrammar): string | null => {
  if (!('shared' in sense.word)) return null;
  const row = table.get(sense.word.shared);
  if (!row?.has('change') || !row.has('standing')) return null;
  const before = entryAt(sentence.items, at - 1);
  // «الجيش يسيطر على المطار» (the army takes the airport): headlines tell news in the imperfect.
  const headline = sentence.title && sentence.clauses[sentence.clauseOf[at]!]!.opener !== 'relative';
  const standing = sense.part === 'imperfect' && before?.cue !== 'purpose' && !headline;
  return row.get(standing ? 'standing' : 'change')!;
};

/** «أطلقوا النار على دورية» (fired at a patrol): at people who are armed, shots are another type. */
export const typeAtArmed = ({ sentence, sense, roles, choice }: Typed): string | undefined =>
  choice.by === 'gunfire' && sense.entry['at-armed'] && areArmed(sentence, roles) ? sense.entry['at-armed'] : undefined;
