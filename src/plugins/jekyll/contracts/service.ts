import type { ExportReport, ImportReport, Progress } from './report';

/** Options that import and export share. Paths are absolute. */
interface RunOptions {
  readonly blogDir: string;
  readonly dryRun?: boolean | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface ImportRequest extends RunOptions {
  /** Keeps the files whose path matches this glob. */
  readonly posts?: string | undefined;
  readonly locale?: string | undefined;
  readonly draft?: boolean | undefined;
}

export interface ExportRequest extends RunOptions {
  /** Slugs to export; all without it. */
  readonly posts?: readonly string[] | undefined;
  readonly locales?: readonly string[] | undefined;
  readonly diff?: boolean | undefined;
  readonly force?: boolean | undefined;
}

/** `strapi.plugin('jekyll').service('blog')`: what the command line knows of the server. */
export interface BlogService {
  import(request: ImportRequest): Promise<ImportReport>;
  export(request: ExportRequest): Promise<ExportReport>;
  /** Folder of the blog that the configuration names, absolute; null where it names none. */
  configuredDir(): string | null;
}
