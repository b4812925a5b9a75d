import type { Bilingual, FigureClaim, Incident } from '@isnad/model';
import type { Case } from '../case.js';
import { incidentFigures } from '../figures/incident-figures.js';
import { recordedPlace } from '../places/place.js';
import { CAMPAIGN_DAYS } from '../units/unit.js';
import { edtfOf, toldWindow } from '../windows/window.js';
import { listNames, nameOf, placeName } from '../words/names.js';
import type { Happening } from './happening.js';

/** An incident as the record shows it, without what later stages add. */
export type Described = Omit<Incident, 'grade' | 'disputes' | 'related'>;

export const describeHappening = (one: Happening, inCase: Case): Described => ({
  id: one.id,
  type: one.kind.id,
  title: titleOf(one, inCase),
  date: dateOf(one),
  place: one.place && recordedPlace(one.place),
  actors: one.actors,
  targets: one.targets,
  figures: incidentFigures(ownFigures(one), inCase),
  claims: [...one.claims, ...one.figures].map(({ id }) => id),
  reports: one.reports.length,
  outlets: one.outlets.length,
  roots: one.roots,
  independent: one.independent,
  modality: one.modality,
  why: one.why,
});

/** Figures of the occurrence itself: not the tolls of a long window in which it is named, nor standing strengths. */
const ownFigures = (one: Happening): readonly FigureClaim[] =>
  one.figures.filter(
    (figure) => figure.scope === 'incident' || (figure.scope === 'cumulative' && !one.campaign && isBrief(figure)),
  );

/** A count that rose with the occurrence: over some days, or one that says that it replaces another. */
const isBrief = ({ from, to, replaces }: FigureClaim): boolean => {
  const [start, end] = [toldWindow(from), toldWindow(to)];
  return replaces === true || (start !== null && end !== null && end.core.last - start.core.first < CAMPAIGN_DAYS);
};

/** The date as told where all tellings agree; else the days on which they meet. */
const dateOf = (one: Happening): string | null => {
  const told = new Set(one.claims.flatMap(({ date }) => (date ? [date] : [])));
  return told.size === 1 ? [...told][0]! : edtfOf(one.window?.core ?? null);
};

const titleOf = (one: Happening, inCase: Case): Bilingual => {
  const { kind, place, actors, targets } = one;
  const names = (ids: readonly string[]) => listNames(ids.map((id) => nameOf(id, inCase.lexicon)));
  const [who, whom] = [names(actors), names(targets)];
  const where = place ? placeName(place) : null;
  const sides = (by: string, on: string, arrow: string) => (by && on ? `${by} ${arrow} ${on}` : by || on);
  const join = (...parts: readonly (string | undefined)[]) => parts.filter(Boolean).join(' · ');
  return {
    ar: join(kind.name.ar, where?.ar, sides(who.ar, whom.ar, '←')),
    en: join(kind.name.en, where?.en, sides(who.en, whom.en, '→')),
  };
};
