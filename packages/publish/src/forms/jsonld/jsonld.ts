import { type Incident, isoDay, type RecordedClaim, type RecordedReport } from '@isnad/model';
import { canonical } from '../../canonicalJson.js';
import { quoteOf } from '../../dossier/quote.js';
import { rounded } from '../../geojson.js';
import { sayVeils } from '../../policy/veil.js';
import { daysOf } from '../days.js';
import type { Form, FormInput } from '../form.js';
import { toldOf } from '../happened.js';
import { lossTally, sayLoss } from '../losses.js';

const CONTEXT = { '@vocab': 'https://schema.org/', prov: 'http://www.w3.org/ns/prov#', isnad: 'urn:isnad:' };

const ref = (kind: string, id: string) => ({ '@id': `urn:isnad:${kind}:${encodeURIComponent(id)}` });
const inLanguage = (value: string, language: 'ar' | 'en') => ({ '@value': value, '@language': language });
/** A day known to the day, or what is known of it; ISO 8601. */
const isoDate = (edtf: string | null) => {
  const days = daysOf(edtf);
  return days?.isExact ? isoDay(days.first) : null;
};

const reportNode = (report: RecordedReport) => ({
  ...ref('report', report.id),
  '@type': ['NewsArticle', 'prov:Entity'],
  identifier: report.id,
  headline: report.title,
  datePublished: isoDate(report.published.edtf),
  publisher: report.outlet === null ? null : { '@type': 'Organization', name: report.outlet },
  url: report.url ?? null,
  'prov:wasDerivedFrom': report.copies_of.map((id) => ref('report', id)),
});

const claimNode = (claim: RecordedClaim, { published }: FormInput) => ({
  ...ref('claim', claim.id),
  '@type': ['Claim', 'prov:Entity'],
  text: quoteOf(claim, undefined, published.policy.quoteWords).said,
  additionalType: claim.kind === 'event' ? `isnad:${claim.type}` : `isnad:${claim.measure}/${claim.group}`,
  ...(claim.kind === 'figure' ? { minValue: claim.min, maxValue: claim.max } : {}),
  ...(claim.kind === 'event' ? { 'isnad:modality': claim.modality } : {}),
  author: claim.attribution.slice(-1).map((source) => ref('source', source)),
  appearance: ref('report', claim.report),
  'prov:wasQuotedFrom': ref('report', claim.report),
  'prov:hadPrimarySource': claim.attribution.map((source) => ref('source', source)),
  'prov:wasGeneratedBy': ref('activity', 'reading'),
});

const placeNode = ({ place }: Incident) =>
  place && {
    '@type': 'Place',
    identifier: place.id,
    name: [inLanguage(place.name, 'en'), ...(place.nameAr ? [inLanguage(place.nameAr, 'ar')] : [])],
    geo:
      place.lat === null || place.lon === null
        ? null
        : { '@type': 'GeoCoordinates', latitude: rounded(place.lat), longitude: rounded(place.lon) },
  };

const incidentNode = (incident: Incident) => {
  const days = daysOf(incident.date);
  return {
    ...ref('incident', incident.id),
    '@type': ['Event', 'prov:Entity'],
    additionalType: `isnad:${incident.type}`,
    'isnad:modality': incident.modality,
    name: [inLanguage(incident.title.ar, 'ar'), inLanguage(incident.title.en, 'en')],
    startDate: days ? isoDay(days.first) : null,
    endDate: days ? isoDay(days.last) : null,
    temporalCoverage: incident.date,
    location: placeNode(incident),
    organizer: incident.actors.map((id) => ref('side', id)),
    about: incident.targets.map((id) => ref('side', id)),
    'prov:wasDerivedFrom': incident.claims.map((id) => ref('claim', id)),
  };
};

/** Names of sides, groups and sources that the graph points to. */
const namedNodes = ({ published: { record }, words }: FormInput) => {
  const sides = new Set(record.incidents.flatMap(({ actors, targets }) => [...actors, ...targets]));
  const sources = new Set(record.claims.flatMap(({ attribution }) => attribution));
  const node = (kind: string, id: string, name: { readonly ar: string; readonly en: string } | undefined) => ({
    ...ref(kind, id),
    '@type': ['Organization', 'prov:Agent'],
    name: name ? [inLanguage(name.ar, 'ar'), inLanguage(name.en, 'en')] : id,
  });
  return [
    ...[...sides].sort().map((id) => node('side', id, (words.actors.get(id) ?? words.groups.get(id))?.name)),
    ...[...sources].sort().map((id) => node('source', id, words.sources.get(id)?.name)),
  ];
};

/** A graph in schema.org's words with its provenance in PROV's: reports, claims quoted from them, incidents derived from claims. */
export const jsonld: Form = {
  id: 'jsonld',
  about: { ar: 'شبكة بألفاظ schema.org وPROV', en: 'a graph in the words of schema.org and PROV' },
  ending: '.jsonld',
  write: (input) => {
    const { published, terms, name } = input;
    const { record, asOf } = published;
    const tally = lossTally([
      'Figures of incidents, grades, disputes, checks and links between incidents: schema.org has no words for them.',
      'Offsets of claims in their texts; the rule that read each.',
      'The order of a chain of sources, for whoever reads the graph and not the file: RDF keeps none.',
      'Which side did it and whom it befell stand as organizer and about.',
    ]);
    tally.lose('running count', record.tolls.length);
    tally.lose('time of control', record.control.flatMap(({ spans }) => spans).length);
    const incidents = toldOf(record.incidents, tally);
    const losses = tally.list();
    const graph: readonly object[] = [
      {
        ...ref('record', sayVeils(record.case)),
        '@type': ['Dataset', 'prov:Entity'],
        name: record.case,
        license: terms.licence,
        citation: terms.citation,
        creditText: terms.credits,
        datePublished: asOf,
        description: losses.map(sayLoss),
        'prov:wasGeneratedBy': ref('activity', 'reading'),
      },
      { ...ref('activity', 'reading'), '@type': 'prov:Activity', 'prov:wasAssociatedWith': ref('program', 'isnad') },
      {
        ...ref('program', 'isnad'),
        '@type': ['SoftwareApplication', 'prov:SoftwareAgent'],
        name: 'Isnad',
        softwareVersion: `${record.program.version}; lexicon ${record.program.lexicon}`,
      },
      ...namedNodes(input),
      ...record.reports.map(reportNode),
      ...record.claims.map((claim) => claimNode(claim, input)),
      ...incidents.map(incidentNode),
    ];
    const lines = graph.map((node) => sayVeils(canonical(withoutEmpty(node)))).join(',\n');
    return {
      files: new Map([[name, `{"@context":${canonical(CONTEXT)},"@graph":[\n${lines}\n]}\n`]]),
      losses,
    };
  },
};

/** In a graph, what is not known is not said. */
const withoutEmpty = (node: object): object =>
  Object.fromEntries(
    Object.entries(node).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)),
  );
