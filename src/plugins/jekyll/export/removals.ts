import type { ExportedFile } from '../contracts/report';
import { readFileName } from '../core/post-file';
import { decideRemoval, isMassRemoval } from './plan';
import { massRemoval } from './problems';
import type { Run } from './run';

/** Removes the files of entries that were unpublished or deleted in the CMS after the blog had them. */
export async function removeWithdrawn(run: Run): Promise<ExportedFile[]> {
  const { posts, locales, dryRun, force } = run.options;
  const wanted = (await run.records.withdrawn()).filter(
    (record) =>
      (!locales || locales.includes(record.locale)) &&
      (!posts || posts.includes(readFileName(record.path)?.slug ?? '')),
  );
  if (wanted.length === 0) return [];
  const decided = await Promise.all(
    wanted.map(async (record) => ({
      record,
      ...decideRemoval(record, await run.folder.read(record.path)),
    })),
  );
  const removals = decided.filter(({ action }) => action === 'delete').length;
  const halted = !force && isMassRemoval(removals, await run.records.count());

  const files: ExportedFile[] = [];
  for (const { record, action, problems } of decided) {
    const refused = halted && action === 'delete';
    files.push({
      path: record.path,
      slug: null,
      locale: record.locale,
      action: refused ? 'refused' : action,
      problems: refused ? [massRemoval(record.path, removals)] : problems,
    });
    if (dryRun || refused || action === 'conflict') continue;
    if (action === 'delete') await run.folder.remove(record.path);
    await run.records.release(record);
  }
  return files;
}
