import { type Algorithm, hash, verify } from '@node-rs/argon2';
import { TeamError } from './errors.js';

// Argon2id with 19 MiB and two passes: OWASP's password storage cheat sheet, 2024.
const COST = { algorithm: 2 satisfies Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

const SHORTEST = 12;
/** A longer one only makes the server work. */
const LONGEST = 256;
/** Distinct letters below which a password is a pattern, not a secret. */
const FEWEST_LETTERS = 6;

const weak = (what: string): TeamError =>
  new TeamError('team/weak-password', what, 'Take a few words that nobody would put together, 12 letters at least.');

/** Equal passwords may come in different bytes from different keyboards. */
const normalised = (password: string): string => password.normalize('NFKC');

/** Refuses passwords that are soon guessed. */
const checkStrength = (password: string, name: string): void => {
  if (password.length < SHORTEST) throw weak(`the password has less than ${SHORTEST} letters`);
  if (password.length > LONGEST) throw weak(`the password has more than ${LONGEST} letters`);
  if (new Set(password.toLowerCase()).size < FEWEST_LETTERS) throw weak('the password repeats a few letters');
  if (password.toLowerCase().includes(name)) throw weak('the password holds the name that one signs in with');
};

/** What is kept of a password, in the PHC form of Argon2id. */
export const passwordHash = (password: string, name: string): Promise<string> => {
  const said = normalised(password);
  checkStrength(said, name);
  return hash(said, COST);
};

let dummy: Promise<string> | null = null;

/**
 * Whether a password is the one that is kept. Where none is kept as much work is done, so that the time of an answer does
 * not tell which accounts there are.
 */
export const isPassword = async (kept: string | null, password: string): Promise<boolean> => {
  const said = normalised(password).slice(0, LONGEST + 1);
  dummy ??= hash('nobody has this password', COST);
  const is = await verify(kept ?? (await dummy), said);
  return kept !== null && is && said.length <= LONGEST;
};
