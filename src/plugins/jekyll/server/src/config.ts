import { z } from 'zod';
import type { Core } from '@strapi/strapi';
import { checksSchema } from '../../core/checks';
import { DEFAULT_FORM } from '../../core/post/form';
import { gitSettingsSchema } from '../../git/settings';
import { previewSettingsSchema } from '../../preview/settings';
import { PLUGIN_ID } from './plugin-id';
import { languageCode, postFormFields, settingFields } from './settings/fields';
import { storedSettings } from './settings/stored';

const relativeFolder = z
  .string()
  .regex(/^[^/\\][^\\]*$/, 'expected a folder relative to the blog, with / between its parts')
  .refine((folder) => !folder.split('/').includes('..'), 'must not leave the blog');

const schema = z.strictObject({
  /** Folder of the Jekyll checkout; relative to the application. */
  blogDir: z.string().min(1).optional(),
  /**
   * IANA zone of the site: what dates without an offset mean, and what new dates are written in.
   * Unset: `timezone` of the blog's `_config.yml`, else Asia/Seoul.
   */
  timezone: settingFields.timezone.optional(),
  /** Folder of new posts. */
  postsFolder: relativeFolder.default('_posts'),
  /** Folder that receives media picked in the admin when the post names no image folder. */
  mediaFolder: relativeFolder.default('assets/img/posts'),
  /**
   * Whether a post that moves to another address names the old one in `redirect_from`. `auto`: on a
   * site with jekyll-redirect-from.
   */
  redirects: settingFields.redirects.default('auto'),
  /**
   * How the versions of a new post meet on the site: docs/languages.md. null: a locale other than the
   * default one gets an ending (`-en`) and `lang`, and nothing else is written.
   */
  localeStrategy: settingFields.localeStrategy.default(null),
  /** The one locale that `localeStrategy: 'single'` exports; unset: the default one. */
  singleLocale: settingFields.singleLocale.optional(),
  /** What the site calls a locale, where that is not told by its `_config.yml`: `{ ko: 'ko-KR' }`. */
  languageCodes: z.record(z.string(), languageCode).default({}),
  /** Whether publishing, withdrawing and deleting bring the blog up to date by themselves. */
  autoExport: settingFields.autoExport.default('off'),
  /** Seconds without a further change after which an automatic export starts. */
  autoExportDelay: settingFields.autoExportDelay.default(3),
  /** Published posts with a date in the future: written at once, or held back until then. */
  futurePosts: settingFields.futurePosts.default('write'),
  /** Records of runs that are kept; older ones are removed. */
  keepRuns: settingFields.keepRuns.default(500),
  /**
   * Whether an import writes new posts into their tables, many at once. Without it each goes through
   * the Document Service, so that middlewares of other plugins see it.
   */
  bulkImport: z.boolean().default(true),
  /** The form in which new posts, and new parts of old ones, are written. */
  postForm: z
    .strictObject({
      mediaBaseKey: postFormFields.mediaBaseKey.default(DEFAULT_FORM.mediaBaseKey),
      spacers: postFormFields.spacers.default(DEFAULT_FORM.spacers),
      rules: postFormFields.rules.default(DEFAULT_FORM.rules),
      keywordsLabel: postFormFields.keywordsLabel.default(DEFAULT_FORM.keywordsLabel),
      imageWidth: postFormFields.imageWidth.default(DEFAULT_FORM.imageWidth),
    })
    .prefault({}),
  /** Rules that check posts, by name: docs/checks.md. */
  checks: checksSchema.prefault({}),
  /** Sources that an editor pastes as addresses. */
  citations: z
    .strictObject({
      /** Whether their pages are asked for title, publisher and date. */
      fetch: z.boolean().default(true),
      /** Hosts with their ports that may be asked though they are not public: for tests. */
      allowHosts: z.array(z.string()).default([]),
    })
    .prefault({}),
  /** When external links are looked at, as a cron rule; null for never by itself. */
  linkCheck: z.string().min(9).nullable().default(null),
  /** The preview: docs/preview.md. */
  preview: previewSettingsSchema.prefault({}),
  /** The blog's repository: docs/git.md. */
  git: gitSettingsSchema.prefault({}),
});

/** The plugin's configuration with its defaults filled in. */
export type JekyllConfig = z.infer<typeof schema>;

/** Strapi's hooks for a plugin's configuration; `validator` throws with the place of each mistake. */
export const config = {
  default: (): JekyllConfig => schema.parse({}),
  validator(value: unknown): void {
    const result = schema.safeParse(withoutUnset(value));
    if (result.success) return;
    const places = result.error.issues.map(
      (issue) => `${issue.path.join('.') || '(root)'}: ${issue.message}`,
    );
    throw new Error(`config/plugins.ts, plugin "${PLUGIN_ID}": ${places.join('; ')}`);
  },
};

/** The last configuration that was read, by what it was read from: it is asked for all the time. */
let read: { readonly from: string; readonly config: JekyllConfig } | null = null;

/** The configuration of the application alone. */
export function configuredConfig(strapi: Core.Strapi): JekyllConfig {
  const source = strapi.config.get(`plugin::${PLUGIN_ID}`);
  const from = JSON.stringify(source);
  if (read?.from !== from) read = { from, config: schema.parse(withoutUnset(source)) };
  return read.config;
}

/** The configuration that counts: the application's, with what the panel has set laid over it. */
export function jekyllConfig(strapi: Core.Strapi): JekyllConfig {
  const config = configuredConfig(strapi);
  const { postForm, ...settings } = storedSettings(strapi);
  const set = Object.entries(settings).filter(([, value]) => value !== undefined);
  return {
    ...config,
    ...(Object.fromEntries(set) as Partial<JekyllConfig>),
    postForm: { ...config.postForm, ...(postForm as Partial<JekyllConfig['postForm']>) },
  };
}

/** `env('X')` gives undefined for an unset variable: the default then counts. */
function withoutUnset(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined));
}
