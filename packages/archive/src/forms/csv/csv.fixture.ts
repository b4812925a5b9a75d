import { encodeSingleByte } from '../../encoding/encode.fixture.js';
import type { FormContract } from '../contract.fixture.js';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

// Invented reports: shelling of a quarter, a convoy that came, a mine.
const TABLE = `﻿id,title,date,source,link,text
1,قصف على حي الزهور,2016-05-04T10:00:00Z,صوت الرصيف,https://rasif.example/1,"قُتل مدنيان في قصف على حي الزهور.

وقال الدفاع المدني إن ""خمسة"" أصيبوا."
2,وصول قافلة,04.05.2016,صوت الرصيف,https://rasif.example/2,دخلت قافلة مساعدات إلى المدينة يوم الأربعاء.
3,لغم,05/06/2016,صوت الرصيف,javascript:alert(1),انفجر لغم بسيارة شرق المدينة فأصيب سائقها.
`;

const ARABIC_TABLE = `العنوان;التاريخ;المصدر;المتن\r\nنزوح من القرية;٢٠١٧-٠٣-٠٢;مرصد السهل;نزحت مئتا أسرة من القرية أمس.\r\n`;

export const csvContract: FormContract = {
  form: 'csv',
  survivesCut: true,
  samples: [
    {
      title: 'a table with known columns',
      path: 'reports.csv',
      bytes: () => bytesOf(TABLE),
      reports: [
        {
          path: 'reports.csv!/2',
          given: {
            title: 'قصف على حي الزهور',
            published: '2016-05-04',
            outlet: 'صوت الرصيف',
            url: 'https://rasif.example/1',
          },
          says: ['قصف على حي الزهور\n\nقُتل مدنيان', 'إن "خمسة" أصيبوا.'],
          codes: [],
        },
        { path: 'reports.csv!/3', given: { published: '2016-05-04' }, says: ['دخلت قافلة'], codes: [] },
        {
          path: 'reports.csv!/4',
          given: { published: undefined, url: undefined },
          says: ['انفجر لغم'],
          codes: ['archive/unread-date'],
        },
      ],
    },
    {
      title: 'a table with Arabic columns, semicolons, windows-1256',
      path: 'جدول.csv',
      bytes: () =>
        encodeSingleByte(
          ARABIC_TABLE.replace(/[٠-٩]/g, (d) => String(d.charCodeAt(0) & 15)),
          'windows-1256',
        ),
      reports: [
        {
          path: 'جدول.csv!/2',
          given: { title: 'نزوح من القرية', published: '2017-03-02', outlet: 'مرصد السهل' },
          says: ['نزحت مئتا أسرة'],
          codes: ['archive/encoding'],
        },
      ],
    },
    {
      title: 'columns that a sidecar names, several for the text',
      path: 'posts.tsv',
      bytes: () => bytesOf('a\tb\tc\nعنوان ما\tسقطت قذيفة قرب المدرسة.\tولم يصب أحد.\n'),
      circumstances: { columns: { text: ['b', 'c'], title: 'a' } },
      reports: [{ path: 'posts.tsv!/2', given: { title: 'عنوان ما' }, says: ['المدرسة.\n\nولم'], codes: [] }],
    },
  ],
  hostile: [
    {
      title: 'a quotation mark that is never closed costs its own line',
      path: 'a.csv',
      bytes: () => bytesOf('title,text\nأول,"قُتل مدني\nثان,سقطت قذيفة\nثالث,"وصلت قافلة"\n'),
      reports: [
        { path: 'a.csv!/2', says: ['قُتل مدني'], codes: ['archive/torn-row'] },
        { path: 'a.csv!/3', says: ['سقطت قذيفة'], codes: [] },
        { path: 'a.csv!/4', says: ['وصلت قافلة'], codes: [] },
      ],
    },
    {
      title: 'no column that holds a text',
      path: 'incidents.csv',
      bytes: () => bytesOf('id,lat,lon\n1,35.0,40.0\n'),
      reports: [{ path: 'incidents.csv', codes: ['archive/no-text-column'] }],
    },
    {
      title: 'rows that are too short, too long and empty',
      path: 'a.csv',
      bytes: () => bytesOf('title,text\nوحيد\nأول,سقطت قذيفة,زائد,زائد\n,\n\nثان,وصلت قافلة\n'),
      reports: [
        { path: 'a.csv!/2', codes: ['archive/empty'] },
        { path: 'a.csv!/3', says: ['سقطت قذيفة'], lacks: ['زائد'], codes: [] },
        { path: 'a.csv!/4', codes: ['archive/empty'] },
        { path: 'a.csv!/5', says: ['وصلت قافلة'], codes: [] },
      ],
    },
    {
      title: 'columns called like parts of every object',
      path: 'a.csv',
      bytes: () => bytesOf('__proto__,constructor,text\nx,y,سقطت قذيفة\n'),
      reports: [{ path: 'a.csv!/2', given: { title: undefined }, says: ['سقطت قذيفة'], codes: [] }],
    },
    {
      title: 'a table that is a picture',
      path: 'a.csv',
      bytes: () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1, 2),
      reports: [{ path: 'a.csv', codes: ['archive/binary'] }],
    },
    {
      title: 'tags in a cell are read over',
      path: 'a.csv',
      bytes: () => bytesOf('text\n<p>سقطت قذيفة</p><script>قُتل مئة</script>\n'),
      reports: [{ path: 'a.csv!/2', says: ['سقطت قذيفة'], lacks: ['مئة'], codes: ['archive/markup'] }],
    },
  ],
};
