import { isEdtf } from '@isnad/model';
import { InvalidArgumentError } from 'commander';

/** An EDTF date of the supported part. */
export const edtfOption = (value: string): string => {
  if (isEdtf(value)) return value;
  throw new InvalidArgumentError('Give an EDTF date such as 2018-12-17, 2018-12 or 2018-12-10/2018-12-14.');
};

/** A calendar day. */
export const dayOption = (value: string): string => {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value) && isEdtf(value)) return value;
  throw new InvalidArgumentError('Give a day such as 2018-12-17.');
};

/** A TCP port, 0 for any that is free. */
export const portOption = (value: string): number => {
  const port = Number(value);
  if (/^\d+$/.test(value) && port <= 65_535) return port;
  throw new InvalidArgumentError('Give a port from 0 to 65535.');
};

/** A count of one or more. */
export const countOption = (value: string): number => {
  const count = Number(value);
  if (/^\d+$/.test(value) && count > 0) return count;
  throw new InvalidArgumentError('Give a whole number from 1 on.');
};
