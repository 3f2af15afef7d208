import type { Core } from '@strapi/strapi';
import {
  CITATION_UID,
  POST_UID,
  REFERENCE_UID,
  SECTION_UID,
  TREND_ITEM_UID,
} from '../../server/src/content-model';
import { insertLinks, insertRows, type NewRow, type Transaction } from '../../server/src/database';
import type { StoredReference } from '../references';
import type { BulkModel } from './model';
import type { PlannedPost } from './plan';
import {
  citationRow,
  contentsOf,
  itemRow,
  linkRow,
  postRow,
  referenceRow,
  sectionRow,
} from './rows';

type Contents = ReturnType<typeof contentsOf>;

/**
 * Writes the rows of new posts with all they show, as the Document Service leaves them, in a number of
 * statements that hardly grows with the number of posts. Runs inside the caller's transaction.
 */
export async function writePosts(
  strapi: Core.Strapi,
  trx: Transaction['trx'],
  model: BulkModel,
  posts: readonly PlannedPost[],
): Promise<void> {
  const contents = contentsOf(posts);
  const now = new Date();
  const insert = <T>(uid: string, of: readonly T[], row: (one: T, now: Date) => NewRow) =>
    insertRows(
      strapi,
      uid,
      of.map((one) => row(one, now)),
    );
  const ids = {
    references: await insert(REFERENCE_UID, contents.references, referenceRow),
    items: await insert(TREND_ITEM_UID, contents.items, itemRow),
    citations: await insert(CITATION_UID, contents.citations, citationRow),
    posts: await insert(POST_UID, contents.posts, postRow),
    sections: await insert(SECTION_UID, contents.sections, sectionRow),
  };
  const links = linksOf(contents, ids, model);
  for (const name of Object.keys(links) as (keyof typeof links)[]) {
    await insertLinks(strapi, trx, model.links[name].name, links[name]);
  }
}

type Ids = Readonly<Record<keyof Contents, readonly number[]>>;

/** Rows of the tables of links, once the rows that they link have their ids. */
function linksOf(
  contents: Contents,
  ids: Ids,
  { links }: BulkModel,
): Record<keyof BulkModel['links'], NewRow[]> {
  const idOf = (list: readonly number[], index: number): number => {
    const id = list[index];
    if (id === undefined) throw new Error('A row to be linked has no id.');
    return id;
  };
  const references = new Map<StoredReference, number>(
    contents.references.map((reference, index) => [reference, idOf(ids.references, index)]),
  );
  const referenceId = (reference: StoredReference): number => {
    const id = reference.id ?? references.get(reference);
    if (id === undefined) throw new Error(`Reference "${reference.title}" has no row.`);
    return id;
  };
  /** A post links the versions of items that have its own status. */
  const items = new Map(
    contents.items.map(({ of, published, locale }, index) => [
      `${of.documentId} ${locale} ${published}`,
      idOf(ids.items, index),
    ]),
  );
  return {
    citations: contents.citations.map(({ owner, place }, index) =>
      linkRow(links.citations, idOf(ids.items, owner), idOf(ids.citations, index), place),
    ),
    reference: contents.citations.map(({ of: { reference } }, index) =>
      linkRow(links.reference, idOf(ids.citations, index), referenceId(reference), 1),
    ),
    sections: contents.sections.map(({ owner, place }, index) =>
      linkRow(links.sections, idOf(ids.posts, owner), idOf(ids.sections, index), place),
    ),
    items: contents.sections.flatMap(({ of, owner }, index) => {
      const version = contents.posts[owner];
      return of.items.map(({ documentId }, at) => {
        const item = items.get(`${documentId} ${version?.locale} ${version?.published}`);
        if (item === undefined) throw new Error(`Item ${documentId} has no row.`);
        return linkRow(links.items, idOf(ids.sections, index), item, at + 1);
      });
    }),
    cover: contents.posts.flatMap(({ of: { coverId } }, index) =>
      coverId === null ? [] : [linkRow(links.cover, idOf(ids.posts, index), coverId, 1)],
    ),
  };
}
