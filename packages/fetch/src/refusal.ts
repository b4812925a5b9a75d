import { type Note, note } from '@isnad/model';

/** Why an address was not fetched: thrown inside this package, handed out as a note. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly note: Note;

  constructor(code: `fetch/${string}`, message: string, options?: ErrorOptions) {
    super(message, options);
    this.note = note(code, 'error', message);
  }
}

export const ended = () =>
  new Refusal('fetch/ended', 'The program was ended before the page came. It is asked for again the next time.');

const CODES: Readonly<Record<string, readonly [code: `fetch/${string}`, why: string]>> = {
  HPE_HEADER_OVERFLOW: [
    'fetch/huge-headers',
    'The headers of the answer are longer than is read. Save the page by hand.',
  ],
  ECONNREFUSED: ['fetch/unreachable', 'The host refuses the connection. Try again later.'],
  ECONNRESET: ['fetch/torn', 'The host broke the connection off before the end. Try again later.'],
  EPIPE: ['fetch/torn', 'The host broke the connection off before the end. Try again later.'],
  ETIMEDOUT: ['fetch/unreachable', 'The host does not answer. Try again later.'],
  EHOSTUNREACH: ['fetch/unreachable', 'There is no way to the host. Check the network.'],
  ENETUNREACH: ['fetch/unreachable', 'There is no way to the host. Check the network.'],
  ENOTFOUND: ['fetch/no-host', 'No host has that name. Check the address.'],
  EAI_AGAIN: ['fetch/no-host', 'The name of the host could not be looked up. Check the network.'],
  ERR_INVALID_CHAR: ['fetch/no-http', 'The answer is no HTTP. Save the page by hand.'],
};

/** What went wrong on the wire, as a refusal with its code. */
export const asRefusal = (error: unknown): Refusal => {
  if (error instanceof Refusal) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known = CODES[code];
  if (known) return new Refusal(known[0], known[1], { cause: error });
  if (code.startsWith('HPE_')) {
    const torn = code === 'HPE_INVALID_EOF_STATE';
    return torn
      ? new Refusal('fetch/torn', 'The answer ends before its end. Try again later.', { cause: error })
      : new Refusal('fetch/no-http', 'The answer is no HTTP. Save the page by hand.', { cause: error });
  }
  if (/^(?:ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|EPROTO)/.test(code))
    return new Refusal(
      'fetch/tls',
      `The host cannot prove who it is (${code}), so nothing was read from it. Look at it in a browser.`,
      { cause: error },
    );
  const why = error instanceof Error ? error.message : String(error);
  return new Refusal('fetch/unreachable', `The address could not be fetched: ${why}. Try again later.`, {
    cause: error,
  });
};
