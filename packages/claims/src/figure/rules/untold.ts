import { speaks } from '../../frame/speaks.js';
import { spelt } from '../../scan/spelt.js';
import { spelling } from '../../words/classes.js';
import { asParts, figures, measured, type Rule } from './context.js';

/** «سقوط 11 مواطنا»: who falls is killed. */
export const fell: Rule = (context) => {
  const { counting, quantity } = context;
  const { first, stated } = quantity;
  const before = counting.sentence.items.slice(Math.max(0, first - 2), first);
  const falls = before.some((item) => item.kind === 'trigger' && counting.words.is('herald', item));
  return stated && falls ? asParts(context, figures(context, measured(['killed'], first), 'fell')) : null;
};

/** «وثق المرصد 324»: who counts people by name counts the dead. */
export const documented: Rule = (context) => {
  const { counting, quantity } = context;
  const { first, stated } = quantity;
  const before = counting.sentence.items.slice(Math.max(0, first - 4), first);
  const counts = before.some((item) => counting.words.is('documenting', item));
  return stated && counts ? asParts(context, figures(context, measured(['killed'], first), 'documented')) : null;
};

/** «موقعا 14 مدنيا»: people who are a result are dead. */
export const result: Rule = (context) => {
  const { counting, quantity } = context;
  const before = counting.sentence.items[quantity.first - 1];
  const results = before?.cue === 'result' || before?.supports?.[0]?.does === 'result';
  if (!results || !quantity.stated || quantity.noun?.of !== 'people') return null;
  return asParts(context, figures(context, measured(['killed'], quantity.first - 1), 'result'));
};

/** «أفاد شهود ومسؤولون» (witnesses and officials said): who says it is not counted. */
export const speakers: Rule = ({ counting: { sentence }, quantity: { first, stated } }) =>
  !stated && speaks(sentence, first) ? [] : null;

/** «شيع آلاف الأهالي جثامين الضحايا» (thousands of residents carried the victims to their graves): a crowd, none of the dead. */
export const mourners: Rule = ({ counting: { sentence }, quantity: { first, noun, min } }) =>
  noun?.of === 'people' && noun.measures.length === 0 && (min ?? 0) >= CROWD && isMourning(sentence.items[first - 1])
    ? []
    : null;
const CROWD = 20;
const isMourning = spelt(spelling('figure/mourning', '[وف]?'));

/** People to whom nothing is said to have happened: a force, or people otherwise counted. */
export const strength: Rule = (context) => {
  const { counting, quantity, group } = context;
  const { noun, number, stated, vague, first } = quantity;
  const { words } = counting;
  if (!noun || (!stated && noun.number !== 'dual')) return [];
  if (number?.quantifier === 'all' || number?.form === 'singular-one' || words.has('speakers', noun.group)) return [];
  const before = counting.sentence.items[first - 1];
  if (
    !stated &&
    (before?.harm !== undefined || (before?.kind === 'trigger' && !counting.sentence.verbs.has(first - 1)))
  )
    return [];
  const isSide = noun.side !== null && !words.has('civil', noun.side);
  const armed = isSide || words.has('armed', noun.group) || (words.has('armed', group) && !words.has('civil', group));
  if ((vague || !stated) && !armed) return [];
  const made = figures(context, measured([armed ? 'strength' : 'other'], first), 'strength');
  return asParts(
    context,
    made.map((one) => ({ ...one, source: null })),
  );
};
