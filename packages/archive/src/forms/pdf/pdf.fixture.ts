import { readFileSync } from 'node:fs';
import type { FormContract } from '../contract.fixture.js';

const printed = (): Uint8Array => readFileSync(new URL('samples/chromium.pdf', import.meta.url));
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A page with nothing on it but a black square. */
const WITHOUT_LETTERS = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R>>endobj
4 0 obj<</Length 14>>stream
0 0 50 50 re f
endstream endobj
trailer<</Root 1 0 R>>
`;

export const pdfContract: FormContract = {
  form: 'pdf',
  samples: [
    {
      title: 'an invented report, printed by a browser: a glyph at a time, from the left, shapes instead of letters',
      path: 'report.pdf',
      bytes: printed,
      reports: [
        {
          path: 'report.pdf',
          says: [
            'مقتل 13 مدنياً في قصف على السوق\n\nمرصد السهل – 17/12/2018\n\n',
            'قُتل 13 مدنياً، بينهم 4 أطفال، وأُصيب 27 آخرون في قصف مدفعي استهدف صباح الاثنين السوق الشعبي في البلدة',
            'لمرصد السهل (Sahl Watch) الذي وثّق أسماء الضحايا.\n\nوقالت',
            'إن ٣٥ جريحاً نُقلوا إليه خلال ساعتين، وإن 2.5 في المئة',
            'الجهة التي نفّذت القصف حتى الآن.',
            'إغلاق السوق أيام 14 و15 و16 من الشهر الجاري.',
          ],
          codes: ['archive/pdf'],
        },
      ],
    },
  ],
  hostile: [
    {
      title: 'nothing behind its first line',
      path: 'a.pdf',
      bytes: () => bytesOf('%PDF-1.7\n'),
      reports: [{ path: 'a.pdf', codes: ['archive/broken-container'] }],
    },
    {
      title: 'no letters',
      path: 'a.pdf',
      bytes: () => bytesOf(WITHOUT_LETTERS),
      reports: [{ path: 'a.pdf', codes: ['archive/no-text-layer'] }],
    },
    {
      title: 'pages that are in themselves',
      path: 'a.pdf',
      bytes: () => bytesOf(WITHOUT_LETTERS.replace('Kids[3 0 R]', 'Kids[2 0 R]')),
      reports: [{ path: 'a.pdf', codes: ['archive/broken-container'] }],
    },
    {
      title: 'a billion pages, by what it says',
      path: 'a.pdf',
      bytes: () => bytesOf(WITHOUT_LETTERS.replace('Count 1', 'Count 1000000000')),
      reports: [{ path: 'a.pdf', codes: ['archive/no-text-layer'] }],
    },
  ],
};
