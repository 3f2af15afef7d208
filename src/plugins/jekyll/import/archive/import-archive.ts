import type { Core } from '@strapi/strapi';
import type { ImportReport } from '../../contracts/report';
import type { ArchiveImportRequest } from '../../contracts/service';
import { failed } from '../import-file';
import { importBlog, totalsOf, withSkipped } from '../import-blog';
import type { ArchiveLimits } from './limits';
import { withUnpacked } from './unpack';

/**
 * Adds the posts of an uploaded zip of a blog that the CMS lacks. Posts that it has stay as they
 * are, and no record says afterwards that the blog holds what the archive held: the text of a new
 * post only lends its spelling, until the blog is seen to hold it.
 *
 * @throws {ArchiveError} where the archive is unsound: nothing was stored
 */
export function importArchive(
  strapi: Core.Strapi,
  { file, ...options }: ArchiveImportRequest,
  limits?: ArchiveLimits,
): Promise<ImportReport> {
  return withUnpacked(
    file,
    async ({ dir, left }) => {
      const report = await importBlog(strapi, { ...options, blogDir: dir, archive: true });
      const kept = left.map(({ path, problem }) => failed(path, [problem]));
      const posts = [...kept, ...report.posts];
      return { posts, totals: withSkipped(totalsOf(posts, report.totals.media), posts) };
    },
    { limits, signal: options.signal },
  );
}
