import type { Core } from '@strapi/strapi';
import type { RowFilter } from '../../entries/rows';
import { POST_UID } from '../../server/src/content-model';
import { aliased, tableOf } from '../../server/src/database';
import { FILE_UID, MARK_UID } from '../../server/src/plugin-id';

/** A published version of a post, without what it says, and what was noted of it. */
export interface Head {
  readonly id: number;
  readonly documentId: string;
  readonly locale: string;
  /** When the row was last changed, in milliseconds since 1970. */
  readonly changed: number;
  /** State of its record; null where the blog was never seen to hold it. */
  readonly record: string | null;
  readonly mark: Mark | null;
}

/** How things stood when an export found a version, its record and its file in step. */
export interface Mark {
  readonly slug: string | null;
  readonly path: string;
  readonly context: string;
  readonly record: string;
  readonly source: string;
  /** Ids of the media of the library that the post shows, and what was known of them. */
  readonly media: string;
  readonly stamp: string;
}

type Time = Date | number | string | null;

/** A row of the statement below: columns of the outer joins may be null. */
type Row = Pick<Head, 'id' | 'documentId' | 'locale'> & {
  readonly changed: Time;
  readonly recordId: number | null;
  readonly recordChanged: Time;
} & { readonly [Name in Exclude<keyof Mark, 'record'>]: string | null } & {
  readonly markedRecord: string | null;
};

/** Versions that are looked at together. */
const PAGE = 1000;

const millis = (time: Time): number => new Date(time ?? 0).getTime();

/** Identifies a state of a record: every change of it gives another. */
export const recordState = (id: number, updatedAt: Time): string => `${id}.${millis(updatedAt)}`;

/**
 * The published versions of the documents that a filter names, in pages that hold all versions of each
 * of their documents. One statement a page, answered from indexes and short rows: no text is read.
 *
 * @returns also versions that the filter doesn't name, beside those that it does: `isAsked` tells
 */
export async function* headPages(
  strapi: Core.Strapi,
  filter: RowFilter,
): AsyncGenerator<readonly Head[]> {
  for (let last = ''; ; ) {
    const rows = await readPage(strapi, filter, last);
    const isLast = rows.length < PAGE;
    const cut = rows.at(-1)?.documentId;
    // The next page has the whole of a document that this one may have cut.
    const whole = isLast ? rows : rows.filter(({ documentId }) => documentId !== cut);
    const page = whole.length > 0 ? whole : rows;
    if (page.length > 0) yield page.map(toHead);
    if (isLast) return;
    last = page.at(-1)?.documentId ?? last;
  }
}

async function readPage(strapi: Core.Strapi, filter: RowFilter, last: string): Promise<Row[]> {
  const posts = tableOf(strapi, POST_UID);
  const connection = () => strapi.db.getConnection();
  const query = connection()
    .from(aliased(posts, 'post'))
    .leftJoin(aliased(tableOf(strapi, FILE_UID), 'file'), (on) =>
      on.on('file.post', 'post.document_id').andOn('file.entry_locale', 'post.locale'),
    )
    .leftJoin(aliased(tableOf(strapi, MARK_UID), 'mark'), (on) =>
      on.on('mark.post', 'post.document_id').andOn('mark.entry_locale', 'post.locale'),
    )
    .whereNotNull('post.published_at')
    .where('post.document_id', '>', last)
    .orderBy(['post.document_id', 'post.locale'])
    .limit(PAGE)
    .select({
      id: 'post.id',
      documentId: 'post.document_id',
      locale: 'post.locale',
      changed: 'post.updated_at',
      recordId: 'file.id',
      recordChanged: 'file.updated_at',
      slug: 'mark.slug',
      path: 'mark.path',
      context: 'mark.context',
      markedRecord: 'mark.record',
      source: 'mark.source',
      media: 'mark.media',
      stamp: 'mark.stamp',
    });
  const documents = filter.documentIds ?? filter.versions?.map(({ documentId }) => documentId);
  if (documents) query.whereIn('post.document_id', [...new Set(documents)]);
  if (filter.slugs) {
    const named = connection()
      .from(posts)
      .select('document_id')
      .whereIn('slug', [...filter.slugs]);
    query.whereIn('post.document_id', named.whereNotNull('published_at'));
  }
  return (await query) as Row[];
}

function toHead({ id, documentId, locale, changed, recordId, recordChanged, ...mark }: Row): Head {
  return {
    id,
    documentId,
    locale,
    changed: millis(changed),
    record: recordId === null ? null : recordState(recordId, recordChanged),
    mark: toMark(mark),
  };
}

function toMark({
  slug,
  path,
  context,
  markedRecord: record,
  source,
  media,
  stamp,
}: Omit<Row, keyof Head | 'recordId' | 'recordChanged'>): Mark | null {
  if (path === null || context === null || record === null) return null;
  if (source === null || stamp === null) return null;
  return { slug, path, context, record, source, media: media ?? '', stamp };
}
