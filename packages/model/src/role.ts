/**
 * What someone may do in a case, each with what the ones before it have: a reader looks, names covered; a coder decides
 * and may see names; an editor grades, names and takes back what others decided; a publisher makes releases; an
 * administrator gives roles and tokens.
 */
export const ROLES = ['reader', 'coder', 'editor', 'publisher', 'administrator'] as const;

export type Role = (typeof ROLES)[number];

export const isRole = (word: string): word is Role => ROLES.some((role) => role === word);

/** Whether a role has what another one has. */
export const isAtLeast = (role: Role, least: Role): boolean => ROLES.indexOf(role) >= ROLES.indexOf(least);

/** The lower of two roles. */
export const lowerRole = (a: Role, b: Role): Role => (isAtLeast(a, b) ? b : a);
