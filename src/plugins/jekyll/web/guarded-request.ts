import { lookup as systemLookup } from 'node:dns/promises';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import { isPublicAddress } from './public-address';

/** Who may be called; the defaults are the public internet. */
export interface Guard {
  /** Addresses of a name. */
  readonly resolve?: ((host: string) => Promise<readonly string[]>) | undefined;
  /** @param host the name or address that was asked for, with its port where the URL has one */
  readonly isAllowed?: ((address: string, host: string) => boolean) | undefined;
}

export interface GuardedRequest extends Guard {
  readonly method: 'HEAD' | 'GET';
  readonly signal: AbortSignal;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What stands behind all redirects. */
export interface GuardedAnswer<T> {
  /** Where the answer came from. */
  readonly url: string;
  readonly value: T;
}

/** Why nobody was called, or nobody answered: `private`, `scheme`, `credentials`, `redirects`, … */
export class GuardError extends Error {}

const MAX_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const MAX_HEADERS = 16 * 1024;

/**
 * Asks a public address and follows its redirects. Each host, also behind a redirect, must have
 * public addresses only, and the connection goes to the very address that was looked at: a name that
 * answers otherwise a moment later leads nowhere.
 *
 * @param read takes what is wanted of the last answer; the connection is closed behind it
 * @throws {@link GuardError}, or what Node's requests throw
 */
export async function guardedRequest<T>(
  start: string,
  request: GuardedRequest,
  read: (response: IncomingMessage) => T | Promise<T>,
): Promise<GuardedAnswer<T>> {
  let url = start;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
    const response = await send(url, request);
    try {
      const { location } = response.headers;
      if (!REDIRECTS.has(response.statusCode ?? 0) || location === undefined) {
        return { url, value: await read(response) };
      }
      url = new URL(location, url).href;
    } finally {
      response.destroy();
    }
  }
  throw new GuardError('redirects');
}

/** The name of a failure, short and without anything that the other side wrote. */
export function failureOf(error: unknown, signal: AbortSignal): string {
  if (signal.aborted) return 'timeout';
  if (error instanceof GuardError) return error.message;
  const { code } = Object(error) as { code?: unknown };
  if (code === 'ENOTFOUND') return 'not-found';
  return typeof code === 'string' ? code.toLowerCase().slice(0, 60) : 'failed';
}

async function send(
  address: string,
  { method, signal, headers, resolve = resolveAll, isAllowed = isPublicAddress }: GuardedRequest,
): Promise<IncomingMessage> {
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new GuardError('scheme');
  if (url.username !== '' || url.password !== '') throw new GuardError('credentials');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) ? [host] : await withSignal(resolve(host), signal);
  const [pinned] = addresses;
  if (pinned === undefined) throw new GuardError('not-found');
  if (!addresses.every((one) => isAllowed(one, url.host))) throw new GuardError('private');
  return new Promise((done, fail) => {
    const sent = (url.protocol === 'https:' ? https : http).request(
      {
        method,
        host: pinned,
        family: isIP(pinned),
        port: url.port === '' ? undefined : Number(url.port),
        path: url.pathname + url.search,
        // Not the address: certificates and virtual hosts go by the name.
        ...(isIP(host) ? {} : { servername: host }),
        headers: { accept: '*/*', ...headers, host: url.host },
        agent: false,
        signal,
        maxHeaderSize: MAX_HEADERS,
      },
      done,
    );
    sent.on('error', fail);
    sent.end();
  });
}

async function resolveAll(host: string): Promise<string[]> {
  return (await systemLookup(host, { all: true })).map(({ address }) => address);
}

/** Name servers can't be cancelled: their answer is no longer waited for. */
function withSignal<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(new GuardError('timeout'));
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject);
  });
}
