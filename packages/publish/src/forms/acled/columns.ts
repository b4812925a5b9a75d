import type { Column } from '../../tables/csv.js';
import type { FormInput } from '../form.js';
import type { AcledEvent } from './events.js';
import { notesOf } from './notes.js';
import { interactionOf, type Side } from './sides.js';
import { scaleOf, sourceCell, tellersOf } from './sources.js';

const names = (sides: readonly Side[]): string => sides.map(({ name }) => name.replaceAll(';', ',')).join('; ');
/** Four decimals of a degree, as ACLED has them: some ten metres. */
const rounded = (degrees: number): number => Math.round(degrees * 1e4) / 1e4;

/** Unix seconds of the day as of which the publication is made: the program has no other clock. */
const secondsOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 1000;

/** ACLED's 31 columns in their order. */
export const acledColumns = (input: FormInput): readonly Column<AcledEvent>[] => {
  const { words, published } = input;
  const claims = new Map(published.record.claims.map((claim) => [claim.id, claim]));
  const tellers = (event: AcledEvent) => [
    ...new Set(event.incidents.flatMap((incident) => tellersOf(incident, event.reports, words))),
  ];
  const source = (event: AcledEvent) => sourceCell(tellers(event), words);
  const column = (name: string, ar: string, en: string, cell: Column<AcledEvent>['cell']): Column<AcledEvent> => ({
    name,
    holds: { ar, en },
    cell,
  });
  return [
    column(
      'event_id_cnty',
      'معرّف الحادثة عند إسناد بعد رمز البلد',
      "Isnad's id of the incident behind the letters of the country; none of ACLED's",
      (e) => `${e.country.alpha3}-${e.incidents[0]!.id}`,
    ),
    column('event_date', 'اليوم', 'day, YYYY-MM-DD', (e) => e.day),
    column('year', 'السنة', 'year', (e) => Number(e.day.slice(0, 4))),
    column(
      'time_precision',
      'دقة الزمن: 1 يوم، 2 أسبوع، 3 شهر',
      '1 the day, 2 the week, 3 the month',
      (e) => e.timePrecision,
    ),
    column('disorder_type', 'صنف الاضطراب', 'type of disorder', (e) => e.coding.disorder),
    column('event_type', 'نوع الحدث', 'event type', (e) => e.coding.event),
    column('sub_event_type', 'نوع الحدث الفرعي', 'sub-event type', (e) => e.coding.sub),
    column('actor1', 'الطرف الأول', 'first side', (e) => e.first[0]!.name),
    column('assoc_actor_1', 'من معه', 'with the first side', (e) => names(e.first.slice(1))),
    column('inter1', 'صنف الطرف الأول', 'class of the first side', (e) => e.first[0]!.class),
    column('actor2', 'الطرف الثاني', 'second side', (e) => e.second[0]?.name ?? ''),
    column('assoc_actor_2', 'من معه', 'with the second side', (e) => names(e.second.slice(1))),
    column('inter2', 'صنف الطرف الثاني', 'class of the second side', (e) => e.second[0]?.class ?? ''),
    column('interaction', 'بين من ومن', 'between which classes', (e) =>
      interactionOf(e.first[0]!, e.second[0] ?? null),
    ),
    column('civilian_targeting', 'استهداف مدنيين', 'civilians were the main or only target', (e) =>
      e.targetsCivilians ? 'Civilians targeted' : '',
    ),
    column('iso', 'رقم البلد ISO 3166', 'ISO 3166 number of the country', (e) => e.country.numeric),
    column('region', 'الإقليم', 'region', (e) => e.country.region),
    column('country', 'البلد', 'country', (e) => e.country.name),
    column('admin1', 'المحافظة', 'governorate', (e) => e.located.admin[0] ?? e.place.name),
    column('admin2', 'المنطقة', 'district', (e) => e.located.admin[1] ?? ''),
    column('admin3', 'الناحية', 'subdistrict', (e) => e.located.admin[2] ?? ''),
    column('location', 'الموضع', 'named place', (e) =>
      e.located.town ? `${e.located.town} - ${e.place.name}` : e.place.name,
    ),
    column('latitude', 'خط العرض', 'latitude, WGS 84, four decimals', (e) => rounded(e.place.lat)),
    column('longitude', 'خط الطول', 'longitude, WGS 84, four decimals', (e) => rounded(e.place.lon)),
    column(
      'geo_precision',
      'دقة المكان: 1 بلدة، 2 قربها، 3 منطقة',
      '1 the town, 2 near it, 3 a larger area',
      (e) => e.geoPrecision,
    ),
    column('source', 'المصادر', 'sources', source),
    column('source_scale', 'قرب المصادر', 'nearness of the sources', (e) => scaleOf(tellers(e), e.country, words)),
    column('notes', 'ملخص', 'short account', (e) => notesOf(e, source(e), { ...input, claims })),
    column('fatalities', 'القتلى: أدنى ما ذكر', 'killed: the lowest number told', (e) => e.fatalities),
    column('tags', 'وسوم', 'tags', () => ''),
    column('timestamp', 'ثواني يونكس ليوم النشر', 'Unix seconds of the day of publication', () =>
      secondsOf(published.asOf),
    ),
  ];
};
