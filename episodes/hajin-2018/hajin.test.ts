import { readFileSync } from 'node:fs';
import path from 'node:path';
import { stages } from '@isnad/cli';
import type { EventClaim, FigureClaim, Toll } from '@isnad/model';
import { parseEdtf } from '@isnad/model';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildEpisode, type Episode } from '../episode.fixture.js';
import { knownFailures } from './known-failures.js';

let hajin: Episode;
beforeAll(async () => {
  hajin = await buildEpisode(import.meta.dirname, stages);
});

const asked = new Set<string>();
/** One thing that must come out; one that is known not to hold yet fails the run when it starts to hold. */
const must = (what: string, holds: () => void) => {
  asked.add(what);
  (knownFailures[what] === undefined ? it : it.fails)(what, holds);
};

const at = (claim: EventClaim | FigureClaim, wording: string): boolean =>
  claim.places.some((place) => place.text.includes(wording));
const named = (claim: EventClaim | FigureClaim, name: string): boolean =>
  claim.places.some((place) => place.name === name);
/** The figures of a report as `measure group value`, for reading them at a glance. */
const counts = (number: string, measure: string): readonly string[] =>
  hajin.figures(number, measure).map(({ group, min, max }) => `${group} ${min === max ? min : `${min}-${max}`}`);
const figure = (number: string, min: number, measure = 'killed'): FigureClaim =>
  hajin.figures(number, measure).find((candidate) => candidate.min === min)!;
/** Whether one figure is a stated part of another, directly or through a part of it. */
const isPartOf = (part: FigureClaim, whole: FigureClaim): boolean => {
  const parent = hajin.record.claims.find(({ id }) => id === part.partOf);
  return parent?.kind === 'figure' && (parent.id === whole.id || isPartOf(parent, whole));
};
const captureOf = (number: string, wording: string): EventClaim =>
  hajin.events(number, 'capture').find((event) => at(event, wording))!;
const strikeIn = (number: string): EventClaim =>
  hajin.events(number, 'air-strike').find((event) => at(event, 'البقعان'))!;
/** Values of the Observatory's running count since 10 September, in order of the days they stood. */
const runningCount = (measure: string, group: string): readonly (number | null)[] =>
  tollSince(measure, group)?.points.map((point) => point.min) ?? [];
const tollSince = (measure: string, group: string): Toll | undefined =>
  hajin.record.tolls.find(
    (toll) => toll.source === 'sohr' && toll.measure === measure && toll.group === group && toll.from === '2018-09-10',
  );

describe('reading', () => {
  must('every quote stands where its span says', () => {
    const numbers = hajin.record.reports.map(({ path }) => path.slice(0, 2));
    expect(numbers).toHaveLength(12);
    for (const number of numbers) {
      const text = hajin.text(number);
      for (const { span } of [...hajin.events(number), ...hajin.figures(number)])
        expect(text.slice(span.start, span.end)).toBe(span.text);
    }
  });

  // سيطرت … فجر اليوم الاثنين على حي حوامة … وفق ما أفاد به المرصد
  must('the quarter is taken in May, on the day the report says, by its source', () => {
    const told = hajin.events('01', 'capture').filter((event) => at(event, 'حوامة'));
    expect(told.map(({ actors }) => actors)).toEqual(told.map(() => ['sdf']));
    // The headline names no source.
    expect(told.map(({ attribution }) => attribution)).toContainEqual(['sohr']);
    expect(hajin.events('01', 'capture').map(({ date }) => date?.replace('~', ''))).toContain('2018-05-28');
  });

  // حاول … التقدم … غير أن المحاولة أخفقت وتراجع
  must('an attempt that failed is no capture', () => {
    const captures = hajin.events('01', 'capture').filter(({ modality }) => modality === 'asserted');
    expect(captures.length).toBeGreaterThan(0);
    for (const capture of captures) expect(capture.actors).toEqual(['sdf']);
  });

  // ستحاصر هجين من ثلاث جهات
  must('a siege that is planned is not told as one that happened', () => {
    const sieges = hajin.events('02', 'siege');
    expect(sieges.map(({ modality }) => modality)).toEqual(['planned']);
  });

  // ولم تتوفر معلومات عن خسائر المدنيين
  must('no information on losses is not a count of zero', () => {
    expect(counts('02', 'killed')).toEqual(expect.arrayContaining(['is 27', 'sdf 5']));
    expect(hajin.figures('02').filter(({ min }) => min === 0)).toEqual([]);
  });

  // ارتفعت حصيلة … إلى 72 مقاتلاً، بعد أن كانت 41
  must('a count that rises replaces the earlier one', () => {
    expect(figure('03', 72)).toMatchObject({ group: 'sdf', scope: 'cumulative' });
    expect(counts('03', 'killed')).toEqual(expect.arrayContaining(['sdf 72', 'sdf 41', 'sdf 339', 'is 581']));
  });

  // أفاد المرصد … وكالة فرانس برس: told to the agency by the Observatory
  must('the chain runs from the agency to the Observatory', () => {
    expect(figure('03', 72).attribution.at(-1)).toBe('sohr');
    const repeated = hajin.figures('06', 'killed').find(({ min }) => min === 43)!;
    expect(repeated.attribution).toEqual(['afp', 'sohr']);
  });

  // نفى أن يكون التنظيم قد وصل إلى الحدود العراقية
  must('what is denied is kept as denied', () => {
    expect(hajin.events('03').some(({ modality, type }) => modality === 'denied' && type === 'advance')).toBe(true);
    expect(hajin.events('12').some(({ modality, actors }) => modality === 'denied' && actors.includes('is'))).toBe(
      true,
    );
  });

  // مقتل 43 شخصاً، بينهم 36 مدنياً …، من ضمنهم 17 طفلاً و12 امرأة
  must('parts inside parts keep their wholes', () => {
    const whole = figure('04', 43);
    const civilians = figure('04', 36);
    expect(counts('04', 'killed')).toEqual(
      expect.arrayContaining(['persons 43', 'civilians 36', 'children 17', 'women 12']),
    );
    expect(civilians.partOf).toBe(whole.id);
    expect(isPartOf(figure('04', 17), whole)).toBe(true);
    expect(isPartOf(figure('04', 12), whole)).toBe(true);
  });

  // ميليشيا «قسد» المدعومة أميركياً، طيران «التحالف»
  must('loaded names are read as the sides they name', () => {
    const strikes = hajin.events('05', 'air-strike').map(({ actors, date }) => `${actors.join('+')} ${date}`);
    expect(strikes).toContain('coalition 2018-11-17');
    expect(hajin.events('05', 'shelling').map(({ actors }) => actors)).toContainEqual(['sdf']);
    expect(hajin.events('05', 'repelled').map(({ actors }) => actors)).toContainEqual(['syrian-government']);
  });

  // نفى التحالف … أن تكون طائراته قد قتلت مدنيين
  must('the denial of the strike’s victims is a denied claim whose root is the coalition', () => {
    const denied = hajin.events('06').filter(({ modality }) => modality === 'denied');
    expect(denied.some(({ attribution }) => attribution.at(-1) === 'coalition')).toBe(true);
  });

  // وفرضت القوات سيطرة نارية على الطريق
  must('control by fire is an advance, not a capture', () => {
    expect(hajin.events('07', 'advance').some(({ span }) => span.text.includes('سيطرة نارية'))).toBe(true);
    expect(hajin.events('07', 'capture').every((event) => at(event, 'حوامة') || at(event, 'الحي'))).toBe(true);
  });

  // شن صباح اليوم هجوماً معاكساً لاستعادة الحي، وأن قواته صدته
  must('a counter-attack that was thrown back takes nothing', () => {
    expect(hajin.events('07', 'counter-attack').map(({ actors }) => actors)).toContainEqual(['is']);
    expect(hajin.events('07', 'repelled').map(({ actors }) => actors)).toContainEqual(['sdf']);
  });

  // قـ.ـصف، اشتبـ.ـاكات، استشـ.ـهاد، غـ.ـارة
  must('words that were broken up are read', () => {
    const types = new Set(hajin.events('08').map(({ type }) => type));
    expect([...types]).toEqual(expect.arrayContaining(['shelling', 'armed-clash', 'air-strike', 'capture']));
    expect(counts('08', 'killed')).toEqual(expect.arrayContaining(['civilians 5', 'children 2']));
    expect(isPartOf(figure('08', 2), figure('08', 5))).toBe(true);
  });

  // هجيم for هجين
  must('a typing slip in the town’s name still finds the town', () => {
    expect(hajin.events('08', 'shelling').some((event) => named(event, 'Hajin') && at(event, 'هجيم'))).toBe(true);
  });

  // ظهر أمس الثلاثاء، in a report of 12 December
  must('a weekday is counted back from the day of publication', () => {
    expect(hajin.events('08', 'air-strike').map(({ date }) => date)).toContain('2018-12-11');
    expect(hajin.events('10', 'capture').map(({ date }) => date)).toEqual(
      expect.arrayContaining(['2018-12-14', '2018-12-11']),
    );
  });

  // سجن سوسة الاتحادي, in Iraq; السوسة, the Syrian town
  must('the prison in Iraq is not the Syrian town of the like name', () => {
    const places = hajin.events('09').flatMap((event) => event.places);
    const prison = places.filter(({ text }) => text.includes('سجن') && text.includes('سوسة'));
    expect(prison.length).toBeGreaterThan(0);
    for (const { lat, lon } of prison) {
      expect(lat).toBeCloseTo(35.8, 0);
      expect(lon).toBeCloseTo(45.1, 0);
    }
    const town = hajin.events('02', 'shelling').flatMap((event) => event.places);
    expect(town.find(({ text }) => text.includes('السوسة'))?.lat).toBeCloseTo(34.5, 0);
  });

  // القبض على 15 من أصل 21 سجيناً فروا … لا يزال ستة آخرون فارين
  must('those who fled, were caught again and are still at large are told apart', () => {
    expect(hajin.figures('09', 'escaped').map(({ min }) => min)).toEqual(expect.arrayContaining([21, 6]));
    expect(hajin.figures('09', 'recaptured').map(({ min }) => min)).toEqual(expect.arrayContaining([15, 9, 6]));
    expect(hajin.figures('09', 'escaped').find(({ min }) => min === 6)?.scope).toBe('standing');
  });

  // طباعة، شارك، مواضيع ذات صلة، أضف تعليقك
  must('nothing is claimed from page furniture', () => {
    for (const [number, first] of [
      ['06', 'طباعة'],
      ['09', 'تعليقات القراء'],
      ['12', 'اقرأ أيضاً'],
    ] as const) {
      const start = hajin.text(number).indexOf(`\n${first}`);
      expect(start).toBeGreaterThan(0);
      for (const { span } of [...hajin.events(number), ...hajin.figures(number)])
        expect(span.end).toBeLessThanOrEqual(start);
    }
  });
});

describe('the README', () => {
  it('shows a claim that is really read', () => {
    const readme = readFileSync(path.join(import.meta.dirname, '../../README.md'), 'utf8');
    const shown = JSON.parse(/```json\n([\s\S]*?)```/.exec(readme)![1]!) as Partial<FigureClaim>;
    expect(shown.min).toBe(902);
    expect(hajin.figures('10')).toContainEqual(expect.objectContaining(shown));
  });
});

describe('what was read and checked before', () => {
  const [, ...sections] = readFileSync(path.join(import.meta.dirname, 'expected.txt'), 'utf8').split(/^== /m);
  const checked = sections.map((section) => {
    const [number, ...lines] = section.split('\n').filter(Boolean);
    return [number!, lines] as const;
  });
  it.each(checked)('is still read in report %s', (number, lines) => {
    const read = hajin.lines(number);
    const [awaited, wanted] = [
      lines.filter((line) => line.startsWith('~ ')),
      lines.filter((line) => !line.startsWith('~ ')),
    ];
    expect(wanted.length).toBeGreaterThan(0);
    expect(wanted.filter((line) => !read.includes(line))).toEqual([]);
    expect(awaited.filter((line) => read.includes(line.slice(2)))).toEqual([]);
  });
});

describe('the record', () => {
  must('the strike on al-Buqan is one incident, told by three reports', () => {
    const incident = hajin.incidentOf(strikeIn('04'));
    expect(hajin.incidentOf(strikeIn('05')).id).toBe(incident.id);
    expect(hajin.incidentOf(strikeIn('06')).id).toBe(incident.id);
    expect(incident).toMatchObject({ type: 'air-strike', reports: 3, outlets: 3 });
    expect(incident.date?.replace('~', '')).toBe('2018-11-17');
  });

  must('outlets that repeat the Observatory are one source', () => {
    const { roots, independent, claims } = hajin.incidentOf(strikeIn('04'));
    expect(roots.filter((root) => root === 'sohr')).toHaveLength(1);
    expect(roots).not.toContain('afp');
    expect(independent).toBe(roots.length);
    expect(independent).toBeLessThan(claims.length);
  });

  // 36 civilians by one source, 40 by another
  must('the two figures of the strike stand side by side as a dispute', () => {
    const figures = new Set(
      [...hajin.figures('04'), ...hajin.figures('05'), ...hajin.figures('06')].map(({ id }) => id),
    );
    const disputes = hajin.record.disputes.filter(
      ({ kind, claims }) => kind === 'figure' && claims.filter((id) => figures.has(id)).length > 1,
    );
    expect(disputes.length).toBeGreaterThan(0);
    const range = hajin
      .incidentOf(strikeIn('04'))
      .figures.find(({ measure, group }) => measure === 'killed' && group === 'civilians');
    expect(range).toMatchObject({ low: 36, high: 40 });
  });

  must('the coalition’s denial is shown as a dispute', () => {
    const denied = hajin.events('06').filter(({ modality }) => modality === 'denied');
    const ids = new Set(denied.map(({ id }) => id));
    const disputes = hajin.record.disputes.filter(({ claims }) => claims.some((id) => ids.has(id)));
    expect(disputes.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining([expect.stringMatching(/occurrence|responsibility|figure/)]),
    );
  });

  must('the quarter taken in May and in December is two incidents', () => {
    const may = hajin.incidentOf(captureOf('01', 'حوامة'));
    const december = hajin.incidentOf(captureOf('07', 'حوامة'));
    expect(may.id).not.toBe(december.id);
    expect([may.date, december.date].map((date) => date?.replace('~', ''))).toEqual(['2018-05-28', '2018-12-05']);
    expect(december.claims.some((id) => may.claims.includes(id))).toBe(false);
  });

  must('the look-alikes name each other', () => {
    const may = hajin.incidentOf(captureOf('01', 'حوامة'));
    const december = hajin.incidentOf(captureOf('07', 'حوامة'));
    const names = [...may.related, ...december.related].filter(({ how }) => how === 'look-alike');
    expect(names.map(({ incident }) => incident)).toEqual(expect.arrayContaining([expect.stringMatching(may.id)]));
  });

  must('the capture of Hajin is one incident of 14 December, told by the dated and the undated report', () => {
    const told = hajin.events('10', 'capture').find((event) => event.date === '2018-12-14')!;
    const incident = hajin.incidentOf(told);
    expect(incident.date?.replace('~', '')).toBe('2018-12-14');
    expect(incident.place?.name).toBe('Hajin');
    const undated = hajin.events('11', 'capture').find((event) => at(event, 'هجين'))!;
    expect(hajin.incidentOf(undated).id).toBe(incident.id);
    expect(incident.claims).not.toContain(captureOf('07', 'حوامة').id);
  });

  must('the hospital’s capture is another incident, three days before', () => {
    const agency = hajin.events('10', 'capture').find((event) => at(event, 'مستشفى'))!;
    const activists = hajin.events('08', 'capture').find((event) => at(event, 'مستشفى'))!;
    expect(hajin.incidentOf(agency).id).toBe(hajin.incidentOf(activists).id);
    expect(hajin.incidentOf(agency).date?.replace('~', '')).toBe('2018-12-11');
  });

  // فجر الجمعة الفائت, in a report without any date
  must('the undated report is dated by what it shares with the others', () => {
    const { edtf, basis } = hajin.report('11').published;
    expect(basis).toBe('aligned');
    const days = parseEdtf(edtf)!;
    expect(days.first).toBeGreaterThanOrEqual(parseEdtf('2018-12-14')!.first);
    expect(days.last).toBeLessThanOrEqual(parseEdtf('2018-12-21')!.last);
  });

  must('all other dates are those that were given', () => {
    const dated = hajin.record.reports.filter(({ path }) => !path.startsWith('11'));
    expect(dated.map(({ published }) => `${published.edtf} ${published.basis}`).sort()).toEqual(
      `2018-05-28 2018-09-11 2018-10-28 2018-11-17 2018-11-18 2018-11-19 2018-12-06 2018-12-12 2018-12-13 2018-12-14 2018-12-17`
        .split(' ')
        .map((day) => `${day} given`),
    );
  });

  must('the Observatory’s count of fighters killed runs through three reports', () => {
    expect(runningCount('killed', 'is')).toEqual([581, 902, 930]);
    expect(runningCount('killed', 'sdf')).toEqual([339, 496, 539]);
  });

  must('so does its count of civilians, with children and women as parts', () => {
    expect(runningCount('killed', 'civilians')).toEqual([322, 324]);
    expect(runningCount('killed', 'children')).toEqual([113, 115]);
    expect(runningCount('killed', 'women')).toEqual([70, 72]);
    expect(tollSince('killed', 'children')?.partOf).toBe(tollSince('killed', 'civilians')?.id);
  });

  must('the count of the counter-attack is its own series: 41, then 72', () => {
    const series = hajin.record.tolls.filter(({ measure, group }) => measure === 'killed' && group === 'sdf');
    expect(series.map(({ points }) => points.map(({ min }) => min))).toContainEqual([41, 72]);
  });

  must('no count of the episode falls, and its parts fit into their wholes', () => {
    const checks = hajin.record.checks.filter(({ kind }) => kind === 'never-falls' || kind === 'parts-fit');
    expect(checks.length).toBeGreaterThan(0);
    expect(checks.filter(({ ok }) => !ok)).toEqual([]);
  });

  must('the town is said to be held by the SDF from 14 December', () => {
    const ledger = hajin.record.control.find(({ place }) => place.name === 'Hajin')!;
    const days = ledger.spans.filter(({ holder }) => holder === 'sdf').map(({ from }) => from?.replace('~', ''));
    expect(days).toContain('2018-12-14');
  });

  // تسيطر على البلدة بالكامل / ما زال يسيطر على نصف البلدة
  must('who holds the town after its capture is disputed', () => {
    const ids = new Set(hajin.events('12').map(({ id }) => id));
    const disputes = hajin.record.disputes.filter(
      ({ kind, claims }) => kind === 'control' && claims.some((id) => ids.has(id)),
    );
    expect(disputes.length).toBeGreaterThan(0);
  });

  must('nothing of the Iraqi prison is in an incident with Syria', () => {
    const prison = new Set(
      hajin.record.claims.filter(({ report }) => report === hajin.report('09').id).map(({ id }) => id),
    );
    const escapes = hajin.record.incidents.filter(({ type }) => type === 'escape');
    expect(escapes.length).toBeGreaterThan(0);
    for (const { claims } of escapes) expect(claims.every((id) => prison.has(id))).toBe(true);
  });

  // الطفلة سلوى العويد (9 سنوات)
  must('a private name is in the record and in no page that is published', () => {
    expect(hajin.text('08')).toContain('سلوى العويد');
    expect(hajin.dossier.length).toBeGreaterThan(10_000);
    expect(hajin.dossier).not.toContain('سلوى');
    expect(hajin.dossier).not.toContain('العويد');
  });
});

describe('the list of known failures', () => {
  it('names only things that are asked', () => {
    expect(Object.keys(knownFailures).filter((what) => !asked.has(what))).toEqual([]);
  });
});
