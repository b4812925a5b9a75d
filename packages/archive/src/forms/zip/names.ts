/** What is made of a name inside an archive before it is shown or kept. */
export type EntryName =
  | { readonly is: 'fine'; readonly name: string; readonly odd: boolean }
  | { readonly is: 'unsafe'; readonly name: string; readonly why: string };

const LONGEST = 500;
/** Controls, and the marks that turn the order of letters: with them `gpj.exe` can be shown as `exe.jpg`. */
const HIDDEN = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/gu;

const shown = (name: string): string =>
  name.replace(HIDDEN, (mark) => `{${mark.charCodeAt(0).toString(16).padStart(4, '0')}}`);

/**
 * A name as it may stand in paths of reports: forward slashes, hidden characters written as their code. Nothing is
 * ever unpacked to disk; a name that points out of its archive is refused all the same, because it was made to harm.
 */
export const entryName = (written: string): EntryName => {
  const slashed = written.replace(/\\/g, '/');
  const name = shown(slashed.slice(0, LONGEST));
  if (slashed.length > LONGEST) return { is: 'unsafe', name, why: `is ${slashed.length} letters long` };
  if (/^(?:\/|[a-z]:)/i.test(slashed)) return { is: 'unsafe', name, why: 'starts at the root of a disk' };
  if (slashed.split('/').includes('..')) return { is: 'unsafe', name, why: 'points out of the archive' };
  return { is: 'fine', name, odd: name !== slashed };
};
