import type { Link } from '@isnad/model';

/** Things, by their numbers, that are joined to groups step by step; a group is known by its lowest number. */
export interface Groups {
  /** The group that a thing is in. */
  readonly find: (thing: number) => number;
  /** Joins two groups, which are not one, and keeps why. */
  readonly join: (a: number, b: number, link: Link) => void;
  /** In the order in which they came together. */
  readonly membersOf: (group: number) => readonly number[];
  readonly linksOf: (group: number) => readonly Link[];
}

/** So many things, each a group of its own. */
export const groupsOf = (count: number): Groups => {
  const root = Array.from({ length: count }, (_, thing) => thing);
  const members = root.map((thing) => [thing]);
  const links = new Map<number, Link[]>();
  return {
    find: (thing) => {
      let top = thing;
      while (root[top] !== top) top = root[top]!;
      // Each thing on the way is hung on the top, so that the way is short the next time.
      for (let next = thing; root[next] !== top; ) [root[next], next] = [top, root[next]!];
      return top;
    },
    join: (a, b, link) => {
      const [low, high] = a < b ? [a, b] : [b, a];
      root[high] = low;
      for (const member of members[high]!) members[low]!.push(member);
      members[high] = [];
      const why = links.get(low) ?? [];
      for (const other of links.get(high) ?? []) why.push(other);
      why.push(link);
      links.set(low, why);
    },
    membersOf: (group) => members[group]!,
    linksOf: (group) => links.get(group) ?? [],
  };
};
