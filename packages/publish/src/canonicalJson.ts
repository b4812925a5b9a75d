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
export const canonicalLines = (object: object): string => {
  const entries = Object.entries(object)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => {
      const text =
        Array.isArray(value) && value.length > 0 ? `[\n${value.map(canonical).join(',\n')}\n]` : canonical(value);
      return `${JSON.stringify(key)}: ${text}`;
    });
  return `{\n${entries.join(',\n')}\n}\n`;
};
