import { isoDay } from '@isnad/model';
import type { Column } from '../../tables/csv.js';
import type { FormInput } from '../form.js';
import type { Country } from '../located.js';
import { bestOf, type UcdpEvent } from './event.js';
import { countryName } from './sides.js';
import table from './tables.json' with { type: 'json' };

/** Some metres finer than any place is known. */
const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

const GRID = { cellsPerDegree: 2, rows: 360, columns: 720 } as const;

/** PRIO-GRID's number of the half-degree cell, counted from 1 at 90° S, 180° W, row by row, 360 rows of 720. */
export const gridCellOf = ({ lat, lon }: { readonly lat: number; readonly lon: number }): number => {
  const cell = (degrees: number, most: number) => Math.min(most - 1, Math.floor(degrees * GRID.cellsPerDegree));
  return cell(lat + 90, GRID.rows) * GRID.columns + cell(lon + 180, GRID.columns) + 1;
};

const REGION_OF: Readonly<Record<string, string>> = table.regionOf;

/** UCDP's region of a country; empty where it is not known. */
export const regionOf = ({ alpha2, gw }: Pick<Country, 'alpha2' | 'gw'>): string =>
  table.regions.find(({ from, to }) => gw !== null && from <= gw && gw <= to)?.name ?? REGION_OF[alpha2] ?? '';

/** Strings of one cell, joined by semicolons that stand in none of them. */
const list = (values: readonly (string | null)[]): string =>
  values
    .flatMap((value) => value ?? [])
    .map((value) => value.replaceAll(';', ','))
    .join(';');

/** UCDP GED's 49 columns in their order; those that only UCDP can give stay empty. */
export const ucdpColumns = ({ words }: FormInput): readonly Column<UcdpEvent>[] => {
  const name = (source: string) => words.sources.get(source)?.name.en ?? source;
  const quoted = (text: string | null) => `"${(text ?? '').replaceAll('"', "'")}"`;
  const column = (title: string, ar: string, en: string, cell: Column<UcdpEvent>['cell']): Column<UcdpEvent> => ({
    name: title,
    holds: { ar, en },
    cell,
  });
  const empty = (title: string): Column<UcdpEvent> =>
    column(title, 'رقم لا يعطيه إلا UCDP', 'a value that only UCDP gives; empty', () => '');
  return [
    column('id', 'معرّف الحادثة أو الحصيلة عند إسناد', "Isnad's id of the incident or running count", (e) => e.id),
    column(
      'relid',
      'المعرّف مع البلد والسنة والنوع',
      'the same with country, year and type of violence',
      (e) => `${e.where.country.alpha3}-${isoDay(e.days.first).slice(0, 4)}-${e.dyad.violence}-${e.id}`,
    ),
    column('year', 'السنة', 'year', (e) => Number(isoDay(e.days.first).slice(0, 4))),
    empty('active_year'),
    column('code_status', 'لم يراجعه مرمّز', 'Check: read by a program, not reviewed by a coder', () => 'Check'),
    column(
      'type_of_violence',
      '1 طرفه دولة، 2 بين غير الدول، 3 على مدنيين',
      '1 state-based, 2 non-state, 3 one-sided',
      (e) => e.dyad.violence,
    ),
    empty('conflict_dset_id'),
    empty('conflict_new_id'),
    empty('conflict_name'),
    empty('dyad_dset_id'),
    empty('dyad_new_id'),
    column('dyad_name', 'الطرفان', 'both sides', (e) => `${e.dyad.a.name} - ${e.dyad.b.name}`),
    empty('side_a_dset_id'),
    empty('side_a_new_id'),
    column('side_a', 'الدولة أو الفاعل', 'the government, or the doer', (e) => e.dyad.a.name),
    empty('side_b_dset_id'),
    empty('side_b_new_id'),
    column('side_b', 'الطرف الثاني', 'the other side', (e) => e.dyad.b.name),
    column('number_of_sources', 'عدد التقارير', 'number of reports', (e) => e.reports.length),
    column('source_article', 'العنوان والجهة والتاريخ', 'headline, outlet, date', (e) =>
      list(
        e.reports.map(({ title, outlet, published }) => [quoted(title), outlet ?? '', published.edtf ?? ''].join(',')),
      ),
    ),
    column('source_office', 'الجهات الناشرة', 'outlets', (e) => list(e.reports.map(({ outlet }) => outlet))),
    column('source_date', 'تواريخ النشر', 'publication dates', (e) =>
      list(e.reports.map(({ published }) => published.edtf)),
    ),
    column('source_headline', 'العناوين', 'headlines', (e) => list(e.reports.map(({ title }) => title))),
    column('source_original', 'من تنقل عنهم', 'whom they quote', (e) =>
      list(e.roots.filter((root) => !root.startsWith('report:')).map(name)),
    ),
    column('where_prec', 'دقة المكان 1–7', 'exactness of the place, 1 to 7', (e) => e.where.precision),
    column(
      'where_coordinates',
      'المكان ذو الإحداثيات',
      'place to which the coordinates belong',
      (e) => e.where.place.name,
    ),
    column('where_description', 'المكان كما يروى', 'the place as told', (e) =>
      [e.where.located.town, e.where.place.name].filter(Boolean).join(', '),
    ),
    column('adm_1', 'المحافظة', 'governorate', (e) => e.where.located.admin[0] ?? ''),
    column('adm_2', 'المنطقة', 'district', (e) => e.where.located.admin[1] ?? ''),
    column('latitude', 'خط العرض', 'latitude, WGS 84', (e) => rounded(e.where.place.lat)),
    column('longitude', 'خط الطول', 'longitude, WGS 84', (e) => rounded(e.where.place.lon)),
    column(
      'geom_wkt',
      'النقطة بصيغة WKT',
      'the point as WKT',
      (e) => `POINT (${rounded(e.where.place.lon)} ${rounded(e.where.place.lat)})`,
    ),
    column('priogrid_gid', 'خلية PRIO-GRID', 'cell of PRIO-GRID', (e) => gridCellOf(e.where.place)),
    column('country', 'البلد', 'country', (e) => countryName(e.where.country)),
    column(
      'country_id',
      'رقم البلد (Gleditsch–Ward)',
      'Gleditsch-Ward number of the country',
      (e) => e.where.country.gw ?? '',
    ),
    column('region', 'الإقليم', 'region', (e) => regionOf(e.where.country)),
    column(
      'event_clarity',
      '1 حادثة بعينها، 2 حصيلة مجملة',
      '1 an incident of its own, 2 what is left of a running count',
      (e) => e.clarity,
    ),
    column('date_prec', 'دقة الزمن 1–5', 'exactness of the date, 1 to 5', (e) => e.datePrecision),
    column('date_start', 'أول يوم ممكن', 'first possible day', (e) => isoDay(e.days.first)),
    column('date_end', 'آخر يوم ممكن', 'last possible day', (e) => isoDay(e.days.last)),
    column('deaths_a', 'قتلى الطرف الأول', 'dead of side a', (e) => e.deaths.a),
    column('deaths_b', 'قتلى الطرف الثاني', 'dead of side b', (e) => e.deaths.b),
    column('deaths_civilians', 'قتلى المدنيين', 'dead civilians', (e) => e.deaths.civilians),
    column('deaths_unknown', 'قتلى لا يعرف ممن هم', 'dead of whom it is not known', (e) => e.deaths.unknown),
    column('best', 'أرجح العدد', 'likeliest number of dead', bestOf),
    column('high', 'أعلى العدد', 'highest number of dead', (e) => Math.max(e.high, bestOf(e))),
    column('low', 'أدنى العدد', 'lowest number of dead', (e) => Math.min(e.low, bestOf(e))),
    column('gwnoa', 'رقم دولة الطرف الأول', 'Gleditsch-Ward number of side a', (e) => e.dyad.a.gw ?? ''),
    column('gwnob', 'رقم دولة الطرف الثاني', 'Gleditsch-Ward number of side b', (e) => e.dyad.b.gw ?? ''),
  ];
};
