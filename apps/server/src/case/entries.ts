/** The entry of a map, made when it is first asked for. */
export const entryIn = <K, V>(map: Map<K, V>, key: K, make: () => V): V => {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
};

/** Items by key, in the order in which they come. */
export const grouped = <T>(pairs: Iterable<readonly [string, T]>): ReadonlyMap<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const [key, item] of pairs) entryIn(groups, key, () => []).push(item);
  return groups;
};

/** The same for what takes time: made once, unless it fails; of more than `most` the oldest is let go. */
export const awaitedIn = <K, V>(map: Map<K, Promise<V>>, key: K, most: number, make: () => Promise<V>): Promise<V> => {
  const known = map.get(key);
  if (known) return known;
  if (map.size >= most) map.delete(map.keys().next().value!);
  const made = make();
  map.set(key, made);
  made.catch(() => map.delete(key));
  return made;
};
