import { crc32, deflateRawSync } from 'node:zlib';

/** A file for an archive that is made in a test; the last fields let it lie. */
export interface ZipFileToWrite {
  readonly name: string | Uint8Array;
  readonly content: string | Uint8Array;
  readonly stored?: boolean;
  /** Size that the directory claims. */
  readonly claimed?: number;
  readonly encrypted?: boolean;
  readonly mode?: number;
  readonly method?: number;
  /** Place in the archive of another file, which this entry is to share. */
  readonly sharesPlaceOf?: number;
}

const u16 = (...values: readonly number[]): Buffer => {
  const buffer = Buffer.alloc(values.length * 2);
  for (const [index, value] of values.entries()) buffer.writeUInt16LE(value, index * 2);
  return buffer;
};
const u32 = (...values: readonly number[]): Buffer => {
  const buffer = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) buffer.writeUInt32LE(value >>> 0, index * 4);
  return buffer;
};

/** CRC-32, where this Node has none of its own. */
const crcOf = (bytes: Uint8Array): number => {
  if (typeof crc32 === 'function') return crc32(bytes);
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
};

/** A ZIP archive, bytes in the order of the files, the same every time. */
export const writeZip = (files: readonly ZipFileToWrite[]): Uint8Array => {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  const places: number[] = [];
  let at = 0;
  for (const file of files) {
    const name = Buffer.from(file.name as string);
    const content = Buffer.from(file.content as string);
    const packed = file.stored ? content : deflateRawSync(content);
    const method = file.method ?? (file.stored ? 0 : 8);
    const flags = 0x800 | (file.encrypted ? 1 : 0);
    const common = [
      u16(20, flags, method, 0, 0x21),
      u32(crcOf(content), packed.length, file.claimed ?? content.length),
      u16(name.length, 0),
    ];
    const shared = file.sharesPlaceOf === undefined ? undefined : places[file.sharesPlaceOf];
    const place = shared ?? at;
    places.push(place);
    if (shared === undefined) {
      const local = Buffer.concat([u32(0x04034b50), ...common, name, packed]);
      parts.push(local);
      at += local.length;
    }
    directory.push(
      Buffer.concat([
        u32(0x02014b50),
        u16((3 << 8) | 20),
        ...common,
        u16(0, 0, 0),
        u32((file.mode ?? 0o100644) << 16, place),
        name,
      ]),
    );
  }
  const index = Buffer.concat(directory);
  const end = Buffer.concat([u32(0x06054b50), u16(0, 0, files.length, files.length), u32(index.length, at), u16(0)]);
  return Buffer.concat([...parts, index, end]);
};
