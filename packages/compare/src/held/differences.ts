import type { Bilingual } from '@isnad/model';
import type { TableForm } from '../table/form.js';
import type { TableCount, TableRow } from '../table/row.js';
import { saidDays } from '../table/values.js';
import { sharedSides } from './likeness.js';
import { daysApart, placesApart } from './near.js';
import { plain } from './plain.js';
import { say } from './say.js';
import type { CompareWords, Range, Subject } from './subject.js';

/** In what a row and an incident that are one differ. */
export interface Difference {
  readonly what: 'date' | 'place' | 'sides' | 'type' | 'killed' | 'wounded';
  /** One holds what the other says, only less exactly; otherwise they cannot both be right. */
  readonly slight: boolean;
  readonly record: string;
  readonly table: string;
  readonly explain: Bilingual;
}

/** Points closer than this are one place, whatever it is called. */
const SAME_KM = 5;

const dateDifference = (row: TableRow, { days, incident }: Subject): readonly Difference[] => {
  if (row.days === null || days === null) return [];
  const apart = daysApart(row.days, days);
  const same = row.days.first === days.first && row.days.last === days.last;
  if (same) return [];
  const sides = { record: incident.date ?? '', table: saidDays(row.days) };
  return [
    {
      what: 'date',
      slight: apart === 0,
      ...sides,
      explain: apart === 0 ? say.datesMeet(sides) : say.daysApart(apart, sides),
    },
  ];
};

const placeDifference = (row: TableRow, subject: Subject, words: CompareWords): readonly Difference[] => {
  const { km, reach, names } = placesApart(row.place, subject);
  if (names === 'same' || (km !== null && km <= SAME_KM)) return [];
  const { place } = subject.incident;
  if (place === null && row.place.names.length === 0 && row.place.point === null) return [];
  const entry = place === null ? undefined : words.places.get(place.id);
  const own = { ar: place?.nameAr ?? entry?.nameAr ?? place?.name ?? '', en: place?.name ?? '' };
  const record = own.en;
  const table = row.place.names[0] ?? (row.place.point ? `${row.place.point.lat}, ${row.place.point.lon}` : '');
  if (place === null) return [{ what: 'place', slight: true, record, table, explain: say.noPlaceInRecord(table) }];
  if (table === '') return [{ what: 'place', slight: true, record, table, explain: say.noPlaceInTable(own) }];
  const slight = names === 'within' || (km !== null && km <= reach - SAME_KM);
  return [{ what: 'place', slight, record, table, explain: say.places(own, table, km) }];
};

const sidesDifference = (
  row: TableRow,
  subject: Subject,
  form: TableForm,
  words: CompareWords,
): readonly Difference[] => {
  if (row.sides.length === 0 || subject.sides.length === 0) return [];
  const shared = sharedSides(row, subject);
  const nameOf = (id: string): Bilingual =>
    words.actors.get(id)?.name ?? words.groups.get(id)?.name ?? { ar: id, en: id };
  const known = new Set(subject.sides.flatMap(({ names }) => [...names]));
  // Tables name sides, and seldom the people whom it befell.
  const isSide = (id: string) => words.actors.has(id) && words.actors.get(id)!.kind !== 'civilians';
  const onlyRecord = subject.sides.filter(({ id }) => isSide(id) && !shared.has(id)).map(({ id }) => nameOf(id));
  const onlyTable = row.sides.filter((name) => !known.has(plain(name)) && !form.isNobody(name));
  if (onlyRecord.length === 0 && onlyTable.length === 0) return [];
  return [
    {
      what: 'sides',
      slight: shared.size > 0,
      record: onlyRecord.map(({ en }) => en).join('; '),
      table: onlyTable.join('; '),
      explain: say.sides(onlyRecord, onlyTable, shared.size > 0),
    },
  ];
};

const typeDifference = (row: TableRow, { types, incident }: Subject, words: CompareWords): readonly Difference[] => {
  const [said] = row.types;
  if (types === null || said === undefined || row.types.some((type) => types.has(plain(type)))) return [];
  const label = words.events.get(incident.type)?.label ?? { ar: incident.type, en: incident.type };
  return [{ what: 'type', slight: false, record: label.en, table: said, explain: say.types(label, said) }];
};

const asRange = ({ low, high }: Range): string => (low === high ? String(low) : `${low}–${high}`);

const countDifference = (count: TableCount, subject: Subject): readonly Difference[] => {
  const { measure, whom } = count;
  const own = subject.count(measure, whom);
  const none = count.zeroIsUnknown && count.high === 0;
  if (own === null && (none || count.high === 0)) return [];
  const table = none ? '0' : asRange(count);
  if (own === null)
    return [{ what: measure, slight: false, record: '', table, explain: say.noCountInRecord(measure, whom, table) }];
  const record = asRange(own);
  if (none)
    return own.high === 0
      ? []
      : [{ what: measure, slight: false, record, table, explain: say.noCountInTable(measure, whom, record) }];
  if (own.low === count.low && own.high === count.high) return [];
  const meet = own.low <= count.high && count.low <= own.high;
  return [{ what: measure, slight: meet, record, table, explain: say.counts(measure, whom, { record, table, meet }) }];
};

/** In what a row and the incident that it matches differ, and how. */
export const differences = (
  row: TableRow,
  subject: Subject,
  form: TableForm,
  words: CompareWords,
): readonly Difference[] => [
  ...dateDifference(row, subject),
  ...placeDifference(row, subject, words),
  ...sidesDifference(row, subject, form, words),
  ...typeDifference(row, subject, words),
  ...row.counts.flatMap((count) => countDifference(count, subject)),
];
