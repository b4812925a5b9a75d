import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fold, inflectVerb, segment } from '@isnad/arabic';
import { describe, expect, it } from 'vitest';
import { DATA_FOLDER, findOutlet, LexiconError, loadLexicon, type NameEntry, writings } from './index.js';

const lexicon = loadLexicon();

const wordsOf = (phrase: string) =>
  (fold(phrase).match(/[\u0621-\u06d3]+|\d+|[A-Za-z]+|\S/g) ?? []).map((form) => ({
    word: { form, cuts: segment(form), memo: [] },
    kind: /^[\u0621-\u06d3]/.test(form) ? 'word' : 'mark',
  }));

/** What the automaton finds at the beginning of a phrase, longest first. */
const entriesOf = (phrase: string): readonly NameEntry[] =>
  lexicon.names.at(wordsOf(phrase), 0).map((hit) => hit.value);

/** Loads the data with one file changed; gives back the message of the error. */
const errorAfter = (file: string, change: (text: string) => string): LexiconError => {
  const folder = mkdtempSync(join(tmpdir(), 'lexicon-'));
  cpSync(DATA_FOLDER, folder, { recursive: true });
  writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')));
  try {
    loadLexicon(folder);
  } catch (error) {
    if (error instanceof LexiconError) return error;
    throw error;
  } finally {
    rmSync(folder, { recursive: true });
  }
  throw new Error('the broken data was loaded');
};

/** 1 for the first line; of the first line that holds `words`. */
const lineOf = (file: string, words: string): number =>
  readFileSync(join(DATA_FOLDER, file), 'utf8')
    .split('\n')
    .findIndex((line) => line.includes(words)) + 1;

describe('what a name stands for', () => {
  const cases: readonly [phrase: string, gloss: string, id: string, register: string][] = [
    ['قوات سوريا الديموقراطية', 'SDF, other spelling', 'sdf', 'neutral'],
    ['لقسد', 'to the SDF', 'sdf', 'short'],
    ['ميليشيا قسد', 'SDF militia', 'sdf', 'hostile'],
    ['مليشيات قسد الانفصالية', 'separatist SDF militias, other spelling', 'sdf', 'hostile'],
    ['تنظيم “الدولة الإسلامية”', 'IS in quotes', 'is', 'neutral'],
    ['وداعش', 'and Daesh', 'is', 'short'],
    ['عصابات داعش الإرهابية', 'terrorist gangs of Daesh', 'is', 'hostile'],
    ['جنود الخلافة', 'soldiers of the caliphate', 'is', 'own'],
    ['قوات الأسد', 'Assad’s forces', 'syrian-government', 'hostile'],
    ['الجيش العربي السوري', 'Syrian Arab Army', 'syrian-government', 'own'],
    ['وحدات حماية الشعب', 'YPG, a unit of', 'kurdish-forces', 'neutral'],
    ['القوات الأميركية', 'American forces, other spelling', 'us-forces', 'neutral'],
    ['الحوثيين', 'Houthis, oblique', 'houthis', 'neutral'],
    ['مليشيا الحوثي', 'Houthi militia', 'houthis', 'hostile'],
    ['للجيش الأوكراني', 'to the Ukrainian army', 'ukrainian-forces', 'neutral'],
    ['القوات المسلحة الإثيوبيه', 'Ethiopian armed forces, ta marbuta as ha', 'ethiopian-forces', 'neutral'],
    ['الجنود الأفغان', 'the Afghan soldiers', 'afghan-forces', 'neutral'],
    ['الجيش واللجان الشعبية', 'army and people’s committees', 'houthis', 'own'],
    ['التحالف العربي', 'Arab coalition', 'arab-coalition', 'neutral'],
    ['الجيش الوطني الليبي', 'LNA', 'lna', 'neutral'],
    ['ميليشيات الوفاق', 'militias of the Accord', 'gna', 'hostile'],
    ['كتائب عز الدين القسام', 'Qassam Brigades', 'hamas', 'neutral'],
    ['جيش الدفاع الإسرائيلي', 'IDF', 'israel-forces', 'own'],
    ['قطعان المستوطنين', 'herds of settlers', 'israeli-settlers', 'hostile'],
    ['حزب الله', 'Hezbollah', 'hezbollah', 'neutral'],
    ['المليشيا المتمردة', 'rebellious militia', 'rsf', 'hostile'],
    ['حركة العدل والمساواة', 'JEM, a unit of', 'darfur-rebels', 'neutral'],
    ['جيش جنوب السودان', 'army of South Sudan', 'spla', 'neutral'],
  ];
  it.each(cases)('%s (%s) is %s, %s', (phrase, _gloss, id, register) => {
    expect(entriesOf(phrase)[0]).toMatchObject({ kind: 'actor', id, register });
  });

  it('keeps the unit that the words name', () => {
    expect(entriesOf('وحدات حماية الشعب')[0]).toMatchObject({ id: 'kurdish-forces', unit: 'ypg' });
  });

  it('gives no actor for a name that several sides share', () => {
    for (const phrase of ['التحالف', 'الجيش', 'المقاومة', 'العدو', 'الجيش الوطني', 'الشرعية', 'الحشد'])
      expect(entriesOf(phrase)[0], phrase).toMatchObject({ kind: 'ambiguous' });
    expect(entriesOf('الجيش').filter((entry) => entry.kind === 'actor')).toEqual([]);
  });

  it('reads adjectives of both genders and states, and leaves a country a country', () => {
    for (const word of ['روسي', 'روسية', 'الروسي', 'الروسية']) // Russian
      expect(entriesOf(word)[0], word).toEqual({ kind: 'adjective', id: 'russia-forces', unit: null });
    expect(entriesOf('أميركيا')[0]).toMatchObject({ kind: 'adjective', id: 'us-forces' }); // accusative
    expect(entriesOf('روسيا').map((entry) => entry.kind)).not.toContain('adjective');
    expect(entriesOf('السورية')[0]).toMatchObject({ kind: 'ambiguous', adjective: true });
  });

  it('keeps heads apart from the name and says what they tell', () => {
    const headOf = (word: string) => entriesOf(word).flatMap((entry) => (entry.kind === 'head' ? [entry.head] : []))[0];
    expect(headOf('مروحيات')).toMatchObject({ says: 'helicopters', register: null });
    expect(headOf('مرتزقة')).toMatchObject({ says: 'contempt', register: 'hostile', stands: 'before' });
    expect(headOf('الإرهابي')).toMatchObject({ says: 'contempt', register: 'hostile', stands: 'behind' });
    expect(headOf('البطلة')).toMatchObject({ says: 'praise', register: 'own', stands: 'behind' });
  });
});

describe('groups and measures', () => {
  const cases: readonly [word: string, gloss: string, kind: 'group' | 'measure', id: string, number: string][] = [
    ['مدني', 'civilian', 'group', 'civilians', 'singular'],
    ['مدنيا', 'civilian, accusative', 'group', 'civilians', 'singular'],
    ['المدنيين', 'the civilians', 'group', 'civilians', 'plural'],
    ['طفلتان', 'two girls', 'group', 'children', 'dual'],
    ['مواطنة', 'female citizen', 'group', 'women', 'singular'],
    ['امرأتين', 'two women', 'group', 'women', 'dual'],
    ['سيارتين مفخختين', 'two car bombs', 'group', 'car-bombs', 'dual'],
    ['السيارات المفخخة', 'the car bombs', 'group', 'car-bombs', 'plural'],
    ['الألغام', 'the mines', 'group', 'mines', 'plural'],
    ['قتيلا', 'dead, accusative', 'measure', 'killed', 'singular'],
    ['قتيلين', 'two dead', 'measure', 'killed', 'dual'],
    ['الجرحى', 'the wounded', 'measure', 'wounded', 'plural'],
    ['ضحايا', 'casualties', 'measure', 'casualties', 'plural'],
  ];
  it.each(cases)('%s (%s) is the %s %s, %s', (word, _gloss, kind, id, number) => {
    expect(entriesOf(word)).toContainEqual(expect.objectContaining({ kind, id, number }));
  });

  it('keeps the register of words for the dead', () => {
    expect(entriesOf('شهداء')).toContainEqual(expect.objectContaining({ id: 'killed', register: 'honorific' }));
    expect(entriesOf('هلاك')).toContainEqual(expect.objectContaining({ id: 'killed', register: 'degrading' }));
  });

  it('marks a dual before a genitive', () => {
    expect(entriesOf('عنصرا')).toContainEqual(
      expect.objectContaining({ id: 'fighters', number: 'dual', construct: true }),
    );
  });
});

describe('sources and outlets', () => {
  const cases: readonly [phrase: string, gloss: string, id: string, named: boolean][] = [
    ['المرصد السوري لحقوق الإنسان', 'SOHR', 'sohr', true],
    ['وكالة فرانس برس', 'AFP', 'afp', true],
    ['وكالة الأنباء الألمانية', 'DPA', 'dpa', true],
    ['سانا', 'SANA', 'sana', true],
    ['صحيفة الشرق الأوسط', 'the newspaper', 'asharq-al-awsat', true],
    ['قناة الميادين', 'the channel', 'al-mayadeen', true],
    ['وزارة الصحة في قطاع غزة', 'Ministry of Health in Gaza', 'gaza-health-ministry', true],
    ['خلية الإعلام الحربي', 'War Media Cell', 'iraqi-war-media-cell', true],
    ['مصادر ميدانية', 'field sources', 'own-sources', false],
    ['مصدر امني', 'security source', 'security-source', false],
    ['شهود عيان', 'witnesses', 'witnesses', false],
  ];
  it.each(cases)('%s (%s) is %s', (phrase, _gloss, id, named) => {
    expect(entriesOf(phrase)).toContainEqual(expect.objectContaining({ kind: 'source', id, named }));
  });

  it('takes a town for no channel, nor the Middle East for a newspaper', () => {
    for (const phrase of ['الميادين', 'الشرق الأوسط', 'اليوم'])
      expect(
        entriesOf(phrase).filter((entry) => entry.kind === 'source'),
        phrase,
      ).toEqual([]);
  });

  it('knows an outlet by byline, domain and address', () => {
    const outlets: readonly [name: string, id: string][] = [
      ['BBC عربي', 'bbc-arabic'],
      ['syriahr.com', 'sohr'],
      ['https://www.enabbaladi.net/archives/188784', 'enab-baladi'],
      ['الجزيرة (السعودية)', 'al-jazirah-saudi'],
      ['اليوم', 'al-yaum'],
      ['وكالة الأنباء السعودية (واس)', 'spa'],
    ];
    for (const [name, id] of outlets) expect(findOutlet(lexicon, name)?.id, name).toBe(id);
    expect(findOutlet(lexicon, 'صحيفة لا يعرفها أحد')).toBeNull(); // a paper nobody knows
  });

  it('knows what a body is whose name leaves its country open', () => {
    expect(lexicon.sources.get('health-ministry')?.byCountry.PS).toBe('gaza-health-ministry');
  });

  it('makes every outlet a source of the same id', () => {
    for (const id of lexicon.outlets.keys()) expect(lexicon.sources.has(id), id).toBe(true);
  });
});

describe('the data as a whole', () => {
  it('finds every written form of every actor, in its register or as shared', () => {
    for (const actor of lexicon.actors.values())
      for (const [register, forms] of Object.entries(actor.forms))
        for (const form of forms) {
          const found = entriesOf(form);
          const known = found.some(
            (entry) =>
              entry.kind === 'ambiguous' ||
              (entry.kind === 'actor' && (entry.unit ?? entry.id) === actor.id && entry.register === register),
          );
          expect(known, `${actor.id}: ${form}`).toBe(true);
        }
  });

  it('inflects every verb', () => {
    const verbs = [
      ...lexicon.reporting.flatMap((entry) => entry.verbs),
      ...lexicon.cues.flatMap((cue) => cue.verbs),
      ...[...lexicon.measures.values()].flatMap((measure) => measure.words.flatMap((word) => word.verbs)),
    ];
    expect(verbs.length).toBeGreaterThan(100);
    for (const verb of verbs) expect(inflectVerb(verb).length, verb.root).toBeGreaterThan(0);
  });

  it('reads the same data to the same version, and other data to another', () => {
    expect(loadLexicon().version).toBe(lexicon.version);
    expect(lexicon.version).toMatch(/^[0-9a-f]{16}$/);
  });

  it('writes the spellings of a form once each', () => {
    expect(writings('القوات الأمريكية', lexicon.spellings)).toEqual([
      'القوات الامريكيه',
      'القوات الاميركيه',
      'القوات الامركيه',
    ]);
    expect(writings('مسلحو المعارضة', lexicon.spellings)).toEqual(['مسلحو المعارضه', 'مسلحي المعارضه']);
  });
});

describe('broken data', () => {
  it('names file, line and field of a value that may not be', () => {
    const file = 'actors/lebanon.yaml';
    const error = errorAfter(file, (text) => text.replace('kind: rebel-group', 'kind: rebels'));
    expect([error.file, error.line, error.field]).toEqual([file, lineOf(file, 'kind: rebel-group'), 'kind']);
    expect(error.message).toContain('in "hezbollah"');
  });

  it('names a field that no entry has, and one that every entry needs', () => {
    const misspelt = errorAfter('groups.yaml', (text) => text.replace('  plural: أطفال', '  plurals: أطفال'));
    expect([misspelt.line, misspelt.field]).toEqual([lineOf('groups.yaml', '  plural: أطفال'), 'plurals']);
    const sourceless = errorAfter('heads.yaml', (text) =>
      text.replace('  source: field notes §7; public record\n', ''),
    );
    expect([sourceless.line, sourceless.field]).toEqual([lineOf('heads.yaml', '- id: people'), 'source']);
  });

  it('refuses an id that stands twice', () => {
    const error = errorAfter('actors/libya.yaml', (text) => text.replace('- id: gnc', '- id: hezbollah'));
    expect([error.line, error.field]).toEqual([lineOf('actors/libya.yaml', '- id: gnc'), 'id']);
  });

  it('refuses a form that two sides claim outside ambiguous.yaml', () => {
    const error = errorAfter('actors/lebanon.yaml', (text) =>
      text.replace('  neutral: أفواج', '  neutral: كتائب القسام المظفرة، أفواج'),
    );
    expect(error.message).toMatch(/كتائب القسام المظفرة.*hamas.*ambiguous\.yaml/);
    expect(error.line).toBe(lineOf('actors/lebanon.yaml', '  neutral: أفواج'));
  });

  it('refuses a parent, side or candidate that is no entry', () => {
    const parent = errorAfter('actors/syria.yaml', (text) => text.replace('parent: sdf', 'parent: sdff'));
    expect([parent.line, parent.field]).toEqual([lineOf('actors/syria.yaml', 'parent: sdf'), 'parent']);
    const candidate = errorAfter('ambiguous.yaml', (text) => text.replace('actor: coalition,', 'actor: coalitions,'));
    expect([candidate.line, candidate.field]).toEqual([
      lineOf('ambiguous.yaml', 'actor: coalition,'),
      'candidates.0.actor',
    ]);
  });

  it('refuses a shared name in two entries, and a usage of an outlet that is none', () => {
    const twice = errorAfter('ambiguous.yaml', (text) =>
      text.replace('- forms: الجماعة\n', '- forms: الجماعة، الهيئة\n'),
    );
    expect([twice.line, twice.field]).toEqual([lineOf('ambiguous.yaml', '- forms: الهيئة'), 'forms']);
    const outlet = errorAfter('ambiguous.yaml', (text) => text.replace('outlets: amaq', 'outlets: amak'));
    expect([outlet.line, outlet.field]).toEqual([lineOf('ambiguous.yaml', 'outlets: amaq'), 'candidates.4.outlets']);
  });

  it('refuses what is no YAML, and says where', () => {
    const error = errorAfter('cues.yaml', (text) => text.replace('  kind: negation', '  kind: "negation'));
    expect(error.file).toBe('cues.yaml');
    expect(error.line).toBeGreaterThan(1);
  });
});

// Annotated reports may stand beside the repository; they are no part of it.
const gold = fileURLToPath(new URL('../../../../shared/gold', import.meta.url));
describe.skipIf(!existsSync(join(gold, 'ids.json')))('the ids of the annotated reports', () => {
  it('are all known', () => {
    const ids = JSON.parse(readFileSync(join(gold, 'ids.json'), 'utf8')) as Record<string, Record<string, number>>;
    const known = (id: string) => lexicon.actors.has(id) || lexicon.groups.has(id) || lexicon.sources.has(id);
    const unknown = ['actors_and_groups', 'sources', 'figure_groups'].flatMap((table) =>
      Object.keys(ids[table]!).filter((id) => !id.split('+').every(known)),
    );
    expect(unknown).toEqual([]);
    expect(Object.keys(ids.measures!).filter((id) => !lexicon.measures.has(id))).toEqual([]);
  });
});
