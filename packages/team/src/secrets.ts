import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits that a browser or a program keeps, as 43 letters of base64url. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** Random letters that name something without being secret. */
export const newId = (): string => randomBytes(9).toString('base64url');

/** What is kept of a secret: it is random, so a plain hash tells nothing of it. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');
