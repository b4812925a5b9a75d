/** Shares of scripts and of letters that only one language of the Arabic script uses. */
interface Count {
  arabic: number;
  latin: number;
  other: number;
  persian: number;
  urdu: number;
  kurdish: number;
  /** Persian forms of k and y, and the Arabic ones that Persian lacks. */
  foreign: number;
  native: number;
}

const letters = (text: string): ReadonlySet<number> => new Set([...text].map((letter) => letter.charCodeAt(0)));

const PERSIAN = letters('پچژگ');
const URDU = letters('ٹڈڑںے');
const KURDISH = letters('ەێۆڵڕ');
const FOREIGN = letters('یک');
const NATIVE = letters('يكةىأإ');

/** Shares above which letters of another language decide; names borrow a few of them. */
const MANY = 0.02;

const count = (text: string): Count => {
  const found = { arabic: 0, latin: 0, other: 0, persian: 0, urdu: 0, kurdish: 0, foreign: 0, native: 0 };
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x41) continue;
    if ((unit >= 0x620 && unit <= 0x64a) || (unit >= 0x671 && unit <= 0x6d5) || (unit >= 0xfb50 && unit <= 0xfefc)) {
      found.arabic++;
      if (NATIVE.has(unit)) found.native++;
      if (unit < 0x671) continue;
      if (PERSIAN.has(unit)) found.persian++;
      else if (URDU.has(unit)) found.urdu++;
      else if (KURDISH.has(unit)) found.kurdish++;
      else if (FOREIGN.has(unit)) found.foreign++;
    } else if ((unit <= 0x7a && (unit <= 0x5a || unit >= 0x61)) || (unit >= 0xc0 && unit <= 0x24f)) found.latin++;
    else if (
      (unit >= 0x370 && unit <= 0x5ff) ||
      (unit >= 0x700 && unit <= 0x1fff) ||
      (unit >= 0x3040 && unit <= 0xd7ff)
    )
      found.other++;
  }
  return found;
};

/**
 * BCP 47 tag of the language of a text by its letters: `ar`, `fa`, `ur`, `ckb`, `en` for any in Latin letters,
 * `und` for others or none.
 */
export const languageOf = (text: string): string => {
  const found = count(text);
  const { arabic, latin, other } = found;
  if (arabic === 0 && latin === 0) return 'und';
  if (arabic <= Math.max(latin, other)) return other > latin ? 'und' : 'en';
  if (found.kurdish > MANY * arabic) return 'ckb';
  if (found.urdu > MANY * arabic) return 'ur';
  const isPersianType = found.foreign > found.native;
  return found.persian > MANY * arabic || (isPersianType && found.persian > 0.003 * arabic) ? 'fa' : 'ar';
};
