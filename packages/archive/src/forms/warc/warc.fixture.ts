import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { FormContract } from '../contract.fixture.js';
import { writeZip } from '../zip/write-zip.fixture.js';
import { HTML, type RecordToWrite, writeWarc } from './write-warc.fixture.js';

// Invented: "A shell fell near the school and wounded two pupils, the municipality said."
const SHELL = 'سقطت قذيفة قرب المدرسة فأصيب طالبان بجروح طفيفة، بحسب ما ذكرت بلدية المنطقة في بيان لها مساء أمس.';
const CONVOY = 'وصلت قافلة مساعدات إلى البلدة بعد انقطاع دام أسابيع، ووزعت حصص غذائية على الأهالي في المدرسة.';
const pageOf = (title: string, text: string) =>
  `<!doctype html><html lang="ar"><head><title>${title}</title></head><body><div class="menu"><a href="/">الرئيسية</a></div><h1>${title}</h1><p>${text}</p><p>${text}</p></body></html>`;

const page = (number: number, title: string, text: string, more: Partial<RecordToWrite> = {}): RecordToWrite => ({
  address: `https://rasif.example/${number}`,
  http: HTML,
  body: pageOf(title, text),
  ...more,
});

const CRAWL: readonly RecordToWrite[] = [
  { type: 'warcinfo', body: 'software: invented\r\n' },
  {
    type: 'request',
    address: 'https://rasif.example/1',
    contentType: 'application/http; msgtype=request',
    http: ['GET /1 HTTP/1.1', 'Host: rasif.example'],
    body: '',
  },
  page(1, 'قذيفة قرب مدرسة', SHELL),
  page(2, 'وصول قافلة', CONVOY, {
    http: [...HTML, 'Content-Encoding: gzip', 'Transfer-Encoding: chunked'],
    body: chunked(gzipSync(pageOf('وصول قافلة', CONVOY))),
  }),
  {
    address: 'https://rasif.example/p.jpg',
    http: ['HTTP/1.1 200 OK', 'Content-Type: image/jpeg'],
    body: Uint8Array.of(0xff, 0xd8, 0xff, 0, 1),
  },
  page(3, 'غير موجود', 'الصفحة غير موجودة', { http: ['HTTP/1.1 404 Not Found', 'Content-Type: text/html'] }),
  page(4, 'قافلة ثانية', CONVOY, {
    http: [...HTML, 'Content-Encoding: br'],
    body: brotliCompressSync(pageOf('قافلة ثانية', CONVOY)),
  }),
];

function chunked(bytes: Uint8Array): Uint8Array {
  const half = bytes.length >> 1;
  const piece = (part: Uint8Array) => [Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from('\r\n')];
  return Buffer.concat([...piece(bytes.subarray(0, half)), ...piece(bytes.subarray(half)), Buffer.from('0\r\n\r\n')]);
}

const reportsOf = (path: string) => [
  {
    path: `${path}!/3`,
    given: { url: 'https://rasif.example/1', title: 'قذيفة قرب مدرسة' },
    says: ['سقطت قذيفة قرب المدرسة'],
    lacks: ['الرئيسية'],
    codes: ['archive/article', 'archive/captured'],
  },
  {
    path: `${path}!/4`,
    given: { url: 'https://rasif.example/2' },
    says: ['وصلت قافلة'],
    codes: ['archive/article', 'archive/captured'],
  },
  {
    path: `${path}!/7`,
    given: { title: 'قافلة ثانية' },
    says: ['وصلت قافلة'],
    codes: ['archive/article', 'archive/captured'],
  },
];

export const warcContract: FormContract = {
  form: 'warc',
  survivesCut: true,
  samples: [
    {
      title: 'a crawl: pages packed and chunked, a picture, an error',
      path: 'crawl.warc',
      bytes: () => writeWarc(CRAWL),
      reports: reportsOf('crawl.warc'),
      passed: ['archive/skipped-records crawl.warc'],
    },
    {
      title: 'the same, each record packed',
      path: 'crawl.warc.gz',
      bytes: () => writeWarc(CRAWL, true),
      reports: reportsOf('crawl.warc.gz'),
      passed: ['archive/skipped-records crawl.warc.gz'],
    },
    {
      title: 'a feed and a text in a crawl',
      path: 'crawl.warc',
      bytes: () =>
        writeWarc([
          {
            address: 'https://rasif.example/feed',
            http: ['HTTP/1.1 200 OK', 'Content-Type: application/rss+xml'],
            body: '<rss version="2.0"><channel><title>س</title><item><title>سقطت قذيفة</title><link>https://rasif.example/9</link></item></channel></rss>',
          },
          { type: 'resource', address: 'https://rasif.example/t.txt', contentType: 'text/plain', body: CONVOY },
        ]),
      reports: [
        { path: 'crawl.warc!/1!/1', given: { url: 'https://rasif.example/9' }, says: ['سقطت قذيفة'] },
        {
          path: 'crawl.warc!/2',
          given: { url: 'https://rasif.example/t.txt' },
          says: ['وصلت قافلة'],
          codes: ['archive/captured'],
        },
      ],
    },
  ],
  hostile: [
    {
      title: 'headers without an end',
      path: 'a.warc',
      bytes: () =>
        Buffer.concat([writeWarc([page(1, 'قذيفة', SHELL)]), Buffer.from(`WARC/1.1\r\nX: ${'x'.repeat(3_000_000)}`)]),
      reports: [
        { path: 'a.warc!/1', says: ['سقطت'] },
        { path: 'a.warc', codes: ['archive/broken-container'] },
      ],
    },
    {
      title: 'a length that is none',
      path: 'a.warc',
      bytes: () => writeWarc([page(1, 'قذيفة', SHELL), page(2, 'قافلة', CONVOY, { claimed: -5 })]),
      reports: [
        { path: 'a.warc!/1', says: ['سقطت'] },
        { path: 'a.warc', codes: ['archive/broken-container'] },
      ],
    },
    {
      title: 'a page that unpacks to more than one report may weigh',
      path: 'a.warc',
      bytes: () =>
        writeWarc([
          page(1, 'قنبلة', '', {
            http: [...HTML, 'Content-Encoding: gzip'],
            body: gzipSync(Buffer.alloc(20_000_000, 0x61)),
          }),
          page(2, 'قافلة', CONVOY),
        ]),
      circumstances: { limits: { bytes: 1_000_000 } },
      reports: [
        { path: 'a.warc!/1', codes: ['archive/too-big'] },
        { path: 'a.warc!/2', says: ['وصلت'] },
      ],
    },
    {
      title: 'content that is called packed and is not, or packed as nobody knows',
      path: 'a.warc',
      bytes: () =>
        writeWarc([
          page(1, 'قذيفة', SHELL, { http: [...HTML, 'Content-Encoding: gzip'] }),
          page(2, 'قافلة', CONVOY, { http: [...HTML, 'Content-Encoding: x-secret'] }),
          page(3, 'قافلة', CONVOY),
        ]),
      reports: [
        { path: 'a.warc!/1', says: ['سقطت'] },
        { path: 'a.warc!/2', codes: ['archive/unknown-packing'] },
        { path: 'a.warc!/3', says: ['وصلت'] },
      ],
    },
    {
      title: 'an address that would run',
      path: 'a.warc',
      bytes: () => writeWarc([page(1, 'قافلة', CONVOY, { address: 'javascript:alert(1)' })]),
      reports: [{ path: 'a.warc!/1', given: { url: undefined }, says: ['وصلت'] }],
    },
    {
      title: 'bytes between records that are none',
      path: 'a.warc',
      bytes: () =>
        Buffer.concat([
          writeWarc([page(1, 'قذيفة', SHELL)]),
          Buffer.from('سقط هنا شيء\r\nليس سجلاً\r\n\r\n'),
          writeWarc([page(2, 'قافلة', CONVOY)]),
        ]),
      reports: [
        { path: 'a.warc!/1', says: ['سقطت'] },
        { path: 'a.warc', codes: ['archive/broken-container'] },
      ],
    },
  ],
};

export const waczContract: FormContract = {
  form: 'wacz',
  samples: [
    {
      title: 'a packed crawl with its index',
      path: 'crawl.wacz',
      bytes: () =>
        writeZip([
          { name: 'datapackage.json', content: '{"profile":"data-package","wacz_version":"1.1.1"}' },
          { name: 'archive/data.warc.gz', content: writeWarc(CRAWL, true), stored: true },
          {
            name: 'pages/pages.jsonl',
            content: '{"format":"json-pages-1.0"}\n{"url":"https://rasif.example/1","text":"كاذب"}\n',
          },
          { name: 'indexes/index.cdx', content: 'x' },
        ]),
      reports: reportsOf('crawl.wacz!/archive/data.warc.gz'),
      passed: ['archive/skipped-records crawl.wacz!/archive/data.warc.gz'],
    },
  ],
  hostile: [
    {
      title: 'a crawl that points out of its archive',
      path: 'crawl.wacz',
      bytes: () =>
        writeZip([
          { name: 'datapackage.json', content: '{}' },
          { name: 'archive/../../x.warc', content: writeWarc(CRAWL) },
          { name: 'archive/data.warc', content: writeWarc(CRAWL) },
        ]),
      reports: [
        { path: 'crawl.wacz!/archive/../../x.warc', codes: ['archive/unsafe-entry'] },
        ...reportsOf('crawl.wacz!/archive/data.warc'),
      ],
      passed: ['archive/skipped-records crawl.wacz!/archive/data.warc'],
    },
  ],
};
