import { canonicalUrl, withoutTracking } from '../core/citation/canonical-url';
import type { CitationFailure, NewReference, ReferenceKind } from '../contracts/citations';
import { kindOfSource } from '../entries/references';
import { GuardError } from '../web/guarded-request';
import type { FetchedPage } from './fetch-page';
import { type PageFacts, readPage } from './read-page';

export interface Suggested {
  readonly suggestion: NewReference;
  readonly failure: CitationFailure | null;
}

/** Why the guard lets nobody call an address. */
const NOT_CALLED = new Set(['private', 'scheme', 'credentials']);
/** Sites that go by another name than their address. */
const NAMES: Readonly<Record<string, string>> = {
  'arxiv.org': 'arXiv',
  'github.com': 'GitHub',
  'gitlab.com': 'GitLab',
  'youtube.com': 'YouTube',
};

/**
 * What a reference to an address would say: what its page says about itself, and where nobody asks
 * or answers, what the address alone tells.
 *
 * @param address a web address ({@link withoutTracking} accepts it)
 * @param fetch asks an address; null where that is switched off
 */
export async function suggestReference(
  address: string,
  fetch: ((url: string) => Promise<FetchedPage>) | null,
): Promise<Suggested> {
  const url = withoutTracking(address) ?? address;
  const told = fromAddress(url);
  if (!fetch) return { suggestion: told, failure: 'off' };
  let page: FetchedPage;
  try {
    page = await fetch(pageAddress(url));
  } catch (error) {
    const guarded = error instanceof GuardError && NOT_CALLED.has(error.message);
    return { suggestion: told, failure: guarded ? 'private' : 'unreachable' };
  }
  if (page.status < 200 || page.status > 299) return { suggestion: told, failure: 'refused' };
  if (page.type === 'application/pdf') {
    const title = page.fileName === null ? told.title : titleOfFile(page.fileName);
    const named = title || titleOfFile(new URL(url).pathname);
    const kind = told.kind === 'article' ? 'report' : told.kind;
    return { suggestion: { ...told, title: named, kind }, failure: null };
  }
  if (page.html === null) return { suggestion: told, failure: null };
  return { suggestion: fromPage(told, readPage(page.html)), failure: null };
}

/** Papers tell about themselves on a page of their own, not in their PDF. */
function pageAddress(url: string): string {
  const canonical = canonicalUrl(url) ?? '';
  return canonical.startsWith('https://arxiv.org/abs/') ? canonical : url;
}

function fromAddress(url: string): NewReference {
  const canonical = canonicalUrl(url) ?? url;
  const { host } = new URL(canonical);
  const kind = kindOfSource(canonical) as ReferenceKind;
  return {
    title: titleFrom(url, kind),
    url,
    kind,
    publisher: NAMES[host] ?? host,
    publishedOn: null,
  };
}

function titleFrom(url: string, kind: ReferenceKind): string {
  if (kind === 'repository') return repositoryOf(url);
  return kind === 'report' ? titleOfFile(new URL(url).pathname) : '';
}

/** `owner/name`, or nothing for another page of such a site. */
function repositoryOf(url: string): string {
  const [, owner = '', name = ''] = new URL(url).pathname.split('/');
  return owner === '' || name === '' ? '' : `${owner}/${name.replace(/\.git$/, '')}`;
}

/** `annual_report-2025.pdf` is “annual report 2025”. */
function titleOfFile(path: string): string {
  const name = path.split(/[/\\]/).filter(Boolean).at(-1) ?? '';
  let decoded = name;
  try {
    decoded = decodeURIComponent(name);
  } catch {
    // Spelled otherwise than addresses are: as it stands.
  }
  return decoded
    .normalize('NFC')
    .replace(/\.pdf$/i, '')
    .replace(/[_+\s]+|(?<=\p{L}|\p{N})-(?=\p{L}|\p{N})/gu, ' ')
    .trim();
}

function fromPage(told: NewReference, page: PageFacts): NewReference {
  const { url } = told;
  const { host } = new URL(canonicalUrl(url) ?? url);
  const named = NAMES[host];
  const title =
    host === 'github.com'
      ? page.title?.replace(/^GitHub - /, '')
      : page.title?.replace(/^\[[\d.v]+\]\s+/, '');
  return {
    ...told,
    title: title || told.title,
    kind: page.isPaper ? 'paper' : page.isVideo ? 'video' : told.kind,
    publisher: named ?? page.publisher ?? told.publisher,
    publishedOn: page.publishedOn,
  };
}
