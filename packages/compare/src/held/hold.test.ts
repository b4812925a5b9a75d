import { describe, expect, it } from 'vitest';
import { readCells } from '../table/cells.js';
import { formOf, tableForms } from '../table/forms.js';
import { incident, RECORD, WORDS } from '../valley.fixture.js';
import { type Held, hold } from './hold.js';
import { comparisonReport } from './report.js';

const held = async (table: string, record = RECORD): Promise<Held> => {
  const cells = await readCells(new TextEncoder().encode(table));
  const form = formOf(cells.headings);
  const { rows, notes } = form.rows(cells, { columns: {}, dates: null });
  expect(notes.filter(({ severity }) => severity === 'error')).toEqual([]);
  return hold(record, rows, form, WORDS);
};

const ACLED =
  'event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,assoc_actor_1,actor2,assoc_actor_2,admin2,location,latitude,longitude,geo_precision,fatalities';
const acled = (...rows: readonly string[]) => held([ACLED, ...rows].join('\n'));
const STRIKE =
  'SYR1,2019-03-01,1,Explosions/Remote violence,Air/drone strike,Military Forces of Syria (2000-),,Civilians (Syria),,North District,Ayn al-Rayhan,35.1,40.4,1,5';
const CLASH =
  'SYR2,2019-03-10,1,Battles,Armed clash,Military Forces of Syria (2000-2024),,Plain Faction,,North District,Rummana,35.3,40.4,1,3';
const CAPTURE =
  'SYR3,2019-03-12,1,Battles,Non-state actor overtakes territory,Plain Faction,,Military Forces of Syria (2000-2024),,North District,Rummanah,35.3,40.4,1,0';

const shown = ({ matched, onlyInTable, onlyInRecord, notForTable }: Held) => ({
  matched: matched.map(({ row, incident: id, differences }) => [
    row.id ?? row.at,
    id,
    ...differences.map(({ what, slight }) => (slight ? `(${what})` : what)),
  ]),
  table: onlyInTable.map(({ row, why }) => [row.id ?? row.at, why.code]),
  record: onlyInRecord.map(({ incident: id, why }) => [id, why.code]),
  out: [...notForTable.values()].flat(),
});

describe('a record held against an ACLED table', () => {
  it('matches what is the same, its number within the range of the record', async () => {
    expect(shown(await acled(STRIKE, CLASH, CAPTURE))).toEqual({
      matched: [
        ['SYR1', 'c:strike', '(killed)'],
        ['SYR2', 'c:clash'],
        ['SYR3', 'c:capture'],
      ],
      table: [],
      record: [],
      out: ['c:denied'],
    });
  });

  it('tells two days, another number, another place and another side apart', async () => {
    const late = STRIKE.replace('2019-03-01', '2019-03-03').replace(/,5$/, ',12');
    const elsewhere = CLASH.replace('Rummana,35.3', 'Mazraa,35.21').replace('Plain Faction', 'Hill Battalion');
    const result = await acled(late, elsewhere, CAPTURE);
    expect(shown(result).matched).toEqual([
      ['SYR1', 'c:strike', 'date', 'killed'],
      ['SYR2', 'c:clash', 'place', '(sides)'],
      ['SYR3', 'c:capture'],
    ]);
    expect(result.matched[0]!.differences.map(({ explain }) => explain)).toEqual([
      {
        ar: 'بينهما يومان: السجل 2019-03-01 والجدول 2019-03-03',
        en: '2 days apart: the record 2019-03-01, the table 2019-03-03',
      },
      { ar: 'القتلى: السجل 5–7 والجدول 12', en: 'killed: the record 5–7, the table 12' },
    ]);
    expect(result.matched[1]!.differences[0]!.explain.en).toBe(
      'the record places it in Rummana, the table in Mazraa, 10 km apart',
    );
    expect(result.matched[1]!.differences[1]!.explain.en).toBe(
      'only in the record: Plain Faction; only in the table: Hill Battalion',
    );
  });

  it('says why a row, and why an incident, has no counterpart', async () => {
    const other = STRIKE.replace('SYR1', 'SYR9').replace('2019-03-01', '2019-03-09').replace('Ayn al-Rayhan', 'Safa');
    const before = STRIKE.replace('SYR1', 'SYR8').replace('2019-03-01', '2017-01-01');
    const far = CLASH.replace('SYR2', 'SYR7').replace('Rummana,35.3,40.4', 'Tall Baid,33.0,38.0');
    const undated = CLASH.replace('SYR2', 'SYR6').replace('2019-03-10', 'spring');
    const result = shown(await acled(other, before, far, undated));
    expect(result.table).toEqual([
      ['SYR9', 'unlike'],
      ['SYR8', 'outside-period'],
      ['SYR7', 'nothing-near'],
      ['SYR6', 'no-date'],
    ]);
    expect(result.record.map(([id]) => id)).toEqual(['c:strike', 'c:clash', 'c:capture']);
  });

  it('takes the middle of a week for the whole week, and fatalities of 0 for no number', async () => {
    const week = STRIKE.replace('2019-03-01,1', '2019-03-04,2').replace(/,5$/, ',0');
    const [, ...rest] = shown(await acled(week)).matched[0]!;
    expect(rest).toEqual(['c:strike', '(date)', 'killed']);
    const none = CAPTURE.replace(/,0$/, ',4');
    expect(shown(await acled(none)).matched[0]).toEqual(['SYR3', 'c:capture', 'killed']);
  });

  it('lets one row stand for two incidents that such a table merges, and two rows for one', async () => {
    const twin = incident('c:strike2', {});
    const record = {
      ...RECORD,
      incidents: [...RECORD.incidents, twin],
      claims: [...RECORD.claims, { ...RECORD.claims[0]!, id: 'c:strike2' }],
    };
    const merged = await held([ACLED, STRIKE].join('\n'), record);
    expect(merged.matched[0]!.incidentsBeside).toEqual(['c:strike2']);
    const split = await acled(STRIKE, STRIKE.replace('SYR1', 'SYR1b'));
    expect([split.matched.length, split.matched[0]!.rowsBeside]).toEqual([1, [3]]);
  });
});

describe('other tables', () => {
  it('holds the range of UCDP against that of the record, and no summary event against an incident', async () => {
    const table = [
      'id,type_of_violence,date_start,date_end,where_prec,where_coordinates,adm_2,latitude,longitude,event_clarity,side_a,side_b,best,high,low',
      '11,3,2019-03-01,2019-03-02,1,Ayn ar Rayhan,North District,35.1,40.4,1,Government of Syria,Civilians,8,9,8',
      '12,3,2019-03-01,2019-03-31,3,North District,North District,35.2,40.5,2,Government of Syria,Civilians,90,90,90',
    ].join('\n');
    const result = shown(await held(table));
    expect(result.matched).toEqual([['11', 'c:strike', '(date)', 'killed']]);
    expect(result.table).toEqual([['12', 'summary']]);
    expect(result.record).toEqual([['c:clash', 'unlike']]);
    expect(result.out).toContain('c:capture');
  });

  it('reads incidents of Airwars, civilians and fighters apart', async () => {
    const table = JSON.stringify([
      {
        unique_reference_code: 'V1',
        date: '2019-03-01',
        latitude: 35.1,
        longitude: 40.4,
        geolocation_accuracy: 'Village',
        civilians_killed_min: 6,
        civilians_killed_max: 8,
        militants_killed_min: 0,
        militants_killed_max: 0,
        belligerents: ['Government forces'],
      },
    ]);
    expect(shown(await held(table))).toMatchObject({ matched: [['V1', 'c:strike', '(killed)']], record: [] });
  });

  it('reads a spreadsheet of one’s own in Arabic: months in words, Arabic digits, sides by any of their names', async () => {
    const table = [
      'الرقم;التاريخ;المكان;الجهة المسؤولة;نوع الحادثة;عدد القتلى',
      '١;1 آذار 2019;عين الريحان;الجيش الحكومي;غارة جوية;٥',
      '٢;١٠ مارس ٢٠١٩;الرمّانة;فصيل السهل;اشتباكات;٩ - ١١',
    ].join('\n');
    expect(shown(await held(table)).matched).toEqual([
      ['١', 'c:strike', '(killed)'],
      ['٢', 'c:clash', '(sides)', 'killed'],
    ]);
  });

  it('takes the columns that a person names', async () => {
    const cells = await readCells(new TextEncoder().encode('wann,wo,wer,tote\n05/03/2019,Rummana,Plain Faction,3\n'));
    const own = tableForms.at(-1)!;
    const columns = { date: 'wann', place: 'wo', side: 'wer', killed: 'tote' };
    expect(own.rows(cells, { columns: {}, dates: null }).notes.map(({ code }) => code)).toContain('compare/no-column');
    const unclear = own.rows(cells, { columns, dates: null });
    expect(unclear.notes.map(({ code }) => code)).toEqual(['compare/unread-dates']);
    expect(own.rows(cells, { columns, dates: 'dmy' }).rows[0]!.days).toEqual({ first: 17960, last: 17960 });
    expect(own.rows(cells, { columns, dates: 'mdy' }).rows[0]!.days).toEqual({ first: 18019, last: 18019 });
  });
});

describe('the report of a comparison', () => {
  it('counts every row and every incident once, and is the same each time', async () => {
    const table = [ACLED, STRIKE, CLASH.replace(/,3$/, ',30')].join('\n');
    const [one, two] = [await held(table), await held(table)].map((result) =>
      comparisonReport(result, RECORD, { form: 'acled', rows: 2 }),
    );
    expect(two).toEqual(one);
    expect(one!.counts).toEqual({ agree: 1, differ: 1, onlyInTable: 0, onlyInRecord: 1, notForTable: 1 });
    const { agree, differ, onlyInRecord, notForTable } = one!.counts;
    expect(agree + differ + onlyInRecord + notForTable).toBe(RECORD.incidents.length);
  });
});
