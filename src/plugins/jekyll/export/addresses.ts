import { builtFile, postAddress, saidLanguage, withRedirect } from '../core/address';
import { parsePostFile, readFrontMatter } from '../core/post-file';
import type { WrittenPost } from '../core/post';
import type { FileRecord } from '../blog/record';
import type { PlacedText } from '../entries/write-version';
import type { PostNote } from './note';
import type { Run } from './run';

/** Where a text is shown on the site. */
export interface Shown {
  /** From the root of the site, as {@link postAddress} says it. */
  readonly address: string;
  /** Language that the text says; null where it says none. */
  readonly lang: string | null;
}

/** The address and the language of a post's text; null for a text that can't be read. */
export function shownAt(
  { site }: Pick<Run, 'site'>,
  { path, text }: PlacedText,
  zone: string,
): Shown | null {
  const { entries, problems } = readFrontMatter(parsePostFile(text));
  if (problems.length > 0) return null;
  const frontMatter = new Map(entries.map(({ key, value }) => [key, value]));
  return {
    address: postAddress({ path, frontMatter, zone }, site.address),
    lang: saidLanguage(frontMatter.get('lang'), path, site.address.polyglot),
  };
}

/** What the CMS wants to write and what stands: for the check that no two posts meet. */
export interface PostPlace {
  readonly path: string;
  readonly shown: Shown | null;
  readonly recordedPath: string | null;
  readonly recordedAddress: string | null;
}

export function placeOf(
  run: Run,
  record: FileRecord | null,
  { path, text }: WrittenPost,
  zone: string,
): PostPlace {
  const live = record?.live ? record : null;
  const shown = text === null ? null : shownAt(run, { path, text }, zone);
  const same = live?.text === text && live?.path === path;
  return {
    path,
    shown,
    recordedPath: live?.path ?? null,
    recordedAddress: (same ? shown : recordedShown(run, live))?.address ?? null,
  };
}

export const recordedShown = (run: Pick<Run, 'site'>, record: FileRecord | null): Shown | null =>
  record?.text == null ? null : shownAt(run, { path: record.path, text: record.text }, record.zone);

/**
 * Addresses (as built files) that posts of a run move to or come to; `unknown` while these are still
 * being planned.
 */
export type TakenAddresses = ReadonlySet<string> | 'unknown';

/** The redirect that a post gets which moves to another address, where the site has redirects. */
export interface Redirect {
  readonly note: NonNullable<PostNote['redirect']>;
  /** The post's list with the old address in it. */
  add(redirects: readonly string[]): string[];
}

export function redirectOf(
  run: Run,
  record: FileRecord | null,
  { path, text }: WrittenPost,
  zone: string,
  taken: TakenAddresses,
): Redirect | null {
  const { redirects } = run.config;
  const wanted = redirects === 'always' || (redirects === 'auto' && run.site.redirectFrom);
  // A file that keeps its name may move too: by its permalink, its categories, its date.
  if (!wanted || !record?.live || text === null || record.text === null) return null;
  if (record.path === path && record.text === text) return null;
  const from = recordedShown(run, record)?.address;
  const to = shownAt(run, { path, text }, zone)?.address;
  if (from === undefined || to === undefined || from === to) return null;
  // A redirect would stand where another post is shown from now on.
  if (taken !== 'unknown' && taken.has(builtFile(from))) return null;
  return {
    note: { from, to },
    add: (list) => withRedirect(list, from, to),
  };
}
