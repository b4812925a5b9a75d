export type Form = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 'q1' | 'q2';

/**
 * How a root behaves in a form. `hollow`: weak middle (قام); `defective`: weak end (نفى);
 * `geminate`: last two alike (شنّ); `sound`: all else, hamza and a weak beginning included.
 */
export type RootClass = 'sound' | 'hollow' | 'defective' | 'geminate';

export interface Root {
  /** Radicals in the sounds of spelling.ts: glides as `w` `y`, hamza as `'`. */
  readonly radicals: readonly string[];
  readonly class: RootClass;
}

const SOUND_OF: Readonly<Record<string, string>> = {
  و: 'w',
  ي: 'y',
  ى: 'y',
  ء: "'",
  أ: "'",
  إ: "'",
  ؤ: "'",
  ئ: "'",
  ا: "'",
};
const isGlide = (radical: string): boolean => radical === 'w' || radical === 'y';

/** Forms in which a weak middle radical melts into a long vowel, and two alike are drawn together. */
const MELTING: ReadonlySet<Form> = new Set<Form>([1, 4, 7, 8, 10]);
const DRAWN: ReadonlySet<Form> = new Set<Form>([1, 3, 4, 6, 7, 8, 10]);

/**
 * Reads a root such as `ق ص ف`. `strongMiddle` keeps a weak middle as a consonant (استحوذ, ازدوج).
 * Throws on anything but three radicals (four for q1, q2): a slip in the lexicon.
 */
export const readRoot = (root: string, form: Form, strongMiddle = false): Root => {
  const radicals = root
    .trim()
    .split(/\s+/)
    .map((letter) => SOUND_OF[letter] ?? letter);
  const wanted = form === 'q1' || form === 'q2' ? 4 : 3;
  if (radicals.length !== wanted || radicals.some((radical) => radical.length !== 1))
    throw new Error(`root "${root}": form ${form} needs ${wanted} single letters set apart by spaces`);
  return { radicals, class: classOf(radicals, form, strongMiddle) };
};

const classOf = (radicals: readonly string[], form: Form, strongMiddle: boolean): RootClass => {
  if (radicals.length === 4) return isGlide(radicals[3]!) ? 'defective' : 'sound';
  const [, middle, last] = radicals as [string, string, string];
  if (form === 9) return 'sound';
  if (isGlide(last)) return 'defective';
  if (isGlide(middle)) return MELTING.has(form) && !strongMiddle ? 'hollow' : 'sound';
  return middle === last && DRAWN.has(form) ? 'geminate' : 'sound';
};
