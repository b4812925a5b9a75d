/** One named reason for or against two units being one event. */
export interface Evidence {
  /** Stable name such as `place:same`; explained in docs/METHODOLOGY.md. */
  readonly reason: string;
  readonly weight: number;
  /** They cannot be one event, whatever else speaks for it. */
  readonly forbids: boolean;
}

export const evidence = (reason: string, weight: number): Evidence => ({ reason, weight, forbids: false });

export const refusal = (reason: string): Evidence => ({ reason, weight: 0, forbids: true });

/** Two units are one event when nothing forbids it and the weights reach this sum. */
export const THRESHOLD = 6;

export const scoreOf = (found: readonly Evidence[]): number => found.reduce((sum, { weight }) => sum + weight, 0);

export const forbids = (found: readonly Evidence[]): boolean => found.some((one) => one.forbids);

/** The reasons that speak for it, strongest first. */
export const reasonsFor = (found: readonly Evidence[]): readonly string[] =>
  found
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || (a.reason < b.reason ? -1 : 1))
    .map(({ reason }) => reason);
