import { isEdtf } from '@isnad/model';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Arabic-Indic and Persian digits as ASCII. */
const withAsciiDigits = (text: string): string =>
  text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf));

const day = (year: string, month: string, date: string): string | null => {
  const edtf = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isEdtf(edtf) ? edtf : null;
};

/**
 * The day, as an EDTF date, of a moment that a machine wrote: `2018-12-17T14:05:00+03:00`, `Mon, 17 Dec 2018 14:05:00 GMT`,
 * `20181217140500`, `17.12.2018`, or any EDTF date. The day is the one that is written, in the zone in which it is written.
 * Null for anything else, `05/06/2018` included: it is two different days in two countries.
 */
export const dayOfMoment = (moment: string): string | null => {
  const written = withAsciiDigits(moment).trim();
  const iso = /^(\d{4})-(\d\d?)-(\d\d?)(?=$|[T\s])/.exec(written);
  if (iso) return day(iso[1]!, iso[2]!, iso[3]!);
  if (/^\d{4}/.test(written) && isEdtf(written)) return written;
  const packed = /^(\d{4})(\d\d)(\d\d)(?:\d{6})?Z?$/.exec(written);
  if (packed) return day(packed[1]!, packed[2]!, packed[3]!);
  const mail = /^(?:[a-z]{3,9},?\s+)?(\d\d?)\s+([a-z]{3})[a-z]*\s+(\d{4})\b/i.exec(written);
  const month = mail ? MONTHS.indexOf(mail[2]!.toLowerCase()) + 1 : 0;
  if (mail && month > 0) return day(mail[3]!, String(month), mail[1]!);
  const parts = /^(\d\d?)([./-])(\d\d?)\2(\d{4})(?=$|\s)/.exec(written);
  const slashes = /^(\d{4})([./])(\d\d?)\2(\d\d?)(?=$|\s)/.exec(written);
  if (slashes) return day(slashes[1]!, slashes[3]!, slashes[4]!);
  if (parts && (Number(parts[1]) > 12 || parts[2] === '.' || parts[1] === parts[3]))
    return day(parts[4]!, parts[3]!, parts[1]!);
  return null;
};
