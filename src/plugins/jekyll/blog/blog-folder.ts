import { randomBytes } from 'node:crypto';
import {
  lstat,
  mkdir,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
} from 'node:fs/promises';
import path from 'node:path';
import { type FileStamp, fileStamp } from './file-stamp';

/** A path that would leave the blog, or that isn't there to be used. */
export class BlogFolderError extends Error {
  constructor(
    message: string,
    readonly path: string,
  ) {
    super(message);
    this.name = 'BlogFolderError';
  }
}

/** The files of one checkout. Every path is relative to it, `/` between its parts, and stays in it. */
export interface BlogFolder {
  readonly root: string;
  /** Bytes of a file, or null where none stands. */
  read(file: string): Promise<Buffer | null>;
  /** Whether a file stands. */
  has(file: string): Promise<boolean>;
  /** What the file system says of files, without opening any; null where none stands. */
  stamps(files: readonly string[]): Promise<(FileStamp | null)[]>;
  /** Writes a file beside its place and moves it there, so that nobody ever sees half of it. */
  write(file: string, bytes: Uint8Array): Promise<void>;
  remove(file: string): Promise<void>;
  /**
   * Absolute path of a file, whether or not it stands.
   * @throws {BlogFolderError} where it would leave the blog, lie behind a symbolic link, or belong to
   * Git or to the export's own stage
   */
  locate(file: string): Promise<string>;
  /** Forgets which folders were real ones: they may have become links since. */
  recheck(): void;
}

/** Folders at any depth that hold nobody's posts: Git's own, and the stage of an export. */
const RESERVED = /^(?:\.git|git~\d+|\.jekyll-cms)$/i;

/**
 * Opens a checkout.
 * @throws {BlogFolderError} where `root` is no folder
 */
export async function openBlogFolder(root: string): Promise<BlogFolder> {
  const info = await stat(root).catch(() => null);
  if (!info?.isDirectory()) {
    throw new BlogFolderError(`${root} is no folder. Name the folder of a Jekyll blog.`, root);
  }
  const real = await realpath(root);
  /** Folders found to be real ones: looked at once a run, not once a file. */
  const checked = new Set<string>();

  /** Absolute path of a file whose every folder is a real one inside the blog. */
  async function inside(file: string): Promise<string> {
    const parts = file.split('/');
    const odd = parts.some((part) => part === '' || part === '.' || part === '..');
    if (odd || /[\0\\]/.test(file) || path.isAbsolute(file)) {
      throw new BlogFolderError(`The path "${file}" would leave the blog at ${root}.`, file);
    }
    if (parts.some((part) => RESERVED.test(part))) {
      throw new BlogFolderError(
        `The path "${file}" lies in a folder that belongs to Git or to the export itself. Choose another folder.`,
        file,
      );
    }
    let at = real;
    for (const [index, part] of parts.entries()) {
      at = path.join(at, part);
      const isFolder = index < parts.length - 1;
      if (isFolder && checked.has(at)) continue;
      const link = await lstat(at).catch(() => null);
      if (link?.isSymbolicLink()) {
        throw new BlogFolderError(
          `"${path.relative(real, at)}" in the blog is a symbolic link; files behind links are left alone.`,
          file,
        );
      }
      if (!isFolder && link && !link.isFile() && !link.isDirectory()) {
        throw new BlogFolderError(`"${file}" in the blog is a device or a pipe, not a file.`, file);
      }
      if (isFolder && link) checked.add(at);
    }
    return at;
  }

  return {
    root: real,
    async read(file) {
      const at = await inside(file);
      return readFile(at).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
        if (error.code === 'EISDIR') {
          throw new BlogFolderError(`A folder stands at "${file}" in the blog.`, file);
        }
        throw error;
      });
    },
    async has(file) {
      const info = await lstat(await inside(file)).catch(() => null);
      return info?.isFile() ?? false;
    },
    async stamps(files) {
      // Two files of one folder are behind the same links, or none.
      const real = new Map<string, string | null>();
      const found: (FileStamp | null)[] = [];
      for (const file of files) {
        const dir = path.posix.dirname(file);
        if (!real.has(dir)) {
          real.set(dir, await inside(file).then(path.dirname, () => null));
        }
        const folder = real.get(dir);
        const name = path.posix.basename(file);
        const isPlain = file === (dir === '.' ? name : `${dir}/${name}`) && name !== '..';
        found.push(folder != null && isPlain ? fileStamp(path.join(folder, name)) : null);
      }
      return found;
    },
    async write(file, bytes) {
      const at = await inside(file);
      await mkdir(path.dirname(at), { recursive: true });
      const mode = await stat(at).then(
        (info) => info.mode & 0o777,
        () => 0o644,
      );
      const temporary = `${at}.${randomBytes(6).toString('hex')}.jekyll-cms`;
      try {
        const handle = await open(temporary, 'wx', mode);
        try {
          await handle.writeFile(bytes);
        } finally {
          await handle.close();
        }
        await rename(temporary, at);
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
    },
    async remove(file) {
      await rm(await inside(file), { force: true });
    },
    locate: inside,
    recheck: () => checked.clear(),
  };
}

/**
 * Refuses a folder that is no blog where the one above or below it is: that was meant.
 *
 * @throws {BlogFolderError} with the folder that was probably meant
 */
export async function assertBlog(root: string): Promise<void> {
  const names = await readdir(root).catch(() => [] as string[]);
  if (names.includes('_config.yml') || names.includes('_posts')) return;
  const near = path.basename(root) === '_posts' ? path.dirname(root) : await blogBelow(root, names);
  if (!near) return;
  throw new BlogFolderError(
    `${root} is no Jekyll blog: it has neither _config.yml nor _posts. Did you mean ${near}?`,
    root,
  );
}

async function blogBelow(root: string, names: readonly string[]): Promise<string | null> {
  for (const name of names) {
    const below = await readdir(path.join(root, name)).catch(() => [] as string[]);
    if (below.includes('_config.yml')) return path.join(root, name);
  }
  return null;
}
