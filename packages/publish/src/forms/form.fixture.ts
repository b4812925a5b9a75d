import { CASE } from '../case.fixture.js';
import type { PublishInput } from '../input.js';
import type { ExportInput } from './export.js';
import type { FormWords } from './form.js';

const group = (ar: string, en: string, singular: string, plural: string, within: string | null) => ({
  name: { ar, en },
  singular: [singular],
  dual: [],
  plural: [plural],
  within,
  of: 'people' as const,
});

const side = (id: string, kind: 'state-forces' | 'rebel-group') => ({
  ...CASE.words.actors.get(id)!,
  kind,
  countries: ['SY'],
  parent: null,
  allies: [],
});

/** The words of the invented case with what forms need besides; the valley is put in Syria, so that codes are there. */
export const FORM_WORDS: FormWords = {
  ...CASE.words,
  actors: new Map([
    ['government', side('government', 'state-forces')],
    ['plain-faction', side('plain-faction', 'rebel-group')],
  ]),
  sources: new Map([
    [
      'valley-observatory',
      { ...CASE.words.sources.get('valley-observatory')!, kind: 'observatory', country: 'SY', side: null },
    ],
  ]),
  groups: new Map([
    ['persons', group('أشخاص', 'persons', 'شخص', 'أشخاص', null)],
    ['civilians', group('مدنيون', 'civilians', 'مدني', 'مدنيون', 'persons')],
    ['children', group('أطفال', 'children', 'طفل', 'أطفال', 'civilians')],
    ['fighters', group('مقاتلون', 'fighters', 'مقاتل', 'مقاتلون', 'persons')],
  ]),
  places: new Map([...CASE.words.places].map(([id, place]) => [id, { ...place, country: 'SY' }])),
};

export const LICENCE = 'https://creativecommons.org/licenses/by/4.0/';
export const CITATION = 'Valley Documentation Centre, "Wadi an-Nur 2019"';

/** The invented case as it is exported in tests. */
export const EXPORT: ExportInput = { ...CASE, words: FORM_WORDS, licence: LICENCE, citation: CITATION };

/** The same with other parts of the record. */
export const exportWith = (record: Partial<PublishInput['record']>): ExportInput => ({
  ...EXPORT,
  record: { ...EXPORT.record, ...record },
});
