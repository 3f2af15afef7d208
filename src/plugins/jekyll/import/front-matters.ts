import { type FrontMatter, type PostFile, readFrontMatter } from '../core/post-file';

/** Files whose front matter is kept: what is kept stands in memory. */
const KEPT = 2_000;

/**
 * Front matter that was read when the files of a blog were looked over, for when they are taken. It is
 * parsed once, unless a blog has more files than are worth the memory.
 */
export interface FrontMatters {
  /** Reads it and keeps it, where there is room. */
  readAhead(path: string, file: PostFile): FrontMatter;
  /** Gives what is kept, once, or reads it. */
  read(path: string, file: PostFile): FrontMatter;
}

export function createFrontMatters(): FrontMatters {
  const kept = new Map<string, { readonly yaml: string; readonly read: FrontMatter }>();
  return {
    readAhead(path, file) {
      const read = readFrontMatter(file);
      if (file.frontMatter && kept.size < KEPT)
        kept.set(path, { yaml: file.frontMatter.yaml, read });
      return read;
    },
    read(path, file) {
      const known = kept.get(path);
      kept.delete(path);
      return known && known.yaml === file.frontMatter?.yaml ? known.read : readFrontMatter(file);
    },
  };
}
