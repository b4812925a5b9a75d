import { type Incident, isoDay, type RecordedClaim, type RecordedPlace, type RecordedReport } from '@isnad/model';
import { canonical, canonicalLines } from '../../canonicalJson.js';
import { quoteOf } from '../../dossier/quote.js';
import { rounded } from '../../geojson.js';
import { sayVeils } from '../../policy/veil.js';
import { daysOf } from '../days.js';
import type { Form, FormInput } from '../form.js';
import { toldOf } from '../happened.js';
import { ownFigures } from '../harm.js';
import { locate } from '../located.js';
import { lossTally, sayLoss } from '../losses.js';
import { measureText } from '../measureText.js';

/** An entity of FollowTheMoney: all values are strings, and lists. */
interface Entity {
  readonly id: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

/** Most characters of a value that is no text (FollowTheMoney's own limit). */
const LONGEST = 250;
const TEXTS: ReadonlySet<string> = new Set(['summary', 'description']);

const idOf = (kind: string, id: string): string =>
  `isnad-${kind}-${id.replace(/[^A-Za-z0-9.-]+/g, (odd) => `_${Buffer.from(odd).toString('hex')}_`)}`;

const entity = (
  id: string,
  schema: string,
  values: Readonly<Record<string, readonly (string | number | null | undefined)[]>>,
): Entity => ({
  id,
  schema,
  properties: Object.fromEntries(
    Object.entries(values).flatMap(([name, list]) => {
      const said = list.flatMap((value) =>
        value === null || value === undefined || value === '' ? [] : sayVeils(String(value)),
      );
      const fitting = TEXTS.has(name) ? said : said.map((value) => Array.from(value).slice(0, LONGEST).join(''));
      return fitting.length > 0 ? [[name, fitting]] : [];
    }),
  ),
});

/** A date as FollowTheMoney has it, a day or nothing; its first and last possible day where it is no one day. */
const datesOf = (edtf: string | null) => {
  const days = daysOf(edtf);
  if (!days) return {};
  return days.isExact
    ? { date: [isoDay(days.first)] }
    : { startDate: [isoDay(days.first)], endDate: [isoDay(days.last)] };
};

const articleOf = (report: RecordedReport): Entity =>
  entity(idOf('report', report.id), 'Article', {
    fileName: [report.path],
    title: [report.title],
    publisher: [report.outlet],
    publishedAt: datesOf(report.published.edtf).date ?? [],
    sourceUrl: [report.url],
  });

const addressOf = (place: RecordedPlace, words: FormInput['words']): Entity => {
  const { country, admin } = locate(place, words);
  return entity(idOf('place', place.id), 'Address', {
    full: [place.name, place.nameAr],
    state: [admin[0]],
    country: [country?.alpha2.toLowerCase()],
    latitude: [place.lat === null ? null : rounded(place.lat)],
    longitude: [place.lon === null ? null : rounded(place.lon)],
  });
};

const organizationOf = (id: string, { actors }: FormInput['words']): Entity => {
  const { name, countries } = actors.get(id)!;
  return entity(idOf('side', id), 'Organization', {
    name: [name.en],
    alias: [name.ar],
    country: countries.map((code) => code.toLowerCase()),
  });
};

const eventOf = (
  incident: Incident,
  { published: { record }, words }: FormInput,
  claims: ReadonlyMap<string, RecordedClaim>,
): Entity => {
  const { place } = incident;
  const told = new Set(incident.claims.flatMap((id) => claims.get(id)?.report ?? []));
  return entity(idOf('incident', incident.id), 'Event', {
    name: [incident.title.en, incident.title.ar],
    ...datesOf(incident.date),
    recordId: [incident.id],
    summary: ownFigures(incident, { claims }).map((figure) => measureText(figure, words)),
    keywords: [incident.type, incident.modality],
    location: [place?.name, place?.nameAr],
    country: [place ? locate(place, words).country?.alpha2.toLowerCase() : null],
    addressEntity: place ? [idOf('place', place.id)] : [],
    involved: [...new Set([...incident.actors, ...incident.targets])]
      .filter((id) => words.actors.has(id))
      .map((id) => idOf('side', id)),
    proof: record.reports.filter(({ id }) => told.has(id)).map(({ id }) => idOf('report', id)),
  });
};

/** FollowTheMoney entities, one a line: reports, sides, places, incidents, and each claim as a link of report and incident. */
export const ftm: Form = {
  id: 'ftm',
  about: { ar: 'كيانات FollowTheMoney', en: 'entities of FollowTheMoney' },
  ending: '.ijson',
  write: (input) => {
    const { published, words, terms, name } = input;
    const { record } = published;
    const tally = lossTally([
      'Numbers as numbers: FollowTheMoney counts no casualties, so figures of incidents are words in the summary.',
      'Offsets, chains of sources, grades, checks, disputes, running counts and control over time.',
      'How a date is uncertain (EDTF): its first and last possible day stand. contentHash: it is SHA-1 there, SHA-256 here.',
    ]);
    const incidents = toldOf(record.incidents, tally);
    const claims = new Map(record.claims.map((claim) => [claim.id, claim]));
    const places = new Map(incidents.flatMap(({ place }) => (place ? [[place.id, place] as const] : [])));
    const named = new Set(incidents.flatMap(({ actors, targets }) => [...actors, ...targets]));
    const sides = [...named].filter((id) => words.actors.has(id)).sort();
    tally.lose('group of people that is no organisation', named.size - sides.length);
    const links = incidents.flatMap((incident) =>
      incident.claims.flatMap((id) => {
        const claim = claims.get(id);
        if (!claim) return [];
        return entity(idOf('claim', id), 'Documentation', {
          document: [idOf('report', claim.report)],
          entity: [idOf('incident', incident.id)],
          role: [claim.kind === 'event' ? claim.type : claim.measure],
          summary: [quoteOf(claim, undefined, published.policy.quoteWords).said],
        });
      }),
    );
    tally.lose('claim that is of no incident told as having happened', record.claims.length - links.length);
    const losses = tally.list();
    const entities = [
      ...record.reports.map(articleOf),
      ...sides.map((id) => organizationOf(id, words)),
      ...[...places.values()].map((place) => addressOf(place, words)),
      ...incidents.map((incident) => eventOf(incident, input, claims)),
      ...links,
    ];
    return {
      files: new Map([
        [name, entities.map((one) => `${canonical(one)}\n`).join('')],
        [`${name}-about.json`, canonicalLines({ ...terms, losses: losses.map(sayLoss) })],
      ]),
      losses,
    };
  },
};
