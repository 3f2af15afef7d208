import type { Core } from '@strapi/strapi';
import { BlogFolderError } from '../../../blog/blog-folder';
import type {
  BlogSummary,
  NoBlog,
  PostChanges,
  PostOnBlog,
  Reach,
  StateOnBlog,
} from '../../../contracts/on-blog';
import type { Message } from '../../../core/problem';
import { configuredBlogDir } from '../../../export/own-blog';
import { readChanges, readOnBlog, readStates } from '../../../status/on-blog';
import { countStates } from '../status-board/count-states';
import { reachOfItems, reachOfReferences } from '../publishing/reach';
import type { PostAccess } from '../post-access';
import type { UsageQuery } from '../publishing/usage';

const NOT_CONFIGURED: Message = {
  en: 'No blog is configured. Name its folder in the configuration of the plugin (blogDir, JEKYLL_BLOG_DIR).',
  ko: '블로그를 설정하지 않았습니다. 플러그인 설정(blogDir, JEKYLL_BLOG_DIR)에 폴더를 지정하세요.',
};
const UNREADABLE: Message = {
  en: 'The configured blog cannot be read: its folder is not there, or holds no Jekyll blog. Check the configuration of the plugin (blogDir, JEKYLL_BLOG_DIR).',
  ko: '설정한 블로그를 읽을 수 없습니다. 폴더가 없거나 Jekyll 블로그가 아닙니다. 플러그인 설정(blogDir, JEKYLL_BLOG_DIR)을 확인하세요.',
};

export interface Version {
  readonly documentId: string;
  readonly locale: string;
}

/** Entries and what the blog has of them. */
export const createOnBlogService = ({ strapi }: { strapi: Core.Strapi }) => {
  /** Looks into the configured blog; says why where that cannot be done. */
  const inBlog = async <T>(
    look: (blogDir: string) => Promise<T>,
  ): Promise<{ data: T } | NoBlog> => {
    const blogDir = configuredBlogDir(strapi);
    if (blogDir === null) return { data: null, reason: NOT_CONFIGURED };
    try {
      return { data: await look(blogDir) };
    } catch (error) {
      if (!(error instanceof BlogFolderError)) throw error;
      return { data: null, reason: UNREADABLE };
    }
  };
  return {
    states: (
      documentIds: readonly string[],
      locale: string,
    ): Promise<{ data: readonly StateOnBlog[] } | NoBlog> =>
      inBlog((blogDir) => readStates(strapi, { blogDir, documentIds, locale })),

    post: (version: Version): Promise<{ data: PostOnBlog | null } | NoBlog> =>
      inBlog((blogDir) => readOnBlog(strapi, { blogDir, ...version })),

    changes: (version: Version): Promise<{ data: PostChanges } | NoBlog> =>
      inBlog((blogDir) => readChanges(strapi, { blogDir, ...version })),

    summary: (access: PostAccess): Promise<{ data: BlogSummary } | NoBlog> =>
      inBlog((blogDir) => countStates(strapi, blogDir, access)),

    reachOfItems: (query: UsageQuery): Promise<Reach> => reachOfItems(strapi, query),
    reachOfReferences: (query: UsageQuery): Promise<Reach> => reachOfReferences(strapi, query),
  };
};

export type OnBlogService = ReturnType<typeof createOnBlogService>;
