import type { Item } from '../scan/item.js';
import { spelt } from '../scan/spelt.js';
import { spelling } from '../words/classes.js';
import type { Chain } from './heard.js';
import type { Named, Reading } from './named.js';

/** How the words behind a reporting word are read. */
export interface Manner {
  /** A reporting verb stands before them, and what is reported follows; else a marker (وفق). */
  readonly said: boolean;
  /** عن brings the source of the source: نقلت وكالة عن مصدر. */
  readonly relays?: boolean;
  /** Only the first name speaks: اتهم فلان فلانا (accused). */
  readonly single?: boolean;
  /** Behind a word of accusing, of which the accused is no speaker. */
  readonly accuses?: boolean;
  /** The speaker stands before the verb: «كانت تركيا قد أكدت شن غارة» (Turkey had confirmed a strike). */
  readonly led?: boolean;
}

/** What was found so far between a reporting word and what is reported. */
export interface Zone {
  /** Speakers joined by و; of the words for one of them the named one counts. */
  readonly speakers: Named[][];
  /** Sources behind the speakers. */
  readonly origins: Named[][];
  /** Relays to whom it was said. */
  readonly to: string[];
  /** Folded words that may be a name. */
  readonly words: string[];
  /** Those of them that stand together first, as the subject does. */
  readonly subject: string[];
  /** The source behind is told as a man: عن ضابط. */
  behindMan: boolean;
  /** Inside a relative clause about the speaker. */
  aside: boolean;
  /** Behind بيان نشرته: who publishes stands nearer than who says. */
  published: boolean;
  commas: number;
  lastSource: number;
  /** Words stand where a speaker would. */
  unknown: boolean;
  content: number | null;
  how: 'that' | 'colon' | 'quote' | 'noun' | null;
}

export const emptyZone = (): Zone => ({
  speakers: [],
  origins: [],
  to: [],
  words: [],
  subject: [],
  behindMan: false,
  aside: false,
  published: false,
  commas: 0,
  lastSource: -1,
  unknown: false,
  content: null,
  how: null,
});

/** What an unnamed source is stays told, whomever it belongs to: «مصدر عسكري من قسد» (a military source of the SDF). */
const KEEPS = new Set(['military-source', 'security-source', 'medical-source']);

/** «مصادر في الشرطة»: of several words for one source the named one counts, else the first that stands for anyone. */
export const bestOf = (group: readonly Named[]): Chain =>
  (
    (group[0]!.listed && KEEPS.has(group[0]!.chain[0]!) ? group[0] : undefined) ??
    group.find((one) => one.named && one.listed) ??
    group.find((one) => one.named) ??
    group.find((one) => one.chain.length > 0) ??
    group[0]!
  ).chain;

/** «بيان صادر عن الوزارة» (a statement issued by the ministry): who issued it speaks. */
export const isIssued = spelt(spelling('source/issued', '(?:ال)?'));

const RELAYS = new Set(['agency', 'outlet', 'observatory']);
const WITHIN = new Set<string | null>([null, 'في', 'من', 'ب', 'ل', 'عند']);

/** Puts a source where it belongs; false when it is no speaker here. */
export const place = (
  { sentence, teller }: Reading,
  zone: Zone,
  at: number,
  from: number,
  { said, relays = false, single = false, accuses = false }: Manner,
  told: Named,
): boolean => {
  const { items, governor } = sentence;
  const item = items[at]!;
  if (accuses && isAccused(items, at)) return false;
  const { speakers, origins, to } = zone;
  const by = governedBy(items, governor, teller.text, at, from, said);
  const kind = told.chain.length === 0 ? null : teller.kindOf(told.chain[0]!);
  // للطبيب (of the doctor) may stand for whoever spoke last; only a word for an agency is a relay itself.
  const back = item.speech?.as === 'back' ? item.speech.kind : null;
  const relay = kind !== null && RELAYS.has(kind) && (told.named || back === 'agency' || back === 'outlet');
  const behind =
    item.clitic === 'ل' || by === 'ل' || items[at - 1]?.form === 'ل' || isToBracketed(items, teller.text, at);
  if (single && speakers.some((group) => group.some((one) => one.named))) return false;
  // «نعى مراسلون عنصرين من الحركة» (reporters mourned two members of the movement): whose those are whom it is about.
  if (single && item.kind === 'actor' && speakers.some((group) => group.every((one) => one.chain.length === 0)))
    return false;
  if (zone.published) {
    if (relay) to.push(...told.chain);
    else origins.push([told]);
    zone.published = false;
    return true;
  }
  if (relay && to.includes(told.chain[0]!)) return true;
  const alsoTo = to.length > 0 && item.conjunction === 'و' && at - zone.lastSource <= 3;
  if (relay && ((behind && (said || speakers.length > 0)) || alsoTo || (by === 'مع' && said))) {
    to.push(...told.chain);
    return true;
  }
  const further =
    relays &&
    (by === 'عن' || origins.length > 0 || items.slice(from, at).some(({ preposition }) => preposition === 'عن'));
  const issued = by === 'عن' && items.slice(Math.max(from, at - 2), at).some(isIssued);
  if (!further && !issued && !WITHIN.has(by)) return false;
  if (further && !told.named && !/^(?:ال)?مصادر|ه$/.test(item.form ?? '')) zone.behindMan = true;
  // «مصادر محلية عنب بلدي» on the outlet's own page: whose sources they are, not who speaks.
  if (teller.self !== null && told.chain[0] === teller.self && at - zone.lastSource === 1) {
    const unnamed = speakers.at(-1)?.some((one) => one.asSource === true && !one.named);
    if (unnamed && item.conjunction === '') return true;
  }
  const groups = further ? origins : speakers;
  const group = groups[groups.length - 1];
  const joined =
    group !== undefined &&
    at - zone.lastSource <= 6 &&
    items.slice(zone.lastSource + 1, at + 1).some((one) => one.conjunction === 'و');
  if (!item.source && item.kind === 'actor' && by !== null && by !== 'ل' && !group && !further && !issued) return false;
  if (!group || joined) {
    if (group && single) return false;
    groups.push([told]);
    return true;
  }
  // وكالة أنباء النظام «سانا»: an agency is meant, not the side in its name.
  const better = told.listed === true && told.named && at - zone.lastSource <= 4 && relay;
  if (group.some((one) => one.named && (one.listed || !better))) return false;
  if (!agrees(items, zone, at)) group.push(told);
  return true;
};

/** «لـ((سبأ))», «لـ (سبأ)» (to Saba): the ل before brackets is written to no word, and stands in the text alone. */
const isToBracketed = (items: readonly Item[], text: string, at: number): boolean => {
  let bracket = at;
  while (items[bracket - 1]?.mark === '(') bracket--;
  const { start } = items[bracket]!;
  return bracket < at && TO.test(text.slice(Math.max(0, start - 4), start));
};
const TO = /(?:^|\s)لـ*\s*$/;

/** «اتهم ناشطون التحالف بقصف مدرسة»: right before what they are said to have done stand the accused. */
const isAccused = (items: readonly Item[], at: number): boolean => {
  for (let k = at + 1; k <= at + 1 + DESCRIBED; k++) {
    const item = items[k];
    if (!item) return false;
    if (item.clitic === 'ب' || item.preposition === 'ب' || RESPONSIBILITY.test(item.form ?? '')) return true;
    const isWhere = item.preposition === 'في' || (item.kind === 'place' && items[k - 1]!.preposition === 'في');
    if (item.kind !== 'word' && !isWhere) return false;
  }
  return false;
};
/** Words that may describe the accused. */
const DESCRIBED = 2;
/** «حمل الأهالي قسد مسؤولية مقتله» (held it responsible for) */
const RESPONSIBILITY = /^(?:ال)?مسوولي/;

/** What governs a source within its zone. */
const governedBy = (
  items: readonly Item[],
  governor: readonly (string | null)[],
  text: string,
  at: number,
  from: number,
  said: boolean,
): string | null => {
  const first = items[from];
  // علي is also a man's name, behind which nothing is governed.
  const ali = first?.kind === 'preposition' && text.slice(first.start, first.end) === 'علي' && governor[at] === 'على';
  const own = items.slice(from, at).some(({ kind }) => kind === 'preposition');
  return ali || (!said && !own) ? items[at]!.clitic || null : (governor[at] ?? null);
};

/** شهود عيان فلسطينيون (Palestinian eyewitnesses): what agrees with the source is its adjective, not its side. */
const agrees = (items: readonly Item[], { lastSource }: Zone, at: number): boolean => {
  const item = items[at]!;
  return (
    at - lastSource === 1 &&
    item.kind === 'actor' &&
    !item.source &&
    item.definite === items[at - 1]!.definite &&
    !item.clitic
  );
};
