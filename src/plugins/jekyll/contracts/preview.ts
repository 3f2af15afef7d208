import type { Problem } from '../core/problem';

/** Routes of the preview, for an admin's token. */
export const PREVIEW_LINK_PATH = '/jekyll/preview/link';
export const PREVIEW_RENDER_PATH = '/jekyll/preview/render';
export const PREVIEW_BUILDS_PATH = '/jekyll/preview/builds';

/** A version of a post that is to be shown. */
export interface PreviewTarget {
  /** null for an entry that was never saved. */
  readonly documentId: string | null;
  readonly locale: string;
  readonly status: 'draft' | 'published';
}

/** `POST /jekyll/preview/link`: a signed address of the page, good for a few minutes. */
export interface PreviewLinkResponse {
  readonly data: {
    readonly url: string;
    /** Whether a real build can be asked for. */
    readonly canBuild: boolean;
  };
}

/** `POST /jekyll/preview/render`: the page with the form's values on top of the saved draft. */
export interface PreviewRenderRequest extends PreviewTarget {
  /** Values of the form; without them the saved version counts. */
  readonly values?: Readonly<Record<string, unknown>>;
  /** Language of the panel. */
  readonly language?: 'en' | 'ko';
}

/** Where a field's text stands in the file. Lines count from 0, in the content behind the front matter. */
export interface FieldLines {
  /** As the form names it: `body`, `sections.0.lead`. */
  readonly field: string;
  readonly first: number;
  readonly last: number;
}

export interface RenderedPreview {
  readonly title: string;
  readonly lang: string;
  readonly parts: Readonly<Record<string, string>>;
  readonly problems: readonly Problem[];
  readonly fields: readonly FieldLines[];
}
export interface PreviewRenderResponse {
  readonly data: RenderedPreview;
}

export type BuildState = 'waiting' | 'copying' | 'building' | 'done' | 'failed' | 'cancelled';

/** A real build: `POST /jekyll/preview/builds`, then `GET` and `DELETE …/builds/:id`. */
export interface PreviewBuild {
  readonly id: string;
  readonly state: BuildState;
  /** Milliseconds since it began. */
  readonly elapsed: number;
  /** What Jekyll said last. */
  readonly lastLine: string;
  readonly problems: readonly Problem[];
  /** Signed address of the page, once it is done. */
  readonly url: string | null;
}
export interface PreviewBuildResponse {
  readonly data: PreviewBuild;
}

/** What panel and page say to each other, as `{ jekyllPreview: … }` by `postMessage`. */
export type ToPage =
  | {
      readonly jekyllPreview: 'update';
      readonly title: string;
      readonly lang: string;
      readonly parts: Readonly<Record<string, string>>;
    }
  | { readonly jekyllPreview: 'theme'; readonly theme: 'light' | 'dark' }
  | { readonly jekyllPreview: 'scroll'; readonly line: number };
export type ToPanel =
  | { readonly jekyllPreview: 'ready' }
  | { readonly jekyllPreview: 'scrolled'; readonly line: number }
  | { readonly jekyllPreview: 'picked'; readonly line: number };
