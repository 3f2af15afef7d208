import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { assertBlog, type BlogFolder, openBlogFolder } from '../blog/blog-folder';
import { type BlogSides, createBlogSides } from '../blog/blog-sides';
import type { FileSummary } from '../blog/file-summary';
import { createRecords, type FileRecordHead, type Records } from '../blog/record';
import { DEFAULT_TIMEZONE, readSite, type Site } from '../blog/site';
import type { ImportRequest, PostVersion } from '../contracts/service';
import { type BulkModel, readBulkModel } from '../entries/bulk';
import { localeRulesOf } from '../entries/locale-rules';
import { readLocales } from '../entries/locales';
import { once } from '../core/once';
import type { PostRow } from '../entries/rows';
import type { FileRecord } from '../blog/record';
import { type PlacedText, writeContextOf, writeVersion } from '../entries/write-version';
import { isSuspended } from '../server/src/auto-export/suspend';
import { jekyllConfig } from '../server/src/config';
import { createFrontMatters, type FrontMatters } from './front-matters';
import { createMediaImport, type MediaImport } from './media';

/** What one import shares among its files. */
export interface ImportRun {
  readonly strapi: Core.Strapi;
  readonly options: ImportRequest;
  readonly folder: BlogFolder;
  readonly site: Site;
  readonly zone: string;
  readonly locales: readonly string[];
  readonly defaultLocale: string;
  /** What the site calls a locale, where the configuration says it. */
  readonly codes: Readonly<Record<string, string>>;
  /** Posts of the files that this run made entries of, by path. */
  readonly made: Map<string, PostVersion>;
  readonly records: Records;
  readonly byPath: ReadonlyMap<string, FileRecordHead>;
  /** The record of a file of this name, in whatever folder of the blog. */
  readonly named: (file: string, locale: string) => FileRecordHead | null;
  /** What reports tell of files that were read before, by record id. */
  readonly summaries: ReadonlyMap<number, FileSummary>;
  readonly frontMatters: FrontMatters;
  readonly sides: BlogSides;
  readonly media: MediaImport;
  /** The tables of new posts; null where each has to go through the Document Service. */
  readonly bulk: BulkModel | null;
  /** The file of a version, written onto what its record says; null where it can't be. */
  readonly write: (row: PostRow, record: FileRecord) => Promise<PlacedText | null>;
}

/** @throws {BlogFolderError} where the checkout is no folder */
export async function openImport(strapi: Core.Strapi, options: ImportRequest): Promise<ImportRun> {
  const config = jekyllConfig(strapi);
  const folder = await openBlogFolder(options.blogDir);
  await assertBlog(options.blogDir);
  const site = await readSite(folder);
  const records = createRecords(strapi);
  const byPath = await records.byPath();
  const { all: locales, original: defaultLocale } = await readLocales(strapi);
  const zone = config.timezone ?? site.timezone ?? DEFAULT_TIMEZONE;
  const { mediaFolder, postsFolder, postForm: form } = config;
  const media = {
    strapi,
    folder,
    site,
    defaultFolder: mediaFolder,
    planned: new Map(),
    places: new Map(),
  };
  const contextOf = writeContextOf({
    zone,
    postsFolder,
    locales: localeRulesOf(config, site, defaultLocale),
    form,
  });
  return {
    strapi,
    options,
    folder,
    site,
    zone,
    locales,
    defaultLocale,
    codes: config.languageCodes,
    made: new Map(),
    records,
    byPath,
    named: recordsByName(byPath),
    summaries: await records.summaries(),
    frontMatters: createFrontMatters(),
    sides: createBlogSides(folder, records, null),
    media: createMediaImport(strapi, folder, site, options),
    bulk: await bulkModel(strapi),
    write: (row, record) => writeVersion(media, contextOf, row, record),
  };
}

/**
 * What is published outside an import is checked and queued for export, and webhooks are told of
 * entries: all that is done by the Document Service.
 */
async function bulkModel(strapi: Core.Strapi): Promise<BulkModel | null> {
  if (!isSuspended() || !jekyllConfig(strapi).bulkImport) return null;
  const webhooks: { isEnabled: boolean; events: string[] }[] = await strapi
    .get('webhookStore')
    .findWebhooks();
  const told = webhooks.some(
    ({ isEnabled, events }) => isEnabled && events.some((event) => event.startsWith('entry.')),
  );
  return told ? null : readBulkModel(strapi);
}

/** Looks for records by the name of the file; the names are read when one is asked for. */
function recordsByName(byPath: ReadonlyMap<string, FileRecordHead>): ImportRun['named'] {
  const nameOf = (file: string): string => path.basename(file, path.extname(file));
  const names = once(() => {
    const found = new Map<string, FileRecordHead[]>();
    for (const head of byPath.values()) {
      const name = nameOf(head.path);
      found.set(name, [...(found.get(name) ?? []), head]);
    }
    return found;
  });
  return (file, locale) =>
    names()
      .get(nameOf(file))
      ?.find((head) => head.locale === locale) ?? null;
}
