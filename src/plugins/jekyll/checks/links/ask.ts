import { failureOf, type Guard, guardedRequest } from '../../web/guarded-request';

/** What an address answered. */
export interface Answer {
  /** HTTP status behind all redirects; null where there was no answer. */
  readonly status: number | null;
  /** Why there was none: `not-found` (no such name), `private`, `timeout`, `redirects`, `failed`, … */
  readonly error: string | null;
}

export interface AskOptions extends Guard {
  /** Milliseconds for the whole of it. */
  readonly timeout?: number;
  readonly signal?: AbortSignal | undefined;
}

const TIMEOUT = 15_000;
/** Servers that do not know HEAD, or answer it otherwise than GET. */
const ASK_AGAIN = new Set([400, 403, 404, 405, 406, 410, 501, 503]);
const HEADERS = { 'user-agent': 'strapi-plugin-jekyll link check' };

/**
 * Asks an external link with HEAD, then GET, without reading what it sends, and calls public
 * addresses only ({@link guardedRequest}). Never throws.
 */
export async function ask(url: string, options: AskOptions = {}): Promise<Answer> {
  const { timeout = TIMEOUT, signal: outer, ...guard } = options;
  const signals = [AbortSignal.timeout(timeout)];
  if (outer) signals.push(outer);
  const signal = AbortSignal.any(signals);
  const statusOf = async (method: 'HEAD' | 'GET'): Promise<number> => {
    const request = { ...guard, method, signal, headers: HEADERS };
    // The status says it all; no body is read, however long.
    const { value } = await guardedRequest(url, request, ({ statusCode }) => statusCode ?? 0);
    return value;
  };
  try {
    const status = await statusOf('HEAD');
    return { status: ASK_AGAIN.has(status) ? await statusOf('GET') : status, error: null };
  } catch (error) {
    return { status: null, error: failureOf(error, signal) };
  }
}
