type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/** Compact JSON with keys in code-point order, so that equal values give equal bytes. */
export const canonical = (value: unknown): string => {
  const write = (json: Json): string => {
    if (Array.isArray(json)) return `[${json.map((item) => write(item ?? null)).join(',')}]`;
    if (json === null || typeof json !== 'object') return JSON.stringify(json);
    const object = json as { readonly [key: string]: Json | undefined };
    const keys = Object.keys(object)
      .filter((key) => object[key] !== undefined)
      .sort();
    return `{${keys.map((key) => `${JSON.stringify(key)}:${write(object[key]!)}`).join(',')}}`;
  };
  return write(value as Json);
};

/**
 * Canonical JSON of an object that holds long lists: a key a line, and in lists an item a line, so that
 * two versions can be compared line by line. Ends with a newline.
 */
export const canonicalLines = (object: object): string => [...canonicalPieces(object)].join('');

/** The same in pieces, of which a large object is never held at once. */
export const canonicalPieces = function* (object: object): Generator<string> {
  const entries = Object.entries(object)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  yield '{\n';
  for (const [at, [key, value]] of entries.entries()) {
    yield `${at > 0 ? ',\n' : ''}${JSON.stringify(key)}: `;
    if (!Array.isArray(value) || value.length === 0) {
      yield canonical(value);
      continue;
    }
    yield '[\n';
    for (const [index, item] of value.entries()) yield index > 0 ? `,\n${canonical(item)}` : canonical(item);
    yield '\n]';
  }
  yield '\n}\n';
};
