import type { Sentence } from '../clause/sentence.js';
import { isNominal } from '../scan/words.js';
import { spelling } from '../words/classes.js';
import type { EventWords } from '../words/load.js';
import type { EventDraft } from './draft.js';

/** Families of acts by which people are killed: a killing in their clause is their result, not an event beside them. */
const MEANS_OF_DEATH: ReadonlySet<string> = new Set([
  'air',
  'shelling',
  'bomb',
  'explosion',
  'ground',
  'sniper-fire',
  'harm-to-persons',
  'chemical-attack',
  'naval-incident',
]);

/** Weapons in hand, or none told. */
const LIGHT: ReadonlySet<string | null> = new Set([null, 'gunfire']);

/** Words of a running count: a killing in their clause is a figure only (guide, rule 4). */
const TOLL = spelling('event/toll', '[ولف]?');

/**
 * Why a word tells no event beside another one (guide: a cause with its result is one event): harm whose means is
 * told, harm that something led to, harm that only picks out or counts people; null where it tells one.
 */
export const givesWay = (sentence: Sentence, draft: EventDraft, drafts: readonly EventDraft[]): string | null => {
  const { clauses, clauseOf } = sentence;
  const clause = clauseOf[draft.item]!;
  const beside = (one: EventDraft): boolean => Math.abs(clauseOf[one.item]! - clause) <= 1;
  // أطلقوا النار عليه فقتلوه: of shots at people what came of it is told; rockets are the event themselves.
  const heavier = LIGHT.has(draft.by) ? draft.sense.entry['yields-to'] : undefined;
  const harmed = heavier
    ? drafts.find(
        (one) =>
          one !== draft &&
          one.family === heavier &&
          beside(one) &&
          !isOutcome(sentence, one) &&
          // «استهدفوا الشاب بإطلاق نار» (targeted the young man by shots): the verb tells nothing beside the shots.
          one.item !== draft.roles.supportItem,
      )
    : undefined;
  if (harmed) {
    inherit(harmed, draft);
    return `what came of it is told (${heavier})`;
  }
  const answer = draft.sense.entry.needs === 'means-only' && drafts.find((one) => tellsHow(sentence, draft, one));
  if (answer) return `the word behind it says by what (${answer.type})`;
  if (!draft.yields) return null;
  // قُتل برصاص مسلحين: who killed is told, so that an act in another clause is not its means.
  const killed = draft.roles.actors.some(
    (k) => k > draft.item && clauseOf[k] === clause && sentence.governor[k] === 'agent',
  );
  const other = drafts.find(
    (one) =>
      one !== draft &&
      !one.yields &&
      !carriesShots(one, draft.family, drafts) &&
      // «قتلت القوات انتحاريا حاول تفجير نفسه» (killed a bomber who tried to blow himself up): what did not happen killed nobody.
      one.modality !== 'denied' &&
      one.modality !== 'planned' &&
      !isSurrounding(sentence, draft, one) &&
      !isBefore(sentence, draft, one) &&
      !isDayAfter(sentence, one) &&
      (one.sense.entry['yields-to'] !== draft.family || !LIGHT.has(one.by)) &&
      MEANS_OF_DEATH.has(one.family) &&
      !(draft.sense.frame === 'damage' && one.sense.frame === 'clash') &&
      !isOfAnother(sentence, draft, one, drafts) &&
      !isToldBeside(sentence, draft, one) &&
      (killed ? clauseOf[one.item] === clause : beside(one)),
  );
  if (other) {
    if (isMeansOf(sentence, draft, other)) handOver(draft, other);
    return `the means of the killing is told (${other.type})`;
  }
  if (isOutcome(sentence, draft) || isByThose(sentence, draft, drafts)) return 'what something led to is a figure';
  // «قُتل عشرة من المهاجمين» (ten of the attackers were killed): in the attack that made them attackers.
  if (draft.roles.targets.length > 0 && draft.roles.targets.every((k) => sentence.items[k]!.attackers))
    return 'who attacked was killed in that attack';
  // «لم يقتل أحد» (nobody was killed) tells nothing; «نفى التحالف مقتل مدنيين» (denied) is a claim.
  if (sentence.items[draft.item - 1]?.kind === 'negator') return 'nobody was harmed';
  const { opener, antecedent } = clauses[clause]!;
  // «لغم يقتل طفلين» (a mine kills two children): what killed is the subject, whom no other killing is told of.
  const weapon = antecedent !== null && sentence.items[antecedent]!.means === draft.by && draft.by !== null;
  if (opener === 'relative' && !weapon && draft.roles.actors.length === 0 && !hasDate(sentence, clause))
    return 'only says who is counted';
  if (countsBefore(sentence, draft)) return 'only says that those counted are dead';
  return carriesToll(sentence, draft) ? 'only carries a running toll' : null;
};

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
/** «استهدفوه بإطلاق النار» (targeted him by shots): the verb carries the shots, which are no heavier means. */
const carriesShots = ({ item }: EventDraft, family: string, drafts: readonly EventDraft[]): boolean =>
  drafts.some(({ roles, sense }) => roles.supportItem === item && sense.entry['yields-to'] === family);

const DEATH = spelling('event/his-death', '[ولب]?', '(?:ه|ها|هما|هم)');

const BY_THOSE = spelling('event/because-of', '(?:و|ف)?(?:ب|ل|علي)?', '(?:ه|ها|هم|هما)');

/** «غارات قتل على إثرها تسعة» (raids, after which nine were killed): what came of the act before. */
const isByThose = ({ items, verbs }: Sentence, { item }: EventDraft, drafts: readonly EventDraft[]): boolean =>
  verbs.has(item) &&
  items.slice(item + 1, item + 4).some(({ form, preposition, enclitic }) => {
    return BY_THOSE.test(`${form ?? preposition ?? ''}`) || (preposition === 'بسبب' && enclitic !== '');
  }) &&
  drafts.some((one) => one.item < item && MEANS_OF_DEATH.has(one.family));

/** «ما أدى إلى مقتل مدنيين» (which led to the death of civilians). */
const isOutcome = ({ items, clauses, clauseOf }: Sentence, { item, roles }: EventDraft): boolean => {
  const clause = clauses[clauseOf[item]!]!;
  // «ما أسفر عن تدمير المقر، وقتل سبعة»: what else came of it.
  const before = clause.opener === 'coordinated' && clause.first >= item - 1 ? clauses[clause.parent ?? -1] : undefined;
  if (before && items[item]!.conjunction === 'و' && items[before.first]!.cue === 'result') return true;
  return (items[clause.first]!.cue === 'result' && clause.verb !== item) || roles.support?.does === 'result';
};

/** «مقتل 11 جنديا وسقوط صواريخ على القرى» (eleven soldiers killed, and rockets fallen): a headline tells one beside the other. */
const isToldBeside = ({ title, items, verbs }: Sentence, { item: death }: EventDraft, { item }: EventDraft): boolean =>
  title && death < item && items[item]!.conjunction === 'و' && !verbs.has(item) && !verbs.has(death);

/** «أعلن مقتل ستة جنود، كما قتل مدني برصاص قناص» (six soldiers were killed, and a civilian by a sniper): the means of the other death. */
const isOfAnother = (
  { items, clauses, clauseOf }: Sentence,
  draft: EventDraft,
  one: EventDraft,
  drafts: readonly EventDraft[],
): boolean => {
  const clause = clauseOf[one.item]!;
  // «استشهد مقاوم في معركة، بالتزامن مع استشهاد مدني» (at the same time as the death of a civilian)
  if (one.item < draft.item && items[draft.item]!.cue === undefined && isAtOnce(items, draft.item)) return true;
  return (
    clause > clauseOf[draft.item]! &&
    items[clauses[clause]!.first]!.kind === 'connector' &&
    drafts.some((other) => other !== draft && other.yields && other.item < one.item && clauseOf[other.item] === clause)
  );
};

const isAtOnce = (items: Sentence['items'], at: number): boolean =>
  items.slice(Math.max(0, at - 2), at).some(({ form, word }) => AT_ONCE.test(form ?? '') || AT_ONCE.test(word.form));
const AT_ONCE = spelling('event/at-once', 'و?', '(?: مع)?');

/** «قتلت قسد خمسة في كمين»: the noun behind the verb tells by what. */
const isMeansOf = ({ governor, clauseOf, items }: Sentence, killing: EventDraft, one: EventDraft): boolean =>
  one.item > killing.item &&
  isNominal(one.sense) &&
  MEANS_BY.has(governor[one.item] ?? '') &&
  clauseOf[one.item] === clauseOf[killing.item] &&
  !items[one.item]!.definite;
const MEANS_BY: ReadonlySet<string> = new Set(['في', 'ب', 'خلال']);

/** «اقتحموا القرية عقب مقتل شيخ» (stormed it after a sheikh's killing), «حملة أعقبت مقتله»: who was dead before was not killed in it. */
const isBefore = ({ items, governor }: Sentence, { item: death }: EventDraft, { item }: EventDraft): boolean =>
  item < death && (governor[death] === 'بعد' || AFTER.test(items[death - 1]?.form ?? ''));
const AFTER = spelling('event/following', '[وف]?');

/** «مصرع قيادي في التنظيم، وسط معارك مع الجيش» (amid fights): what goes on around a death is no cause of it. */
const isSurrounding = ({ items, governor }: Sentence, { item: death }: EventDraft, { item }: EventDraft): boolean => {
  if (item < death || governor[item] === null) return false;
  const amid = items.findLastIndex(({ form }, k) => k < item && k >= item - 3 && form === 'وسط');
  return amid > death && items[amid - 1]?.kind === 'comma';
};

/** «قتلوه غداة هجوم» (killed him the day after an attack): what was the day before killed nobody on that day. */
const isDayAfter = ({ items }: Sentence, { item }: EventDraft): boolean => items[item - 1]?.form === 'غداه';

/** Who killed did what killed. */
const handOver = ({ roles: killing }: EventDraft, { roles }: EventDraft): void => {
  if (roles.actors.length > 0 || roles.pronounActor || killing.actors.length === 0 || killing.targets.length === 0)
    return;
  roles.actors.push(...killing.actors.filter((k) => !roles.targets.includes(k)));
  if (roles.targets.length === 0) roles.targets.push(...killing.targets.filter((k) => !roles.actors.includes(k)));
};

/** «أطلق مسلحون النار على رجل فقتلوه»: who fired killed, and whom they fired at died. */
const inherit = ({ roles }: EventDraft, { roles: shots }: EventDraft): void => {
  if (shots.actors.length === 0 || roles.actors.some((k) => !shots.actors.includes(k))) return;
  const others = roles.targets.filter((k) => !shots.actors.includes(k));
  roles.actors = [...shots.actors];
  roles.targets = others.length > 0 ? others : [...shots.targets];
};

/** «ردّ الجنود بإطلاق النار» (the soldiers answered with fire): what they did is the event, not that they answered. */
const tellsHow = ({ items, clauseOf }: Sentence, draft: EventDraft, one: EventDraft): boolean =>
  one.item > draft.item &&
  one.type !== draft.type &&
  items[one.item]!.clitic === 'ب' &&
  clauseOf[one.item] === clauseOf[draft.item];

/** «قال إن ثمانية من القبيلة قتلوا» (said that eight of the tribe were killed): whoever they are, nobody is told to have killed them. */
const countsBefore = ({ items, verbs, clauses, clauseOf }: Sentence, { item, roles }: EventDraft): boolean => {
  const { first, opener } = clauses[clauseOf[item]!]!;
  return (
    verbs.has(item) &&
    !isShotBehind(items, item) &&
    roles.actors.length === 0 &&
    (opener === 'complement' || opener === 'relative') &&
    !(opener === 'complement' && items[first + 1]?.number === undefined && isOne(items, roles.targets)) &&
    (roles.targets.length === 0 ? item === first + 1 : roles.targets.every((k) => k < item))
  );
};

/** «أن ثلاثة جنود قتلوا بنيران المسلحين» (that three soldiers were killed by the fire of gunmen): by what tells an event. */
const isShotBehind = (items: Sentence['items'], at: number): boolean =>
  items.slice(at + 1, at + 4).some(({ form, word }) => SHOTS.test(form ?? '') || SHOTS.test(word.form));
const SHOTS = spelling('event/shots', 'ب(?:ال)?');

/** «أن القيادي البارز قتل» (that the leader was killed): a particular person, not a count. */
const isOne = (items: Sentence['items'], people: readonly number[]): boolean =>
  people.length > 0 && people.every((k) => items[k]!.group?.number === 'singular' && items[k]!.definite);

/** Whether a clause tells a time of its own. */
const hasDate = ({ items, clauses }: Sentence, clause: number): boolean => {
  const { first, last } = clauses[clause]!;
  return items.slice(first, last + 1).some(({ kind }) => kind === 'date');
};

/** «الحصيلة الأولية تشير إلى مقتل ثلاثين جنديا» (the first count is of thirty soldiers killed). */
const isCounted = ({ items, clauses, clauseOf }: Sentence, { item }: EventDraft): boolean =>
  items.slice(clauses[clauseOf[item]!]!.first, item).some(({ form }) => COUNT.test(form ?? ''));
const COUNT = /(?:^|\s)[ولفب]?(?:ال)?حصيل(?:ه|ته|تها)(?:\s|$)/;

/** So many dead are the count of a war or a month. */
const MANY = 10;
const THOUSANDS = 1000;

/** Whether a killing stands with a window of time («منذ») and words of counting. */
const carriesToll = (sentence: Sentence, draft: EventDraft): boolean => {
  const around = sentence.items.slice(Math.max(0, draft.item - 12), draft.item + 13);
  const window = around.some(
    (item) => item.date?.sense === 'since' || item.date?.sense === 'window' || item.date?.sense === 'range',
  );
  // «قتل 92 جنديا منذ تدخل موسكو» (since Moscow stepped in)
  if (
    around.some(({ preposition }) => preposition === 'منذ') &&
    around.some(({ number }) => (number?.min ?? 0) >= MANY)
  )
    return true;
  if (isCounted(sentence, draft)) return true;
  // «أسفر النزاع الذي استمر أشهرا عن مقتل 30 ألفا» (the conflict that lasted months cost 30,000 lives): so many fall in no one event.
  if (sentence.items.slice(draft.item, draft.item + 6).some(({ number }) => (number?.min ?? 0) >= THOUSANDS))
    return true;
  return (
    window &&
    around.some((item) => TOLL.test(item.form ?? '') || (item.number !== undefined && (item.number.min ?? 0) >= 100))
  );
};
