import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { installTap } from '../e2e/output-tap.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.flac': 'audio/flac',
  '.opus': 'audio/ogg',
};

const TAP = '/output-tap.js';

/** The built site, by default with the recorder of `installTap` as every page's first script, as WebDriver has none of its own. */
export interface SiteServer {
  readonly url: string;
  /** Whether the Opus probe is answered; without it pages take FLAC. */
  servesOpusProbe: boolean;
  close(): void;
}

export async function serveSite(folder: string, tapped = true): Promise<SiteServer> {
  const site = { servesOpusProbe: true };
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    answer(folder, path, site.servesOpusProbe, tapped).then(
      ({ type, body }) => response.writeHead(200, { 'content-type': type }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(site, {
    url: `http://127.0.0.1:${portOf(server)}/`,
    close: () => void server.close(),
  });
}

async function answer(
  folder: string,
  path: string,
  opusProbe: boolean,
  tapped: boolean,
): Promise<{ type: string; body: Buffer }> {
  if (path === TAP) return { type: TYPES['.js'], body: Buffer.from(`(${installTap.toString()})();`) };
  if (path.endsWith('/probe.opus') && !opusProbe) throw new Error('not served');
  const file = join(folder, normalize(path.endsWith('/') ? `${path}index.html` : path));
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  const body = await readFile(file);
  if (!tapped || !type.startsWith('text/html')) return { type, body };
  return {
    type,
    body: Buffer.from(body.toString().replace('<head>', `<head><script src="${TAP}"></script>`)),
  };
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}
