import type { Core } from '@strapi/strapi';
import { assertBlog, type BlogFolder, openBlogFolder } from '../blog/blog-folder';
import { type BlogSides, createBlogSides, type WasTracked } from '../blog/blog-sides';
import { createRecords, type Records } from '../blog/record';
import { DEFAULT_TIMEZONE, readSite, type Site } from '../blog/site';
import { type BlogLookup, createBlogLookup } from '../checks/blog-lookup';
import type { ExportRequest } from '../contracts/service';
import type { LocaleRules } from '../core/locale-strategy';
import type { MediaContext } from '../entries/media';
import { localeRulesOf } from '../entries/locale-rules';
import { readLocales } from '../entries/locales';
import { type WriteContextOf, writeContextOf } from '../entries/write-version';
import { createMediaImport, type MediaImport } from '../import/media';
import { collectDiffs, type Diffs } from './diffs';
import { type JekyllConfig, jekyllConfig } from '../server/src/config';
import type { InStep } from './unchanged';

/** What one export shares among its posts. */
export interface Run {
  readonly strapi: Core.Strapi;
  readonly options: ExportRequest;
  readonly config: JekyllConfig;
  readonly folder: BlogFolder;
  readonly site: Site;
  readonly records: Records;
  readonly sides: BlogSides;
  readonly media: MediaContext;
  /** Takes images that the blog newly shows into the library. */
  readonly library: MediaImport;
  readonly contextOf: WriteContextOf;
  /** What decides how the versions of a post meet on the site. */
  readonly locales: LocaleRules;
  /** Zone in which files without a record are read. */
  readonly zone: string;
  /** Media that posts of this run bring along. */
  readonly coming: Set<string>;
  /** The blog around the posts, for the checks. */
  readonly lookup: BlogLookup;
  /** Diffs that the report takes. */
  readonly diffs: Diffs;
  /** Versions that are in step with the blog once the run is done. */
  readonly inStep: InStep[];
  /** Hashes of files that this run takes away from their paths. */
  readonly leaving: Map<string, string>;
  /**
   * Another post may come to a path that one leaves. Not where the changes wait on branches: until
   * these are merged, the blog holds each post where it was.
   */
  readonly makesRoom: boolean;
}

/**
 * @param wasTracked whether Git knew a path of the blog; null without a repository
 * @param makesRoom see {@link Run}
 * @throws {BlogFolderError} where the checkout is no folder
 */
export async function openRun(
  strapi: Core.Strapi,
  options: ExportRequest,
  wasTracked: WasTracked | null,
  makesRoom = true,
): Promise<Run> {
  const config = jekyllConfig(strapi);
  const folder = await openBlogFolder(options.blogDir);
  await assertBlog(options.blogDir);
  const site = await readSite(folder);
  const records = createRecords(strapi);
  const { mediaFolder, postsFolder, postForm: form } = config;
  const zone = config.timezone ?? site.timezone ?? DEFAULT_TIMEZONE;
  const { original } = await readLocales(strapi);
  const locales = localeRulesOf(config, site, original);
  const coming = new Set<string>();
  const willHave = (path: string): boolean => coming.has(path);
  return {
    strapi,
    options,
    config,
    folder,
    site,
    records,
    sides: createBlogSides(folder, records, wasTracked),
    media: {
      strapi,
      folder,
      site,
      defaultFolder: mediaFolder,
      planned: new Map(),
      places: new Map(),
    },
    library: createMediaImport(strapi, folder, site),
    contextOf: writeContextOf({ zone, postsFolder, locales, form }),
    locales,
    zone,
    coming,
    diffs: collectDiffs(options),
    lookup: createBlogLookup({ strapi, folder, site, records, zone, willHave }),
    inStep: [],
    leaving: new Map(),
    makesRoom,
  };
}
