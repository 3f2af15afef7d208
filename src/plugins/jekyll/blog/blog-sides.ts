import { ahead } from '../core/ahead';
import { once } from '../core/once';
import type { BlogFolder } from './blog-folder';
import { matchMovedFiles } from './moved-files';
import type { FileRecord, FileRecordHead, Records } from './record';
import { scanPosts } from './scan';
import { type StandingFile, standingFile } from './standing-file';

/** What the blog holds now of a post that it was seen to hold. */
export type BlogSide =
  /** Where the record says, or where somebody moved it to (`moved`). */
  | { readonly status: 'standing'; readonly file: StandingFile; readonly moved: boolean }
  /** Somebody took it away: the blog's other files stand. */
  | { readonly status: 'deleted' }
  /** Not this blog's: it is empty, new, or another one. */
  | { readonly status: 'absent' };

/** Looks for the files of posts, also where they were moved or deleted by hand. */
export interface BlogSides {
  find(record: FileRecord): Promise<BlogSide>;
  /** Records whose files were moved, by the new paths. */
  moves(): Promise<ReadonlyMap<string, FileRecord>>;
  /** Records whose files somebody took out of this blog. */
  deletions(): Promise<readonly FileRecord[]>;
  /** Post files that no record names. */
  strangers(): Promise<readonly StandingFile[]>;
  /** Whether a path of the blog is the place of some post. */
  isOwned(path: string): Promise<boolean>;
}

/** Tells whether Git knew a path of the blog. */
export type WasTracked = (path: string) => Promise<boolean>;

/**
 * Looks at other files only when one is missing: a blog in which all stand costs nothing more.
 *
 * @param wasTracked null without a repository
 */
export function createBlogSides(
  folder: BlogFolder,
  records: Records,
  wasTracked: WasTracked | null,
): BlogSides {
  const heads = once(async () => [...(await records.byPath()).values()]);
  const live = once(async () => (await heads()).filter((head) => head.live));

  const strangers = once(async () => {
    const known = new Set((await heads()).map(({ path }) => path));
    const found: StandingFile[] = [];
    for (const path of await scanPosts(folder.root)) {
      if (known.has(path)) continue;
      const file = await standingFile(folder, path).catch(() => null);
      if (file) found.push(file);
    }
    return found;
  });

  const gone = once(async () => {
    const found: FileRecordHead[] = [];
    const standing = ahead(await live(), LOOKS, ({ path }) => stands(folder, path));
    for await (const [head, there] of standing) if (!there) found.push(head);
    return found;
  });

  const missing = once(async () => {
    const found: FileRecord[] = [];
    for (const { id } of await gone()) {
      const record = await records.load(id);
      if (record) found.push(record);
    }
    return found;
  });

  const moved = once(async () => {
    if ((await gone()).length === 0) return new Map<number, StandingFile>();
    const unknown = await strangers();
    return unknown.length > 0
      ? matchMovedFiles(await missing(), unknown)
      : new Map<number, StandingFile>();
  });

  /** Whether this is the blog that the records speak of: at least half of their files stand, moved or not. */
  const isHome = once(async () => {
    const standing = (await live()).length - (await gone()).length + (await moved()).size;
    return standing > 0 && standing * 2 >= (await live()).length;
  });

  const find = async (record: FileRecord): Promise<BlogSide> => {
    const file = await standingFile(folder, record.path);
    if (file) return { status: 'standing', file, moved: false };
    if (!record.live) return { status: 'absent' };
    const elsewhere = (await moved()).get(record.id);
    if (elsewhere) return { status: 'standing', file: elsewhere, moved: true };
    const deleted = (await wasTracked?.(record.path)) || (await isHome());
    return { status: deleted ? 'deleted' : 'absent' };
  };

  return {
    strangers,
    find,
    isOwned: async (path) => (await live()).some((head) => head.path === path),
    async moves() {
      const byId = new Map((await missing()).map((record) => [record.id, record]));
      return new Map(
        [...(await moved())].flatMap(([id, { path }]) => {
          const record = byId.get(id);
          return record ? [[path, record] as const] : [];
        }),
      );
    },
    async deletions() {
      const found: FileRecord[] = [];
      for (const record of await missing()) {
        if ((await find(record)).status === 'deleted') found.push(record);
      }
      return found;
    },
  };
}

/** Files that are looked for at once. */
const LOOKS = 16;

const stands = (folder: BlogFolder, path: string): Promise<boolean> =>
  folder.has(path).catch(() => false);
