import type { ImportedPost } from '../contracts/report';
import type { NewFileRecord } from '../blog/record';
import { storeEntry } from '../entries/store';
import { writeTransaction } from '../server/src/database';
import type { PostSource } from './import-file';
import type { ImportedMedia } from './media';
import type { ImportRun } from './run';
import { findTwin } from './twin';
import type { BlogVersions } from './versions';

/**
 * Makes the entry of one new file through the Document Service, with its record: all of it in one
 * transaction, media before it.
 *
 * @param taken its media, where they are in the library already
 */
export async function storePost(
  run: ImportRun,
  versions: BlogVersions,
  source: PostSource,
  taken?: ImportedMedia,
): Promise<ImportedPost> {
  const { file, post, locale, report } = source;
  const { twin, problems: found } = await findTwin(run, versions, source);
  if (run.options.dryRun) return report('created', found);

  const media = taken ?? (await run.media.take(post.content));
  const documentId = await writeTransaction(run.strapi, async () => {
    const { coverId } = media;
    const target = { locale, draft: isDraft(run, source), coverId, existing: null, twin };
    const documentId = await storeEntry(run.strapi, post.content, target);
    await run.records.save(recordOf(run, source, documentId), null, source.summary);
    return documentId;
  });
  run.made.set(file, { documentId, locale });
  return report('created', [...found, ...media.problems]);
}

/** Whether a file becomes a draft alone. */
export const isDraft = (run: ImportRun, { post }: PostSource): boolean =>
  post.draft || run.options.draft === true;

/** What is remembered of a file that became an entry. */
export function recordOf(run: ImportRun, source: PostSource, post: string): NewFileRecord {
  const { file, text, locale, zone } = source;
  const place = { post, locale, path: file, text, zone, strategy: null, withdrawn: false };
  return run.options.archive
    ? { ...place, origin: 'archive', live: false }
    : { ...place, origin: 'imported', live: !isDraft(run, source) };
}
