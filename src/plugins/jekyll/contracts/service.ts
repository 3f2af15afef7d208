import type { Message } from '../core/problem';
import type { Actor, ExportReport, ImportReport, Progress, RunStep } from './report';
import type { StatusReport } from './status';

/** Options that import and export share. Paths are absolute. */
interface RunOptions {
  readonly blogDir: string;
  readonly dryRun?: boolean | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Told what the run begins to do. */
  readonly onStep?: ((step: RunStep) => void) | undefined;
  /** Told who writes the blog already, while the run waits for that to end. */
  readonly onWait?: ((message: Message) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface ImportRequest extends RunOptions {
  /** Keeps the files whose path matches this glob. */
  readonly posts?: string | undefined;
  readonly locale?: string | undefined;
  readonly draft?: boolean | undefined;
  /**
   * `blogDir` is what an uploaded archive was unpacked to, and no blog: posts that the CMS lacks are
   * added, all others stay as they are, and nothing is concluded about the blog's files.
   */
  readonly archive?: boolean | undefined;
  /** Who imports; null or unset for the command line. */
  readonly actor?: Actor | null | undefined;
}

export interface ArchiveImportRequest extends Omit<ImportRequest, 'blogDir' | 'archive'> {
  /** The zip archive, absolute. */
  readonly file: string;
}

export interface ExportRequest extends RunOptions {
  /** Slugs to export; all without it. */
  readonly posts?: readonly string[] | undefined;
  readonly locales?: readonly string[] | undefined;
  /** Versions to export, by document; all without it. */
  readonly documents?: readonly PostVersion[] | undefined;
  readonly diff?: boolean | undefined;
  /** Characters of diffs that the report holds at most: files behind have none. No limit without it. */
  readonly diffLimit?: number | undefined;
  /** Names the post of each file in the report. */
  readonly documentIds?: boolean | undefined;
  readonly force?: boolean | undefined;
  /** Looks at every post anew, also where nothing can have changed since the last run. */
  readonly full?: boolean | undefined;
  /** Writes files in which the checks find errors; what they find is told all the same. */
  readonly ignoreChecks?: boolean | undefined;
  /** Takes changes made in the blog back into the CMS; unless told otherwise it does. */
  readonly pull?: boolean | undefined;
  /** Makes a Git commit; without it the configuration (`git.enabled`) counts. */
  readonly commit?: boolean | undefined;
  /** Pushes the commit; without it the configuration (`git.push`) counts. */
  readonly push?: boolean | undefined;
  /** Who published; null or unset for the command line and schedules. */
  readonly actor?: Actor | null | undefined;
}

export interface StatusRequest extends Pick<
  RunOptions,
  'blogDir' | 'onProgress' | 'onWait' | 'signal'
> {
  /** Slugs to look at; all posts without it. */
  readonly slugs?: readonly string[] | undefined;
  /** All locales of the CMS without it. */
  readonly locales?: readonly string[] | undefined;
}

/** One version of a post. */
export interface PostVersion {
  readonly documentId: string;
  readonly locale: string;
}

/** How a person settles a conflict. */
export type Resolution =
  | { readonly use: 'blog' }
  | { readonly use: 'cms' }
  /** Text that takes the place of both sides. */
  | { readonly use: 'merged'; readonly text: string };

export interface ResolveRequest extends RunOptions {
  readonly slug: string;
  readonly locale: string;
  /** Names the post where several share a slug. */
  readonly documentId?: string | undefined;
  /** {@link Conflict.version} of the texts that were looked at: others are not settled. */
  readonly expected?: string | undefined;
  readonly resolution: Resolution;
  readonly commit?: boolean | undefined;
  readonly push?: boolean | undefined;
  readonly actor?: Actor | null | undefined;
}

/** `strapi.plugin('jekyll').service('blog')`: what the command line knows of the server. */
export interface BlogService {
  import(request: ImportRequest): Promise<ImportReport>;
  /**
   * Adds the posts of an uploaded archive that the CMS lacks.
   * @throws an error named `ArchiveError` where the archive is unsound
   */
  importArchive(request: ArchiveImportRequest): Promise<ImportReport>;
  export(request: ExportRequest): Promise<ExportReport>;
  /**
   * Settles the conflict of one post and locale: blog and CMS say the same afterwards.
   * @throws an error named `ResolveError` where there is none, or where it can't be settled so
   */
  resolve(request: ResolveRequest): Promise<ExportReport>;
  /** How every post stands to the blog; touches nothing. */
  status(request: StatusRequest): Promise<StatusReport>;
  /** Folder of the blog that the configuration names, absolute; null where it names none. */
  configuredDir(): string | null;
}
