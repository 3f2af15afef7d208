import type { IncomingMessage } from 'node:http';
import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { type Guard, guardedRequest } from '../web/guarded-request';
import { decodePage } from './decode';

/** What an address answered, as far as it says what it is. */
export interface FetchedPage {
  /** Behind all redirects. */
  readonly url: string;
  readonly status: number;
  /** MIME type, lower case, without parameters. */
  readonly type: string;
  /** Text of an HTML page; null for anything else, which is not read. */
  readonly html: string | null;
  /** Name that the server gives the file. */
  readonly fileName: string | null;
}

/** Bytes of a page that are read: what it says about itself stands at its head. */
const MAX_BYTES = 1024 * 1024;
const HTML = new Set(['text/html', 'application/xhtml+xml']);
const HEADERS = {
  'user-agent': 'Mozilla/5.0 (compatible; strapi-plugin-jekyll citation)',
  accept: 'text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.5',
  'accept-encoding': 'identity',
};

/**
 * Asks a public address for its page ({@link guardedRequest}).
 *
 * @throws what the guarded request throws
 */
export async function fetchPage(
  address: string,
  {
    locale,
    ...how
  }: Guard & {
    readonly signal: AbortSignal;
    /** Language in which the page is wanted. */
    readonly locale: string;
  },
): Promise<FetchedPage> {
  const headers = { ...HEADERS, 'accept-language': `${locale},en;q=0.8,*;q=0.5` };
  const request = { ...how, method: 'GET' as const, headers };
  const { url, value } = await guardedRequest(address, request, async (response) => {
    const { statusCode: status = 0, headers } = response;
    const contentType = headers['content-type'] ?? '';
    const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
    const html = HTML.has(type) ? decodePage(await readStart(response), contentType) : null;
    return { status, type, html, fileName: fileNameOf(headers['content-disposition'] ?? '') };
  });
  return { url, ...value };
}

async function readStart(response: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of unpacked(response)) {
    chunks.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size >= MAX_BYTES) break;
  }
  return Buffer.concat(chunks).subarray(0, MAX_BYTES);
}

/** Some servers pack their pages though nobody asked them to. */
function unpacked(response: IncomingMessage): Readable {
  const packed = response.headers['content-encoding']?.trim().toLowerCase() ?? '';
  const unpack =
    packed === 'gzip' || packed === 'x-gzip'
      ? createGunzip()
      : packed === 'deflate'
        ? createInflate()
        : packed === 'br'
          ? createBrotliDecompress()
          : null;
  if (!unpack) return response;
  // Errors of either end are those of the stream that is read.
  pipeline(response, unpack, () => undefined);
  return unpack;
}

function fileNameOf(disposition: string): string | null {
  const encoded = /filename\*\s*=\s*utf-8''([^;]+)/i.exec(disposition)?.[1];
  if (encoded !== undefined) return decoded(encoded.trim());
  return /filename\s*=\s*"?([^";]+)/i.exec(disposition)?.[1]?.trim() ?? null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
