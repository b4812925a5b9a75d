import { incidentsOf } from './incidents.js';
import { randomOf } from './random.js';
import { draftsOf, type SyntheticCase, writeReport } from './reports.js';
import { DEFAULT_NOISE, type Noise, tellingsOf } from './tellings.js';
import { type World, worldOf } from './world.js';

/** Claims that one incident comes to on average: three outlets, an event and a figure each. */
const CLAIMS_PER_INCIDENT = 6;
/** Incidents a governorate has in the year. */
const INCIDENTS_PER_GOVERNORATE = 150;

/**
 * A synthetic case of about so many claims with known truth. The same seed gives the same case; its density does
 * not change with its size.
 */
export const syntheticCase = (
  claims: number,
  seed: number,
  noise: Noise = DEFAULT_NOISE,
): SyntheticCase & { readonly world: World } => {
  const random = randomOf(seed);
  const count = Math.max(1, Math.round(claims / CLAIMS_PER_INCIDENT));
  const world = worldOf({ governorates: Math.ceil(count / INCIDENTS_PER_GOVERNORATE), outlets: 24 });
  const incidents = incidentsOf(world, random, count, noise.lookAlikes);
  const drafts = draftsOf(random, tellingsOf(world, random, incidents, noise), noise);
  const truth = new Map<string, number>();
  const written = drafts.map((draft) => writeReport(draft, truth));
  return {
    world,
    readings: written.map(({ reading }) => reading),
    texts: new Map(written.map(({ reading, text }) => [reading.report.id, text])),
    truth,
  };
};
