import type { Core } from '@strapi/strapi';
import { createRecords, type Records } from '../../../blog/record';
import { DEFAULT_TIMEZONE } from '../../../blog/site';
import type { FileCheck } from '../../../checks/check-file';
import { once } from '../../../core/once';
import { type WriteContextOf, writeContextOf } from '../../../entries/write-version';
import { openRun, type Run } from '../../../export/run';
import { jekyllConfig, type JekyllConfig } from '../config';
import { POST_UID } from '../content-model';
import { words } from '../../../entries/compose';
import { localeRulesOf } from '../../../entries/locale-rules';
import { type CmsLocales, readLocales } from '../../../entries/locales';

/** What checks of several posts share. */
export interface Workspace {
  readonly strapi: Core.Strapi;
  readonly config: JekyllConfig;
  /** The blog's side; null without a checkout. */
  readonly run: Run | null;
  readonly records: Records;
  readonly zone: string;
  readonly contextOf: WriteContextOf;
  readonly blog: FileCheck['blog'];
  /** Names that all posts use. */
  names(): Promise<{
    readonly tags: ReadonlySet<string>;
    readonly categories: ReadonlySet<string>;
  }>;
  readonly locales: CmsLocales;
}

/** @param blogDir absolute; null, or a folder that is none, where there is no checkout */
export async function openWorkspace(
  strapi: Core.Strapi,
  blogDir: string | null,
): Promise<Workspace> {
  const config = jekyllConfig(strapi);
  const run = blogDir === null ? null : await openRun(strapi, { blogDir }, null);
  const locales = await readLocales(strapi);
  const zone = run?.zone ?? config.timezone ?? DEFAULT_TIMEZONE;
  return {
    strapi,
    config,
    run,
    records: run?.records ?? createRecords(strapi),
    zone,
    contextOf:
      run?.contextOf ??
      writeContextOf({
        zone,
        postsFolder: config.postsFolder,
        locales: localeRulesOf(config, null, locales.original),
        form: config.postForm,
      }),
    blog: run && { site: run.site, lookup: run.lookup },
    names: once(() => namesInUse(strapi)),
    locales,
  };
}

async function namesInUse(strapi: Core.Strapi) {
  const rows: { tags: unknown; categories: unknown }[] = await strapi.db
    .query(POST_UID)
    .findMany({ where: { publishedAt: { $null: true } }, select: ['tags', 'categories'] });
  return {
    tags: new Set(rows.flatMap(({ tags }) => words(tags))),
    categories: new Set(rows.flatMap(({ categories }) => words(categories))),
  };
}
