import { daysOf } from '../days.js';
import type { FormInput } from '../form.js';
import { toldOf } from '../happened.js';
import { harmOf } from '../harm.js';
import type { LossTally } from '../losses.js';
import { deathsOf } from './deaths.js';
import { datePrecisionOf, type UcdpEvent, whereOf } from './event.js';
import { dyadOf } from './sides.js';
import table from './tables.json' with { type: 'json' };

/** The incidents of a case that UCDP counts as events: armed force of an organised actor, with somebody killed. */
export const codeEvents = ({ published: { record }, words }: FormInput, tally: LossTally): readonly UcdpEvent[] => {
  const claims = new Map(record.claims.map((claim) => [claim.id, claim]));
  const reports = new Map(record.reports.map((report) => [report.id, report]));
  return toldOf(record.incidents, tally).flatMap((incident): readonly UcdpEvent[] => {
    const lose = (why: string): readonly [] => {
      tally.lose(why);
      return [];
    };
    if (!table.armed.includes(incident.type))
      return lose(`incident of type ${incident.type}, which is no use of armed force`);
    const dead = harmOf(incident, 'killed', { words, claims });
    if (!dead || dead.best === 0) return lose('incident in which nobody is told to be killed');
    const days = daysOf(incident.date);
    const datePrecision = days && datePrecisionOf(days);
    if (!days || !datePrecision) return lose('incident without a date, or with one that leaves more than a year open');
    const where = whereOf(incident.place, words);
    if (!where) return lose('incident without a place on the map');
    const dyad = dyadOf(incident, where.country, words);
    if (!dyad) return lose('incident of which no report tells between whom');
    const told = new Set(incident.claims.flatMap((id) => claims.get(id)?.report ?? []));
    return [
      {
        id: incident.id,
        dyad,
        where,
        days,
        datePrecision,
        clarity: 1,
        deaths: deathsOf(dead.parts, dead.best, dyad, words),
        low: dead.low,
        high: dead.high,
        incident,
        reports: [...told].flatMap((id) => reports.get(id) ?? []),
        roots: incident.roots,
      },
    ];
  });
};
