import type { FigureRange, Incident, RecordedClaim } from '@isnad/model';
import type { FormWords } from './form.js';
import table from './harm.json' with { type: 'json' };

/** How many of one group were harmed. */
export interface Harm {
  readonly group: string;
  readonly low: number;
  readonly best: number;
  /** Null where reports leave it open. */
  readonly high: number | null;
}

export interface HarmLooking {
  readonly words: Pick<FormWords, 'groups'>;
  readonly claims: ReadonlyMap<string, RecordedClaim>;
  /** The least number that a form reads in a claim; the claim's own least unless given. */
  readonly least?: (claim: Pick<RecordedClaim & { kind: 'figure' }, 'min' | 'max' | 'group' | 'span'>) => number | null;
}

/** A group and all that it is part of by meaning. */
export const groupChain = (group: string, { groups }: Pick<FormWords, 'groups'>): readonly string[] => {
  const chain = [group];
  for (let up = groups.get(group)?.within; up && !chain.includes(up); up = groups.get(up)?.within) chain.push(up);
  return chain;
};

const countsPersons = (group: string, words: HarmLooking['words']): boolean =>
  words.groups.get(group)?.of !== 'things' && !groupChain(group, words).some((one) => table.notPersons.includes(one));

/**
 * An incident's own figures: what rests on running counts or standing numbers, which reports tell beside it, is none
 * of it. Where a figure rests on both, the claims of the incident itself count.
 */
export const ownFigures = (
  incident: Pick<Incident, 'figures'>,
  { claims, least = ({ min }) => min }: Pick<HarmLooking, 'claims' | 'least'>,
): readonly FigureRange[] =>
  incident.figures.flatMap((figure) => {
    const rests = (figure.claims ?? []).flatMap((id) => {
      const claim = claims.get(id);
      return claim?.kind === 'figure' ? [claim] : [];
    });
    const own = rests.filter(({ scope }) => scope === 'incident');
    if (rests.length > 0 && own.length === 0) return [];
    const given = own.flatMap((claim) => least(claim) ?? []);
    const low = given.length > 0 ? Math.min(...given) : figure.low;
    if (own.length === rests.length) return [{ ...figure, low }];
    const ends = own.map(({ max }) => max);
    return [{ ...figure, low, best: low, high: ends.includes(null) ? null : Math.max(...ends.map((max) => max!)) }];
  });

/** An incident's own figures of one measure, those that count persons, a group a line. */
const harmsIn = (incident: Incident, measure: string, looking: HarmLooking): readonly Harm[] =>
  ownFigures(incident, looking).flatMap(({ measure: of, group, low, best, high }) =>
    of !== measure || low === null || !countsPersons(group, looking.words)
      ? []
      : [{ group, low, best: Math.max(low, best ?? low), high }],
  );

/** Harm by groups that do not overlap, and the number of all persons. */
export interface HarmSum {
  readonly parts: readonly Harm[];
  readonly low: number;
  readonly best: number;
  /** At least `best`; open ends count as the highest number that is given. */
  readonly high: number;
}

/**
 * Adds up one measure of an incident: a group that is part of another told group is not counted twice, and the
 * number of all persons is never below that of the parts told.
 */
export const harmOf = (incident: Incident, measure: string, looking: HarmLooking): HarmSum | null => {
  const harms = harmsIn(incident, measure, looking);
  if (harms.length === 0) return null;
  const told = new Set(harms.map(({ group }) => group));
  const whole = harms.find(({ group }) => group === table.whole);
  const parts = harms.filter(
    ({ group }) =>
      group !== table.whole &&
      !groupChain(group, looking.words)
        .slice(1)
        .some((up) => up !== table.whole && told.has(up)),
  );
  const sum = (of: (harm: Harm) => number) => parts.reduce((total, harm) => total + of(harm), 0);
  const best = Math.max(
    whole?.best ?? 0,
    sum((harm) => harm.best),
  );
  return {
    parts,
    low: Math.max(
      whole?.low ?? 0,
      sum((harm) => harm.low),
    ),
    best,
    high: Math.max(
      best,
      whole?.high ?? 0,
      sum((harm) => harm.high ?? harm.best),
    ),
  };
};
