/** What a letter says of the language of a text in which it stands often. */
const NONE = 0;
const LATIN = 1;
const OTHER = 2;
const ARABIC = 3;
/** Arabic forms of k and y, which a Persian or Urdu keyboard lacks. */
const NATIVE = 4;
/** The Persian and Urdu forms of k and y. */
const FOREIGN = 5;
const PERSIAN = 6;
const URDU = 7;
const KURDISH = 8;
/** Letters that only Arabic uses often: ta marbuta, alef with hamza. */
const PURE = 9;

const classes = new Uint8Array(0x10000);
const fill = (kind: number, first: number, last: number) => classes.fill(kind, first, last + 1);
const mark = (kind: number, letters: string) => {
  for (const letter of letters) classes[letter.charCodeAt(0)] = kind;
};
fill(LATIN, 0x41, 0x5a);
fill(LATIN, 0x61, 0x7a);
fill(LATIN, 0xc0, 0x24f);
fill(OTHER, 0x370, 0x5ff);
fill(OTHER, 0x700, 0x1fff);
fill(OTHER, 0x3040, 0xd7ff);
fill(ARABIC, 0x620, 0x64a);
fill(ARABIC, 0x671, 0x6d5);
fill(ARABIC, 0xfb50, 0xfefc);
classes[0x640] = NONE;
mark(NATIVE, 'يكى');
mark(PURE, 'ةأإ');
mark(FOREIGN, 'یک');
mark(PERSIAN, 'پچژگ');
mark(URDU, 'ٹڈڑںے');
mark(KURDISH, 'ەێۆڵڕ');

/** Share of its own letters above which another language is meant; names borrow a few of them. */
const MANY = 0.02;
/** The same for a text typed with the Persian forms of k and y. */
const SOME = 0.003;

/**
 * BCP 47 tag of the language of a text by its letters: `ar`, `fa`, `ur`, `ckb`, `en` for any in Latin letters,
 * `und` for others or none.
 */
export const languageOf = (text: string): string => {
  const counts = new Uint32Array(10);
  for (let index = 0; index < text.length; index++) counts[classes[text.charCodeAt(index)]!]!++;
  const of = (kind: number): number => counts[kind]!;
  const arabic = of(ARABIC) + of(NATIVE) + of(FOREIGN) + of(PERSIAN) + of(URDU) + of(KURDISH) + of(PURE);
  if (arabic === 0 && of(LATIN) === 0) return 'und';
  if (arabic <= Math.max(of(LATIN), of(OTHER))) return of(OTHER) > of(LATIN) ? 'und' : 'en';
  if (of(KURDISH) > MANY * arabic) return 'ckb';
  if (of(URDU) > MANY * arabic) return 'ur';
  if (of(PURE) > MANY * arabic) return 'ar';
  const least = of(FOREIGN) > of(NATIVE) ? SOME : MANY;
  return of(PERSIAN) > least * arabic ? 'fa' : 'ar';
};
