import type { FormContract } from '../contract.fixture.js';
import { writeZip } from './write-zip.fixture.js';

// Invented: "A shell fell near the school." / "A convoy arrived in the town."
const SHELL = 'سقطت قذيفة قرب المدرسة.';
const CONVOY = 'وصلت قافلة إلى البلدة.';

const good = { name: 'good.txt', content: CONVOY };
const goodReport = (archive: string) => ({ path: `${archive}!/good.txt`, says: [CONVOY], codes: [] });

/** Archives in one another, the text in the innermost. */
const nested = (levels: number): Uint8Array => {
  let inner = writeZip([{ name: 'text.txt', content: SHELL }]);
  for (let level = 1; level < levels; level++) inner = writeZip([{ name: 'inner.zip', content: inner }]);
  return inner;
};

export const zipContract: FormContract = {
  form: 'zip',
  samples: [
    {
      title: 'reports of several forms, with a sidecar and what is no report',
      path: 'bundle.zip',
      bytes: () =>
        writeZip([
          { name: 'b/z.txt', content: CONVOY, stored: true },
          { name: 'a.txt', content: SHELL },
          { name: 'a.meta.json', content: '{"outlet":"صوت الرصيف","published":"2016-05"}' },
          { name: 'تقارير/جدول.csv', content: `text\n${SHELL}\n${CONVOY}\n` },
          { name: 'photo.jpg', content: 'x' },
          { name: '__MACOSX/._a.txt', content: 'x' },
          { name: 'b/', content: '', stored: true },
        ]),
      reports: [
        { path: 'bundle.zip!/a.txt', given: { outlet: 'صوت الرصيف', published: '2016-05' }, says: [SHELL], codes: [] },
        { path: 'bundle.zip!/b/z.txt', says: [CONVOY], codes: [] },
        { path: 'bundle.zip!/تقارير/جدول.csv!/2', says: [SHELL], codes: [] },
        { path: 'bundle.zip!/تقارير/جدول.csv!/3', says: [CONVOY], codes: [] },
      ],
      passed: ['archive/skipped-file bundle.zip!/photo.jpg'],
    },
    {
      title: 'an archive in an archive',
      path: 'outer.zip',
      bytes: () => nested(3),
      reports: [{ path: 'outer.zip!/inner.zip!/inner.zip!/text.txt', says: [SHELL], codes: [] }],
    },
  ],
  hostile: [
    ...[
      ['points out of the archive', '../../etc/passwd.txt', 'a.zip!/../../etc/passwd.txt'],
      ['points out of it the Windows way', '..\\..\\secret.txt', 'a.zip!/../../secret.txt'],
      ['starts at the root', '/etc/report.txt', 'a.zip!//etc/report.txt'],
      ['starts at a disk', 'C:\\report.txt', 'a.zip!/C:/report.txt'],
      ['is sixty thousand letters long', `${'a'.repeat(60_000)}.txt`, `a.zip!/${'a'.repeat(500)}`],
    ].map(([what, name, path]) => ({
      title: `a name that ${what}`,
      path: 'a.zip',
      bytes: () => writeZip([{ name: name!, content: SHELL }, good]),
      reports: [{ path: path!, codes: ['archive/unsafe-entry'] }, goodReport('a.zip')],
    })),
    {
      title: 'a name that turns the order of letters',
      path: 'a.zip',
      bytes: () => writeZip([{ name: 'report\u202egnp.txt', content: SHELL }, good]),
      reports: [
        goodReport('a.zip'),
        { path: 'a.zip!/report{202e}gnp.txt', says: [SHELL], codes: ['archive/odd-name'] },
      ],
    },
    {
      title: 'a name with a zero and a line break in it',
      path: 'a.zip',
      bytes: () => writeZip([{ name: 'x\u0000y\nz.txt', content: SHELL }]),
      reports: [{ path: 'a.zip!/x{0000}y{000a}z.txt', says: [SHELL], codes: ['archive/odd-name'] }],
    },
    {
      title: 'an entry of eighty million letters',
      path: 'a.zip',
      bytes: () => writeZip([{ name: 'big.txt', content: new Uint8Array(80_000_000).fill(0x61) }, good]),
      reports: [{ path: 'a.zip!/big.txt', codes: ['archive/too-big'] }, goodReport('a.zip')],
    },
    {
      title: 'many entries that unpack to much more than the archive',
      path: 'a.zip',
      bytes: () =>
        writeZip(
          Array.from({ length: 20 }, (_, index) => ({
            name: `${index}.txt`,
            content: `${index}${SHELL.repeat(5000)}`,
          })),
        ),
      circumstances: { limits: { bytes: 10_000_000, ratio: 10, unpackedFreely: 300_000 } },
      reports: [
        { path: 'a.zip!/0.txt' },
        { path: 'a.zip!/1.txt', codes: ['archive/unreadable'] },
        { path: 'a.zip', codes: ['archive/bomb'] },
      ],
    },
    {
      title: 'entries that share their bytes',
      path: 'a.zip',
      bytes: () =>
        writeZip([{ name: 'a.txt', content: SHELL }, { name: 'b.txt', content: SHELL, sharesPlaceOf: 0 }, good]),
      reports: [
        { path: 'a.zip!/b.txt', codes: ['archive/unsafe-entry'] },
        { path: 'a.zip!/a.txt', says: [SHELL] },
        goodReport('a.zip'),
      ],
    },
    {
      title: 'archives deeper in one another than is read',
      path: 'a.zip',
      bytes: () => nested(5),
      reports: [{ path: 'a.zip!/inner.zip!/inner.zip!/inner.zip', codes: ['archive/too-deep'] }],
    },
    {
      title: 'an encrypted entry, a link, and an unknown packing',
      path: 'a.zip',
      bytes: () =>
        writeZip([
          { name: 'secret.txt', content: SHELL, encrypted: true },
          { name: 'link.txt', content: '/etc/passwd', mode: 0o120777 },
          { name: 'odd.txt', content: SHELL, method: 99 },
          good,
        ]),
      reports: [
        { path: 'a.zip!/secret.txt', codes: ['archive/encrypted'] },
        { path: 'a.zip!/link.txt', codes: ['archive/unsafe-entry'] },
        { path: 'a.zip!/odd.txt', codes: ['archive/unknown-packing'] },
        goodReport('a.zip'),
      ],
    },
    {
      title: 'an entry that claims to be smaller than it is',
      path: 'a.zip',
      bytes: () => writeZip([{ name: 'bad.txt', content: SHELL.repeat(100), claimed: 10 }, good]),
      reports: [{ path: 'a.zip!/bad.txt', codes: ['archive/unreadable'] }, goodReport('a.zip')],
    },
    {
      title: 'two entries of the same name',
      path: 'a.zip',
      bytes: () =>
        writeZip([
          { name: 'a.txt', content: SHELL },
          { name: 'a.txt', content: CONVOY },
        ]),
      reports: [
        { path: 'a.zip!/a#2.txt', says: [CONVOY] },
        { path: 'a.zip!/a.txt', says: [SHELL] },
      ],
    },
    {
      title: 'more entries than are read',
      path: 'a.zip',
      bytes: () =>
        writeZip(
          Array.from({ length: 30 }, (_, index) => ({ name: `${index + 10}.txt`, content: `${SHELL}${index}` })),
        ),
      circumstances: { limits: { bytes: 1000, entries: 2 } },
      reports: [
        { path: 'a.zip', codes: ['archive/too-many-entries'] },
        { path: 'a.zip!/10.txt' },
        { path: 'a.zip!/11.txt' },
      ],
    },
    {
      title: 'a directory that is damaged',
      path: 'a.zip',
      bytes: () => {
        const bytes = Uint8Array.from(writeZip([good, { name: 'other.txt', content: SHELL }]));
        // The second entry of the directory loses its signature.
        const second = Buffer.from(bytes).lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
        bytes[second] = 0;
        return bytes;
      },
      reports: [{ path: 'a.zip', codes: ['archive/broken-container'] }, goodReport('a.zip')],
    },
    {
      title: 'an Office document',
      path: 'a.zip',
      bytes: () =>
        writeZip([
          { name: '[Content_Types].xml', content: '<Types/>' },
          { name: 'word/document.xml', content: '<w/>' },
        ]),
      reports: [{ path: 'a.zip', codes: ['archive/binary'] }],
    },
    {
      title: 'an archive with nothing in it',
      path: 'a.zip',
      bytes: () => writeZip([]),
      reports: [{ path: 'a.zip', codes: ['archive/empty'] }],
    },
  ],
};
