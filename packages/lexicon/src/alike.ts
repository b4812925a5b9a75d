/**
 * Entries of a table, each with all fields that any of them has, in one order; a field that an entry lacks is undefined
 * in it. Entries as their files have them are of dozens of shapes, and a field that is read of objects of more than four
 * shapes costs the engine many times as much.
 */
export const alike = <T extends object>(entries: readonly T[]): readonly T[] => {
  const fields = [...new Set(entries.flatMap((entry) => Object.keys(entry)))];
  return entries.map((entry) => Object.fromEntries(fields.map((field) => [field, entry[field as keyof T]])) as T);
};
