import { StoreError } from '../errors.js';

/** A database of a team as its address tells it: `postgres://USER@HOST/DATABASE?case=NAME`. */
export interface PostgresAddress {
  /** For the driver: with the password, without the case. Never shown. */
  readonly connection: string;
  /** Name of the case; null where the address is that of the whole team. */
  readonly name: string | null;
  /** For messages: without password and options. */
  readonly shown: string;
}

/** One case of a database. */
export interface PostgresCase extends PostgresAddress {
  readonly name: string;
  /** The schema that holds it. */
  readonly schema: string;
}

const PREFIX = 'case_';
/** As PostgreSQL writes names without quotes, so that people can type them there. */
const NAME = /^[a-z0-9][a-z0-9_-]{0,55}$/;

/** Whether a case is named by an address of a database, not by a folder. */
export const isAddress = (named: string): boolean => /^postgres(?:ql)?:\/\//i.test(named);

const refuse = (what: string): StoreError =>
  new StoreError('store/address', what, 'Write it as postgres://user@host/database?case=name.');

/** Reads an address. A password in it goes no further than the driver. */
export const parseAddress = (named: string): PostgresAddress => {
  if (!isAddress(named)) throw refuse('this is no address of a PostgreSQL database');
  let url: URL;
  try {
    url = new URL(named);
  } catch {
    throw refuse('the address of the database cannot be read');
  }
  const database = url.pathname.slice(1);
  const name = url.searchParams.get('case');
  if (database === '' || database.includes('/')) throw refuse('the address names no database');
  if (name !== null && !NAME.test(name))
    throw new StoreError(
      'store/address',
      `${JSON.stringify(name)} cannot be the name of a case in a database`,
      'Use up to 56 small letters (a–z), digits, _ and -, beginning with a letter or digit; isnad init --name gives it a title in any language.',
    );
  const user = url.username === '' ? '' : `${url.username}@`;
  const shown = `postgres://${user}${url.host}/${database}${name === null ? '' : `?case=${name}`}`;
  // Options of the session are the store's own.
  for (const own of ['case', 'options']) url.searchParams.delete(own);
  return { connection: url.href, name, shown };
};

/** The case of a name in a database. */
export const caseIn = (address: PostgresAddress, name: string): PostgresCase => ({
  ...address,
  name,
  schema: `${PREFIX}${name}`,
  shown: address.name === name ? address.shown : `${address.shown.replace(/\?case=.*$/, '')}?case=${name}`,
});

/** Name of the case that a schema holds; null for other schemas. */
export const nameOfSchema = (schema: string): string | null =>
  schema.startsWith(PREFIX) ? schema.slice(PREFIX.length) : null;

/** How a case is named in messages: an address without its password, a folder as it is. */
export const shownCase = (named: string): string => {
  if (!isAddress(named)) return named;
  try {
    return parseAddress(named).shown;
  } catch {
    return 'the address of the database';
  }
};
