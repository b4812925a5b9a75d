import type { Dispute, Incident } from '@isnad/model';
import { canonical } from '../../canonicalJson.js';
import { rounded } from '../../geojson.js';
import { middleDay } from '../days.js';
import type { Form, FormInput } from '../form.js';
import { toldOf } from '../happened.js';
import { groupChain, type Harm, type HarmLooking, harmOf } from '../harm.js';
import { locate } from '../located.js';
import { lossTally, sayLoss } from '../losses.js';
import { twoSides } from '../twoSides.js';
import table from './tables.json' with { type: 'json' };

const ACCURACY: Readonly<Record<string, string>> = table.accuracy;

/** Lowest and highest credible number over all sources; an open end counts as the highest number given. */
const range = (harms: readonly Harm[]): readonly [number, number] => [
  harms.reduce((sum, { low }) => sum + low, 0),
  harms.reduce((sum, { high, best }) => sum + Math.max(best, high ?? 0), 0),
];

/** Whether the dead are civilians or fighters; null for those of whom reports do not say. */
const statusOf = (group: string, { actors, groups }: FormInput['words']): 'civilian' | 'militant' | null => {
  const chain = groupChain(group, { groups });
  if (chain.includes(table.civilians)) return 'civilian';
  const actor = actors.get(group);
  if (actor) return actor.kind === 'civilians' ? 'civilian' : 'militant';
  return chain.some((one) => table.fighters.includes(one)) ? 'militant' : null;
};

/** How sure it is that there was a strike of that side: its own word, rival accounts, one source, or more. */
const strikeStatus = (incident: Incident, disputes: readonly Dispute[], { sources }: FormInput['words']): string => {
  const isOwnWord = incident.roots.some((root) => {
    const side = sources.get(root)?.side ?? root;
    return incident.actors.includes(side);
  });
  if (isOwnWord) return 'declared-strike';
  const isRival = disputes.some(({ id, kind }) => kind === 'responsibility' && incident.disputes.includes(id));
  if (isRival || incident.grade?.value === 'contested') return 'contested-strike';
  return incident.independent <= 1 ? 'single-source-claim' : 'likely-strike';
};

const accuracyOf = ({ place }: Incident, words: FormInput['words']): string | null => {
  if (place === null) return null;
  const kind = locate(place, words).kind;
  const step = ACCURACY[kind ?? ''] ?? null;
  return place.precision === 2 || (step === null && kind !== null) ? table.nearby : step;
};

/** One incident under the names of Airwars's fields. */
const entryOf = (incident: Incident, looking: HarmLooking, { published, words }: FormInput) => {
  const harm = (measure: string, status: 'civilian' | 'militant') =>
    range((harmOf(incident, measure, looking)?.parts ?? []).filter(({ group }) => statusOf(group, words) === status));
  const [killed, injured] = [harm('killed', 'civilian'), harm('wounded', 'civilian')];
  const militants = harm('killed', 'militant');
  const { doing, opposed } = twoSides(incident, words);
  const name = (ids: readonly string[]) =>
    ids.flatMap((id) => (statusOf(id, words) === 'civilian' ? [] : (words.actors.get(id)?.name.en ?? [])));
  const { place } = incident;
  return {
    unique_reference_code: incident.id,
    post_id: null,
    permalink: null,
    date: middleDay(incident.date),
    country: place ? (locate(place, words).country?.name ?? null) : null,
    latitude: place?.lat == null ? null : rounded(place.lat),
    longitude: place?.lon == null ? null : rounded(place.lon),
    geolocation_accuracy: accuracyOf(incident, words),
    strike_status: strikeStatus(incident, published.record.disputes, words),
    grading: incident.grade!.value,
    civilians_killed_min: killed[0],
    civilians_killed_max: killed[1],
    civilians_injured_min: injured[0],
    civilians_injured_max: injured[1],
    militants_killed_min: militants[0],
    militants_killed_max: militants[1],
    targeted_belligerents: name(opposed),
    belligerents: name(doing),
  };
};

/** Incidents of harm to civilians as JSON, under the names of the fields of Airwars's incident pages. */
export const airwars: Form = {
  id: 'airwars',
  about: { ar: 'حوادث الأذى بالمدنيين بحقول Airwars', en: "incidents of harm to civilians in Airwars's fields" },
  ending: '.json',
  write: (input) => {
    const { published, words, terms, name } = input;
    const { record } = published;
    const tally = lossTally([
      'Incidents without harm to civilians, and all that is told beside incidents: running counts, control, checks.',
      'Quotations and the chain of sources of each number; the numbers by women, children and men.',
      'post_id and permalink: only Airwars gives them. unique_reference_code is the id of the incident.',
      'Dates that leave more than a day open: the middle day stands.',
    ]);
    const looking = { words, claims: new Map(record.claims.map((claim) => [claim.id, claim])) };
    const graded = record.incidents.filter(({ grade }) => grade !== null);
    const entries = toldOf(graded, tally).map((incident) => {
      if (incident.grade?.by === 'suggested') tally.lose('grading suggested by the program, not set by a person');
      const unplaced = harmOf(incident, 'killed', looking)?.parts.filter(
        ({ group }) => statusOf(group, words) === null,
      );
      tally.lose('group of dead of whom reports do not say whether they were civilians', unplaced?.length ?? 0);
      return canonical(entryOf(incident, looking, input));
    });
    const losses = tally.list();
    const about = canonical({ ...terms, losses: losses.map(sayLoss) });
    return { files: new Map([[name, `{"about":${about},"incidents":[\n${entries.join(',\n')}\n]}\n`]]), losses };
  },
};
