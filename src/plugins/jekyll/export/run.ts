import type { Core } from '@strapi/strapi';
import type { ExportRequest } from '../contracts/service';
import type { WriteContext } from '../core/post';
import { jekyllConfig } from '../server/src/config';
import { assertBlog, type BlogFolder, openBlogFolder } from './blog-folder';
import type { MediaContext } from './media';
import { createRecords, type FileRecord, type Records } from './record';
import { DEFAULT_TIMEZONE, readSite } from './site';

/** What one export shares among its posts. */
export interface Run {
  readonly strapi: Core.Strapi;
  readonly options: ExportRequest;
  readonly folder: BlogFolder;
  readonly records: Records;
  readonly media: MediaContext;
  readonly zone: string;
  readonly postsFolder: string;
  readonly defaultLocale: string;
  /** Paths that posts of this run took, with the name of the post. */
  readonly taken: Map<string, string>;
}

/** @throws {BlogFolderError} where the checkout is no folder */
export async function openRun(strapi: Core.Strapi, options: ExportRequest): Promise<Run> {
  const config = jekyllConfig(strapi);
  const folder = await openBlogFolder(options.blogDir);
  await assertBlog(options.blogDir);
  const site = await readSite(folder);
  return {
    strapi,
    options,
    folder,
    records: createRecords(strapi),
    media: { strapi, folder, site, defaultFolder: config.mediaFolder },
    zone: config.timezone ?? site.timezone ?? DEFAULT_TIMEZONE,
    postsFolder: config.postsFolder,
    defaultLocale: await strapi.plugin('i18n').service('locales').getDefaultLocale(),
    taken: new Map(),
  };
}

/** How a version of a post is written: its locale's name and front matter, the zone its file was read in. */
export function writeContext(run: Run, locale: string, record: FileRecord | null): WriteContext {
  const other = locale !== run.defaultLocale;
  return {
    zone: record?.zone ?? run.zone,
    folder: run.postsFolder,
    suffix: other ? `-${locale}` : '',
    localeFrontMatter: other && record?.origin !== 'imported' ? `lang: ${locale}\n` : '',
  };
}
