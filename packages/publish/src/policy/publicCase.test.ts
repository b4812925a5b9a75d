import { describe, expect, it } from 'vitest';
import { asOfDaysAfter, CASE, CLAIMS, PRIVATE_NAME, REPORTS, TEXTS } from '../case.fixture.js';
import { standingPolicy } from './policy.js';
import { publicCase } from './publicCase.js';
import { cutAtVeils, sayVeils, VEIL } from './veil.js';

const incidentOf = (input = CASE, type: string) => publicCase(input).record.incidents.find((i) => i.type === type);
const claimIn = (of: ReturnType<typeof publicCase>, id: string) => of.record.claims.find((claim) => claim.id === id);

describe('private names', () => {
  it('are covered where the reader saw them, letter for letter, so that offsets stay true', () => {
    const covered = publicCase(CASE).texts.get(REPORTS.first)!;
    const at = TEXTS.first.indexOf(PRIVATE_NAME);
    expect(covered).toHaveLength(TEXTS.first.length);
    expect(covered.slice(at, at + PRIVATE_NAME.length)).toBe(VEIL.name.repeat(PRIVATE_NAME.length));
    expect(covered.slice(0, at)).toBe(TEXTS.first.slice(0, at));
  });

  it('are covered in another report, with a clitic, and in sentences that the program composed', () => {
    const { record, texts } = publicCase(CASE);
    expect(texts.get(REPORTS.second)).not.toContain('سلمى');
    expect(record.disputes[0]!.explain.ar).not.toContain('سلمى');
    expect(record.incidents[0]!.why[0]!.because.join()).not.toContain('سلمى');
    expect(record.reports[1]!.published.reason).not.toContain('سلمى');
  });

  it('leave the register of those harmed in the working record', () => {
    const harmed = {
      id: 'p:1',
      name: PRIVATE_NAME,
      described: null,
      public: false,
      sex: null,
      age: null,
      roles: ['victim' as const],
      incidents: [],
      roots: [],
      reports: 1,
      mentions: [],
    };
    const { record } = publicCase({ ...CASE, record: { ...CASE.record, people: [harmed] } });
    expect(JSON.stringify(record)).not.toContain(PRIVATE_NAME);
  });

  it('are found however they are written', () => {
    const spelled = 'قالت سَلمى  عبد الكــريم للوكالة';
    const input = { ...CASE, record: { ...CASE.record, case: spelled } };
    expect(sayVeils(publicCase(input).record.case)).toBe('قالت [اسم محجوب · name withheld] للوكالة');
  });

  it('stand when the editor lets them through', () => {
    expect(publicCase({ ...CASE, names: true }).texts.get(REPORTS.second)).toContain(PRIVATE_NAME);
  });

  it('a word for a group of people is no name, though the reader describes a person by it', () => {
    const start = TEXTS.first.indexOf('طفلان');
    const described = {
      role: 'victim' as const,
      public: false,
      age: 9,
      sex: null,
      start,
      end: start + 5,
      text: 'طفلان',
    };
    const input = {
      ...CASE,
      readings: new Map([[REPORTS.first, { report: { furniture: [], language: 'ar' }, persons: [described] }]]),
      words: {
        ...CASE.words,
        groups: new Map([
          [
            'children',
            { name: { ar: 'أطفال', en: 'children' }, singular: ['طفل'], dual: ['طفلان'], plural: ['أطفال'] },
          ],
        ]),
      },
      record: { ...CASE.record, case: 'طفلان' },
    };
    expect(publicCase(input).record.case).toBe('طفلان');
  });
});

describe('sensitive places', () => {
  it.each([
    ['reinforcement', 'x.north', 'a type of the table'],
    ['other', 'x.north', 'a hospital by its name'],
    ['capture', 'x.rummana', 'not sensitive'],
    ['air-strike', 'x.ayn', 'not sensitive'],
  ])('%s is placed at %s (%s)', (type, place) => {
    expect(incidentOf(CASE, type)?.place?.id).toBe(place);
  });

  it('are covered in the words and replaced in the title', () => {
    const one = publicCase(CASE);
    const claim = claimIn(one, CLAIMS.reinforcement.id)!;
    expect(sayVeils(claim.span.text)).toBe('واستقدمت قوات الحكومة تعزيزات إلى قرية [مكان محجوب · place withheld]');
    expect(claim.places[0]).toMatchObject({ id: 'x.north', lat: 35.0, lon: 40.5, precision: 3 });
    expect(one.record.incidents.find(({ id }) => id === claim.id)!.title).toEqual({
      ar: 'تعزيزات · منطقة الشمال',
      en: 'reinforcement · North District',
    });
    expect([...one.coarsened].sort()).toEqual([CLAIMS.reinforcement.id, CLAIMS.transfer.id].sort());
  });

  it('of which the lexicon knows no district are withheld whole', () => {
    const input = { ...CASE, words: { ...CASE.words, places: new Map() } };
    expect(incidentOf(input, 'reinforcement')?.place).toMatchObject({ id: 'withheld', lat: null, lon: null });
  });

  it('are given as they are once a publisher lifts the policy', () => {
    const input = { ...CASE, policy: { ...standingPolicy, lifted: 'ten years ago' } };
    expect(incidentOf(input, 'reinforcement')?.place?.id).toBe('x.tall');
  });
});

describe('sensitive and recent', () => {
  it.each([
    [13, false],
    [14, true],
  ])('%i days after: published %s', (days, is) => {
    expect(incidentOf(asOfDaysAfter(days), 'reinforcement') !== undefined).toBe(is);
  });

  it('leaves out the claim, covers its words and leaves links to it out', () => {
    const one = publicCase(asOfDaysAfter(5));
    expect(claimIn(one, CLAIMS.reinforcement.id)).toBeUndefined();
    expect(one.texts.get(REPORTS.first)).not.toContain('تعزيزات');
    expect(one.record.incidents.find(({ type }) => type === 'capture')!.related).toEqual([]);
    expect(one.withheld).toMatchObject({ youngIncidents: 2, youngClaims: 2 });
  });

  it('what has no date at all counts as recent', () => {
    const published = { edtf: null, basis: 'none' as const, reason: '' };
    const record = {
      ...CASE.record,
      reports: CASE.record.reports.map((report) => ({ ...report, published })),
      claims: CASE.record.claims.map((claim) => (claim.kind === 'event' ? { ...claim, date: null } : claim)),
      incidents: CASE.record.incidents.map((incident) => ({ ...incident, date: null })),
    };
    expect(incidentOf({ ...CASE, record }, 'reinforcement')).toBeUndefined();
  });

  it('refuses an as-of that is no day', () => {
    expect(() => publicCase({ ...CASE, asOf: 'yesterday' })).toThrow('as-of is no EDTF day: yesterday');
  });
});

describe('veils', () => {
  it('are cut out run by run', () => {
    expect(cutAtVeils(`أ${VEIL.name}${VEIL.name}${VEIL.place}ب`)).toEqual([
      { text: 'أ', withheld: null },
      { text: VEIL.name.repeat(2), withheld: 'name' },
      { text: VEIL.place, withheld: 'place' },
      { text: 'ب', withheld: null },
    ]);
  });
});
