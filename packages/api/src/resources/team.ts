import { z } from '@hono/zod-openapi';
import { ROLES } from '@isnad/model';
import { list } from '../shapes.js';

/** How one signs in to this server. */
export const signInWays = z
  .object({
    signedIn: z.boolean(),
    password: z.boolean(),
    provider: z
      .string()
      .nullable()
      .openapi({ description: 'Name of the identity provider; null where there is none.' }),
  })
  .readonly()
  .openapi('SignInWays');

export const credentials = z
  .object({ name: z.string().min(1).max(200), password: z.string().min(1).max(1000) })
  .openapi('Credentials');

export const newPassword = z
  .object({ password: z.string().min(1).max(1000), next: z.string().min(1).max(1000) })
  .openapi('NewPassword');

/** Who is signed in, and the cases that they have a role in. */
export const account = z
  .object({
    name: z.string().openapi({ description: 'With which one signs in.' }),
    shown: z.string().openapi({ description: 'As colleagues see it; decisions are signed so.' }),
    hasPassword: z.boolean(),
    cases: list(
      z
        .object({
          name: z.string(),
          title: z
            .string()
            .nullable()
            .meta({ description: 'What people call it, names covered; null before its first record.' }),
          role: z.enum(ROLES),
        })
        .readonly(),
    ),
  })
  .readonly()
  .openapi('Account');

/** Nothing more is to be said. */
export const done = z
  .object({ ended: z.int().openapi({ description: 'Sessions that were ended.' }) })
  .readonly()
  .openapi('Done');

export const nothing = z.object({}).openapi('Nothing');

export type SignInWays = z.output<typeof signInWays>;
export type Account = z.output<typeof account>;
