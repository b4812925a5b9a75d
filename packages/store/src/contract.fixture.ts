import { memorySource } from '@isnad/archive';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { brokenAt } from './custody/entry.js';
import { arriving, decision, documentFrom, HOW, readingOf, stampBy, takeIn } from './given.fixture.js';
import { recordContract } from './record/contract.fixture.js';
import type { Store } from './store.js';

/** A store for the suite: a new empty case, and the same case opened by another. */
export interface StoreUnderTest {
  readonly store: Store;
  readonly again: () => Promise<Store>;
  readonly remove: () => Promise<void>;
}

const BOMBING = 'قصف المدرسة في رصيف يقتل ثلاثة';
const VALLEY = 'توقف الرتل عند الوادي قرب رصيف';

/** What every store must do; a new one is given its own `describe` by this. */
export const storeContract = (name: string, begin: () => Promise<StoreUnderTest>): void => {
  describe(`${name} as a store`, () => {
    let tested: StoreUnderTest;
    let store: Store;
    beforeEach(async () => {
      tested = await begin();
      store = tested.store;
    });
    afterEach(async () => {
      await tested.remove();
    });

    describe('what comes in', () => {
      it('is kept byte for byte under its hash, once', async () => {
        const bytes = new Uint8Array([0, 255, 10, 13, 0]);
        const first = await store.bytes.put(memorySource('x', bytes, undefined, 2).stream());
        const second = await store.bytes.put(memorySource('y', bytes).stream());
        expect(second).toEqual(first);
        const pieces: number[] = [];
        for await (const piece of store.bytes.stream(first.id)) pieces.push(...piece);
        expect(pieces).toEqual([...bytes]);
        expect([...(await store.bytes.read(first.id, 1, 2))]).toEqual([255, 10]);
        expect(await store.bytes.size(first.id)).toBe(5);
        const ids: string[] = [];
        for await (const id of store.bytes.list()) ids.push(id);
        expect(ids).toEqual([first.id]);
      });

      it('comes back as the document that it was', async () => {
        const document = documentFrom('\ufeff<p>قصف</p> 😀 \u0000 &amp; \u0640', 'in/ص.html', {
          outlet: 'رصيف',
          published: '2020-05-01',
          url: 'https://rasif.example/1',
        });
        await takeIn(store, document);
        const [kept] = await store.reports.documents();
        expect(kept!.document).toEqual({ ...document, masked: document.masked ?? [] });
        const report = await store.reports.get(document.id);
        expect(report!.text).toBe(document.text);
        expect((await store.reports.list())[0]).toMatchObject({ outlet: 'رصيف', day: '2020-05-01', path: 'in/ص.html' });
        expect((await store.readings.list(HOW.reader))[0]!.reading).toEqual(readingOf(document));
      });

      it('changes nothing when it comes again', async () => {
        await takeIn(store, documentFrom(BOMBING));
        const before = await store.custody.last();
        await takeIn(store, documentFrom(BOMBING));
        expect(await store.custody.last()).toEqual(before);
        expect(await store.reports.count()).toBe(1);
      });

      it('is another appearance when the same bytes stand elsewhere', async () => {
        await takeIn(store, documentFrom(BOMBING, 'a.txt'), documentFrom(BOMBING, 'b.txt', { outlet: 'منبر' }));
        expect(await store.reports.count()).toBe(1);
        const { appearances } = (await store.reports.get(documentFrom(BOMBING).id))!;
        expect(appearances.map(({ path }) => path)).toEqual(['a.txt', 'b.txt']);
        expect(await store.reports.documents()).toHaveLength(2);
      });

      it('is a copy when the same wording stands in other bytes', async () => {
        const [a, b] = [documentFrom(`${BOMBING}\n`, 'a.txt'), documentFrom(`  ${BOMBING}`, 'b.txt')];
        await takeIn(store, a, b, documentFrom(VALLEY, 'c.txt'));
        expect(await store.reports.sameWording(a.id)).toEqual([b.id]);
      });

      it('is a new version when the text at an address was edited, with what changed', async () => {
        const url = 'https://rasif.example/1';
        await takeIn(
          store,
          documentFrom(BOMBING, 'a.txt', { url }),
          documentFrom(`${BOMBING} `, 'b.txt', { url }),
          documentFrom(BOMBING.replace('ثلاثة', 'خمسة مدنيين'), 'c.txt', { url }),
        );
        const versions = await store.reports.versions(url);
        expect(versions.map(({ number, changes }) => [number, changes.length])).toEqual([
          [1, 0],
          [2, 1],
        ]);
        expect(versions[1]!.changes[0]).toMatchObject({ before: { text: 'ثلاثة' }, after: { text: 'خمسة مدنيين' } });
        expect(await store.reports.edited()).toEqual([url]);
      });

      it('may come in pieces: an input that was not finished is gone on with', async () => {
        const file = { id: `sha256:${'a'.repeat(64)}`, name: 'a.zip', size: 9, given: {} };
        const { key, state } = await store.inputs.begin(file, stampBy());
        expect(state).toBe('new');
        await store.reports.add(key, [arriving(documentFrom('واحد', 'a.zip!/1'))], HOW, stampBy());
        const again = await tested.again();
        expect(await again.inputs.begin(file, stampBy())).toEqual({ key, state: 'arriving' });
        const both = [documentFrom('واحد', 'a.zip!/1'), documentFrom('اثنان', 'a.zip!/2')].map(arriving);
        expect(await again.reports.add(key, both, HOW, stampBy())).toEqual({ reports: 1, appearances: 1 });
        await again.inputs.complete(key, stampBy());
        expect((await again.inputs.begin(file, stampBy())).state).toBe('complete');
        await again.close();
      });

      it('keeps remarks once', async () => {
        const { key } = await store.inputs.begin({ id: 'sha256:0', name: 'a', size: 0, given: {} }, stampBy());
        const note = { code: 'x/y', severity: 'info', message: 'm', start: 0, end: 0 } as const;
        await store.inputs.remark(key, [{ path: 'a', note }]);
        await store.inputs.remark(key, [{ path: 'a', note }]);
        expect(await store.inputs.remarks()).toMatchObject([{ input: key, path: 'a', note }]);
      });
    });

    describe('readings', () => {
      it('that come later tell the lists what a reading on arrival does', async () => {
        const document = documentFrom(VALLEY);
        const reading = readingOf(document);
        const { report } = reading;
        const full = {
          ...reading,
          report: {
            ...report,
            title: 'رتل عند الوادي',
            outlet: 'وكالة الرافد',
            published: { ...report.published, edtf: '2018-12-07' },
          },
        };
        const source = memorySource(document.path, new TextEncoder().encode(document.text));
        const { id, size } = await store.bytes.put(source.stream());
        const { key } = await store.inputs.begin({ id, name: document.path, size, given: {} }, stampBy());
        await store.reports.add(key, [{ document, reading: null }], HOW, stampBy());
        expect(await store.reports.list()).toMatchObject([{ title: null, outlet: null, day: null }]);
        const [appearance] = await store.readings.missing(HOW.reader);
        const read = { appearance: appearance!, reading: full };
        await store.readings.put(HOW.reader, [read], stampBy());
        const told = [{ title: 'رتل عند الوادي', outlet: 'وكالة الرافد', day: '2018-12-07' }];
        expect(await store.reports.list()).toMatchObject(told);
        const { number } = (await store.custody.last())!;
        await store.readings.put(HOW.reader, [read], stampBy());
        expect((await store.custody.last())!.number).toBe(number);
        await store.readings.put('0.2.0+1', [{ ...read, reading }], stampBy());
        expect(await store.reports.list()).toMatchObject(told);
      });

      it('of an earlier reader stay, and what a newer one has not read is known', async () => {
        const document = documentFrom(BOMBING);
        await takeIn(store, document);
        expect(await store.readings.missing(HOW.reader)).toEqual([]);
        const [appearance] = await store.readings.missing('0.2.0+1');
        const asked = { after: appearance! - 1, unreadBy: '0.2.0+1' };
        expect(await store.reports.documents({ ...asked, until: appearance! })).toMatchObject([{ key: appearance }]);
        expect(await store.reports.documents({ ...asked, until: appearance! - 1 })).toEqual([]);
        expect(await store.reports.documents({ unreadBy: HOW.reader })).toEqual([]);
        await store.readings.put('0.2.0+1', [{ appearance: appearance!, reading: readingOf(document) }], stampBy());
        expect(await store.readings.missing('0.2.0+1')).toEqual([]);
        expect(await store.reports.documents({ unreadBy: '0.2.0+1' })).toEqual([]);
        expect(await store.readings.readers()).toEqual([
          { reader: '0.2.0+1', count: 1 },
          { reader: HOW.reader, count: 1 },
        ]);
      });
    });

    describe('decisions', () => {
      it('are kept in their order, and another of one id is refused', async () => {
        await store.decisions.append([decision('d:2'), decision('d:1', { retires: 'd:2' })], stampBy('editor'));
        await store.decisions.append([decision('d:2')], stampBy('editor'));
        await expect(
          store.decisions.append([decision('d:3'), decision('d:2', { by: 'other' })], stampBy()),
        ).rejects.toThrow('says something else');
        const kept = await store.decisions.list();
        expect(kept.map(({ id }) => id)).toEqual(['d:2', 'd:1']);
        expect(kept[0]).toEqual({ ...decision('d:2'), key: 1 });
        expect((await store.decisions.list({ after: 1 })).map(({ id }) => id)).toEqual(['d:1']);
      });
    });

    describe('custody', () => {
      it('has a line for each thing done, each chained to the one before', async () => {
        await takeIn(store, documentFrom(BOMBING));
        await store.decisions.append([decision('d:1')], stampBy('editor'));
        await store.custody.append([{ what: 'release', subject: 'r1', input: null, output: null }], stampBy());
        const entries = await store.custody.list();
        expect(entries.map(({ what }) => what)).toEqual(
          'create preserve extract appear read complete decide release'.split(' '),
        );
        expect(brokenAt(entries)).toBeNull();
        expect(entries.find(({ what }) => what === 'decide')!.by).toBe('editor');
        const third = { ...entries[2]!, output: `sha256:${'0'.repeat(64)}` };
        expect(brokenAt([entries[0]!, entries[1]!, third])).toBe(third);
        expect(brokenAt([entries[0]!, entries[2]!])).toBe(entries[2]);
      });
    });

    describe('search', () => {
      // Invented sentences; each query with what it must find.
      const texts = {
        bombing: BOMBING,
        valley: VALLEY,
        variant: 'القصفُ على مدرسه رصـــيف',
        broken: 'قـ.ـصـف عنيف على البلدة',
        clitics: 'وبالمدارس وبقصفها للمدرسة',
        article: 'السوريون والسورية في الوادي',
        latin: 'Shelling near رصيف ١٢ أيار',
      };
      const cases: readonly (readonly [string, string])[] = [
        ['قصف', 'bombing broken clitics variant'],
        ['القصف', 'bombing broken clitics variant'],
        ['المدرسه', 'bombing clitics variant'],
        ['مدرسة رصيف', 'bombing variant'],
        ['وادي', 'article valley'],
        ['الوادى', 'article valley'],
        ['سوري', 'article'],
        ['"قصف المدرسة"', 'bombing'],
        ['"المدرسة قصف"', ''],
        ['رصيف -قصف', 'latin valley'],
        ['SHELL*', 'latin'],
        ['12', 'latin'],
        ['كلمة', ''],
        ['-رصيف', ''],
        ['" OR * NOT (', ''],
      ];
      beforeEach(async () => {
        await takeIn(store, ...Object.entries(texts).map(([path, text]) => documentFrom(text, path)));
      });
      it.each(cases)('%s finds: %s', async (query, expected) => {
        const { total, hits } = await store.search.find(query);
        expect(
          hits
            .map(({ report }) => report.path)
            .sort()
            .join(' '),
        ).toBe(expected);
        expect(total).toBe(hits.length);
        for (const { marks } of hits) expect(marks.length).toBeGreaterThan(0);
      });

      it('marks places in the original', async () => {
        const marked = async (query: string) =>
          (await store.search.find(query)).hits
            .map(({ report, marks }) =>
              marks.map(({ start, end }) => texts[report.path as keyof typeof texts].slice(start, end)).join('|'),
            )
            .sort();
        expect(await marked('قصف')).toEqual(['القصفُ', 'قصف', 'قـ.ـصـف', 'وبقصفها'].sort());
        expect(await marked('"قصف المدرسة"')).toEqual(['قصف المدرسة']);
      });

      it('gives the newest first, in pages', async () => {
        const day = (published: string) => documentFrom(`نبأ ${published}`, published, { published });
        await takeIn(store, day('2020-01-02'), day('2020-03'), documentFrom('نبأ', 'undated'), day('2020-02-01'));
        const paths = async (page: object) =>
          (await store.search.find('نبأ', page)).hits.map(({ report }) => report.path);
        expect(await paths({})).toEqual(['2020-03', '2020-02-01', '2020-01-02', 'undated']);
        expect(await paths({ offset: 1, limit: 2 })).toEqual(['2020-02-01', '2020-01-02']);
        expect((await store.search.find('نبأ', { limit: 1 })).total).toBe(4);
      });
    });

    recordContract(() => store);

    it('keeps small things by key', async () => {
      expect(await store.shelf.get('feed/a')).toBeUndefined();
      await store.shelf.put('feed/a', { etag: '"1"' });
      await store.shelf.put('feed/b', null);
      expect([await store.shelf.add('feed/a', 1), await store.shelf.add('other', 1)]).toEqual([false, true]);
      await store.shelf.put('feed/a', { etag: '"2"' });
      expect(await store.shelf.list('feed/')).toEqual([
        ['feed/a', { etag: '"2"' }],
        ['feed/b', null],
      ]);
    });

    it('shows another process what was acknowledged', async () => {
      const other = await tested.again();
      await takeIn(store, documentFrom(BOMBING));
      await other.decisions.append([decision('d:1')], stampBy());
      expect(await other.reports.count()).toBe(1);
      expect(await store.decisions.list()).toHaveLength(1);
      expect(brokenAt(await store.custody.list())).toBeNull();
      expect(other.about).toEqual(store.about);
      await other.close();
    });
  });
};
