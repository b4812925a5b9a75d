import { utf16 } from '../../encoding/encode.fixture.js';
import type { FormContract } from '../contract.fixture.js';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Invented: "Clashes broke out on the edge of the town on Friday." */
const SENTENCE = 'اندلعت اشتباكات على أطراف البلدة يوم الجمعة.';

export const plainTextContract: FormContract = {
  form: 'plain',
  samples: [
    {
      title: 'a text',
      path: 'a.txt',
      bytes: () => bytesOf(`اشتباكات قرب البلدة\n\n${SENTENCE}\n`),
      reports: [{ path: 'a.txt', says: ['اندلعت اشتباكات'], codes: [] }],
    },
    {
      title: 'tags in a text',
      path: 'a.txt',
      bytes: () => bytesOf(`<p>${SENTENCE}</p>`),
      reports: [{ path: 'a.txt', says: [SENTENCE], lacks: ['<p>'], codes: ['archive/markup'] }],
    },
    {
      title: 'a text in UTF-16',
      path: 'a.txt',
      bytes: () => utf16(`\ufeff${SENTENCE}`, true),
      reports: [{ path: 'a.txt', says: [SENTENCE], codes: ['archive/encoding'] }],
    },
  ],
  hostile: [
    {
      title: 'nothing',
      path: 'a.txt',
      bytes: () => new Uint8Array(),
      reports: [{ path: 'a.txt', codes: ['archive/empty'] }],
    },
    {
      title: 'zeros',
      path: 'a.txt',
      bytes: () => new Uint8Array(5000),
      reports: [{ path: 'a.txt', codes: ['archive/binary'] }],
    },
    {
      title: 'marks that turn the order of letters are kept where they stand',
      path: 'a.txt',
      bytes: () => bytesOf(`\u202e${SENTENCE}\u202c`),
      reports: [{ path: 'a.txt', says: [`\u202e${SENTENCE}`], codes: [] }],
    },
    {
      title: 'more than one report may weigh',
      path: 'a.txt',
      bytes: () => bytesOf(SENTENCE.repeat(10)),
      circumstances: { limits: { bytes: 200 } },
      reports: [{ path: 'a.txt', codes: ['archive/too-big'] }],
    },
  ],
};
