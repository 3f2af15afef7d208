import http, { type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page as a site sends it. */
export interface Page {
  readonly body: string | Buffer;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly status?: number;
}

export interface Sites {
  /** Host and port. */
  readonly host: string;
  /** What was asked for, in order. */
  readonly asked: string[];
  at(path: string): string;
  close(): void;
}

/** Serves pages by their paths on this machine. */
export async function serveSites(pages: Readonly<Record<string, Page>>): Promise<Sites> {
  const asked: string[] = [];
  const send = (res: ServerResponse, { body, type = 'text/html', headers, status }: Page): void => {
    res.writeHead(status ?? 200, { 'content-type': type, ...headers });
    res.end(body);
  };
  const server = http.createServer((req, res) => {
    const { pathname } = new URL(req.url ?? '/', 'http://site.test');
    asked.push(pathname);
    send(res, pages[pathname] ?? { body: 'gone', status: 404 });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host,
    asked,
    at: (path) => `http://${host}${path}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A page that names itself with Open Graph. */
export const article = (title: string, site = 'The Site', date = '2025-01-31'): Page => ({
  body: `<meta property="og:title" content="${title}"><meta property="og:site_name" content="${site}"><meta property="article:published_time" content="${date}T09:00:00Z">`,
});
