import type { ConflictSides, ExportedFile } from '../contracts/report';
import { readPost } from '../core/post';
import { readFileName } from '../core/post-file';
import type { Problem } from '../core/problem';
import { isMassRemoval } from '../blog/mass-removal';
import { type FileRecord, isAsKnown } from '../blog/record';
import type { StandingFile } from '../blog/standing-file';
import type { StagedUnit } from './apply';
import { changedInBlog } from './conflicts';
import { unifiedDiff } from './diff';
import { knownRecord, type RemovalNote } from './note';
import { massRemoval } from './problems';
import type { Run } from './run';
import { findUnusedMedia } from './unused-media';

export interface PlannedRemovals {
  readonly files: readonly ExportedFile[];
  readonly units: readonly StagedUnit<RemovalNote>[];
}

/**
 * Plans to remove the files of entries that were unpublished or deleted in the CMS after the blog
 * had them, and the images that nothing else shows.
 */
export async function planRemovals(run: Run): Promise<PlannedRemovals> {
  const wanted = (await run.records.withdrawn()).filter((record) => isAskedFor(run, record));
  if (wanted.length === 0) return { files: [], units: [] };
  const decided = await Promise.all(
    wanted.map(async (record) => ({ record, file: await fileToRemove(run, record) })),
  );
  const removable = decided.filter(isUntouched);
  const count = removable.length;
  if (!run.options.force && isMassRemoval(count, await run.records.count())) {
    const files = decided.map(({ record, file }) =>
      isUntouched({ record, file })
        ? fileOf(record, 'refused', [massRemoval(record.path, count)])
        : leftAlone(record, file),
    );
    return { files, units: [] };
  }
  const files: ExportedFile[] = [];
  const units: StagedUnit<RemovalNote>[] = [];
  for (const { record, file } of decided) {
    const removes = file !== null && isUntouched({ record, file });
    files.push(removes ? removed(run, record, file) : leftAlone(record, file));
    if (file && !removes) continue;
    const media = removes ? await unusedMedia(run, record, removable) : [];
    for (const { path, hash } of [...(file ? [file] : []), ...media]) run.leaving.set(path, hash);
    files.push(...media.map(({ path }) => ({ ...MEDIUM, path, documentId: record.post })));
    units.push({
      changes: [...(file ? [file] : []), ...media].map(({ path, hash }) => ({
        path,
        bytes: null,
        expected: hash,
      })),
      note: {
        kind: 'removal',
        known: knownRecord(record) ?? { id: record.id, hash: record.hash },
        path: record.path,
        title: titleOf(record),
        locale: record.locale,
      },
    });
  }
  return { files, units };
}

/** A withdrawn post and the file that the blog holds of it, wherever somebody moved that. */
interface Withdrawn {
  readonly record: FileRecord;
  readonly file: StandingFile | null;
}

/** The file of a withdrawn post; null where it is gone. */
export async function fileToRemove(run: Run, record: FileRecord): Promise<StandingFile | null> {
  const blog = await run.sides.find(record);
  return blog.status === 'standing' ? blog.file : null;
}

/** A file that somebody moved is not ours to remove any more. */
export const isUntouched = ({ record, file }: Withdrawn): boolean =>
  file !== null && file.path === record.path && isAsKnown(record, file);

const MEDIUM = { slug: null, locale: null, action: 'delete' as const, problems: [] };

/** Images of this post that no other file or entry shows and that no other removal took already. */
async function unusedMedia(run: Run, record: FileRecord, all: readonly { record: FileRecord }[]) {
  if (record.text === null) return [];
  const going = all.map(({ record: { path, text } }) => ({ path, text: text ?? '' }));
  const found = await findUnusedMedia(run, { path: record.path, text: record.text }, going);
  return found.filter(({ path }) => !run.leaving.has(path));
}

function isAskedFor({ options }: Run, record: FileRecord): boolean {
  const { posts, locales, documents } = options;
  return (
    (!locales || locales.includes(record.locale)) &&
    (!posts || posts.includes(readFileName(record.path)?.slug ?? '')) &&
    (!documents ||
      documents.some(
        ({ documentId, locale }) => documentId === record.post && locale === record.locale,
      ))
  );
}

const titleOf = ({ text, path, zone }: FileRecord): string | null =>
  text === null ? null : readPost(text, path, zone).content.title;

const fileOf = (
  record: FileRecord,
  action: ExportedFile['action'],
  problems: readonly Problem[],
): ExportedFile => ({
  path: record.path,
  slug: null,
  locale: record.locale,
  documentId: record.post,
  action,
  problems,
});

function removed(run: Run, record: FileRecord, file: StandingFile): ExportedFile {
  const diff = () => unifiedDiff(record.path, record.path, file.text ?? '', '');
  return { ...fileOf(record, 'delete', []), ...run.diffs.of(diff) };
}

/** The texts of a post that was withdrawn here and changed in the blog. */
export function withdrawnSides(record: FileRecord, { path, text }: StandingFile): ConflictSides {
  const diff = unifiedDiff(path, path, text ?? '', '', ['blog', 'CMS']);
  return { base: record.text, blog: text, cms: null, diff, marked: null };
}

/** Gone already, or changed or moved in the blog since: then it is not ours to remove. */
function leftAlone(record: FileRecord, file: StandingFile | null): ExportedFile {
  if (!file) return fileOf(record, 'same', []);
  const { path } = file;
  const conflict = withdrawnSides(record, file);
  return { ...fileOf(record, 'conflict', [changedInBlog(path)]), path, conflict };
}
