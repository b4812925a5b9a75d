import table from './event-types.json' with { type: 'json' };
import type { ActorClass, Sides } from './sides.js';

/** A sub-event type with what it belongs to; `rank` orders all of them, the highest first. */
export interface Coding {
  readonly disorder: string;
  readonly event: string;
  readonly sub: string;
  readonly rank: number;
}

/** One line of the table of types: the conditions under which a sub-event type holds. */
interface Line {
  readonly actor?: readonly string[];
  readonly victims?: readonly string[];
  readonly deaths?: boolean;
  readonly sub: string;
}

const TYPES: Readonly<Record<string, readonly Line[] | null>> = table.types;
const DISORDER: Readonly<Record<string, string>> = table.disorderOf;

const codings: ReadonlyMap<string, Coding> = new Map(
  table.hierarchy
    .flatMap(({ event, disorder, subs }) => subs.map((sub) => ({ event, sub, disorder: DISORDER[sub] ?? disorder })))
    .map((coding, rank) => [coding.sub, { ...coding, rank }]),
);

/** All of ACLED's sub-event types, the highest first. */
export const subEventTypes: readonly Coding[] = [...codings.values()];

const CIVIL: ReadonlySet<ActorClass> = new Set(['Civilians', 'Protesters']);

export type Victims = 'civilians' | 'fighters' | 'unknown';

/** Who was meant or hit: fighters as soon as any is among them. */
export const victimsOf = ({ others }: Sides): Victims =>
  others.length === 0 ? 'unknown' : others.every((side) => CIVIL.has(side.class)) ? 'civilians' : 'fighters';

/** Why a type gets no code. */
export type Uncoded = 'unknown type' | 'not coded by ACLED' | 'whom it befell is not known';

/** The sub-event type of an event type under its circumstances, or why it has none. */
export const codingOf = (
  type: string,
  of: { readonly actor: ActorClass | null; readonly victims: Victims; readonly deaths: boolean },
): Coding | Uncoded => {
  const lines = TYPES[type];
  if (lines === undefined) return 'unknown type';
  if (lines === null) return 'not coded by ACLED';
  const line = lines.find(
    ({ actor, victims, deaths }) =>
      (actor === undefined || (of.actor !== null && actor.includes(of.actor))) &&
      (victims === undefined || victims.includes(of.victims)) &&
      (deaths === undefined || deaths === of.deaths),
  );
  return line ? codings.get(line.sub)! : 'whom it befell is not known';
};
