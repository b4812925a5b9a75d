import type { Sentence } from '../clause/sentence.js';
import { spelling } from '../words/classes.js';
import type { EventWords } from '../words/load.js';
import type { EventDraft } from './draft.js';
import type { HandOver, Reason } from './dropped.js';
import { areBeside, isOutcome, LIGHT } from './harm.js';

/** «أطلقوا النار على الشاب ما أدى إلى مقتله» (they shot at the young man, which led to his death): shots that killed somebody are a killing. */
export const shotDead = (
  sentence: Sentence,
  draft: EventDraft,
  drafts: readonly EventDraft[],
  words: EventWords,
): EventDraft => {
  const { entry, phrase } = draft.sense;
  // «أطلقوا النار على أحد المقاتلين»: shots at somebody armed are told by the words for fire at a post.
  const shots = phrase && entry.needs === 'post' && draft.family === 'shelling' ? 'killing' : undefined;
  const heavier = LIGHT.has(draft.by) ? (entry['yields-to'] ?? shots) : undefined;
  if (heavier !== undefined && diedOfIt(sentence, draft)) {
    const { family, counts } = words.events.get(heavier)!;
    return { ...draft, type: heavier, family, counts: counts ?? null };
  }
  const death = drafts.find(
    (one) =>
      heavier !== undefined &&
      one.family === heavier &&
      one.item > draft.item &&
      isOutcome(sentence, one) &&
      /^(?:ه|ها|هما|هم|هن)$/.test(sentence.items[one.item]!.enclitic) &&
      sentence.clauseOf[one.item]! - sentence.clauseOf[draft.item]! <= 4,
  );
  return death ? { ...draft, type: death.type, family: death.family, counts: death.counts } : draft;
};

/** «أطلقوا النار عليه ما أدى إلى وفاته» (which led to his death): the word for dying tells no event itself. */
const diedOfIt = ({ items, clauseOf }: Sentence, { item }: EventDraft): boolean =>
  items.some(
    ({ cue }, k) =>
      k > item &&
      cue === 'result' &&
      clauseOf[k]! - clauseOf[item]! <= 2 &&
      items.slice(k + 1, k + 5).some(({ form }) => DEATH.test(form ?? '')),
  );

const DEATH = spelling('event/his-death', '[ولب]?', '(?:ه|ها|هما|هم)');

/** أطلقوا النار عليه فقتلوه (shot at him and killed him): of shots at people what came of it is told; rockets are the event themselves. */
export const shotsToldByHarm: Reason = ({ sentence, drafts }, draft) => {
  const heavier = LIGHT.has(draft.by) ? draft.sense.entry['yields-to'] : undefined;
  if (!heavier) return null;
  const harm = drafts.find(
    (one) =>
      one !== draft &&
      one.family === heavier &&
      // Shots that killed, themselves, are no killing that others led to.
      one.sense.entry['yields-to'] !== heavier &&
      areBeside(sentence, one, draft) &&
      !isOutcome(sentence, one) &&
      // «استهدفوا الشاب بإطلاق نار» (targeted the young man by shots): the verb tells nothing beside the shots.
      one.item !== draft.roles.supportItem,
  );
  return harm ? { why: `what came of it is told (${heavier})`, into: harm, hands: handSides } : null;
};

/** «أطلق مسلحون النار على رجل فقتلوه»: who fired killed, and whom they fired at died. */
const handSides: HandOver = ({ roles }, { roles: shots }) => {
  if (shots.actors.length === 0 || roles.actors.some((k) => !shots.actors.includes(k))) return;
  const others = roles.targets.filter((k) => !shots.actors.includes(k));
  roles.actors = [...shots.actors];
  roles.targets = others.length > 0 ? others : [...shots.targets];
};
