/** A static file server for a built site, compressed as real servers do. */
import { createServer } from 'node:http';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import sirv from 'sirv';

export interface RunningServer {
  /** `http://127.0.0.1:4321/zt/` */
  readonly address: string;
  readonly close: () => Promise<void>;
}

export interface ServerOptions {
  readonly dir: string;
  /** The port to try first; a free one is taken when it is in use. 0 takes any. */
  readonly port: number;
  /** Path that the site lives under. */
  readonly base?: string;
  /** Told of every answer: its path, and how many bytes its body had on the way. For measurements. */
  readonly onAnswer?: (path: string, bytes: number) => void;
}

/** @throws when there is no built site in `dir` */
export async function startServer({ dir, port, base = '/', onAnswer }: ServerOptions): Promise<RunningServer> {
  if (!existsSync(resolve(dir, 'index.html'))) {
    throw new Error(`There is no site in ${dir}/. Run “npm run build” first.`);
  }
  const files = sirv(resolve(dir), { dev: true, etag: true, brotli: true });
  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    if (!url.startsWith(base)) {
      response.writeHead(302, { location: base }).end();
      return;
    }
    request.url = url.slice(base.length - 1);
    response.once('finish', () => onAnswer?.(url.split('?')[0]!, Number(response.getHeader('content-length') ?? 0)));
    files(request, response, () => {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
      response.end('<!doctype html><title>404</title>');
    });
  });
  const listen = (wanted: number): Promise<void> => new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(wanted, '127.0.0.1', () => {
      server.off('error', failed);
      done();
    });
  });
  await listen(port).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    return listen(0);
  });
  const bound = server.address();
  const actual = typeof bound === 'object' && bound ? bound.port : port;
  return {
    address: `http://127.0.0.1:${actual}${base}`,
    close: () => new Promise((done) => { server.close(() => done()); server.closeAllConnections(); }),
  };
}
