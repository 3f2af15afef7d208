import type { Core } from '@strapi/strapi';
import type { RowFilter } from '../../entries/rows';
import { POST_UID } from '../../server/src/content-model';
import { tableOf } from '../../server/src/database';
import { FILE_UID, MARK_UID } from '../../server/src/plugin-id';

/** A published version of a post, without what it says, and what was noted of it. */
export interface Head {
  readonly id: number;
  readonly documentId: string;
  readonly locale: string;
  readonly slug: string | null;
  /** State of its record; null where the blog was never seen to hold it. */
  readonly record: string | null;
  readonly mark: Mark | null;
}

/** How things stood when an export found a version, its record and its file in step. */
export interface Mark {
  readonly path: string;
  readonly context: string;
  readonly record: string;
  readonly source: string;
  /** Ids of the media of the library that the post shows, and what was known of them. */
  readonly media: string;
  readonly stamp: string;
}

/** A row of the statement below: the columns of an outer join may be null. */
interface Row {
  readonly id: number;
  readonly documentId: string;
  readonly locale: string;
  readonly slug: string | null;
  readonly recordId: number | null;
  readonly recordChanged: Date | number | string | null;
  readonly path: string | null;
  readonly context: string | null;
  readonly record: string | null;
  readonly source: string | null;
  readonly media: string | null;
  readonly stamp: string | null;
}

/** Versions that are looked at together. */
const PAGE = 1000;

/** Identifies a state of a record: every change of it gives another. */
export const recordState = (id: number, updatedAt: Date | number | string | null): string =>
  `${id}.${new Date(updatedAt ?? 0).getTime()}`;

/**
 * The published versions that a filter names, in pages by row id. One statement a page, answered from
 * indexes and short rows: no text of a post is read.
 */
export async function* headPages(
  strapi: Core.Strapi,
  filter: RowFilter,
): AsyncGenerator<readonly Head[]> {
  for (let last = 0; ; ) {
    const rows = await readPage(strapi, filter, last);
    if (rows.length === 0) return;
    yield rows.map(toHead);
    if (rows.length < PAGE) return;
    last = rows.at(-1)?.id ?? last;
  }
}

async function readPage(strapi: Core.Strapi, filter: RowFilter, last: number): Promise<Row[]> {
  const query = strapi.db
    .getConnection()
    .from({ post: tableOf(strapi, POST_UID) })
    .leftJoin({ file: tableOf(strapi, FILE_UID) }, (on) =>
      on.on('file.post', 'post.document_id').andOn('file.entry_locale', 'post.locale'),
    )
    .leftJoin({ mark: tableOf(strapi, MARK_UID) }, (on) =>
      on.on('mark.post', 'post.document_id').andOn('mark.entry_locale', 'post.locale'),
    )
    .whereNotNull('post.published_at')
    .where('post.id', '>', last)
    .orderBy('post.id')
    .limit(PAGE)
    .select({
      id: 'post.id',
      documentId: 'post.document_id',
      locale: 'post.locale',
      slug: 'post.slug',
      recordId: 'file.id',
      recordChanged: 'file.updated_at',
      path: 'mark.path',
      context: 'mark.context',
      record: 'mark.record',
      source: 'mark.source',
      media: 'mark.media',
      stamp: 'mark.stamp',
    });
  if (filter.locales) query.whereIn('post.locale', [...filter.locales]);
  if (filter.slugs) query.whereIn('post.slug', [...filter.slugs]);
  if (filter.documentIds) query.whereIn('post.document_id', [...filter.documentIds]);
  if (filter.versions) {
    const pairs = filter.versions.map(({ documentId, locale }) => [documentId, locale]);
    query.whereIn(['post.document_id', 'post.locale'], pairs);
  }
  return (await query) as Row[];
}

function toHead({ id, documentId, locale, slug, recordId, recordChanged, ...mark }: Row): Head {
  const { path, context, record, source, media, stamp } = mark;
  return {
    id,
    documentId,
    locale,
    slug,
    record: recordId === null ? null : recordState(recordId, recordChanged),
    mark:
      path === null || context === null || record === null || source === null || stamp === null
        ? null
        : { path, context, record, source, media: media ?? '', stamp },
  };
}
