import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** What an address opens: the page, the media that it shows, or a page of a real build. */
export type Purpose = 'page' | 'media' | 'site';
export type PreviewStatus = 'draft' | 'published';

/** What a signed address stands for, and nothing else. */
export interface Grant {
  readonly purpose: Purpose;
  /** Empty for an entry that was never saved. */
  readonly documentId: string;
  readonly locale: string;
  readonly status: PreviewStatus;
  /** Id of the admin user who asked. */
  readonly user: number;
  /** Id of a build, for `site`. */
  readonly build?: string;
}

export type Verdict =
  | { readonly grant: Grant; readonly expired: false }
  | { readonly grant: null; readonly expired: boolean };

const CONTEXT = 'strapi-plugin-jekyll preview';
const REFUSED: Verdict = { grant: null, expired: false };
/** Longer than any token that we give. */
const MAX_LENGTH = 1000;

/** A key of its own, derived from a secret of the application: it opens nothing else. */
export const deriveKey = (secret: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', CONTEXT, 32));

export interface Signer {
  /** @param ttl milliseconds for which the address is good at least; at most twice that */
  sign(grant: Grant, ttl: number): string;
  /** @param purpose what the address is used for */
  verify(token: string, purpose: Purpose): Verdict;
}

/**
 * Signs addresses. The end of a token is rounded up to a multiple of its life, so that what is shown
 * again while somebody types keeps its address, and a browser its images.
 */
export function createSigner(key: Buffer, now: () => number = () => Date.now()): Signer {
  const mac = (payload: string): Buffer => createHmac('sha256', key).update(payload).digest();
  return {
    sign(grant, ttl) {
      const expires = (Math.floor(now() / ttl) + 2) * ttl;
      const { purpose, documentId, locale, status, user, build = '' } = grant;
      const fields = [purpose, documentId, locale, status, user, build, expires];
      const payload = Buffer.from(JSON.stringify(fields)).toString('base64url');
      return `${payload}.${mac(payload).toString('base64url')}`;
    },
    verify(token, purpose) {
      const [payload = '', signature = '', ...rest] = token.split('.');
      if (token.length > MAX_LENGTH || rest.length > 0) return REFUSED;
      // Compared as text: several spellings of base64url stand for the same bytes.
      const given = Buffer.from(signature);
      const expected = Buffer.from(mac(payload).toString('base64url'));
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return REFUSED;
      const [kind, documentId, locale, status, user, build, expires] = JSON.parse(
        Buffer.from(payload, 'base64url').toString('utf8'),
      ) as [Purpose, string, string, PreviewStatus, number, string, number];
      if (kind !== purpose) return REFUSED;
      if (expires <= now()) return { grant: null, expired: true };
      return {
        grant: {
          purpose: kind,
          documentId,
          locale,
          status,
          user,
          ...(build === '' ? {} : { build }),
        },
        expired: false,
      };
    },
  };
}
