import type { Core } from '@strapi/strapi';
import { parse } from 'yaml';
import { addressOfText, readAddressRules } from '../core/address';
import type { KramdownOptions } from '../core/kramdown';
import { type BlogFolder, openBlogFolder } from '../blog/blog-folder';
import { scanPosts } from '../blog/scan';
import { DEFAULT_TIMEZONE, readSite, type Site } from '../blog/site';
import { configuredBlogDir } from '../export/own-blog';
import { jekyllConfig } from '../server/src/config';
import { ownPrefixes } from './own-address';
import { keptLooks } from './site-look/kept-looks';
import type { readLook, SiteLook } from './site-look/read-look';

type Values = Readonly<Record<string, unknown>>;

/** What a preview knows of the blog; without one there is only the plugin's own configuration. */
export interface BlogContext {
  /** null where no blog is configured, or its folder is not there. */
  readonly folder: BlogFolder | null;
  readonly site: Site;
  /** `_config.yml` as it stands. */
  readonly config: Values;
  readonly zone: string;
  readonly defaultLocale: string;
  readonly kramdown: KramdownOptions;
  readonly lineNumbers: boolean;
  /** Names of authors by id (`_data/authors.yml`). */
  readonly authors: ReadonlyMap<string, string>;
  /** What the site's own addresses begin with. */
  readonly own: readonly string[];
  /** How the built site in the checkout shows its posts in a language; null without one. */
  look(lang: string): Promise<SiteLook | null>;
  /** Address of the post whose file has this name, without its extension. */
  addressOf(name: string): Promise<string | null>;
}

const EMPTY_SITE: Site = {
  lang: null,
  timezone: null,
  cdn: null,
  url: null,
  baseurl: '',
  address: readAddressRules({}),
  parsesBlockHtml: false,
  redirectFrom: false,
};
/** The blog's files are looked at again after this time: typing asks many times a second. */
const FRESH = 3000;

const asValues = (value: unknown): Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Values) : {};

const yamlOf = (source: string | null): Values => {
  try {
    return asValues(parse(source ?? '', { maxAliasCount: 100, version: '1.1' }));
  } catch {
    return {};
  }
};

/** Reads the blog, and keeps what it read for a moment. */
export function createBlogReader(strapi: Core.Strapi): () => Promise<BlogContext> {
  let known: { readonly at: number; readonly context: Promise<BlogContext> } | null = null;
  const looks = keptLooks();
  return () => {
    if (!known || Date.now() - known.at > FRESH) {
      known = { at: Date.now(), context: readBlog(strapi, looks) };
      known.context.catch(() => (known = null));
    }
    return known.context;
  };
}

async function readBlog(strapi: Core.Strapi, looks: typeof readLook): Promise<BlogContext> {
  const settings = jekyllConfig(strapi);
  const dir = configuredBlogDir(strapi);
  const folder = dir === null ? null : await openBlogFolder(dir).catch(() => null);
  const text = async (file: string): Promise<string | null> =>
    (await folder?.read(file).catch(() => null))?.toString('utf8') ?? null;
  const site = folder ? await readSite(folder) : EMPTY_SITE;
  const config = yamlOf(await text('_config.yml'));
  const authors = yamlOf(await text('_data/authors.yml'));
  const kramdown = asValues(config['kramdown']);
  const block = asValues(asValues(kramdown['syntax_highlighter_opts'])['block']);
  const own = ownPrefixes(config['url'], site.baseurl);
  const zone = settings.timezone ?? site.timezone ?? DEFAULT_TIMEZONE;
  return {
    folder,
    site,
    config,
    zone,
    defaultLocale: await strapi.plugin('i18n').service('locales').getDefaultLocale(),
    kramdown: kramdown as KramdownOptions,
    lineNumbers: block['line_numbers'] === true,
    authors: new Map(
      Object.entries(authors).flatMap(([id, author]): [string, string][] => {
        const { name } = asValues(author) as { name?: unknown };
        return typeof name === 'string' ? [[id, name]] : [];
      }),
    ),
    own,
    async look(lang) {
      if (!folder || settings.preview.styles !== 'site') return null;
      return looks({ folder, site, own, zone, kramdown: kramdown as KramdownOptions }, lang);
    },
    async addressOf(name) {
      if (!folder || !/^[^/\\\0]+(?:\/[^/\\\0]+)*$/.test(name)) return null;
      for (const file of await scanPosts(folder.root).catch(() => [])) {
        if (!file.replace(/\.\w+$/, '').endsWith(`_posts/${name}`)) continue;
        const source = await text(file);
        return source === null ? null : addressOfText(source, file, zone, site.address);
      }
      return null;
    },
  };
}
