import type { Core } from '@strapi/strapi';
import type { ImportAction, ImportedPost, ImportReport, ImportTotals } from '../contracts/report';
import type { ImportRequest } from '../contracts/service';
import { ahead } from '../core/ahead';
import type { FileRecord } from '../blog/record';
import { scanPosts } from '../blog/scan';
import { takeDeletions } from './deletions';
import { lookAt } from './import-file';
import { createQueue } from './queue';
import { openImport } from './run';
import { readVersions, READS } from './versions';

/**
 * Reads the posts of a Jekyll checkout into Strapi: new ones many in a transaction, changed ones in one
 * of their own, media before it. What was imported before and has not changed is left alone, so that a second run changes nothing; what
 * changed in the blog since is taken over exactly, beside what changed in the CMS. A bad file is
 * reported and does not stop the others.
 *
 * @throws {BlogFolderError} where the checkout is no folder
 */
export async function importBlog(
  strapi: Core.Strapi,
  options: ImportRequest,
): Promise<ImportReport> {
  const run = await openImport(strapi, options);
  const files = await scanPosts(run.folder.root, options.posts);
  // Before anything is stored: afterwards the records speak of the blog as it stands now.
  const { archive = false } = options;
  const moved = archive ? NO_MOVES : await run.sides.moves();
  const deleted = archive || options.posts !== undefined ? [] : await run.sides.deletions();
  const heads = new Map(
    files.map((file) => [file, run.byPath.get(file) ?? moved.get(file) ?? null] as const),
  );
  const versions = await readVersions(run, heads);
  const posts: ImportedPost[] = [];
  const queue = createQueue(run, versions, (report) => {
    posts.push(report);
    options.onProgress?.({ done: posts.length, total: files.length, label: report.file });
  });
  // What can't be read is told of the file.
  const readings = ahead(files, READS, async (file) => {
    const reading = run.folder.read(file);
    await reading.catch(() => undefined);
    return { reading };
  });
  for await (const [file, { reading }] of readings) {
    options.signal?.throwIfAborted();
    await queue.add(await lookAt(run, file, reading, heads.get(file) ?? null, versions));
  }
  await queue.flush();
  posts.push(...(await takeDeletions(run, deleted)));
  const totals = totalsOf(posts, run.media.count());
  return { posts, totals: archive ? withSkipped(totals, posts) : totals };
}

/** What an archive lacks was neither moved nor deleted. */
const NO_MOVES: ReadonlyMap<string, FileRecord> = new Map();

/** The totals of an import from an archive, which leaves out what the CMS has already. */
export const withSkipped = (
  totals: ImportTotals,
  posts: readonly ImportedPost[],
): ImportTotals => ({
  ...totals,
  skipped: posts.filter(({ action }) => action === 'skipped').length,
});

/** Counts of a report. */
export function totalsOf(posts: readonly ImportedPost[], media: number): ImportTotals {
  const of = (action: ImportAction) => posts.filter((post) => post.action === action).length;
  const sum = (field: 'items' | 'citations') =>
    posts.reduce((total, post) => total + post[field], 0);
  return {
    posts: posts.length,
    created: of('created'),
    updated: of('updated'),
    same: of('same'),
    failed: of('failed'),
    items: sum('items'),
    citations: sum('citations'),
    media,
  };
}
