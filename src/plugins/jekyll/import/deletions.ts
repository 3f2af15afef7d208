import { writeTransaction } from '../server/src/database';
import type { ImportedPost } from '../contracts/report';
import type { FileRecord } from '../blog/record';
import { isMassRemoval } from '../blog/mass-removal';
import { documentsOf } from '../entries/documents';
import { loadVersion, type PostRow } from '../entries/rows';
import { POST_UID } from '../server/src/content-model';
import { failed } from './import-file';
import * as problems from './problems';
import type { ImportRun } from './run';

/**
 * Posts whose files somebody took out of the blog are unpublished; their drafts stay. One that was
 * changed in the CMS since is left alone, and so are all when there are suspiciously many.
 */
export async function takeDeletions(
  run: ImportRun,
  deleted: readonly FileRecord[],
): Promise<ImportedPost[]> {
  const halted = isMassRemoval(deleted.length, await run.records.count());
  const reports: ImportedPost[] = [];
  for (const record of deleted) {
    reports.push(
      halted
        ? failed(record.path, [problems.massDeletion(record.path, deleted.length)])
        : await takeDeletion(run, record),
    );
  }
  return reports;
}

async function takeDeletion(run: ImportRun, record: FileRecord): Promise<ImportedPost> {
  const { strapi, options } = run;
  const { post: documentId, locale, path } = record;
  const published = await loadVersion(strapi, documentId, locale, 'published');
  if (published && !(await unchanged(run, record, published))) {
    return failed(path, [problems.deletedInBlog(path)]);
  }
  if (!options.dryRun) {
    await writeTransaction(strapi, async () => {
      if (published) await documentsOf(strapi, POST_UID).unpublish({ documentId, locale });
      await run.records.release(record);
    });
  }
  const told = failed(path, [problems.unpublishedWithBlog(path)]);
  return { ...told, slug: published?.slug ?? null, locale, action: 'updated' };
}

/** Whether the published version still says what the blog last did. */
async function unchanged(run: ImportRun, record: FileRecord, row: PostRow): Promise<boolean> {
  const written = await run.write(row, record);
  return written?.text === record.text && written.path === record.path;
}
