import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { segment } from '../clitics.js';
import { fold } from '../letters.js';
import { type Form, fits, type Inflection, inflectNoun, inflectVerb, type NounEntry, type VerbEntry } from './index.js';

interface Block {
  readonly head: string;
  readonly rows: readonly string[];
}

const blocks = (file: string): Block[] =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .replace(/^#.*\n/gm, '')
    .trim()
    .split(/\n\s*\n/)
    .map((block) => {
      const [head, ...rows] = block.split('\n');
      return { head: head!, rows };
    });

const PARTS: Readonly<Record<string, Inflection['part']>> = {
  perfect: 'perfect',
  indicative: 'imperfect',
  subjunctive: 'imperfect',
  jussive: 'imperfect',
  masdar: 'masdar',
  agent: 'active-participle',
  patient: 'passive-participle',
};

const readVerb = (head: string): VerbEntry => {
  const words = head.split('--')[0]!.trim().split(/\s+/);
  const at = words.findIndex((word) => /^(\d+|q\d)$/.test(word));
  const rest = words.slice(at + 1);
  const option = (name: string) =>
    rest.find((word) => word.startsWith(`${name}=`))?.slice(name.length + 1) as 'a' | 'i';
  return {
    root: words.slice(0, at).join(' '),
    form: (/^q/.test(words[at]!) ? words[at] : Number(words[at])) as Form,
    masdars: rest.filter((word) => !/[a-z]/.test(word)),
    strongMiddle: rest.includes('strong'),
    ...(option('perfect') ? { perfectVowel: option('perfect') } : {}),
    ...(option('imperfect') ? { imperfectVowel: option('imperfect') } : {}),
  };
};

const matches = (features: string, form: string, found: Inflection): boolean => {
  const [, passive, kind, person, gender, number] = /^(passive )?(\w+) ([123])?([mf])?([sdp])$/.exec(features)!;
  const bound = form.startsWith('+');
  return (
    found.form === fold(form.replace('+', '')) &&
    found.part === PARTS[kind!] &&
    (found.voice === 'either' ||
      PARTS[kind!]!.includes('participle') ||
      (found.voice === 'passive') === Boolean(passive)) &&
    (person === undefined || found.person === Number(person)) &&
    (gender === undefined || found.gender === gender) &&
    found.number === number &&
    (found.part !== 'imperfect' || found.moods.includes(kind as Inflection['moods'][number])) &&
    (bound ? found.stands === 'before-pronoun' : found.stands !== 'before-pronoun')
  );
};

const never = (forms: string, all: readonly Inflection[]) => {
  for (const spec of forms.trim().split(/\s+/)) {
    const [form, only] = spec.split('-') as [string, string?];
    const hits = all.filter(
      (i) => i.form === fold(form) && (only === undefined || i.voice === only || i.case === only),
    );
    expect(hits, spec).toEqual([]);
  }
};

describe('verbs', () => {
  for (const { head, rows } of blocks('./verbs.cases.txt')) {
    const all = inflectVerb(readVerb(head));
    describe(head, () => {
      for (const row of rows) {
        const [features, form] = row.split(' = ') as [string, string];
        it(row, () => {
          if (features === 'never') never(form, all);
          else
            expect(
              all.some((found) => matches(features, form, found)),
              `generated: ${[...new Set(all.map((i) => i.form))].join(' ')}`,
            ).toBe(true);
        });
      }
    });
  }
});

describe('nouns', () => {
  for (const { head, rows } of blocks('./nouns.cases.txt')) {
    const [singular, gender, kind, ...plural] = head.split('--')[0]!.trim().split(/\s+/);
    const entry = { singular, gender, kind, plural } as NounEntry;
    const all = inflectNoun(entry);
    describe(head, () => {
      for (const row of rows)
        it(row, () => {
          const [features, form] = row.split(' = ') as [string, string];
          if (features === 'never') return never(form, all);
          const [, feminine, number, construct] = /^(f )?([sdp])( construct)?$/.exec(features)!;
          const bound = form.startsWith('+');
          const hit = all.some(
            (i) =>
              i.form === fold(form.replace('+', '')) &&
              i.number === number &&
              (feminine === undefined || i.gender === 'f') &&
              (construct === undefined || i.state === 'construct') &&
              (bound ? i.stands === 'before-pronoun' : i.stands !== 'before-pronoun'),
          );
          expect(hit, `generated: ${[...new Set(all.map((i) => i.form))].join(' ')}`).toBe(true);
        });
    });
  }
});

describe('clitics that fit', () => {
  const verbs: Readonly<Record<string, VerbEntry>> = {
    قصف: { root: 'ق ص ف', form: 1, masdars: ['قصف'] },
    هاجم: { root: 'ه ج م', form: 3 },
    سمّى: { root: 'س م و', form: 2 },
    استعاد: { root: 'ع و د', form: 10 },
  };
  const readings = (word: string, verb: string): string[] => {
    const all = inflectVerb(verbs[verb]!);
    const found = segment(fold(word)).flatMap((cut) =>
      all.filter((i) => i.form === cut.stem && fits(i, cut)).map((i) => i.part),
    );
    return [...new Set(found)].sort();
  };
  const cases: readonly (readonly [word: string, verb: string, parts: string])[] = [
    ['قصف', 'قصف', 'masdar perfect'],
    ['القصف', 'قصف', 'masdar'],
    ['بقصف', 'قصف', 'masdar'],
    ['للقصف', 'قصف', 'masdar'],
    ['وقصفت', 'قصف', 'perfect'],
    ['سيقصف', 'قصف', 'imperfect'],
    ['سيقصفوا', 'قصف', ''],
    ['ليقصفوا', 'قصف', 'imperfect'],
    ['ليقصفون', 'قصف', ''],
    ['يقصفوها', 'قصف', 'imperfect'],
    ['قصفوهم', 'قصف', 'perfect'],
    ['قصفواهم', 'قصف', ''],
    ['اليقصف', 'قصف', ''],
    ['بقصفت', 'قصف', ''],
    ['قصفها', 'قصف', 'masdar perfect'],
    ['القصفها', 'قصف', ''],
    ['فسيهاجمون', 'هاجم', 'imperfect'],
    ['المهاجمون', 'هاجم', 'active-participle passive-participle'],
    ['بالمهاجمين', 'هاجم', 'active-participle passive-participle'],
    ['بالمهاجمون', 'هاجم', ''],
    ['مهاجموها', 'هاجم', 'active-participle passive-participle'],
    ['مهاجمونها', 'هاجم', ''],
    ['مهاجمتها', 'هاجم', 'active-participle masdar passive-participle'],
    ['سماه', 'سمّى', 'perfect'],
    ['سما', 'سمّى', ''],
    ['استعادتها', 'استعاد', 'masdar perfect'],
    ['لاستعادة', 'استعاد', 'masdar'],
    ['لقصفوا', 'قصف', ''],
  ];
  for (const [word, verb, parts] of cases)
    it(`${word} of ${verb}: ${parts || 'nothing'}`, () => expect(readings(word, verb).join(' ')).toBe(parts));
});

describe('every verb', () => {
  const verbs = blocks('./verbs.cases.txt').map(({ head }) => readVerb(head));
  it('is written in folded letters only', () => {
    for (const verb of verbs)
      for (const { form } of inflectVerb(verb)) {
        expect(form).toMatch(/^[ء-ي]{1,14}$/);
        expect(fold(form)).toBe(form);
      }
  });
  it('has no two readings that differ in nothing', () => {
    for (const verb of verbs) {
      const all = inflectVerb(verb).map((i) => JSON.stringify(i));
      expect(new Set(all).size).toBe(all.length);
    }
  });
  it('has all thirteen persons of the imperfect in each mood', () => {
    for (const verb of verbs)
      for (const mood of ['indicative', 'subjunctive', 'jussive'] as const) {
        const persons = inflectVerb(verb)
          .filter((i) => i.part === 'imperfect' && i.voice !== 'passive' && i.moods.includes(mood))
          .map((i) => `${i.person}${i.gender}${i.number}`);
        expect(new Set(persons).size).toBe(13);
      }
  });
  it('refuses a root of the wrong length', () => {
    expect(() => inflectVerb({ root: 'قصف', form: 1 })).toThrow(/form 1 needs 3/);
    expect(() => inflectVerb({ root: 'س ي ط ر', form: 2 })).toThrow(/form 2 needs 3/);
  });
});
