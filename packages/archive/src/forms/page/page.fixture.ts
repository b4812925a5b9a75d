import { readFileSync } from 'node:fs';
import type { FormContract } from '../contract.fixture.js';

const sample = (name: string): Uint8Array => readFileSync(new URL(`samples/${name}`, import.meta.url));
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Invented: "Three civilians were killed by a mine east of the town, the council said." */
const SENTENCE = 'قُتل ثلاثة مدنيين بانفجار لغم أرضي شرق البلدة، بحسب ما أعلن المجلس المحلي فيها يوم الأحد.';

export const pageContract: FormContract = {
  form: 'page',
  samples: [
    {
      title: 'a newspaper of today: linked data, menus, teasers, comments',
      path: 'news-site.html',
      bytes: () => sample('news-site.html'),
      reports: [
        {
          path: 'news-site.html',
          given: {
            title: 'قصف مدفعي على بلدة الغرانيج يوقع قتلى',
            published: '2018-12-17',
            outlet: 'الفرات الآن',
            author: 'سلمى الكاتبة',
            url: 'https://furat-now.example/news/2018/gharanij',
          },
          says: [
            'قصف مدفعي على بلدة الغرانيج',
            'ستة مدنيين',
            'القذائف سقطت',
            'أسفر بحسب ناشطين',
            '17 كانون الأول 2018',
          ],
          lacks: ['هدف قاتل', 'تقتل عشرين', 'خمسين شخصاً', 'تسعة جنود', 'مئة شخص', 'الحقوق محفوظة'],
          codes: ['archive/article'],
        },
      ],
    },
    {
      title: 'a newspaper of 2007: tables, unquoted attributes, windows-1256',
      path: 'old-newspaper.html',
      bytes: () => sample('old-newspaper.html'),
      reports: [
        {
          path: 'old-newspaper.html',
          given: { title: 'انفجار عبوة ناسفة جنوب بعقوبة' },
          says: ['انفجار عبوة ناسفة جنوب بعقوبة', 'الأحد 11 آذار 2007', 'مقتل شرطيين اثنين', 'بقي مقطوعاً'],
          lacks: ['مقتل ثلاثين', 'أسعار النفط', 'تصميم وبرمجة'],
          codes: ['archive/encoding', 'archive/article'],
        },
      ],
    },
    {
      title: 'the page of an observatory: microdata, letters as entities',
      path: 'observatory.html',
      bytes: () => sample('observatory.html'),
      reports: [
        {
          path: 'observatory.html',
          given: { title: 'غارتان على أطراف مأرب', published: '2021-03-09', author: 'فريق مرصد السدّ' },
          says: ['غارتان على أطراف مأرب', '٩ آذار ٢٠٢١', 'الطيران الحربي', 'نزوح 140 أسرة'],
          lacks: ['من نحن', 'اتصل بنا'],
          codes: ['archive/article'],
        },
      ],
    },
    {
      title: 'a page with a sentence and nothing to find an article by is read whole',
      path: 'short.html',
      bytes: () => bytesOf('<html><body><p>قُتل مدني بلغم.</p></body></html>'),
      reports: [
        { path: 'short.html', given: {}, says: ['قُتل مدني بلغم'], codes: ['archive/markup', 'archive/no-article'] },
      ],
    },
  ],
  hostile: [
    {
      title: 'scripts that hold sentences',
      path: 'x.html',
      bytes: () =>
        bytesOf(
          `<html><body><p>${SENTENCE}</p><script>document.write("<p>قُتل مئة</p>")</script><p onclick="قُتل ألف">${SENTENCE}</p></body></html>`,
        ),
      reports: [
        { path: 'x.html', given: {}, says: ['ثلاثة مدنيين'], lacks: ['مئة', 'ألف'], codes: ['archive/article'] },
      ],
    },
    {
      title: 'a script that never closes',
      path: 'x.html',
      bytes: () => bytesOf(`<html><body><p>${SENTENCE}</p><p>${SENTENCE}</p><script>var a = "قُتل مئة`),
      reports: [{ path: 'x.html', given: {}, says: ['ثلاثة مدنيين'], lacks: ['مئة'], codes: ['archive/article'] }],
    },
    {
      title: 'a hundred thousand elements in one another',
      path: 'x.html',
      bytes: () => bytesOf(`<html><body>${'<div>'.repeat(100_000)}${SENTENCE}`),
      reports: [{ path: 'x.html', given: {}, says: ['ثلاثة مدنيين'], codes: ['archive/form-failed'] }],
    },
    {
      title: 'sixty thousand elements beside one another',
      path: 'x.html',
      bytes: () => bytesOf(`<html><body><p>${SENTENCE}</p>${'<b>و</b>'.repeat(60_000)}`),
      reports: [{ path: 'x.html', given: {}, says: ['ثلاثة مدنيين'], codes: ['archive/markup', 'archive/heavy-page'] }],
    },
    {
      title: 'linked data deeper than any is',
      path: 'x.html',
      bytes: () =>
        bytesOf(
          `<html><head><script type="application/ld+json">${'['.repeat(50_000)}${']'.repeat(50_000)}</script></head><body><p>${SENTENCE}</p><p>${SENTENCE}</p></body></html>`,
        ),
      reports: [{ path: 'x.html', given: {}, says: ['ثلاثة مدنيين'], codes: ['archive/article'] }],
    },
    {
      title: 'a canonical address that would run',
      path: 'x.html',
      bytes: () =>
        bytesOf(
          `<html><head><link rel="canonical" href="javascript:alert(1)"><meta property="og:site_name" content="الضفة"></head><body><p>${SENTENCE}</p><p>${SENTENCE}</p></body></html>`,
        ),
      reports: [
        {
          path: 'x.html',
          given: { outlet: 'الضفة', url: undefined },
          says: ['ثلاثة مدنيين'],
          codes: ['archive/article'],
        },
      ],
    },
    {
      title: 'a title of a million letters',
      path: 'x.html',
      bytes: () =>
        bytesOf(
          `<html><head><title>${'ا'.repeat(1_000_000)}</title></head><body><p>${SENTENCE}</p><p>${SENTENCE}</p></body></html>`,
        ),
      reports: [{ path: 'x.html', given: { title: undefined }, says: ['ثلاثة مدنيين'], codes: ['archive/article'] }],
    },
    {
      title: 'elements of the name that the search uses for its own',
      path: 'x.html',
      bytes: () =>
        bytesOf(
          `<html><body><i-run0 n="99"><p>${SENTENCE}</p></i-run0><p>${SENTENCE}<i-run0 n="x">و</i-run0></p></body></html>`,
        ),
      reports: [{ path: 'x.html', given: {}, says: ['ثلاثة مدنيين'], codes: ['archive/article'] }],
    },
  ],
};
