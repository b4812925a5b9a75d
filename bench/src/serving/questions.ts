import type { Store } from '@isnad/store';

/** What the workspace asks for, by kind: the address of the `i`th question of it. */
export type Questions = Readonly<Record<string, (i: number) => string>>;

const pick = <T>(items: readonly T[], i: number): T => items[(i * 7919) % items.length]!;

/** Questions about things that stand in a case. */
export const questionsAbout = async (store: Store): Promise<Questions> => {
  const [incidents, claims, reports] = await Promise.all([
    store.record.items('incidents', { limit: 400 }),
    store.record.items('claims', { limit: 400 }),
    store.reports.list({ limit: 400 }),
  ]);
  const incident = (i: number) => pick(incidents, i);
  const filters = [
    (i: number) => `type=${incident(i).type}`,
    (i: number) => `place=${encodeURIComponent(incident(i).place?.id ?? 'none')}`,
    (i: number) => `actor=army&from=2020-0${1 + (i % 9)}-01`,
    (i: number) => `source=${encodeURIComponent(incident(i).roots[0] ?? 'none')}&measure=killed`,
    (i: number) => `bbox=30,20,${31 + (i % 5)},21`,
    (i: number) => `text=${encodeURIComponent(incident(i).title.ar.split(' ')[0]!)}`,
  ];
  const filter = (i: number) => `${pick(filters, i)(i)}&undated=${i % 2 === 0 ? 'with' : 'without'}`;
  const word = (i: number) => encodeURIComponent(pick(claims, i).span.text.split(' ').at(-1) ?? 'قصف');
  return {
    overview: () => '/api/overview',
    names: () => '/api/names',
    'queue, a page': (i) => `/api/queues/${pick(['disputes', 'look-alikes', 'low-confidence'], i)}?limit=50`,
    'incidents, a page': (i) => `/api/incidents?limit=50&${filter(i)}`,
    'incidents, sorted': (i) =>
      `/api/incidents?limit=50&sort=${pick(['-date', '-reports', '-harmed'], i)}&${filter(i)}`,
    facets: (i) => `/api/incidents/facets?${filter(i)}`,
    'facets, no filter': (i) => `/api/incidents/facets?undated=${i % 2 === 0 ? 'with' : 'without'}`,
    timeline: (i) => `/api/incidents/timeline?${filter(i)}`,
    map: (i) => `/api/incidents/map?${filter(i)}`,
    'map, all': () => '/api/incidents/map',
    incident: (i) => `/api/incidents/${encodeURIComponent(incident(i).id)}`,
    'reports, a page': (i) => `/api/reports?limit=50&from=2020-0${1 + (i % 9)}-01`,
    report: (i) => `/api/reports/${encodeURIComponent(pick(reports, i).id)}`,
    'places, a page': () => '/api/places?limit=50',
    actors: () => '/api/actors',
    sources: () => '/api/sources',
    control: () => '/api/control?on=2020-06-01',
    tolls: () => '/api/tolls?limit=50',
    'search in reports': (i) => `/api/search?limit=20&q=${word(i)}`,
    'search in claims': (i) => `/api/search?limit=20&in=claims&q=${word(i)}`,
  };
};
