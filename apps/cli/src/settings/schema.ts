import { z } from 'zod';

/** A list, which an environment variable gives as one line with commas. */
const list = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (given) => (typeof given === 'string' ? given.split(',').map((part) => part.trim()) : given),
    z.array(item),
  );

const port = z.preprocess(
  (given) => (typeof given === 'string' && /^\d+$/.test(given) ? Number(given) : given),
  z.int().min(0).max(65_535),
);

/** A host name without port: what a browser sends as `Host`. */
const hostName = z.string().regex(/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i, 'must be a host name without port');

/** An address without path, over HTTPS. */
const origin = z
  .string()
  .regex(/^https:\/\/[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d+)?$/i, 'must be https:// and a host name, without a path');

const secret = () => z.string().min(16, 'must have 16 characters or more').meta({ secret: true });

/**
 * What whoever runs the program for others may set once, in a file and by environment variables: a section a subject.
 * A new setting is a line here; its variable, its check and its line in `isnad settings` follow from it.
 */
export const settingsSchema = z
  .strictObject({
    serve: z
      .strictObject({
        host: z.string().min(1).describe('address to listen on'),
        port: port.describe('port to listen on, 0 for any that is free'),
        names: list(hostName).describe('host names under which a proxy before the server is asked'),
        origin: origin.describe('address under which browsers reach a team’s server, by a proxy with HTTPS'),
        log: z.enum(['text', 'json']).describe('text for people, or a JSON object a line for programs'),
      })
      .partial(),
    provider: z
      .strictObject({
        name: z.string().min(1).describe('identity provider as the page of signing in names it'),
        issuer: z.url().describe('address of the identity provider (OpenID Connect)'),
        client: z.string().min(1).describe('id under which the provider knows this server'),
        secret: secret().describe('what this server proves itself with to the provider'),
      })
      .partial(),
    metrics: z.strictObject({ token: secret().describe('who sends it may read /metrics') }).partial(),
    by: z.string().min(1).describe('who works, for the custody log'),
    gazetteer: z.string().min(1).describe('imported places, used behind the program’s own'),
  })
  .partial();

export type Settings = z.infer<typeof settingsSchema>;

/** One setting: where it stands in the file, its variable, what it is for. */
export interface Setting {
  /** `serve.port`. */
  readonly path: string;
  /** `ISNAD_SERVE_PORT`. */
  readonly variable: string;
  readonly about: string;
  readonly isSecret: boolean;
}

const innerOf = (schema: z.ZodType): z.ZodType =>
  schema instanceof z.ZodOptional ? innerOf(schema.unwrap() as z.ZodType) : schema;

const settingsIn = (schema: z.ZodObject, before: readonly string[]): readonly Setting[] =>
  Object.entries(schema.shape).flatMap(([key, given]) => {
    const inner = innerOf(given as z.ZodType);
    const path = [...before, key];
    if (inner instanceof z.ZodObject) return settingsIn(inner, path);
    return [
      {
        path: path.join('.'),
        variable: `ISNAD_${path.join('_').toUpperCase()}`,
        about: inner.description ?? '',
        isSecret: inner.meta()?.secret === true,
      },
    ];
  });

/** All settings, in the order of the schema. */
export const SETTINGS: readonly Setting[] = settingsIn(settingsSchema, []);
