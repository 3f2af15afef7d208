import type { FileRecord } from '../blog/record';
import type { PostRow } from '../entries/rows';
import { hold, isHeld } from '../server/src/auto-export/schedule';
import type { PlannedPost } from './plan-post';
import { heldBack } from './problems';
import type { Run } from './run';

/** Whether a new post waits for its date (`futurePosts: 'hold'`). */
export const isWaiting = (run: Run, { date }: PostRow, record: FileRecord | null): boolean =>
  isHeld(run.config, { date, live: record?.live ?? false }, new Date());

/** Leaves a post out of this run and notes when its time comes. */
export async function holdBack(run: Run, row: PostRow, planned: PlannedPost): Promise<PlannedPost> {
  const { documentId, locale, date } = row;
  const until = new Date(date ?? 0);
  if (!run.options.dryRun) {
    await hold(run.strapi, { documentId, locale, until, actor: run.options.actor ?? null });
  }
  const [file] = planned.files;
  if (!file || file.action === 'refused') return planned;
  const { path, slug } = file;
  const problems = [heldBack(path, until)];
  return {
    files: [{ path, slug, locale, documentId, action: 'same', problems }],
    units: [],
    place: planned.place,
  };
}
