import type { Sentence } from '../clause/sentence.js';
import { spelt } from '../scan/spelt.js';
import { spelling } from '../words/classes.js';
import type { Predicate } from './predicate.js';

const PLACE_ROLES: Readonly<Record<string, 'where' | 'from' | 'to'>> = { من: 'from' };
const PARTED = new Set(['word', 'place', 'thing', 'number', 'people', 'measure']);
const OWNED = spelling('frame/owned', '(?:ال)?');
/** Prepositions that put a place beside the event rather than in it. */
const NO_PLACE = new Set(['عن', 'مع', 'agent', 'support', 'وفق', 'بسبب', 'منذ', 'ك']);

/** «خط إمدادها من الميادين» (its supply line from): what is somebody's is no part of the place. */
const POSSESSED = /..ه(?:ا|م|ما)$/;

const isPart = spelt(spelling('frame/part-of-area', '[وبل]?(?:ال)?'));

/** The whole of a part that no preposition governs: «قصف مناطق متفرقة من القطاع» (bombed areas of the Strip). */
const BARE = 'bare';

/** The preposition of the part whose whole stands behind من at `k`: على of «على الجزء الأكبر من المحافظة». */
const wholeOf = ({ items, governor }: Sentence, k: number): string | null => {
  for (let at = k - 2; at >= Math.max(0, k - 4) && ['word', 'thing'].includes(items[at]!.kind); at--)
    if (isPart(items[at])) return governor[at] ?? BARE;
  return null;
};

/**
 * «ضاحية من ضواحي المدينة» (one of the suburbs of the city): behind a noun, من tells of what it is a part; behind a name,
 * where something comes from: «قصف هجين من الميادين» (shelled Hajin from Mayadin), unless it is a river, which has banks.
 */
const isOfWhole = ({ items }: Sentence, k: number): boolean =>
  PARTED.has(items[k - 2]?.kind ?? 'mark') &&
  (!items[k - 2]!.place?.candidates.length || items[k]!.place!.candidates.some(({ kind }) => kind === 'river')) &&
  !POSSESSED.test(items[k - 2]!.form ?? '') &&
  items[k - 1]!.last === items[k - 1]!.first; // انطلاقا من (setting out from) is no part

/** What leads to a place: «بمساندة حوامات الاحتلال بلدة الصبحة»: what leads the side behind it leads no place behind that. */
const leading = ({ items }: Sentence, k: number, governing: string | null): string | null => {
  const isBeyond = (governing === 'support' || governing === 'agent') && items[k - 1]!.kind !== 'cue';
  return isBeyond && items[k]!.metonym === undefined ? null : governing;
};

/** Takes a place among the arguments, in the role that the frame or its preposition tells. */
export const takePlace = ({ sentence, frame, roles }: Predicate, k: number, governing: string | null): void => {
  const { items } = sentence;
  const by = leading(sentence, k, governing);
  if (by !== null && NO_PLACE.has(by)) return;
  // «على أجزاء واسعة من الحي» (of large parts of the quarter): where the part is.
  const whole = by === 'من' ? wholeOf(sentence, k) : null;
  if (whole !== null && NO_PLACE.has(whole)) return;
  const told = by === null ? undefined : frame[whole ?? by];
  if (by === 'من' && whole === null && told !== 'from' && isOfWhole(sentence, k)) return;
  // قوات تابعة لروسيا (forces that belong to Russia)
  if (by === 'ل' && items[k]!.metonym !== undefined && OWNED.test(items[k - 1]?.form ?? '')) return;
  const role =
    told === 'from' || told === 'to' || told === 'where' ? told : (by !== null && PLACE_ROLES[whole ?? by]) || 'where';
  roles.places.push({ item: k, role });
  roles.last = Math.max(roles.last, k);
};
