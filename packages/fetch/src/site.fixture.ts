import http from 'node:http';
import net, { type AddressInfo, type Socket } from 'node:net';
import { createFetcher, type Fetched, type FetcherOptions } from './fetcher.js';

export type Handler = (request: http.IncomingMessage, response: http.ServerResponse) => void;

/** A server of this machine, ended by `close`; `asked` lists the paths that it was asked for. */
export interface Site {
  readonly port: number;
  readonly asked: string[];
  /** Address at a made-up host that leads here. */
  readonly at: (path: string, host?: string) => string;
  readonly close: () => Promise<void>;
}

const closer = (server: net.Server, sockets: Set<Socket>) => () =>
  new Promise<void>((resolve) => {
    for (const socket of sockets) socket.destroy();
    server.close(() => resolve());
  });

const started = async (server: net.Server, asked: string[]): Promise<Site> => {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    asked,
    at: (path, host = 'news.example') => `http://${host}:${port}${path}`,
    close: closer(server, sockets),
  };
};

/** A site whose pages a handler answers; it has no robots.txt unless the handler says so. */
export const site = (handler: Handler, robots: Handler | null = null): Promise<Site> => {
  const asked: string[] = [];
  return started(
    http.createServer((request, response) => {
      asked.push(request.url!);
      if (request.url !== '/robots.txt') handler(request, response);
      else if (robots) robots(request, response);
      else response.writeHead(404).end();
    }),
    asked,
  );
};

/** A site that says these very bytes, piece by piece, to whoever asks for anything but robots.txt. */
export const rawSite = (say: (socket: Socket) => void): Promise<Site> => {
  const asked: string[] = [];
  return started(
    net.createServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', (data) => {
        const path = /^GET (\S+)/.exec(String(data))?.[1] ?? '';
        asked.push(path);
        if (path === '/robots.txt') socket.end('HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n');
        else say(socket);
      });
    }),
    asked,
  );
};

/** Short limits, no pauses, and made-up hosts that all lead to this machine. */
export const fetcherFor = (port: number, options: Partial<FetcherOptions> = {}) =>
  createFetcher({
    version: '0',
    named: new Set([`news.example:${port}`]),
    resolve: async () => ['127.0.0.1'],
    ...options,
    limits: { totalMs: 2000, silenceMs: 1000, pauseMs: 0, bytes: 2_000_000, ...options.limits },
  });

/** What came of an address: its code, or the text of its body. */
export const told = (fetched: Fetched): string =>
  fetched.is === 'refused'
    ? fetched.note.code
    : fetched.is === 'unchanged'
      ? 'unchanged'
      : new TextDecoder().decode(fetched.body);
