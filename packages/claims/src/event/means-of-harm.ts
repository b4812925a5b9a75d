import type { Sentence } from '../clause/sentence.js';
import { isNominal } from '../scan/words.js';
import { spelling } from '../words/classes.js';
import type { EventDraft } from './draft.js';
import { areTogether, because, type HandOver, type Reason } from './dropped.js';
import { areBeside, LIGHT, MEANS_OF_DEATH } from './harm.js';
import { bringsAbout, opensWith } from './shared-means.js';
import { isListed, isReportedApart, isToldApart } from './told-apart.js';

/** «قُتل ثلاثة في غارة» (three were killed in a raid): harm whose means another word tells is its result. */
export const meansIsTold: Reason = ({ sentence, drafts }, draft) => {
  // «شنوا هجوما وتمكنوا من قتل ثلاثة» (attacked, and managed to kill three): what they managed is told beside the attack.
  const alone = isKillerTold(sentence, draft) || draft.roles.support?.does === 'succeed';
  const apart = isToldApart(sentence, draft, drafts);
  const means = drafts.find(
    (one) =>
      canBeMeans(sentence, draft, one, drafts) &&
      (areTogether(sentence, one, draft) ||
        (!alone &&
          ((!apart && areBeside(sentence, one, draft)) ||
            bringsAbout(sentence, draft, one, drafts) ||
            opensWith(sentence, draft, one)))),
  );
  if (!means) return null;
  const why = `the means of the killing is told (${means.type})`;
  return isMeansOf(sentence, draft, means) ? { why, into: means, hands: handKillers } : because(why);
};

/** «قُتل برصاص مسلحين» (killed by gunmen's bullets): who killed is told, so that an act in another clause is not its means. */
const isKillerTold = ({ clauseOf, governor }: Sentence, { item, roles }: EventDraft): boolean =>
  roles.actors.some((k) => k > item && clauseOf[k] === clauseOf[item] && governor[k] === 'agent');

/** Whether another word may tell by what somebody was harmed: an act that kills, and took place in that harm's time. */
const canBeMeans = (sentence: Sentence, harm: EventDraft, one: EventDraft, drafts: readonly EventDraft[]): boolean =>
  one !== harm &&
  !one.yields &&
  MEANS_OF_DEATH.has(one.family) &&
  // «قتلت القوات انتحاريا حاول تفجير نفسه» (killed a bomber who tried to blow himself up): what did not happen killed nobody.
  one.modality !== 'denied' &&
  one.modality !== 'planned' &&
  !isSurrounding(sentence, harm, one) &&
  !isBefore(sentence, harm, one) &&
  !isDayAfter(sentence, one) &&
  (one.sense.entry['yields-to'] !== harm.family || !LIGHT.has(one.by)) &&
  !carriesShots(one, harm.family, drafts) &&
  !(harm.sense.frame === 'damage' && one.sense.frame === 'clash') &&
  !isOfAnother(sentence, harm, one, drafts) &&
  !isToldBeside(sentence, harm, one) &&
  !isListed(sentence, harm) &&
  !isReportedApart(sentence, harm, one);

/** «استهدفوه بإطلاق النار» (targeted him by shots): the verb carries the shots, which are no heavier means. */
const carriesShots = ({ item }: EventDraft, family: string, drafts: readonly EventDraft[]): boolean =>
  drafts.some(({ roles, sense }) => roles.supportItem === item && sense.entry['yields-to'] === family);

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
const isBefore = ({ items, governor, verbs }: Sentence, { item: death }: EventDraft, { item }: EventDraft): boolean => {
  if (item > death) return false;
  if (governor[death] === 'بعد' || AFTER.test(items[death - 1]?.form ?? '')) return true;
  // «اشتباكات اندلعت بعد اتهام القوات باختطاف وقتل شيخين» (clashes that broke out after the forces were accused of it)
  const after = items.findLastIndex(({ preposition }, k) => k < death && k > item && preposition === 'بعد');
  const joined = governor[death] === 'ب' || items[death]!.conjunction === 'و';
  return after >= 0 && joined && !items.slice(after, death).some((at, n) => verbs.has(after + n) && !at.reporting);
};
const AFTER = spelling('event/following', '[وف]?');

/** «مصرع قيادي في التنظيم، وسط معارك مع الجيش» (amid fights): what goes on around a death is no cause of it. */
const isSurrounding = ({ items, verbs }: Sentence, { item: death }: EventDraft, { item }: EventDraft): boolean => {
  const amid = items.findLastIndex(({ form }, k) => k < item && k > death && form === 'وسط');
  return (
    amid > death && items[amid - 1]?.kind === 'comma' && !items.slice(amid, item).some((_, n) => verbs.has(amid + n))
  );
};

/** «قتلوه غداة هجوم» (killed him the day after an attack): what was the day before killed nobody on that day. */
const isDayAfter = ({ items }: Sentence, { item }: EventDraft): boolean => items[item - 1]?.form === 'غداه';

/** Who killed did what killed. */
const handKillers: HandOver = ({ roles }, { roles: killing }) => {
  if (roles.actors.length > 0 || roles.pronounActor || killing.actors.length === 0 || killing.targets.length === 0)
    return;
  roles.actors.push(...killing.actors.filter((k) => !roles.targets.includes(k)));
  if (roles.targets.length === 0) roles.targets.push(...killing.targets.filter((k) => !roles.actors.includes(k)));
};
