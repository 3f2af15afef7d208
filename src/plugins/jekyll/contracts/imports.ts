import type { Message } from '../core/problem';
import type { ImportReport } from './report';

/** What server and admin say to each other about imports. */
export const IMPORTS_PATH = '/jekyll/imports';

/** Where posts come from. */
export type ImportSource =
  /** The blog that the configuration names. */
  | { readonly kind: 'checkout' }
  /** An uploaded zip of a blog, by the id of its upload. */
  | { readonly kind: 'archive'; readonly id: string };

/**
 * Body of `POST /jekyll/imports/plan`, which starts a job `import-plan`, and of
 * `POST /jekyll/imports`, which starts a job `import`. Both answer 202 with a `JobResponse`.
 */
export interface ImportBody {
  readonly source: ImportSource;
  /** Locale of every post; without it, what files and site say. */
  readonly locale?: string | undefined;
  /** Leaves everything as drafts. */
  readonly draft?: boolean | undefined;
}

/** What the jobs end with: the report, and what was asked for. */
export interface AskedImport extends ImportReport {
  readonly asked: ImportBody;
}

/** An archive that waits to be imported. It belongs to whoever uploaded it. */
export interface Upload {
  readonly id: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** ISO 8601: it is removed then, or when it has been imported. */
  readonly expiresAt: string;
}

/** `POST /jekyll/imports/archives`, multipart with one file in the field {@link UPLOAD_FIELD}. */
export interface UploadResponse {
  readonly data: Upload;
}
/** The field whose files Strapi itself removes when the request has been answered. */
export const UPLOAD_FIELD = 'files';

/** `GET /jekyll/imports/sources` */
export interface ImportSourcesResponse {
  readonly data: {
    /** Folder of the configured blog as the configuration spells it; null where it names none. */
    readonly checkout: string | null;
    /** The asker's archive that waits, if any. */
    readonly upload: Upload | null;
    /** Locales of the CMS, its own first. */
    readonly locales: readonly string[];
    /** Bytes that an archive may have. */
    readonly archiveLimit: number;
  };
}

/** `error.details` of a refusal (400, 413). */
export interface ImportRefusal {
  readonly code: 'NO_BLOG' | 'UPLOAD_GONE' | 'NOT_ONE_FILE' | 'NOT_A_ZIP' | 'ARCHIVE_TOO_LARGE';
  readonly messages: Message;
}
