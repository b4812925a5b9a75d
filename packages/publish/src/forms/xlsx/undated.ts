const END = 0x06054b50;
const ENTRY = 0x02014b50;
/** 1 January 1980, the first day that a ZIP can name, midnight: time and date as ZIP writes them. */
const NO_TIME = [0, 0, 0x21, 0] as const;

/**
 * A ZIP archive in which every entry is of the first day that a ZIP can name, changed in place: what is in it is packed the same
 * each time, but the day of packing stands beside it. Takes archives without comment, of less than 4 GB.
 */
export const undated = (zip: Uint8Array): Uint8Array => {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = zip.length - 22;
  if (end < 0 || view.getUint32(end, true) !== END) throw new Error('a workbook that was just written has no end');
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(at, true) !== ENTRY) throw new Error('a workbook that was just written has no directory');
    zip.set(NO_TIME, at + 12);
    zip.set(NO_TIME, view.getUint32(at + 42, true) + 10);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return zip;
};
