import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runIsnad, temporaryFolder } from '../command-line.fixture.js';
import { stages } from '../stages.js';
import { asSearched } from './searched.fixture.js';

/**
 * Reports of an invented week. Each private name stands in a text and, somewhere, in a title, a file name, an
 * address, a quotation or under another spelling; the two public ones hold an office.
 */
const REPORTS = [
  {
    file: 'مقتل سامر الدرويشي.txt',
    url: `https://news.example/${encodeURIComponent('مقتل-سامر-الدرويشي-في-الباب')}`,
    title: 'مقتل الطفل سامر الدرويشي بقصف على الباب',
    text: 'مقتل الطفل سامر الدرويشي بقصف على الباب\nقتل الطفل سامر الدرويشي (8 أعوام) وأصيب والده عبد الرحيم الدرويشي في قصف مدفعي لقوات النظام على مدينة الباب بريف حلب، بحسب وزير الصحة لؤي الصبيحاوي. وقال عبد الرحيم لوكالة محلية: "كان سامر يلعب أمام المنزل".\n',
  },
  {
    file: 'second.txt',
    url: 'https://other.example/2',
    title: 'قصف مدفعي على الباب',
    text: 'قصف مدفعي على الباب\nقصفت قوات النظام بالمدفعية مدينة الباب بريف حلب، ما أدى إلى مقتل طفل وإصابة والده عبدالرحيم الدرويشي، وفق ما أفاد الناشط "كرم السلوادي". وأضاف السلوادي أن القصف طال منازل المدنيين، ونفى المتحدث باسم الجيش اللواء قيس الرحباوي ذلك.\n',
  },
  {
    file: 'third.txt',
    url: 'https://third.example/3',
    title: 'اعتقال ناشط في الباب',
    text: 'اعتقال ناشط في الباب\nاعتقلت الشرطة العسكرية الناشط كرم السلوادي وشقيقه نزار السلوادي في مدينة الباب، فيما قتل المدعو دحلوش السرحان الملقب بـ"أبو خيزران" برصاص مجهولين في مدينة منبج.\n',
  },
  {
    // Named beside the text only: in the title that came with it, in its file's name, in its address.
    file: 'رثاء الشابة ريحان البلوقي.txt',
    url: 'https://fourth.example/2020/yashar-mohammed-al-qirbati-killed',
    title: 'وداعاً للطفلة جنى الصويلحي',
    text: 'لغم في الباب\nانفجر لغم في مدينة الباب أمس. وقتل الشاب يشار محمد القرباطي وأصيب فلاح حسن المطشر وسعاد فتحي أبو شقرا، بحسب ناشطين.\n',
  },
] as const;

const PRIVATE = [
  'جنى الصويلحي',
  'الصويلحي',
  'ريحان',
  'البلوقي',
  'يشار محمد',
  'القرباطي',
  'yashar',
  'qirbati',
  'فلاح حسن',
  'المطشر',
  'أبو شقرا',
  'سامر',
  'الدرويشي',
  'عبد الرحيم',
  'عبدالرحيم',
  'كرم السلوادي',
  'السلوادي',
  'نزار',
  'دحلوش',
  'السرحان',
  'أبو خيزران',
];
const PUBLIC = ['لؤي الصبيحاوي', 'قيس الرحباوي'];

let here: ReturnType<typeof temporaryFolder>;
const outputs = new Map<string, ReadonlyMap<string, string>>();

const build = async (...args: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const out = path.join(here.folder, `out-${args.length}`);
  const { status } = await runIsnad(
    ['build', path.join(here.folder, 'reports'), '--out', out, '--as-of', '2020-06-30', ...args],
    { stages },
  );
  expect(status).toBe(0);
  return new Map(readdirSync(out).map((name) => [name, readFileSync(path.join(out, name), 'utf8')]));
};

beforeAll(async () => {
  here = temporaryFolder();
  const reports = path.join(here.folder, 'reports');
  mkdirSync(reports);
  for (const { file, text, url, title } of REPORTS) {
    writeFileSync(path.join(reports, file), text);
    writeFileSync(
      path.join(reports, file.replace('.txt', '.meta.json')),
      JSON.stringify({ url, title, published: '2020-03-01' }),
    );
  }
  outputs.set('masked', await build());
  outputs.set('named', await build('--names'));
}, 120_000);
afterAll(() => here.remove());

describe('isnad build with the default policy', () => {
  it.each(PRIVATE)('shows «%s» in no file but record.json', (name) => {
    const showing = [...outputs.get('masked')!].filter(([, content]) => asSearched(content).includes(name));
    expect(showing.map(([file]) => file).filter((file) => file !== 'record.json')).toEqual([]);
  });

  it.each(PUBLIC)('shows «%s», who holds an office', (name) => {
    expect(asSearched(outputs.get('masked')!.get('index.html')!)).toContain(name);
  });

  it('shows the names with --names, so that the test above looks for what is there', () => {
    const page = asSearched(outputs.get('named')!.get('index.html')!);
    // A file's name is in the manifest.
    const shown = page + asSearched(outputs.get('named')!.get('manifest.json')!);
    expect(PRIVATE.filter((name) => !shown.includes(name))).toEqual([]);
    expect(asSearched(outputs.get('named')!.get('manifest.json')!)).toContain('سامر الدرويشي');
  });
});
