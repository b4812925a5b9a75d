/**
 * The image of each code unit in the normalised view.
 *
 * Folded: hamza carriers (أإآٱ → ا, ؤ → و, ئ → ي), ى → ي, ة → ه, Persian, Kurdish and Urdu look-alikes, the
 * digit sets → 0–9, quotation marks → ", dashes → -, spaces → one kind. Dropped: vowel marks, bidi and
 * joining controls. Presentation forms are opened by NFKC (Unicode Standard Annex 15).
 */
const DROP = 0;
const table = new Uint16Array(0x10000);
const opened = new Map<number, string>();

/** The folded code unit; 0 when it is dropped. */
export const imageOf = (unit: number): number => table[unit]!;

/** What a presentation form or ligature opens to, if more than one letter: ﻻ → لا. */
export const openedFrom = (unit: number): string | undefined => (unit >= 0xfb50 ? opened.get(unit) : undefined);

const map = (from: string, to: string) => {
  for (const letter of from) table[letter.charCodeAt(0)] = to.charCodeAt(0);
};
const drop = (first: number, last = first) => table.fill(DROP, first, last + 1);

for (let unit = 0; unit < table.length; unit++) table[unit] = unit;
map('أإآٱٲٳ', 'ا'); // alef with hamza, madda, wasla
map('ؤ', 'و');
map('ئىیېےێ', 'ي'); // ya with hamza, alef maqsura, Farsi, Pashto, Urdu and Kurdish ya
map('ةەۀہھۃ', 'ه'); // ta marbuta and the Persian, Kurdish and Urdu h
map('کڪگ', 'ك');
map('پ', 'ب');
map('چ', 'ج');
map('ڤ', 'ف');
map('ۆۇ', 'و');
map('“”„‟«»‹›＂″❝❞', '"');
map('‘’‚‛`´′', "'");
map('–—−‒―‐‑', '-');
map('٪', '%');
map('٭', '*');
map('۔', '.');
map(
  '\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\u000b\u000c\r',
  ' ',
);
map('\u2028\u2029\u0085', '\n');
for (let digit = 0; digit < 10; digit++) {
  table[0x0660 + digit] = 0x30 + digit; // Arabic-Indic
  table[0x06f0 + digit] = 0x30 + digit; // Persian
  table[0xff10 + digit] = 0x30 + digit; // full width
}
drop(0);
drop(0x0610, 0x061a); // honorific and small marks
drop(0x061c);
drop(0x0640); // tatweel
drop(0x064b, 0x065f); // vowel marks
drop(0x0670); // superscript alef
drop(0x06d6, 0x06dc);
drop(0x06df, 0x06e4);
drop(0x06e7, 0x06e8);
drop(0x06ea, 0x06ed);
drop(0x00ad);
drop(0x08d3, 0x08ff);
drop(0x200b, 0x200f); // zero width and direction marks
drop(0x202a, 0x202e);
drop(0x2060, 0x2064);
drop(0x2066, 0x2069);
drop(0xfe00, 0xfe0f); // variation selectors
drop(0xfe70, 0xfe74); // vowel marks as presentation forms, and the drawn tail of a letter (U+FE73)
drop(0xfe76, 0xfe7f);
drop(0xfeff);
for (let unit = 0xfb50; unit <= 0xfefc; unit++) {
  if (table[unit] !== unit) continue;
  const open = String.fromCharCode(unit).normalize('NFKC');
  if (open === String.fromCharCode(unit)) continue;
  const folded = [...open].map((letter) => table[letter.charCodeAt(0)]!).filter((image) => image !== DROP);
  if (folded.length === 1) table[unit] = folded[0]!;
  else opened.set(unit, String.fromCharCode(...folded));
}

/** Whether a code unit is an Arabic letter, in its plain or a presentation form; digits and marks are none. */
export const isArabicLetter = (unit: number): boolean =>
  (unit >= 0x0621 && unit <= 0x064a && unit !== 0x0640) ||
  (unit >= 0x0671 && unit <= 0x06d3) ||
  unit === 0x06d5 ||
  (unit >= 0xfb50 && unit <= 0xfefc && imageOf(unit) !== DROP && (imageOf(unit) < 0xfb50 || opened.has(unit)));
