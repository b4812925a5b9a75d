import { type Incident, isoDay } from '@isnad/model';
import { rounded } from '../../geojson.js';
import { type Cell, type Column, csv, joined } from '../../tables/csv.js';
import { csvMetadata, metadataName } from '../csvMetadata.js';
import { daysOf } from '../days.js';
import type { Form, FormInput } from '../form.js';
import { toldOf } from '../happened.js';
import { harmOf, ownFigures } from '../harm.js';
import { locate } from '../located.js';
import { lossTally } from '../losses.js';
import affected from './affected.json' with { type: 'json' };

/** A column with its hashtag. */
interface Tagged extends Column<Incident> {
  readonly tag: string;
}

const columnsOf = ({ published: { record }, words }: FormInput): readonly Tagged[] => {
  const looking = { words, claims: new Map(record.claims.map((claim) => [claim.id, claim])) };
  const column = (name: string, tag: string, ar: string, en: string, cell: (incident: Incident) => Cell): Tagged => ({
    name,
    tag,
    holds: { ar, en },
    cell,
  });
  const named = (ids: readonly string[]) =>
    joined(ids.map((id) => words.actors.get(id)?.name.en ?? words.groups.get(id)?.name.en ?? id));
  const at = (incident: Incident) => (incident.place ? locate(incident.place, words) : null);
  const day = (incident: Incident, end: 'first' | 'last') => {
    const days = daysOf(incident.date);
    return days ? isoDay(days[end]) : null;
  };
  const people = affected.columns.flatMap(({ name, measure, group, tag }) =>
    (['low', 'high'] as const).map((end) => {
      const [suffix, ar, en] =
        end === 'low' ? ['min', 'أدنى عدد', 'lowest number'] : ['max', 'أعلى عدد', 'highest number'];
      return column(
        `${name}_${suffix}`,
        `${tag}+${suffix}`,
        `${ar}: ${name}`,
        `${en}: ${name.replace('_', ', ')}`,
        (incident) => {
          if (group === null) return harmOf(incident, measure, looking)?.[end] ?? null;
          return (
            ownFigures(incident, looking).find((one) => one.measure === measure && one.group === group)?.[end] ?? null
          );
        },
      );
    }),
  );
  return [
    column('id', '#event+code', 'معرّف الحادثة', 'id of the incident', ({ id }) => id),
    column('date_from', '#date+start', 'أول يوم ممكن', 'first possible day', (i) => day(i, 'first')),
    column('date_to', '#date+end', 'آخر يوم ممكن', 'last possible day', (i) => day(i, 'last')),
    column('type', '#event+type', 'نوع الحدث', 'event type', ({ type }) => words.events.get(type)?.label.en ?? type),
    column('title', '#description+i_en', 'العنوان بالإنكليزية', 'title in English', ({ title }) => title.en),
    column('title_ar', '#description+i_ar', 'العنوان بالعربية', 'title in Arabic', ({ title }) => title.ar),
    column('modality', '#event+status', 'كيف يروى', 'how it is told', ({ modality }) => modality),
    column('actors', '#group+name+first', 'الفاعلون', 'who did it', ({ actors }) => named(actors)),
    column('targets', '#group+name+second', 'المستهدفون', 'whom it befell', ({ targets }) => named(targets)),
    column('country', '#country+name', 'البلد', 'country', (i) => at(i)?.country?.name ?? null),
    column('iso3', '#country+code', 'رمز البلد', 'ISO 3166 code of the country', (i) => at(i)?.country?.alpha3 ?? null),
    column('admin1', '#adm1+name', 'المحافظة', 'governorate', (i) => at(i)?.admin[0] ?? null),
    column('admin2', '#adm2+name', 'المنطقة', 'district', (i) => at(i)?.admin[1] ?? null),
    column('admin3', '#adm3+name', 'الناحية', 'subdistrict', (i) => at(i)?.admin[2] ?? null),
    column('place', '#loc+name+i_en', 'المكان بالإنكليزية', 'place in English', ({ place }) => place?.name ?? null),
    column('place_ar', '#loc+name+i_ar', 'المكان بالعربية', 'place in Arabic', ({ place }) => place?.nameAr ?? null),
    column('lat', '#geo+lat', 'خط العرض', 'latitude, WGS 84', ({ place }) =>
      place?.lat == null ? null : rounded(place.lat),
    ),
    column('lon', '#geo+lon', 'خط الطول', 'longitude, WGS 84', ({ place }) =>
      place?.lon == null ? null : rounded(place.lon),
    ),
    column(
      'precision',
      '#geo+precision',
      '1 الموضع، 2 قربه، 3 منطقة، 4 محافظة',
      '1 the place, 2 near it, 3 a district, 4 a governorate',
      ({ place }) => place?.precision ?? null,
    ),
    ...people,
    column(
      'grade',
      '#meta+grade',
      'درجة الأذى بالمدنيين',
      'grade of harm to civilians',
      ({ grade }) => grade?.value ?? null,
    ),
    column('reports', '#meta+reports+num', 'عدد التقارير', 'number of reports', ({ reports }) => reports),
    column(
      'independent',
      '#meta+independent+num',
      'عدد المصادر المستقلة',
      'number of independent sources',
      ({ independent }) => independent,
    ),
    column('sources', '#meta+source', 'المصادر الأصلية', 'root sources', ({ roots }) =>
      joined(roots.map((root) => words.sources.get(root)?.name.en ?? root)),
    ),
  ];
};

/** A table of incidents with HXL hashtags in the row below its headings. */
export const hxl: Form = {
  id: 'hxl',
  about: { ar: 'جدول حوادث بوسوم HXL', en: 'a table of incidents with HXL hashtags' },
  ending: '.csv',
  write: (input) => {
    const { published, terms, name } = input;
    const tally = lossTally([
      'Claims, their words and chains of sources; running counts, control, checks and disputes.',
      'P-codes: the gazetteer holds none. Numbers of groups that have no hashtag here.',
      'How a date is uncertain (EDTF): its first and last possible day stand.',
    ]);
    const incidents = toldOf(published.record.incidents, tally);
    tally.lose(
      'date with an open end, which stands empty',
      incidents.filter(({ date }) => date !== null && daysOf(date) === null).length,
    );
    const columns = columnsOf(input);
    const losses = tally.list();
    const [headings, ...rows] = csv(columns, incidents).split('\n');
    const tags = columns.map(({ tag }) => tag).join(',');
    return {
      files: new Map([
        [name, [headings, tags, ...rows].join('\n')],
        [metadataName(name), csvMetadata(terms.citation, { name, columns }, terms, losses)],
      ]),
      losses,
    };
  },
};
