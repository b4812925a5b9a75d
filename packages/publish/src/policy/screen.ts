import type { Bilingual, CaseRecord, Decision } from '@isnad/model';
import type { PublishInput } from '../input.js';
import { type Covering, covering } from './covering.js';
import { type Coarsen, coarseNames, coarsener } from './districts.js';
import type { Policy } from './policy.js';
import { type Sensitivity, sensitivity } from './sensitive.js';
import { type Young, youngOf } from './young.js';

/** What the policy says of each thing of a record: whether it is kept, how coarse its place, how its words read. */
export interface Screen {
  readonly record: CaseRecord;
  readonly sensitive: Sensitivity;
  readonly sensitiveClaims: ReadonlySet<string>;
  readonly coarsen: Coarsen;
  readonly covered: Covering;
  readonly young: Young;
  /** Whether a claim may be shown: all but those that are too recent. */
  readonly isKept: (claim: string) => boolean;
  /** A sentence of the program, names covered; of something sensitive, its places coarsened as well. */
  readonly sentence: (text: string, isSensitive: boolean) => string;
  readonly both: (text: Bilingual, isSensitive: boolean) => Bilingual;
  /** A place that no table holds is known by its words, which may be someone's name misread. */
  readonly unlisted: <P extends { readonly id: string; readonly name: string; readonly nameAr?: string }>(
    place: P,
    report?: string,
  ) => P;
}

export const screenOf = (input: PublishInput, policy: Policy): Screen => {
  const { record, words } = input;
  const sensitive = sensitivity(policy, words);
  const coarsen = coarsener(words, policy);
  const young = youngOf(record, sensitive, policy, input.asOf);
  const covered = covering(input, sensitive, coarsen, young);
  const sensitiveClaims = new Set(record.claims.filter(sensitive.ofClaim).map(({ id }) => id));
  const saidCoarsely = coarseWording(input, sensitive, sensitiveClaims, coarsen);
  const sentence = (text: string, isSensitive: boolean): string =>
    covered.sentence(isSensitive ? saidCoarsely(text) : text);
  return {
    record,
    sensitive,
    sensitiveClaims,
    coarsen,
    covered,
    young,
    isKept: (claim) => !young.claims.has(claim),
    sentence,
    both: (text, isSensitive) => ({ ar: sentence(text.ar, isSensitive), en: sentence(text.en, isSensitive) }),
    unlisted: (place, report) => {
      if (!place.id.startsWith('unlisted:')) return place;
      const said = (wording: string): string => covered.sentence(wording, report);
      const { nameAr } = place;
      return { ...place, id: said(place.id), name: said(place.name), ...(nameAr ? { nameAr: said(nameAr) } : {}) };
    },
  };
};

/** Puts the district for each sensitive place in a text of the program. */
const coarseWording = (
  { record, words }: PublishInput,
  sensitive: Sensitivity,
  sensitiveClaims: ReadonlySet<string>,
  coarsen: Coarsen,
): ((text: string) => string) => {
  const places = [
    ...record.claims.filter(({ id }) => sensitiveClaims.has(id)).flatMap((claim) => claim.places),
    ...record.incidents.filter(sensitive.ofIncident).flatMap(({ place }) => place ?? []),
  ];
  return coarseNames(
    places.flatMap((place) => {
      const to = coarsen(place);
      const entry = words.places.get(place.id);
      // The words of a mention may be a mere reference (المدينة, the city), so they count only for want of a name.
      const written = 'text' in place ? (entry ? undefined : place.text) : place.nameAr;
      const from = [place.name, written, entry?.name, entry?.nameAr].filter((name) => name !== undefined);
      return to ? [{ from, to }] : [];
    }),
  );
};

/** The decisions about what is old enough, their reasons said as coarsely as what they are about. */
export const publicDecisions = (
  { record, sensitive, sensitiveClaims, young, sentence }: Screen,
  decisions: readonly Decision[],
): Decision[] => {
  const sensitiveIncidents = new Set(record.incidents.filter(sensitive.ofIncident).map(({ id }) => id));
  const isSensitive = ({ about }: Decision): boolean =>
    about.some((id) => sensitiveClaims.has(id) || sensitiveIncidents.has(id));
  const isOld = ({ about }: Decision): boolean => !about.some((id) => young.claims.has(id) || young.incidents.has(id));
  return decisions.filter(isOld).map((one) => ({ ...one, reason: sentence(one.reason, isSensitive(one)) }));
};
