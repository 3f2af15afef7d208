/** Parameters that only say where a reader came from. */
const TRACKING = new Set([
  '_ga',
  '_gl',
  '_hsenc',
  '_hsmi',
  'cmpid',
  'dclid',
  'fbclid',
  'gbraid',
  'gclid',
  'gclsrc',
  'igsh',
  'igshid',
  'li_fat_id',
  'mc_cid',
  'mc_eid',
  'mkt_tok',
  'msclkid',
  'oly_anon_id',
  'oly_enc_id',
  'ref',
  'ref_src',
  'ref_url',
  'spm',
  'srsltid',
  'ttclid',
  'twclid',
  'vero_id',
  'wbraid',
  'yclid',
]);
const isTracking = (name: string): boolean =>
  /^(?:utm|pk|piwik|matomo|hsa)_/i.test(name) || TRACKING.has(name.toLowerCase());

/** `2401.01234`, `hep-th/9901001`, `math.GT/0309136`. */
const ARXIV_ID = String.raw`(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})`;
const ARXIV_PATH = new RegExp(
  String.raw`^\/(?:abs|pdf|html|format|ps)\/${ARXIV_ID}(?:v\d+)?(?:\.pdf)?\/*$`,
  'i',
);
const ARXIV_NAME = new RegExp(String.raw`^arxiv:\s*${ARXIV_ID}(?:v\d+)?$`, 'i');
const ARXIV_DOI = new RegExp(String.raw`^10\.48550\/arxiv\.${ARXIV_ID}(?:v\d+)?$`, 'i');
const DOI_NAME = /^doi:\s*(10\.\d{4,9}\/\S+)$/i;
const DOI_PATH = /^\/(10\.\d{4,9}\/.+)$/;
const VIDEO_ID = /^[\w-]{6,20}$/;
const YOUTUBE = new Set([
  'youtube.com',
  'm.youtube.com',
  'music.youtube.com',
  'youtube-nocookie.com',
]);

/** A web address without credentials; names such as `doi:10.1000/182` and `arXiv:2401.01234` are read too. */
function parse(address: string): URL | null {
  const text = address.trim();
  const arxiv = ARXIV_NAME.exec(text)?.[1];
  if (arxiv !== undefined) return new URL(`https://arxiv.org/abs/${arxiv}`);
  const doi = DOI_NAME.exec(text)?.[1];
  if (doi !== undefined) return new URL(`https://doi.org/${encodeDoi(doi)}`);
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return null;
  const url = new URL(text);
  return url.username === '' && url.password === '' && url.hostname !== '' ? url : null;
}

const encodeDoi = (doi: string): string => doi.split('/').map(encodeURIComponent).join('/');

/**
 * What identifies the page behind an address: two addresses with the same result are one source.
 * Neither scheme, `www.`, trailing slash, order of parameters, tracking parameters nor a fragment
 * that is no route counts; the forms of arXiv, DOI, YouTube and GitHub addresses meet in one. null
 * for what is no web address. The result is a web address itself, but not necessarily one that
 * answers.
 */
export function canonicalUrl(address: string): string | null {
  const url = parse(address);
  if (!url) return null;
  const host = bareHost(url);
  const known = arxivOf(host, url) ?? doiOf(host, url) ?? videoOf(host, url);
  if (known !== null) return known;
  const path = pathOf(host, url);
  return `https://${host}${portOf(url)}${path}${queryOf(url)}${routeOf(url)}`;
}

/**
 * A part of every address that {@link canonicalUrl} takes for the same, to look for in a database
 * without regard to case; null where there is none that is always spelled alike.
 */
export function commonPart(canonical: string): string | null {
  const url = new URL(canonical);
  const arxiv = ARXIV_PATH.exec(url.pathname)?.[1];
  if (url.hostname === 'arxiv.org' && arxiv !== undefined) return arxiv;
  if (url.hostname === 'doi.org') return /^\/(10\.\d+)\//.exec(url.pathname)?.[1] ?? null;
  const video = url.hostname === 'youtube.com' ? url.searchParams.get('v') : null;
  if (video !== null) return video;
  return url.hostname.includes('xn--') ? null : url.hostname;
}

/** The address as pasted, without what only tells where a reader came from; null as above. */
export function withoutTracking(address: string): string | null {
  const url = parse(address);
  if (!url) return null;
  const names = [...url.searchParams.keys()].filter(isTracking);
  for (const name of names) url.searchParams.delete(name);
  if (/^#:~:/.test(url.hash)) url.hash = '';
  return /^https?:/i.test(address.trim()) ? asSpelled(url, address.trim()) : url.href;
}

/** Keeps the spelling of an address that has nothing to lose. */
const asSpelled = (url: URL, address: string): string =>
  new URL(address).href === url.href ? address : url.href;

function bareHost(url: URL): string {
  let host = url.hostname.replace(/\.+$/, '');
  while (/^www\.[^.]+\../.test(host)) host = host.slice('www.'.length);
  return host;
}

const portOf = ({ port }: URL): string =>
  port === '' || port === '80' || port === '443' ? '' : `:${port}`;

function arxivOf(host: string, url: URL): string | null {
  if (host !== 'arxiv.org' && host !== 'export.arxiv.org') return null;
  const id = ARXIV_PATH.exec(url.pathname)?.[1];
  return id === undefined ? null : `https://arxiv.org/abs/${id.toLowerCase()}`;
}

function doiOf(host: string, url: URL): string | null {
  if (host !== 'doi.org' && host !== 'dx.doi.org') return null;
  const path = DOI_PATH.exec(url.pathname)?.[1]?.replace(/\/+$/, '');
  if (path === undefined) return null;
  // Names of this kind have no case.
  const doi = decoded(path).toLowerCase();
  const arxiv = ARXIV_DOI.exec(doi)?.[1];
  return arxiv === undefined
    ? `https://doi.org/${encodeDoi(doi)}`
    : `https://arxiv.org/abs/${arxiv}`;
}

function videoOf(host: string, url: URL): string | null {
  const [, first = '', second = ''] = url.pathname.split('/');
  let id: string | null = null;
  if (host === 'youtu.be') id = first;
  else if (YOUTUBE.has(host)) {
    if (first === 'watch') id = url.searchParams.get('v');
    else if (['shorts', 'embed', 'live', 'v'].includes(first)) id = second;
  }
  return id !== null && VIDEO_ID.test(id) ? `https://youtube.com/watch?v=${id}` : null;
}

function pathOf(host: string, url: URL): string {
  const path = sameEncoding(url.pathname).replace(/\/+$/, '');
  if (host !== 'github.com') return path;
  // Owners and repositories have no case; branches and files do.
  const [, owner = '', repository = '', ...rest] = path.split('/');
  const name = repository.toLowerCase().replace(/\.git$/, '');
  return [owner.toLowerCase(), name, ...rest]
    .filter((part, index) => index > 1 || part !== '')
    .map((part) => `/${part}`)
    .join('');
}

/** `%7e` is `~`, and `%ea` is `%EA`. */
const sameEncoding = (path: string): string =>
  path.replace(/%[0-9a-f]{2}/gi, (code) => {
    const character = String.fromCharCode(parseInt(code.slice(1), 16));
    return /[\w.~-]/.test(character) ? character : code.toUpperCase();
  });

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function queryOf(url: URL): string {
  const kept = [...url.searchParams].filter(([name]) => !isTracking(name));
  kept.sort(([a, x], [b, y]) => compare(a, b) || compare(x, y));
  const query = new URLSearchParams(kept).toString();
  return query === '' ? '' : `?${query}`;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What a page's own script takes for an address: `#/docs`, `#!/docs`. */
function routeOf({ hash }: URL): string {
  const route = hash.replace(/\/+$/, '');
  return /^#!?\/./.test(route) ? route : '';
}
