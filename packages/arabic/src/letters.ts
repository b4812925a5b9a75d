/**
 * Letters: one table that maps each code unit of a report to its normalised form, with a map back.
 *
 * Folded: hamza carriers (أإآٱ → ا, ؤ → و, ئ → ي), ى → ي, ة → ه, Persian and Urdu look-alikes, the three
 * digit sets → 0–9, quotes → ", NBSP → space. Dropped: vowel marks, tatweel, bidi and joining controls.
 * Presentation forms are opened by NFKC. The stored quote is never folded (field notes §6.4).
 */

/** A normalised view of a text: `at[i]` is the offset in the original of `view[i]`; `at[view.length]` is its length. */
export interface Letters {
  readonly original: string;
  readonly view: string;
  readonly at: Uint32Array;
}

const DROP = 0;
/** Multi-unit expansions of presentation forms and ligatures, by code unit. */
const opened = new Map<number, string>();
/** Single-unit image of each code unit of the BMP; `DROP` drops it; itself keeps it. */
const table = new Uint16Array(0x10000);

const map = (from: string, to: string) => {
  for (const letter of from) table[letter.charCodeAt(0)] = to.charCodeAt(0);
};
const drop = (first: number, last = first) => table.fill(DROP, first, last + 1);

for (let unit = 0; unit < table.length; unit++) table[unit] = unit;
map('أإآٱٲٳ', 'ا'); // alef with hamza, madda, wasla
map('ؤ', 'و');
map('ئىیې', 'ي'); // ya with hamza, alef maqsura, Farsi ya
map('ةەۀہھ', 'ه'); // ta marbuta and the Persian, Kurdish and Urdu h
map('کڪ', 'ك');
map('گ', 'ك');
map('پ', 'ب');
map('چ', 'ج');
map('ڤ', 'ف');
map('“”„‟«»‹›＂', '"');
map('‘’‚‛`´', "'");
map('–—−‒―‐‑', '-');
map('\u00a0\u2007\u202f\u2009\u2002\u2003\u3000\t\u000b\u000c\r', ' ');
map('\u2028\u2029\u0085', '\n');
for (let digit = 0; digit < 10; digit++) {
  table[0x0660 + digit] = 0x30 + digit; // Arabic-Indic
  table[0x06f0 + digit] = 0x30 + digit; // Persian
}
drop(0x0610, 0x061a); // honorific and small marks
drop(0x064b, 0x065f); // vowel marks
drop(0x0670); // superscript alef
drop(0x06d6, 0x06dc);
drop(0x06df, 0x06e4);
drop(0x0640); // tatweel
drop(0x200b, 0x200f); // zero width and direction marks
drop(0x202a, 0x202e);
drop(0x2060, 0x2069);
drop(0x061c);
drop(0xfeff);
drop(0x00ad);
for (let unit = 0xfb50; unit <= 0xfefc; unit++) {
  const open = String.fromCharCode(unit).normalize('NFKC');
  if (open === String.fromCharCode(unit)) continue;
  const folded = [...open].map((letter) => table[letter.charCodeAt(0)]!).filter((image) => image !== DROP);
  if (folded.length === 1) table[unit] = folded[0]!;
  else opened.set(unit, String.fromCharCode(...folded));
}

const isLetter = (unit: number): boolean => unit >= 0x0621 && unit <= 0x06d3;
/** Marks that writers put inside a word to dodge moderation: قـ.ـصف (bombing), مـ*ـقتل (killing). */
const breaks = (unit: number): boolean =>
  unit === 0x2e || unit === 0x2a || unit === 0x5f || unit === 0xb7 || unit === 0x2022 || unit === 0x2f || unit === 0x7c;

/** End (exclusive) of a run of breaking marks that splits one word at `start`; `start` when there is none. */
const breakEnd = (text: string, start: number): number => {
  let end = start;
  let tatweel = start > 0 && text.charCodeAt(start - 1) === 0x0640;
  let star = false;
  while (end < text.length) {
    const unit = text.charCodeAt(end);
    if (unit === 0x0640) tatweel = true;
    else if (breaks(unit)) star ||= unit === 0x2a;
    else break;
    end++;
  }
  if (end - start > 6 || end >= text.length || !isLetter(text.charCodeAt(end))) return start;
  const before = start > 0 ? text.charCodeAt(start - 1) : 0;
  return (tatweel || star) && (isLetter(before) || before === 0x0640) ? end : start;
};

/** The normalised view of a text with its map to the original. */
export const readLetters = (original: string): Letters => {
  const units = new Uint16Array(original.length * 4);
  const at = new Uint32Array(original.length * 4 + 1);
  let length = 0;
  for (let i = 0; i < original.length; i++) {
    const unit = original.charCodeAt(i);
    if (unit === 0x0640 || breaks(unit)) {
      const end = breakEnd(original, i);
      if (end > i) {
        i = end - 1;
        continue;
      }
    }
    const image = table[unit]!;
    if (image === DROP) continue;
    const expansion = unit >= 0xfb50 ? opened.get(unit) : undefined;
    if (expansion === undefined) {
      units[length] = image;
      at[length++] = i;
      continue;
    }
    for (let k = 0; k < expansion.length; k++) {
      units[length] = expansion.charCodeAt(k);
      at[length++] = i;
    }
  }
  at[length] = original.length;
  return { original, view: decode(units, length), at: at.subarray(0, length + 1) };
};

const decode = (units: Uint16Array, length: number): string => {
  let text = '';
  for (let from = 0; from < length; from += 8192)
    text += String.fromCharCode(...units.subarray(from, Math.min(from + 8192, length)));
  return text;
};

/** The normalised form of a word or phrase of the lexicon. */
export const fold = (phrase: string): string => readLetters(phrase).view.trim().replace(/\s+/g, ' ');
