import type { FileRecord } from '../blog/record';
import type { PostRow } from '../entries/rows';
import { isWaiting } from './hold-back';
import type { PlannedPost } from './plan-post';
import { leftOut as leftOutProblem } from './problems';
import type { Run } from './run';

/** A post in another locale than the only one that is exported. What the blog has already stays there. */
export const isLeftOut = (
  { locales }: Run,
  { locale }: Pick<PostRow, 'locale'>,
  record: Pick<FileRecord, 'origin' | 'live'> | null,
): boolean =>
  locales.strategy === 'single' &&
  locale !== locales.single &&
  !(record && (record.live || record.origin === 'imported'));

/** Whether this and the next run leave a post out of the blog. */
export const staysOut = (run: Run, row: PostRow, record: FileRecord | null): boolean =>
  isWaiting(run, row, record) || isLeftOut(run, row, record);

/** @param path where the post would stand */
export const leftOut = (
  { locales }: Run,
  { locale, documentId }: PostRow,
  path: string,
  slug: string,
): PlannedPost => ({
  files: [
    {
      path,
      slug,
      locale,
      documentId,
      action: 'same',
      problems: [leftOutProblem(path, locale, locales.single)],
    },
  ],
  units: [],
  place: null,
});
