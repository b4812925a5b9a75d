import type { Incident } from '@isnad/model';
import { canonical } from './canonicalJson.js';
import type { PublicCase } from './policy/publicCase.js';
import { sayVeils } from './policy/veil.js';

/** A GeoJSON Feature with a point or none (RFC 7946 §3.2). */
export interface PointFeature {
  readonly type: 'Feature';
  readonly id: string;
  readonly geometry: { readonly type: 'Point'; readonly coordinates: readonly [number, number] } | null;
  readonly properties: Readonly<Record<string, unknown>>;
}

const DEGREE_DECIMALS = 1e4;
/** Degrees to some ten metres, which is finer than any of the places is known. */
export const rounded = (degrees: number): number => Math.round(degrees * DEGREE_DECIMALS) / DEGREE_DECIMALS;

/** An incident as a feature; geometry null where its place is not known. */
export const incidentFeature = (incident: Incident, isCoarsened: boolean): PointFeature => {
  const { place } = incident;
  const located = place !== null && place.lat !== null && place.lon !== null;
  return {
    type: 'Feature',
    id: incident.id,
    geometry: located ? { type: 'Point', coordinates: [rounded(place.lon!), rounded(place.lat!)] } : null,
    properties: {
      type: incident.type,
      title_ar: sayVeils(incident.title.ar),
      title_en: sayVeils(incident.title.en),
      edtf: incident.date,
      place: place?.name ?? null,
      place_ar: place?.nameAr ?? null,
      precision: place?.precision ?? null,
      place_coarsened: isCoarsened,
      actors: incident.actors,
      targets: incident.targets,
      figures: incident.figures.map(({ measure, group, low, best, high }) => ({ measure, group, low, best, high })),
      modality: incident.modality,
      grade: incident.grade?.value ?? null,
      grade_by: incident.grade?.by ?? null,
      reports: incident.reports,
      outlets: incident.outlets,
      independent: incident.independent,
      roots: incident.roots,
      claims: incident.claims,
      disputes: incident.disputes,
    },
  };
};

/**
 * `incidents.geojson` (RFC 7946): a point an incident, longitude first, WGS 84; geometry null where the
 * place is not known. `precision` says how near the point is to what is meant.
 */
export const incidentsGeoJson = ({ record, coarsened }: PublicCase): string => {
  const features = record.incidents.map((incident) => canonical(incidentFeature(incident, coarsened.has(incident.id))));
  return `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}\n`;
};
