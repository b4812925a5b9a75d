import { StoreError } from '../errors.js';
import { caseMeant } from '../postgres/cases.js';
import { createPostgresStore, openPostgresStore } from '../postgres/store.js';
import type { Stamp } from '../stamp.js';
import type { Store } from '../store.js';
import { caseIn, isAddress, parseAddress } from './address.js';
import { createCaseInFolder, isCaseFolder, openCaseInFolder } from './folder.js';

/** Whether a case is named: a folder that is one, or an address of a database. */
export const isCase = (named: string): boolean => isAddress(named) || isCaseFolder(named);

/** Begins a case in a new or empty folder, or in a database that an address names. */
export const createCase = async (named: string, name: string, stamp: Stamp): Promise<Store> => {
  if (!isAddress(named)) return createCaseInFolder(named, name, stamp);
  const address = parseAddress(named);
  if (address.name === null)
    throw new StoreError('store/which-case', `${address.shown} is not yet a case`, 'Name the new one behind ?case=.');
  return createPostgresStore(caseIn(address, address.name), name, stamp);
};

/** Opens the case in a folder, or the one that an address names. */
export const openCase = async (named: string): Promise<Store> => {
  if (isAddress(named)) return openPostgresStore(await caseMeant(parseAddress(named)));
  return openCaseInFolder(named);
};
