import { encodeSingleByte } from '../../encoding/encode.fixture.js';
import type { FormContract } from '../contract.fixture.js';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

// Invented: a shell on a school, a convoy, a mine.
const RSS = `<?xml version="1.0" encoding="UTF-8"?>
<?xml-stylesheet type="text/xsl" href="x.xsl"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>صوت الرصيف</title><link>https://rasif.example</link><description>أخبار</description>
<item><title>قذيفة على مدرسة &amp; إصابات</title><link>https://rasif.example/1</link><pubDate>Mon, 17 Dec 2018 23:05:00 +0300</pubDate><dc:creator>سلمى الكاتبة</dc:creator>
<description>سقطت قذيفة.</description><content:encoded><![CDATA[<p>سقطت قذيفة على <b>مدرسة البلدة</b> فأصيب طالبان.</p><p>ونقلت الوسم </item> كما هو.</p>]]></content:encoded></item>
<item><title>وصول قافلة</title><link>https://rasif.example/2</link><pubDate>Tue, 18 Dec 2018 08:00:00 GMT</pubDate><source url="https://wadi.example">شبكة الوادي</source><description>&lt;p&gt;وصلت قافلة مساعدات.&lt;/p&gt;</description></item>
</channel></rss>`;

const ATOM = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>مرصد السهل</title><id>urn:x</id><updated>2020-01-02T00:00:00Z</updated>
<entry><title>انفجار لغم</title><id>urn:1</id><link rel="alternate" href="https://sahl.example/1"/><published>2020-01-01T22:00:00+02:00</published><updated>2020-01-02T00:00:00Z</updated><author><name>فريق السهل</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>انفجر لغم <b>شرق</b> البلدة.</p></div></content></entry></feed>`;

const item = (title: string) => `<item><title>${title}</title></item>`;
const around = (items: string, prolog = '') =>
  `${prolog}<rss version="2.0"><channel><title>س</title>${items}</channel></rss>`;

export const feedContract: FormContract = {
  form: 'feed',
  survivesCut: true,
  samples: [
    {
      title: 'RSS: content in CDATA, a source, an escaped summary',
      path: 'feed.xml',
      bytes: () => bytesOf(RSS),
      reports: [
        {
          path: 'feed.xml!/1',
          given: {
            title: 'قذيفة على مدرسة & إصابات',
            published: '2018-12-17',
            outlet: 'صوت الرصيف',
            url: 'https://rasif.example/1',
            author: 'سلمى الكاتبة',
          },
          says: ['قذيفة على مدرسة & إصابات\n\n', 'مدرسة البلدة', 'كما هو'],
          lacks: ['<b>'],
          codes: ['archive/markup'],
        },
        {
          path: 'feed.xml!/2',
          given: { published: '2018-12-18', outlet: 'شبكة الوادي' },
          says: ['وصلت قافلة مساعدات.'],
          codes: ['archive/markup'],
        },
      ],
    },
    {
      title: 'Atom with XHTML in it',
      path: 'a.atom',
      bytes: () => bytesOf(ATOM),
      reports: [
        {
          path: 'a.atom!/1',
          given: {
            title: 'انفجار لغم',
            published: '2020-01-01',
            outlet: 'مرصد السهل',
            url: 'https://sahl.example/1',
            author: 'فريق السهل',
          },
          says: ['انفجار لغم\n\n', 'شرق'],
          codes: ['archive/markup'],
        },
      ],
    },
    {
      title: 'RSS 1.0 in windows-1256, under the name of a text',
      path: 'old.txt',
      bytes: () =>
        encodeSingleByte(
          '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>المرفأ</title></channel><item rdf:about="https://marfa.example/1"><title>عبوة في السوق</title><link>https://marfa.example/1</link><description>انفجرت عبوة في السوق أمس من دون إصابات.</description><dc:date>2007-03-11T08:00:00Z</dc:date></item></rdf:RDF>',
          'windows-1256',
        ),
      reports: [
        {
          path: 'old.txt!/1',
          given: { title: 'عبوة في السوق', published: '2007-03-11', outlet: 'المرفأ' },
          says: ['انفجرت عبوة في السوق'],
          codes: ['archive/encoding'],
        },
      ],
    },
  ],
  hostile: [
    {
      title: 'entities that expand to billions of letters',
      path: 'feed.xml',
      bytes: () =>
        bytesOf(
          around(
            `${item('&lol9; سقطت قذيفة')}${item('وصلت قافلة')}`,
            `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY lol "lol">${Array.from({ length: 9 }, (_, k) => `<!ENTITY lol${k + 1} "${`&lol${k || ''};`.repeat(10)}">`).join('')}]>`,
          ),
        ),
      reports: [
        { path: 'feed.xml!/1', says: ['سقطت قذيفة'], lacks: ['lollol'] },
        { path: 'feed.xml!/2', says: ['وصلت قافلة'] },
      ],
      passed: ['archive/entities-refused feed.xml'],
    },
    {
      title: 'an entity that is a file of this machine',
      path: 'feed.xml',
      bytes: () =>
        bytesOf(around(item('سقطت قذيفة &xxe;'), '<!DOCTYPE rss [<!ENTITY xxe SYSTEM "file:///etc/passwd">]>')),
      reports: [{ path: 'feed.xml!/1', says: ['سقطت قذيفة'], lacks: ['root:'] }],
      passed: ['archive/entities-refused feed.xml'],
    },
    {
      title: 'an entry that does not end costs itself',
      path: 'feed.xml',
      bytes: () => bytesOf(around(`${item('سقطت قذيفة')}<item><title>مقطوع${item('وصلت قافلة')}`)),
      reports: [
        { path: 'feed.xml!/1', says: ['سقطت'] },
        { path: 'feed.xml!/2', says: ['وصلت'] },
        { path: 'feed.xml', codes: ['archive/broken-container'] },
      ],
    },
    {
      title: 'tags nested ten thousand deep in one entry',
      path: 'feed.xml',
      bytes: () =>
        bytesOf(around(`<item><title>قذيفة</title><x>${'<a>'.repeat(10_000)}</x></item>${item('وصلت قافلة')}`)),
      reports: [{ path: 'feed.xml!/1' }, { path: 'feed.xml!/2', says: ['وصلت'] }],
    },
    {
      title: 'a script in an entry',
      path: 'feed.xml',
      bytes: () =>
        bytesOf(
          around(
            '<item><title>سقطت قذيفة</title><link>javascript:x()</link><description><![CDATA[<script>قُتل مئة</script><p>نعم</p>]]></description></item>',
          ),
        ),
      reports: [
        { path: 'feed.xml!/1', given: { url: undefined }, says: ['سقطت'], lacks: ['مئة'], codes: ['archive/markup'] },
      ],
    },
    {
      title: 'two hundred thousand entries that begin and one that ends',
      path: 'feed.xml',
      bytes: () => bytesOf(around(`${'<item><![CDATA['.repeat(200_000)}${item('وصلت قافلة')}`)),
      reports: [
        { path: 'feed.xml!/1', says: ['وصلت'] },
        { path: 'feed.xml', codes: ['archive/broken-container'] },
      ],
    },
    {
      title: 'no entries',
      path: 'feed.xml',
      bytes: () => bytesOf(around('')),
      reports: [{ path: 'feed.xml', codes: ['archive/empty'] }],
    },
  ],
};
