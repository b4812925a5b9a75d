import { Refusal } from './refusal.js';

/** Ports below 1024 that serve pages; on others, a request could be made to speak to mail or printers. */
const PORTS: ReadonlySet<string> = new Set(['', '80', '443']);
const LONGEST = 4096;

/** An address that may be asked for at all; throws a refusal for any other. */
export const webAddress = (written: string, base?: URL): URL => {
  if (written.length > LONGEST)
    throw new Refusal('fetch/address', `The address is ${written.length} characters long. Shorten it.`);
  let url: URL;
  try {
    url = new URL(written, base);
  } catch (error) {
    throw new Refusal('fetch/address', `"${written.slice(0, 80)}" is no address. Mend it.`, { cause: error });
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new Refusal('fetch/address', `Only http and https are fetched, not ${url.protocol} Save the page by hand.`);
  if (url.username !== '' || url.password !== '')
    throw new Refusal('fetch/address', 'The address holds a name or password, which are not sent. Take them out.');
  if (!PORTS.has(url.port) && Number(url.port) < 1024)
    throw new Refusal('fetch/address', `Port ${url.port} serves no pages. Check the address.`);
  url.hash = '';
  return url;
};
