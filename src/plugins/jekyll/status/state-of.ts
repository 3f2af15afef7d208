import type { FileRecord } from '../blog/record';
import type { ExportedFile } from '../contracts/report';
import type { BlogState, PostStatus, VersionStatus } from '../contracts/status';
import { readFileName } from '../core/post-file';
import { LEFT_OUT } from '../export/problems';
import type { VersionHead } from './documents';

/** What is known of one version of a post. */
export interface KnownVersion {
  readonly locale: string;
  readonly draft: VersionHead | null;
  readonly published: VersionHead | null;
  readonly record: FileRecord | null;
  /** What an export would do with the published version. */
  readonly planned: ExportedFile | null;
  /** Its date lies ahead, and the configuration holds such posts back. */
  readonly waiting: boolean;
  /** See `behind.ts`. */
  readonly behind: boolean;
}

export function statusOfVersion(known: KnownVersion): VersionStatus {
  const { locale, draft, published, record, planned } = known;
  // As the content manager tells it.
  const modified =
    draft !== null &&
    published !== null &&
    Date.parse(draft.updatedAt) > Date.parse(published.updatedAt);
  return {
    locale,
    state: stateOf(known),
    modified,
    path: planned?.path ?? (record && inBlog(record) ? record.path : null),
    problems: planned?.problems ?? [],
    behind: known.behind,
  };
}

const inBlog = ({ live, withdrawn }: FileRecord): boolean => live || withdrawn;

function stateOf({ draft, published, record, planned, waiting }: KnownVersion): BlogState {
  if (published && planned) return waiting ? 'waiting' : plannedState(planned);
  if (record?.withdrawn) return 'to-remove';
  return draft ? 'draft' : 'missing';
}

function plannedState({ action, pulled, problems }: ExportedFile): BlogState {
  if (problems.some(({ code }) => code === LEFT_OUT)) return 'left-out';
  switch (action) {
    case 'add':
      return 'new';
    case 'same':
      // The blog says more than the CMS: an export takes it into the entry.
      return pulled ? 'changed' : 'in-step';
    case 'conflict':
    case 'refused':
      return action;
    default:
      return 'changed';
  }
}

/** A post whose entry is gone while the blog still has a file of it. */
export const statusOfDeleted = ({
  post,
  locale,
  path,
}: Pick<FileRecord, 'post' | 'locale' | 'path'>): PostStatus => ({
  documentId: post,
  slug: readFileName(path)?.slug ?? null,
  title: null,
  versions: [{ locale, state: 'to-remove', modified: false, path, problems: [], behind: false }],
});
