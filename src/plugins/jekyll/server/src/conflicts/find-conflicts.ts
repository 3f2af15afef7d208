import type { Core } from '@strapi/strapi';
import { createRecords, isUnseen } from '../../../blog/record';
import type { ConflictSides, ExportedFile } from '../../../contracts/report';
import type { BlogService, PostVersion } from '../../../contracts/service';
import { readFileName } from '../../../core/post-file';
import { POST_UID } from '../content-model';
import { PLUGIN_ID } from '../plugin-id';
import type { ConflictKind } from './choices';

/** A file that an export leaves alone, and the post that it belongs to. */
export interface FoundConflict extends ConflictKind {
  readonly documentId: string;
  readonly locale: string;
  /** As `resolve` knows the post. */
  readonly slug: string;
  readonly title: string | null;
  readonly path: string;
}

/**
 * Asks a dry run of an export which files it would leave alone.
 *
 * @param blogDir absolute
 * @param only one version of a post; all without it
 * @throws {BlogFolderError} where the folder is no blog
 */
export async function findConflicts(
  strapi: Core.Strapi,
  blogDir: string,
  only?: PostVersion,
): Promise<FoundConflict[]> {
  const blog: BlogService = strapi.plugin(PLUGIN_ID).service('blog');
  const documents = only && [only];
  const { files } = await blog.export({ blogDir, dryRun: true, documents, documentIds: true });
  const found: FoundConflict[] = [];
  for (const file of files) {
    const { action, conflict, documentId, locale } = file;
    if (action !== 'conflict' || !conflict || documentId === undefined || locale === null) continue;
    found.push(await describe(strapi, file, conflict, { documentId, locale }));
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

async function describe(
  strapi: Core.Strapi,
  { path, slug, problems }: ExportedFile,
  sides: ConflictSides,
  version: PostVersion,
): Promise<FoundConflict> {
  const record = await createRecords(strapi).find(version.documentId, version.locale);
  const row: { title: string | null } | null = await strapi.db.query(POST_UID).findOne({
    where: { ...version, publishedAt: { $notNull: slug !== null } },
    select: ['title'],
  });
  return {
    ...version,
    slug: slug ?? readFileName(record?.path ?? path)?.slug ?? '',
    title: row?.title ?? null,
    path,
    problems: problems.filter(({ severity }) => severity === 'error'),
    sides,
    unknown: record === null || isUnseen(record),
  };
}
