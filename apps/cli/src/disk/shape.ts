/** What a field must be, and whether it may be missing; used on files that come from outside. */
export type Kind = 'string' | 'string?' | 'number' | 'list' | 'object' | 'span';

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isOffset = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 0;

const fits = (value: unknown, kind: Kind): boolean => {
  switch (kind) {
    case 'string':
      return typeof value === 'string' && value !== '';
    case 'string?':
      return value === null || value === undefined || typeof value === 'string';
    case 'number':
      return typeof value === 'number';
    case 'list':
      return Array.isArray(value);
    case 'object':
      return isObject(value);
    case 'span':
      return isObject(value) && isOffset(value.start) && isOffset(value.end) && typeof value.text === 'string';
  }
};

/** What is wrong with an object, in words; null when every field is as it must be. */
export const faultIn = (value: unknown, fields: Readonly<Record<string, Kind>>): string | null => {
  if (!isObject(value)) return 'is no JSON object';
  for (const [field, kind] of Object.entries(fields))
    if (!fits(value[field], kind)) return `${field} must be ${kind === 'string?' ? 'a string or null' : `a ${kind}`}`;
  return null;
};
