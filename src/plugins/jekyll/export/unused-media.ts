import type { BlogFolder } from '../blog/blog-folder';
import { hashOf } from '../blog/hash';
import { mentionedInBlog } from '../blog/mentions';
import type { PostVersion } from '../contracts/service';
import { mediaAddresses, mediaCandidates, type PostContent, readPost } from '../core/post';
import { type BlogMedium, shownByPosts } from '../entries/media-use';
import type { PlacedText } from '../entries/write-version';
import { ASSET_UID, FILE_UID } from '../server/src/plugin-id';
import type { Run } from './run';

/** An image of the blog that nothing shows once a post is gone. */
export interface UnusedMedium {
  /** Relative to the blog, `/` between its parts. */
  readonly path: string;
  /** SHA-256 of its bytes. */
  readonly hash: string;
  /** Row of its record. */
  readonly assetId: number;
}

type MediaRun = Pick<Run, 'strapi' | 'folder' | 'site'>;

interface Candidate extends UnusedMedium, BlogMedium {}

/** What the posts that a run removes leave behind, found once for all of them. */
const searches = new WeakMap<MediaRun, { key: string; found: Promise<ReadonlySet<string>> }>();

/**
 * Images that may be removed together with a post: those that it names, that the CMS put there or
 * imported, that nobody changed since, and that no other post and no text of the blog mentions. In
 * doubt an image stays.
 *
 * @param run of one export: what is found out for one of its posts counts for the others
 * @param removed post whose file goes, as it stands
 * @param going all posts whose files go in this run, `removed` among them: what they show doesn't count
 */
export async function findUnusedMedia(
  run: MediaRun,
  removed: PlacedText,
  going: readonly PlacedText[],
): Promise<UnusedMedium[]> {
  const own = await ownMedia(run, [removed]);
  if (own.length === 0) return [];
  const key = JSON.stringify(going.map(({ path }) => path));
  let search = searches.get(run);
  if (search?.key !== key) {
    search = { key, found: unusedOf(run, going) };
    searches.set(run, search);
  }
  const unused = await search.found;
  return own
    .filter(({ path }) => unused.has(path))
    .map(({ path, hash, assetId }) => ({ path, hash, assetId }));
}

/** The cheap questions first: the blog is searched only for what nothing else keeps. */
async function unusedOf(run: MediaRun, going: readonly PlacedText[]): Promise<ReadonlySet<string>> {
  const media = await ownMedia(run, going);
  const shown = await shownByPosts(run.strapi, media, await versionsOf(run, going));
  const paths = media.map(({ path }) => path).filter((path) => !shown.has(path));
  if (paths.length === 0) return new Set();
  const except = new Set(going.map(({ path }) => path));
  const mentioned = await mentionedInBlog(run.folder.root, paths, except);
  return new Set(paths.filter((path) => !mentioned.has(path)));
}

/** Images that posts name, with a record whose bytes stand in the blog. */
async function ownMedia(run: MediaRun, posts: readonly PlacedText[]): Promise<Candidate[]> {
  const named = new Set<string>();
  for (const { path, text } of posts) {
    // The zone decides only dates.
    const { content } = readPost(text, path, 'UTC');
    const addresses = mediaAddresses(textOf(content));
    if (content.cover.path) addresses.push(content.cover.path);
    for (const address of addresses) {
      const file = await standingOf(run, mediaCandidates(address, content.mediaBase, run.site));
      if (file !== null) named.add(file);
    }
  }
  if (named.size === 0) return [];
  const assets = (await run.strapi.db.query(ASSET_UID).findMany({
    where: { path: { $in: [...named] } },
    orderBy: 'id',
  })) as { id: number; path: string; hash: string; fileId: number }[];
  const own: Candidate[] = [];
  for (const { id, path, hash, fileId } of assets) {
    const bytes = await readReal(run.folder, path);
    if (bytes && hashOf(bytes) === hash) own.push({ path, hash, assetId: id, fileId });
  }
  return own;
}

const textOf = ({ body, closing, sections }: PostContent): string =>
  [
    body,
    closing ?? '',
    ...sections.flatMap(({ lead, items }) => [lead, ...items.map((item) => item.body)]),
  ].join('\n\n');

/** The first that stands, as the import takes it. */
async function standingOf(
  { folder }: MediaRun,
  candidates: readonly string[],
): Promise<string | null> {
  for (const file of candidates) {
    if (await folder.has(file).catch(() => false)) return file;
  }
  return null;
}

/** Bytes of a file; null where none stands or one behind a link, which is nobody's of ours. */
const readReal = (folder: BlogFolder, file: string): Promise<Buffer | null> =>
  folder.read(file).catch(() => null);

/** The entries whose files go: unpublished ones still have their drafts. */
async function versionsOf(
  { strapi }: MediaRun,
  going: readonly PlacedText[],
): Promise<PostVersion[]> {
  const records = (await strapi.db.query(FILE_UID).findMany({
    where: { path: { $in: going.map(({ path }) => path) } },
    select: ['post', 'entryLocale'],
  })) as { post: string; entryLocale: string }[];
  return records.map(({ post, entryLocale }) => ({ documentId: post, locale: entryLocale }));
}
