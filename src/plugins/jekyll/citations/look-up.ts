import { canonicalUrl } from '../core/citation/canonical-url';
import type { Citation } from '../contracts/citations';
import { isPublicAddress } from '../web/public-address';
import { fetchPage, type FetchedPage } from './fetch-page';
import type { ReferenceVersion } from './known';
import { suggestReference } from './suggest';

export interface CitationSettings {
  /** Whether pages are asked what they are. */
  readonly fetch: boolean;
  /** Hosts, with their ports, that count as public: for tests. */
  readonly allowHosts: readonly string[];
}

/** Milliseconds for one page, and for all of a request. */
const PAGE_TIMEOUT = 8_000;
const TIMEOUT = 25_000;
/** Pages that are asked at the same time. */
const AT_ONCE = 6;

/**
 * What is known of pasted addresses: the reference that the CMS has, else what the page says. Each
 * source is asked once, several at the same time; one that fails keeps no other from being found.
 *
 * @param known references that may be named, by canonical address
 */
export async function lookUp(
  addresses: readonly string[],
  known: ReadonlyMap<string, ReferenceVersion>,
  settings: CitationSettings,
  locale: string,
): Promise<Citation[]> {
  const overall = AbortSignal.timeout(TIMEOUT);
  const fetch = settings.fetch ? fetcher(settings, overall, locale) : null;
  const waiting = new Map<string, string>();
  for (const address of addresses) {
    const key = canonicalUrl(address);
    if (key !== null && !known.has(key) && !waiting.has(key)) waiting.set(key, address);
  }
  const asked = new Map<string, Omit<Citation, 'address' | 'known'>>();
  const queue = [...waiting];
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [key, address] = next;
      asked.set(key, await suggestReference(address, fetch));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return addresses.map((address): Citation => {
    const key = canonicalUrl(address) ?? '';
    const stored = known.get(key);
    if (stored) {
      const { documentId, title, url } = stored;
      return {
        address,
        known: { documentId, title: title ?? '', url },
        suggestion: null,
        failure: null,
      };
    }
    return { address, known: null, ...(asked.get(key) ?? { suggestion: null, failure: null }) };
  });
}

function fetcher(
  { allowHosts }: CitationSettings,
  overall: AbortSignal,
  locale: string,
): (url: string) => Promise<FetchedPage> {
  const isAllowed = (address: string, host: string): boolean =>
    isPublicAddress(address) || allowHosts.includes(host);
  return (url) =>
    fetchPage(url, {
      locale,
      isAllowed,
      signal: AbortSignal.any([overall, AbortSignal.timeout(PAGE_TIMEOUT)]),
    });
}
