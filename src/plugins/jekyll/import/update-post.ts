import { writeTransaction } from '../server/src/database';
import type { ImportedPost } from '../contracts/report';
import { readPost, saysSame } from '../core/post';
import { type FileRecord, originInBlog } from '../blog/record';
import { composePost } from '../entries/compose';
import { loadVersion, type PostRow } from '../entries/rows';
import type { PlacedText } from '../entries/write-version';
import type { PostSource } from './import-file';
import * as problems from './problems';
import type { ImportRun } from './run';
import { planTakeBack, storeTakeBack, takeMedia } from './take-back';

/**
 * Takes over what changed in the file of a known entry, beside what changed in the entry. Where both
 * changed the same lines nothing is stored.
 */
export async function updatePost(
  run: ImportRun,
  source: PostSource,
  record: FileRecord,
): Promise<ImportedPost> {
  const { strapi, options } = run;
  const { file, text, locale, zone, report } = source;
  const theirs = { path: file, text };
  const draft = await loadVersion(strapi, record.post, locale, 'draft');
  if (!draft) return report('failed', [problems.deletedInCms(file)]);
  const published = await loadVersion(strapi, record.post, locale, 'published');
  const versions = [draft, ...(published ? [published] : [])];
  const live = published !== null;
  const origin = originInBlog(record.origin);
  if (says(versions, theirs, zone) && live === !source.post.draft) {
    // Brought together by hand: both say the same by now.
    const place = { path: file, text, live, withdrawn: false, origin };
    if (!options.dryRun) await run.records.save({ ...record, ...place }, record, source.summary);
    return report('same');
  }
  if (record.text === null || record.withdrawn) {
    return report('failed', [problems.changedInCms(file)]);
  }
  const base = { path: record.path, text: record.text };
  const write = (row: PostRow) => run.write(row, record);
  const plan = await planTakeBack({ draft, published }, base, theirs, { zone, write });
  if (!plan) return report('failed', [problems.changedInCms(file)]);
  if (options.dryRun) return report('updated');

  const media = await takeMedia(plan, run.media);
  await writeTransaction(strapi, async () => {
    const state = await storeTakeBack(strapi, plan, media, options.draft !== true);
    const place = { path: file, text, ...state, withdrawn: false, origin };
    await run.records.save({ ...record, ...place }, record, source.summary);
  });
  return report('updated', media.problems);
}

/** Whether every version of an entry says what a file says. */
function says(versions: readonly PostRow[], file: PlacedText, zone: string): boolean {
  const said = readPost(file.text, file.path, zone).content.cover.path;
  return versions.every((row) => {
    const content = composePost(row);
    const cover = { ...content.cover, path: content.cover.path ?? said };
    return saysSame(file, { ...content, cover }, zone);
  });
}
