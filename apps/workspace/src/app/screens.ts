import type { ComponentType } from 'preact';
import { ActorsScreen } from '../screens/actors/ActorsScreen.js';
import { DecisionsScreen } from '../screens/decisions/DecisionsScreen.js';
import { IncidentScreen } from '../screens/incident/IncidentScreen.js';
import { IncidentsScreen } from '../screens/incidents/IncidentsScreen.js';
import { OverviewScreen } from '../screens/overview/OverviewScreen.js';
import { QueueScreen } from '../screens/overview/QueueScreen.js';
import { PeopleScreen } from '../screens/people/PeopleScreen.js';
import { PlaceScreen } from '../screens/places/PlaceScreen.js';
import { PlacesScreen } from '../screens/places/PlacesScreen.js';
import { PublishScreen } from '../screens/publish/PublishScreen.js';
import { ReportScreen } from '../screens/report/ReportScreen.js';
import { ReportsScreen } from '../screens/reports/ReportsScreen.js';
import { SearchScreen } from '../screens/search/SearchScreen.js';
import { SourcesScreen } from '../screens/sources/SourcesScreen.js';
import { TollsScreen } from '../screens/tolls/TollsScreen.js';
import type { Words } from '../words/words.js';

/** A page that is about one thing gets its id. */
export type Screen = ComponentType<{ readonly id: string }>;

export interface ScreenEntry {
  /** First part of the path; empty for the first screen. */
  readonly path: string;
  readonly label: keyof Words['nav'];
  readonly screen: Screen;
  /** The page of one thing of its list. */
  readonly detail?: Screen;
  /** Whether it stands in the bar; search has its field there. */
  readonly inBar: boolean;
}

/** All screens, in the order of the bar. */
export const SCREENS: readonly ScreenEntry[] = [
  { path: '', label: 'overview', screen: OverviewScreen, inBar: true },
  { path: 'queues', label: 'overview', screen: OverviewScreen, detail: QueueScreen, inBar: false },
  { path: 'incidents', label: 'incidents', screen: IncidentsScreen, detail: IncidentScreen, inBar: true },
  { path: 'reports', label: 'reports', screen: ReportsScreen, detail: ReportScreen, inBar: true },
  { path: 'tolls', label: 'tolls', screen: TollsScreen, inBar: true },
  { path: 'places', label: 'places', screen: PlacesScreen, detail: PlaceScreen, inBar: true },
  { path: 'actors', label: 'actors', screen: ActorsScreen, inBar: true },
  { path: 'sources', label: 'sources', screen: SourcesScreen, inBar: true },
  { path: 'people', label: 'people', screen: PeopleScreen, inBar: true },
  { path: 'decisions', label: 'decisions', screen: DecisionsScreen, inBar: true },
  { path: 'publish', label: 'publish', screen: PublishScreen, inBar: true },
  { path: 'search', label: 'search', screen: SearchScreen, inBar: false },
];
