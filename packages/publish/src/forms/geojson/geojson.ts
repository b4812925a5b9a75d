import type { ControlSpan, RecordedPlace } from '@isnad/model';
import { canonical } from '../../canonicalJson.js';
import { incidentFeature, type PointFeature, rounded } from '../../geojson.js';
import type { Form } from '../form.js';
import { lossTally, sayLoss } from '../losses.js';

/** A time in which a place is said to be held, as a feature: where, by whom, from when to when, on which claims. */
const controlFeature = (place: RecordedPlace, span: ControlSpan, at: number): PointFeature => ({
  type: 'Feature',
  id: `control:${place.id}:${at}`,
  geometry:
    place.lat === null || place.lon === null
      ? null
      : { type: 'Point', coordinates: [rounded(place.lon), rounded(place.lat)] },
  properties: {
    is: 'control',
    place: place.name,
    place_ar: place.nameAr ?? null,
    controller: span.holder,
    part: span.part,
    status: span.status,
    assessed: span.assessed,
    from: span.from,
    to: span.to,
    basis: span.claims,
  },
});

/**
 * GeoJSON (RFC 7946): a feature an incident and a feature a time of control, told apart by the property `is`;
 * WGS 84, longitude first; geometry null where the place is not known.
 */
export const geojson: Form = {
  id: 'geojson',
  about: { ar: 'حوادث وسيطرة على خريطة', en: 'incidents, and control over time, on a map' },
  ending: '.geojson',
  write: ({ published: { record, coarsened }, terms, name }) => {
    const tally = lossTally([
      'Claims, their words and sources: features carry claim ids only.',
      'Running counts, checks and the text of disputes.',
    ]);
    const incidents = record.incidents.map((incident) => {
      const { properties, ...feature } = incidentFeature(incident, coarsened.has(incident.id));
      return { ...feature, properties: { is: 'incident', ...properties } };
    });
    const control = record.control.flatMap(({ place, spans }) =>
      spans.map((span, at) => controlFeature(place, span, at)),
    );
    const features = [...incidents, ...control];
    tally.lose(
      'feature without a point, whose place is not known',
      features.filter(({ geometry }) => geometry === null).length,
    );
    const losses = tally.list();
    // What stands beside the features is foreign to the format and may be dropped by others (RFC 7946 §6.1).
    const about = canonical({ ...terms, losses: losses.map(sayLoss) });
    const lines = features.map(canonical).join(',\n');
    return {
      files: new Map([[name, `{"type":"FeatureCollection","about":${about},"features":[\n${lines}\n]}\n`]]),
      losses,
    };
  },
};
