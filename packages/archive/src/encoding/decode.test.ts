import { describe, expect, it } from 'vitest';
import { decodeBytes } from './decode.js';
import { encodeSingleByte, utf16 } from './encode.fixture.js';

// "Forces took the town of Hajin on Friday, the Observatory said."
const SENTENCE = 'سيطرت قوات سوريا الديمقراطية على بلدة هجين يوم الجمعة، وفق ما قال المرصد في بيان.';

describe('encodings are told from each other', () => {
  const cases: readonly (readonly [what: string, bytes: Uint8Array, encoding: string, text: string])[] = [
    ['UTF-8', new TextEncoder().encode(SENTENCE), 'utf-8', SENTENCE],
    [
      'UTF-8 with a mark, which keeps its place',
      new TextEncoder().encode(`\ufeff${SENTENCE}`),
      'utf-8',
      `\ufeff${SENTENCE}`,
    ],
    ['UTF-16 LE with a mark', utf16(`\ufeff${SENTENCE}`, true), 'utf-16le', `\ufeff${SENTENCE}`],
    ['UTF-16 BE with a mark', utf16(`\ufeff${SENTENCE}`, false), 'utf-16be', `\ufeff${SENTENCE}`],
    ['UTF-16 LE without a mark', utf16(SENTENCE, true), 'utf-16le', SENTENCE],
    ['UTF-16 BE without a mark', utf16(SENTENCE, false), 'utf-16be', SENTENCE],
    ['windows-1256', encodeSingleByte(SENTENCE, 'windows-1256'), 'windows-1256', SENTENCE],
    ['ISO-8859-6', encodeSingleByte(SENTENCE, 'iso-8859-6'), 'iso-8859-6', SENTENCE],
    ['plain ASCII', new TextEncoder().encode('Forces took the town.'), 'utf-8', 'Forces took the town.'],
  ];
  it.each(cases)('%s', (_what, bytes, encoding, text) => {
    const decoded = decodeBytes(bytes);
    expect(decoded).toMatchObject({ encoding, text });
    expect(decoded.notes.map((remark) => remark.code)).toEqual(encoding === 'utf-8' ? [] : ['archive/encoding']);
  });

  it('names the encoding in its note', () => {
    const [remark] = decodeBytes(encodeSingleByte(SENTENCE, 'windows-1256')).notes;
    expect(remark).toMatchObject({ severity: 'info', message: expect.stringContaining('windows-1256') });
  });

  it('reads a Russian text in windows-1251 as Cyrillic, not as Arabic', () => {
    const russian = 'Силы взяли город в пятницу, сообщила обсерватория. Пятеро погибших, более десяти раненых.';
    expect(decodeBytes(encodeSingleByte(russian, 'windows-1251'))).toMatchObject({
      encoding: 'windows-1251',
      text: russian,
    });
  });

  it('reads UTF-8 that was cut in the middle of a letter, and says so', () => {
    const bytes = new TextEncoder().encode(SENTENCE.slice(0, -1));
    const decoded = decodeBytes(bytes.subarray(0, bytes.length - 1));
    expect(decoded.text.startsWith(SENTENCE.slice(0, -2))).toBe(true);
    expect(decoded.notes.map((remark) => remark.code)).toEqual(['archive/torn-utf-8']);
  });
});

describe('bytes that are no text', () => {
  const cases: readonly (readonly [what: string, bytes: Uint8Array, says: string])[] = [
    ['a PDF', new TextEncoder().encode('%PDF-1.7 …'), 'a PDF'],
    ['a PNG', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a), 'a PNG image'],
    ['zeros', new Uint8Array(64), 'a binary file'],
    ['random control bytes', Uint8Array.from({ length: 256 }, (_, byte) => (byte * 7 + 1) % 251), 'a binary file'],
  ];
  it.each(cases)('%s', (_what, bytes, says) => {
    const { text, notes } = decodeBytes(bytes);
    expect(text).toBe('');
    expect(notes).toMatchObject([
      { code: 'archive/binary', severity: 'error', message: expect.stringContaining(says) },
    ]);
  });
});
