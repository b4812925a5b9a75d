/**
 * From sound to folded spelling.
 *
 * Sounds: Arabic letters for consonants, but `w` `y` `'` for the two glides and hamza; `a i u` short
 * and `A I U` long vowels; `E` a long a written ى; `T` ta marbuta; `*` the silent alef of قتلوا.
 * Two equal consonants in a row are one letter with shadda.
 */
const LATIN: Readonly<Record<string, string>> = { t: 'ت', n: 'ن', m: 'م', s: 'س' };
const WRITTEN: Readonly<Record<string, string>> = { w: 'و', y: 'ي', A: 'ا', U: 'و', I: 'ي', T: 'ه', '*': 'ا' };
const VOWELS = 'aiuAIUE';

/** A pattern with its own consonants (ت ن م س, written t n m s) in Arabic letters. */
export const pattern = (template: string): string => template.replace(/[tnms]/g, (letter) => LATIN[letter]!);

const isVowel = (sound: string | undefined): boolean => sound !== undefined && VOWELS.includes(sound);

/**
 * The seat of a hamza inside or at the end of a word, folded: ا (أ), و (ؤ), ي (ئ) or ء.
 * The stronger neighbour wins: i, then u, then a, then none.
 */
const seat = (before: string, after: string | undefined, last: boolean): string => {
  if (last) return before === 'a' ? 'ا' : before === 'u' ? 'و' : before === 'i' ? 'ي' : 'ء';
  if ('iIy'.includes(before) || after === 'i' || after === 'I') return 'ي';
  if (before === 'U' || before === 'w') return 'ء';
  if (before === 'u' || after === 'u' || after === 'U') return 'و';
  return before === 'A' && isVowel(after) ? 'ء' : 'ا';
};

/** One consonant twice, which is written once. */
const TWICE = /([^aiuAIUE])\1/;
const ALL_TWICE = /([^aiuAIUE])\1/g;

/** The sounds in letters; `bound` when a pronoun follows, which turns ى to ا, drops the silent alef and seats a last hamza. */
export const spell = (sounds: string, bound = false): string => {
  const word = TWICE.test(sounds) ? sounds.replace(ALL_TWICE, '$1') : sounds;
  let written = '';
  for (let i = 0; i < word.length; i++) {
    const sound = word[i]!;
    const after = word[i + 1];
    if (i === 0 && (sound === "'" || isVowel(sound))) {
      written += 'ا';
      if (sound === "'" && after === 'A') i++;
    } else if (sound === "'") {
      const rest = word.slice(i + 1);
      const letter = seat(word[i - 1]!, after, !bound && /^[aiu]?$/.test(rest));
      written += letter;
      if (letter === 'ا' && after === 'A') i++;
    } else if (sound === 'E') written += bound || i < word.length - 1 ? 'ا' : 'ي';
    else if (sound === '*') written += bound ? '' : 'ا';
    else if (!'aiu'.includes(sound)) written += WRITTEN[sound] ?? sound;
  }
  return written;
};

/** As `spell`, with the second spelling that writers use for hamza before ū: قرؤوا and قرأوا, مسؤول and مسئول. */
export const spellings = (sounds: string, bound = false): readonly string[] => {
  const written = spell(sounds, bound);
  const hamza = /([^AIUEiuwy])'U/.exec(sounds);
  if (!hamza) return [written];
  const letter = hamza[1] === 'a' ? 'ا' : 'ي';
  return [written, written.replace('وو', `${letter}و`)];
};
