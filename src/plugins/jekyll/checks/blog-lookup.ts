import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { addressOfText } from '../core/address';
import type { BlogFacts, LinkedPost, Questions } from '../core/checks';
import { takeApart } from '../core/checks';
import { once } from '../core/once';
import { readFields } from '../core/post/read-post';
import { readFileName } from '../core/post-file';
import { type BlogFolder, BlogFolderError } from '../blog/blog-folder';
import type { Records } from '../blog/record';
import { scanPosts } from '../blog/scan';
import type { Site } from '../blog/site';
import { readBlogAuthors } from '../server/src/services/blog-authors';
import { POST_UID } from '../server/src/content-model';
import { readLiquidTags } from './liquid-plugins';

/** The blog around the posts that are checked. */
export interface LookupContext {
  readonly strapi: Core.Strapi;
  readonly folder: BlogFolder;
  readonly site: Site;
  readonly records: Records;
  readonly zone: string;
  /** Whether this run will put a file there. */
  readonly willHave?: (path: string) => boolean;
}

/** Facts about a blog, read when a post first asks for them and kept for the next one. */
export interface BlogLookup {
  /** What the post names, looked up. */
  answer(questions: Questions): Promise<BlogFacts>;
}

export function createBlogLookup(context: LookupContext): BlogLookup {
  const { folder, site } = context;
  const posts = once(() => postsOfBlog(context));
  const slugs = once(() => publishedSlugs(context.strapi));
  const authors = once(async () => new Set(await readBlogAuthors(folder.root)));
  const liquidTags = once(() => readLiquidTags(folder.root));

  async function sizesOf(paths: readonly string[]): Promise<Map<string, number | null>> {
    const sizes = new Map<string, number | null>();
    for (const file of paths) sizes.set(file, await sizeOf(context, file));
    return sizes;
  }

  async function postsAt(addresses: readonly string[]): Promise<Map<string, LinkedPost>> {
    const found = new Map<string, LinkedPost>();
    if (addresses.length === 0) return found;
    const known = await posts();
    for (const address of addresses) {
      const text = known.byAddress.get(address.normalize('NFC'));
      // A post that is published and not exported yet has no file that says its address.
      const slug = address.split('/').filter(Boolean).at(-1) ?? '';
      if (text) found.set(address, await text());
      else if ((await slugs()).has(slug)) found.set(address, { ids: null });
    }
    return found;
  }

  return {
    async answer({ files, posts: addresses, postNames }) {
      const sizes = await sizesOf(files);
      const linked = await postsAt(addresses);
      const names = postNames.length > 0 ? (await posts()).names : new Set<string>();
      const waiting = postNames.length > 0 ? await slugs() : new Set<string>();
      const isNamed = (name: string): boolean => {
        const bare = name.replace(/^\//, '');
        return names.has(bare) || waiting.has(readFileName(`${bare}.md`)?.slug ?? '');
      };
      return {
        site: {
          cdn: site.cdn,
          baseurl: site.baseurl,
          url: site.url,
          parsesBlockHtml: site.parsesBlockHtml,
        },
        address: site.address,
        fileSize: (file) => sizes.get(file) ?? null,
        postAt: (address) => linked.get(address) ?? null,
        hasPostNamed: isNamed,
        authors: await authors(),
        liquidTags: await liquidTags(),
      };
    },
  };
}

async function sizeOf({ folder, willHave }: LookupContext, file: string): Promise<number | null> {
  if (willHave?.(file)) return 0;
  try {
    const info = await stat(await folder.locate(file));
    return info.isFile() ? info.size : null;
  } catch (error) {
    // What a post names may be no name at all (too long, a loop of links): the blog has no such file.
    const { code } = error as NodeJS.ErrnoException;
    if (error instanceof BlogFolderError || typeof code === 'string') return null;
    throw error;
  }
}

interface PostsOfBlog {
  /** By address, NFC: what a link to the post may name. */
  readonly byAddress: ReadonlyMap<string, () => Promise<LinkedPost>>;
  /** Names of the files without extension, and with the folders below `_posts`. */
  readonly names: ReadonlySet<string>;
}

async function postsOfBlog(context: LookupContext): Promise<PostsOfBlog> {
  const { folder, records, site } = context;
  const byAddress = new Map<string, () => Promise<LinkedPost>>();
  const names = new Set<string>();
  const add = (file: string, text: string, zone: string, ids: () => Promise<string | null>) => {
    names.add(path.posix.basename(file).replace(/\.[^.]+$/, ''));
    names.add(file.replace(/^.*_posts\//, '').replace(/\.[^.]+$/, ''));
    const linked = async () => ({ ids: idsOf(await ids(), file, zone) });
    const address = addressOfText(text, file, zone, site.address).normalize('NFC');
    byAddress.set(address, linked);
    if (!site.redirectFrom || !text.includes('redirect_from')) return;
    // An old address leads to the post; one that has a post of its own by now does not.
    for (const old of readFields(text, file, zone).fields.redirects) {
      const key = old.normalize('NFC').replace(/(?<!\/)$/, /\.\w+$/.test(old) ? '' : '/');
      if (!byAddress.has(key)) byAddress.set(key, linked);
    }
  };
  const known = new Set<string>();
  for await (const { id, path: file, text, zone, live } of records.all()) {
    if (!live || text === null) continue;
    known.add(file);
    add(file, text, zone, async () => (await records.load(id))?.text ?? null);
  }
  // Posts that the CMS does not know are posts of the blog all the same.
  for (const file of await scanPosts(folder.root)) {
    if (known.has(file)) continue;
    const read = async () => (await folder.read(file).catch(() => null))?.toString('utf8') ?? null;
    const text = await read();
    if (text !== null) add(file, text, context.zone, read);
  }
  return { byAddress, names };
}

function idsOf(text: string | null, file: string, zone: string): ReadonlySet<string> | null {
  const post = text === null ? null : takeApart({ text, path: file, zone });
  return post?.body.parsed.ids ?? null;
}

async function publishedSlugs(strapi: Core.Strapi): Promise<ReadonlySet<string>> {
  const rows: { slug: string | null }[] = await strapi.db
    .query(POST_UID)
    .findMany({ where: { publishedAt: { $notNull: true } }, select: ['slug'] });
  return new Set(rows.flatMap(({ slug }) => slug ?? []));
}
