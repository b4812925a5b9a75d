import { type CaseRecord, type Incident, parseEdtf } from '@isnad/model';

/** Most of a kind that a page can hold and still be read; the files beside it hold all. */
export const MOST = { incidents: 5_000, figures: 60, rows: 400, places: 150, disputes: 400 } as const;

const weight = ({ independent, reports, figures, disputes }: Incident): number =>
  independent * 1000 + reports * 10 + figures.length * 5 + disputes.length * 5;

const NO_DATE = Number.MAX_SAFE_INTEGER;
const day = ({ date }: Incident): number => parseEdtf(date)?.last ?? NO_DATE;

/** The incidents that the page shows, by date: all of them, or those with most independent sources. */
export const shownIncidents = ({ incidents }: CaseRecord): readonly Incident[] => {
  const chosen =
    incidents.length <= MOST.incidents
      ? [...incidents]
      : [...incidents].sort((a, b) => weight(b) - weight(a)).slice(0, MOST.incidents);
  return chosen.sort((a, b) => day(a) - day(b));
};
