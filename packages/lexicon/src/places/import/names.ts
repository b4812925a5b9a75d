/** Letters of Arabic as reports write it; Persian, Kurdish and Urdu names hold others (پ چ گ ە ێ). */
const ARABIC_NAME = /^[\u0621-\u063a\u0640-\u0652\u0670 '’‘"()\-–]+$/;
const ARABIC_LETTER = /[\u0621-\u064a]/;
const LONGEST = 40;

/** Persian letters that Arabic names are typed with by mistake. */
const typed = (name: string): string => name.replace(/\u06a9/g, 'ك').replace(/\u06cc/g, 'ي');

/** The name as a table of places holds it, or null when it is no Arabic name. */
const arabicName = (written: string): string | null => {
  const name = typed(written.normalize('NFC'))
    .replace(/\([^)]*\)/g, ' ')
    .replace(/["'’‘()\u0640]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return ARABIC_LETTER.test(name) && ARABIC_NAME.test(name) && name.length >= 2 && name.length <= LONGEST ? name : null;
};

/** The Arabic names among those given, each once, in their order. */
export const arabicNames = (written: Iterable<string>): readonly string[] => {
  const names = new Set<string>();
  for (const name of written) {
    const arabic = arabicName(name);
    if (arabic !== null) names.add(arabic);
  }
  return [...names];
};

/** A Latin name without the marks of transcription (`Umm ‘Iz̧ām` ⇒ `Umm Izam`). */
export const plainLatin = (written: string): string =>
  written
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[`'‘’ʻʼ"|]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** A point in WGS 84 degrees, or null when the cells hold none. */
export const pointFrom = (lat: unknown, lon: unknown): { readonly lat: number; readonly lon: number } | null => {
  const read = (cell: unknown, limit: number): number => {
    if (typeof cell !== 'number' && (typeof cell !== 'string' || cell.trim() === '')) return NaN;
    const value = Number(cell);
    return Math.abs(value) <= limit ? value : NaN;
  };
  const [y, x] = [read(lat, 90), read(lon, 180)];
  // 0° 0° lies in the sea off Ghana: what a table means by it is "unknown".
  return Number.isNaN(y) || Number.isNaN(x) || (y === 0 && x === 0) ? null : { lat: y, lon: x };
};
