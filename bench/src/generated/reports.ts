import type { Place } from '@isnad/lexicon';
import { type Random, randomOf } from '../synthetic/random.js';
import { isoDay } from '../synthetic/reports.js';
import { OTHERS, SAID, SIDES, WEEKDAYS, WORDINGS } from './words.js';

/** A report as a line of JSON holds it. */
export interface GeneratedReport {
  readonly text: string;
  readonly title: string;
  readonly published: string;
  readonly outlet: string;
}

/** Every day as much happens, however many reports there are: more reports are more days. */
const REPORTS_A_DAY = 60;
const INCIDENTS_A_DAY = 40;
const INCIDENTS_A_REPORT = 2;
/** Reports that take a sentence of an earlier one of the day over, word for word. */
const COPIED = 0.25;
const FIRST_DAY = Date.UTC(2015, 0, 1) / 86_400_000;

interface Incident {
  readonly town: string;
  readonly sentences: readonly string[];
  readonly dead: number;
  readonly side: string;
}

const incidentOf = (random: Random, towns: readonly string[]): Incident => ({
  town: random.pick(towns),
  sentences: random.pick(WORDINGS).sentences,
  dead: random.between(3, 9),
  side: random.pick(SIDES),
});

const sentenceOf = (random: Random, incident: Incident, weekday: string): string => {
  const { side, town, dead } = incident;
  const told = random
    .pick(incident.sentences)
    .replace('{side}', side)
    .replace('{town}', town)
    .replace('{dead}', String(dead));
  // «اليوم» (today), or the day by its name.
  return `${told} ${random.chance(0.5) ? 'اليوم' : `يوم ${weekday}`}${random.pick(SAID)}.`;
};

/** Towns and villages of the lexicon's own tables whose name no other place bears. */
export const townsIn = (places: readonly Place[], country: string): readonly string[] => {
  const bearers = new Map<string, number>();
  for (const { nameAr } of places) bearers.set(nameAr, (bearers.get(nameAr) ?? 0) + 1);
  return places
    .filter(({ id, kind, nameAr }) => {
      const isTown = kind === 'town' || kind === 'village';
      return isTown && id.startsWith(`${country}.`) && bearers.get(nameAr) === 1 && !nameAr.includes(' ');
    })
    .map(({ nameAr }) => nameAr);
};

/**
 * Invented reports of real form: known towns, sides and outlets, two incidents each, every incident told by three
 * reports on average. The same seed gives the same reports; how dense they are does not change with their number.
 */
export function* generatedReports(
  count: number,
  seed: number,
  towns: readonly string[],
  outlets: readonly string[],
): Generator<GeneratedReport> {
  const random = randomOf(seed);
  for (let made = 0, day = FIRST_DAY; made < count; day++) {
    const weekday = WEEKDAYS[new Date(day * 86_400_000).getUTCDay()]!;
    const incidents = Array.from({ length: INCIDENTS_A_DAY }, () => incidentOf(random, towns));
    const told: string[] = [];
    for (let k = 0; k < REPORTS_A_DAY && made < count; k++, made++) {
      const own = random.some(incidents, INCIDENTS_A_REPORT);
      const sentences = own.map((incident) => sentenceOf(random, incident, weekday));
      if (told.length > 0 && random.chance(COPIED)) sentences[1] = random.pick(told);
      told.push(...sentences);
      const title = `أخبار ${own[0]!.town}`; // news of the town
      const paragraphs = sentences.map((sentence) => `${sentence} ${random.pick(OTHERS)}`);
      yield {
        text: `${title}\n\n${paragraphs.join('\n')}\n`,
        title,
        published: isoDay(day),
        outlet: random.pick(outlets),
      };
    }
  }
}
