import type { LocaleStrategy } from '../core/locale-strategy';
import type { PostForm } from '../core/post/form';
import type { Problem } from '../core/problem';

/** What server and admin say to each other about the plugin's settings. */
export const SETTINGS_PATH = '/jekyll/settings';

export type { LocaleStrategy, PostForm };

/** What an editor's form needs of the settings; for whoever may read posts or trend items. */
export const EDITOR_PATH = '/jekyll/editor';

/** `GET /jekyll/editor` */
export interface EditorResponse {
  readonly data: Pick<PostForm, 'imageWidth'>;
}

/** Settings that count now. */
export interface Settings {
  /** IANA zone; null: that of the blog's `_config.yml`, else Asia/Seoul. */
  readonly timezone: string | null;
  readonly postForm: PostForm;
  /** For files that are new; null: an ending and `lang` for every locale but the default one. */
  readonly localeStrategy: LocaleStrategy | null;
  /** The locale that `single` exports; null: the default one. */
  readonly singleLocale: string | null;
  readonly redirects: 'auto' | 'always' | 'never';
  readonly autoExport: 'off' | 'on-publish';
  /** Seconds. */
  readonly autoExportDelay: number;
  readonly futurePosts: 'write' | 'hold';
  readonly keepRuns: number;
}

/** What the panel has set; for what is missing the configuration counts. */
export interface StoredSettings {
  readonly timezone?: string | undefined;
  readonly postForm?: Partial<PostForm> | undefined;
  readonly localeStrategy?: Settings['localeStrategy'] | undefined;
  readonly singleLocale?: string | undefined;
  readonly redirects?: Settings['redirects'] | undefined;
  readonly autoExport?: Settings['autoExport'] | undefined;
  readonly autoExportDelay?: number | undefined;
  readonly futurePosts?: Settings['futurePosts'] | undefined;
  readonly keepRuns?: number | undefined;
}

/** What only the configuration decides, without anything secret. */
export interface SiteFacts {
  /** As the configuration spells it; null where it names none. */
  readonly blogDir: string | null;
  readonly blogState: 'none' | 'found' | 'not-found';
  readonly postsFolder: string;
  readonly mediaFolder: string;
  /** Zone that counts in the end. */
  readonly zone: string;
  /** Locales of the CMS, its own first. */
  readonly locales: readonly string[];
  readonly git: {
    readonly enabled: boolean;
    /** Without user, password or query. */
    readonly remote: string | null;
    readonly branch: string | null;
    readonly push: string;
    readonly mode: string;
  };
  /** Whether a program for the true preview is configured. */
  readonly jekyll: boolean;
}

/** `GET /jekyll/settings`, and what saving answers. */
export interface SettingsResponse {
  readonly data: {
    readonly settings: Settings;
    /** What would count if nothing were set in the panel. */
    readonly configured: Settings;
    readonly stored: StoredSettings;
    readonly site: SiteFacts;
  };
}

/** Body of `PUT /jekyll/settings`: all that is to be set in the panel; the rest is left to the configuration. */
export type SettingsBody = StoredSettings;

/** Body of `POST /jekyll/settings/example`. */
export type ExampleBody = PostForm;

/** A new post as an export would write it in this form. */
export interface ExampleResponse {
  readonly data: { readonly text: string };
}

/** Body of `POST /jekyll/settings/example/locales`. */
export type LocalesExampleBody = Pick<Settings, 'localeStrategy' | 'singleLocale'>;

/** One version of a new post that is published in every locale. */
export interface LocaleExample {
  readonly locale: string;
  /** Its file; null where the strategy leaves the locale out. */
  readonly file: { readonly path: string; readonly frontMatter: string } | null;
  /** Why this site could not show it so. */
  readonly problems: readonly Problem[];
}
export interface LocalesExampleResponse {
  readonly data: readonly LocaleExample[];
}
