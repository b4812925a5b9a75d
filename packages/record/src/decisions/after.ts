import { type Decision, type Grade, type Incident, isEdtf, type Note, type RecordedPlace } from '@isnad/model';
import { subjectGone, valueUnusable } from './notes.js';

const GRADES: readonly string[] = ['confirmed', 'fair', 'weak', 'contested', 'discounted'] satisfies readonly Grade[];

/** Applies what people decided about incidents once these exist: date, place and grade. */
export const decideIncidents = (
  incidents: readonly Incident[],
  decisions: readonly Decision[],
  isReport: (id: string) => boolean,
): { readonly incidents: readonly Incident[]; readonly notes: readonly Note[] } => {
  const byId = new Map(incidents.map((incident) => [incident.id, incident]));
  const homes = new Map(incidents.flatMap(({ id, claims }) => claims.map((claim) => [claim, id] as const)));
  const notes: Note[] = [];
  for (const decision of decisions) {
    const change = changeOf(decision);
    if (change === undefined) continue;
    for (const id of decision.about) {
      if (decision.kind === 'date' && isReport(id)) continue;
      const incident = byId.get(homes.get(id) ?? '');
      if (!incident) notes.push(subjectGone(decision, id));
      else if (change === null) notes.push(valueUnusable(decision, EXPECTED[decision.kind as keyof typeof EXPECTED]));
      else byId.set(incident.id, { ...incident, ...change });
    }
  }
  return { incidents: incidents.map(({ id }) => byId.get(id)!), notes };
};

const EXPECTED = {
  date: 'an EDTF `date`',
  place: 'a `place` with id and name',
  grade: `a \`grade\` of ${GRADES.join(', ')}`,
} as const;

/** The fields that a decision sets; null when its value cannot be used, undefined when it is of another kind. */
const changeOf = ({ kind, value, by }: Decision): Partial<Incident> | null | undefined => {
  switch (kind) {
    case 'date':
      return typeof value?.date === 'string' && isEdtf(value.date) ? { date: value.date } : null;
    case 'place': {
      const place = value?.place as Partial<RecordedPlace> | undefined;
      if (!place?.id || !place.name) return null;
      return { place: { lat: null, lon: null, precision: null, ...place, id: place.id, name: place.name } };
    }
    case 'grade':
      return GRADES.includes(value?.grade as string) ? { grade: { value: value!.grade as Grade, by } } : null;
    default:
      return undefined;
  }
};
