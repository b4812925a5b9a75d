import type { Actors } from '@isnad/client';

export interface OutletFraming {
  readonly outlet: string;
  /** Event claims in which the outlet tells of the side at all. */
  readonly mentions: number;
  readonly hostile: number;
  readonly own: number;
  readonly words: readonly {
    readonly text: string;
    readonly stance: 'hostile' | 'own';
    readonly count: number;
    readonly claim: string | null;
  }[];
}

/** How each outlet names one side, those that use loaded words most first. */
export const framingOf = ({ framing, mentions }: Actors, actor: string): readonly OutletFraming[] => {
  const outlets = new Map(
    mentions.filter((one) => one.actor === actor).map(({ outlet, count }) => [outlet, count] as const),
  );
  const loaded = framing.filter((one) => one.actor === actor);
  for (const { outlet } of loaded) if (!outlets.has(outlet)) outlets.set(outlet, 0);
  const sum = (outlet: string, stance: 'hostile' | 'own') =>
    loaded
      .filter((one) => one.outlet === outlet && one.stance === stance)
      .reduce((total, { count }) => total + count, 0);
  return [...outlets]
    .map(([outlet, count]) => {
      const [hostile, own] = [sum(outlet, 'hostile'), sum(outlet, 'own')];
      const words = loaded
        .filter((one) => one.outlet === outlet)
        .map(({ words: text, stance, count: times, claims }) => ({
          text,
          stance,
          count: times,
          claim: claims[0] ?? null,
        }));
      return { outlet, mentions: Math.max(count, hostile + own), hostile, own, words };
    })
    .sort((a, b) => b.hostile + b.own - a.hostile - a.own || b.mentions - a.mentions);
};
