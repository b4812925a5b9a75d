import type { FormContract } from '../contract.fixture.js';

const bytesOf = (...lines: readonly (string | object)[]): Uint8Array =>
  new TextEncoder().encode(lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''));

const FIRST = {
  url: 'https://wadi.example/a',
  headline: 'اشتباكات في الوادي',
  published_at: '2022-08-01T05:00:00+03:00',
  site_name: 'أخبار الوادي',
  author: { name: 'محرر الوادي' },
  body: 'اندلعت اشتباكات في الوادي فجر الاثنين.',
};

export const jsonLinesContract: FormContract = {
  form: 'json-lines',
  survivesCut: true,
  samples: [
    {
      title: 'an object a line, with known fields',
      path: 'dump.jsonl',
      bytes: () => bytesOf(FIRST, { text: 'عاد الهدوء إلى الوادي مساء اليوم نفسه.', date: '2022-08-01' }),
      reports: [
        {
          path: 'dump.jsonl!/1',
          given: {
            title: 'اشتباكات في الوادي',
            published: '2022-08-01',
            outlet: 'أخبار الوادي',
            url: 'https://wadi.example/a',
            author: 'محرر الوادي',
          },
          says: ['اشتباكات في الوادي\n\nاندلعت'],
          codes: [],
        },
        {
          path: 'dump.jsonl!/2',
          given: { published: '2022-08-01', title: undefined },
          says: ['عاد الهدوء'],
          codes: [],
        },
      ],
    },
    {
      title: 'told by its content under any name, fields by their paths',
      path: 'dump.txt',
      bytes: () => bytesOf({ post: { words: 'سقطت قذيفة.' } }, { post: { words: 'وصلت قافلة.' } }),
      circumstances: { columns: { text: 'post.words' } },
      reports: [
        { path: 'dump.txt!/1', says: ['سقطت قذيفة.'], codes: [] },
        { path: 'dump.txt!/2', says: ['وصلت قافلة.'], codes: [] },
      ],
    },
  ],
  hostile: [
    {
      title: 'broken lines cost themselves',
      path: 'a.jsonl',
      bytes: () => bytesOf({ text: 'سقطت قذيفة.' }, '{"text": "قُطع', '[1,2]', 'null', '', { text: 'وصلت قافلة.' }),
      reports: [
        { path: 'a.jsonl!/1', says: ['سقطت'], codes: [] },
        { path: 'a.jsonl!/2', codes: ['archive/bad-line'] },
        { path: 'a.jsonl!/3', codes: ['archive/bad-line'] },
        { path: 'a.jsonl!/4', codes: ['archive/bad-line'] },
        { path: 'a.jsonl!/6', says: ['وصلت'], codes: [] },
      ],
    },
    {
      title: 'a value nested a hundred thousand deep',
      path: 'a.jsonl',
      bytes: () =>
        bytesOf(`{"text":"سقطت قذيفة.","x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, { text: 'وصلت قافلة.' }),
      reports: [
        { path: 'a.jsonl!/1', says: ['سقطت'], codes: [] },
        { path: 'a.jsonl!/2', says: ['وصلت'], codes: [] },
      ],
    },
    {
      title: 'a line longer than one report may be',
      path: 'a.jsonl',
      bytes: () => bytesOf({ text: 'و'.repeat(5000) }, { text: 'وصلت قافلة.' }),
      circumstances: { limits: { bytes: 1000 } },
      reports: [
        { path: 'a.jsonl!/1', codes: ['archive/bad-line'] },
        { path: 'a.jsonl!/2', says: ['وصلت'], codes: [] },
      ],
    },
    {
      title: 'fields that change every object when they are merged',
      path: 'a.jsonl',
      bytes: () =>
        bytesOf('{"__proto__":{"title":"كاذب"},"constructor":{"prototype":{"title":"كاذب"}},"text":"سقطت قذيفة."}', {
          text: 'وصلت قافلة.',
        }),
      reports: [
        { path: 'a.jsonl!/1', given: { title: undefined }, says: ['سقطت'], lacks: ['كاذب'], codes: [] },
        { path: 'a.jsonl!/2', given: { title: undefined }, codes: [] },
      ],
    },
  ],
};
