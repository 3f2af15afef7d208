import type { Core } from '@strapi/strapi';
import type {
  LocaleExample,
  LocalesExampleBody,
  PostForm,
  Settings,
  SettingsBody,
  SettingsResponse,
  SiteFacts,
} from '../../../contracts/settings';
import { openBlogFolder } from '../../../blog/blog-folder';
import { DEFAULT_TIMEZONE, readSite, type Site, UNKNOWN_SITE } from '../../../blog/site';
import { readLocales } from '../../../entries/locales';
import { configuredBlogDir } from '../../../export/own-blog';
import { wakeAutoExport } from '../auto-export';
import { configuredConfig, type JekyllConfig, jekyllConfig } from '../config';
import { exampleOf } from '../settings/example';
import { localesExampleOf } from '../settings/locales-example';
import { loadSettings, saveSettings } from '../settings/stored';
import { withoutSecrets } from '../settings/without-secrets';

/** What the panel may set, what it has set, and what it only shows. */
export const createSettingsService = ({ strapi }: { strapi: Core.Strapi }) => {
  async function read(): Promise<SettingsResponse['data']> {
    const stored = await loadSettings(strapi);
    const config = jekyllConfig(strapi);
    return {
      settings: settingsOf(config),
      configured: settingsOf(configuredConfig(strapi)),
      stored,
      site: await siteFacts(strapi, config),
    };
  }
  return {
    read,
    async save(settings: SettingsBody): Promise<SettingsResponse['data']> {
      await saveSettings(strapi, settings);
      wakeAutoExport({ strapi });
      return read();
    },
    async example(form: PostForm): Promise<string> {
      return exampleOf(form, zoneOf(await siteOf(strapi), jekyllConfig(strapi)));
    },
    /** A new post in every locale, with a choice that is not saved yet. */
    async localesExample({
      localeStrategy,
      singleLocale,
    }: LocalesExampleBody): Promise<LocaleExample[]> {
      const config = jekyllConfig(strapi);
      const chosen = { ...config, localeStrategy, singleLocale: singleLocale ?? undefined };
      return localesExampleOf(chosen, await siteOf(strapi), await readLocales(strapi));
    },
  };
};

export type SettingsService = ReturnType<typeof createSettingsService>;

const settingsOf = (config: JekyllConfig): Settings => ({
  timezone: config.timezone ?? null,
  postForm: config.postForm,
  localeStrategy: config.localeStrategy,
  singleLocale: config.singleLocale ?? null,
  redirects: config.redirects,
  autoExport: config.autoExport,
  autoExportDelay: config.autoExportDelay,
  futurePosts: config.futurePosts,
  keepRuns: config.keepRuns,
});

async function siteFacts(strapi: Core.Strapi, config: JekyllConfig): Promise<SiteFacts> {
  const { blogDir, postsFolder, mediaFolder, git, preview } = config;
  const { enabled, remote, branch, push, mode } = git;
  return {
    blogDir: blogDir ?? null,
    blogState: await blogState(strapi),
    postsFolder,
    mediaFolder,
    zone: zoneOf(await siteOf(strapi), config),
    locales: (await readLocales(strapi)).all,
    git: { enabled, remote: remote && withoutSecrets(remote), branch, push, mode },
    jekyll: preview.jekyll !== null,
  };
}

async function blogState(strapi: Core.Strapi): Promise<SiteFacts['blogState']> {
  const dir = configuredBlogDir(strapi);
  if (dir === null) return 'none';
  return openBlogFolder(dir).then(
    () => 'found',
    () => 'not-found',
  );
}

async function siteOf(strapi: Core.Strapi): Promise<Site> {
  const dir = configuredBlogDir(strapi);
  const folder = dir === null ? null : await openBlogFolder(dir).catch(() => null);
  return folder ? readSite(folder) : UNKNOWN_SITE;
}

const zoneOf = (site: Site, { timezone }: JekyllConfig): string =>
  timezone ?? site.timezone ?? DEFAULT_TIMEZONE;
