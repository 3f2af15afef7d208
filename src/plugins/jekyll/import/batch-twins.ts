import type { PostVersion } from '../contracts/service';
import { type PlannedPost, rowOfPlanned } from '../entries/bulk';
import { type PostRow, postPages } from '../entries/rows';
import { POST_UID, TREND_ITEM_UID } from '../server/src/content-model';
import { FILE_UID } from '../server/src/plugin-id';
import type { PostSource } from './import-file';
import { translationAmbiguous } from './problems';
import type { ImportRun } from './run';
import { type FoundTwin, namesOfTwins } from './twin';
import type { BlogVersions } from './versions';

/** Finds the twins of files that are stored together: `findTwin` for many, in a few queries. */
export interface BatchTwins {
  /** null where the version to join is older than this import: it is found and joined alone. */
  find(source: PostSource): FoundTwin | null;
  hasItem(documentId: string, locale: string): boolean;
  /** Files of the same batch may join what was planned before them. */
  note(source: PostSource, post: PlannedPost): void;
}

/** Values of one query. */
const VALUES = 400;

function* portions(values: readonly string[]): Generator<string[]> {
  for (let start = 0; start < values.length; start += VALUES) {
    yield values.slice(start, start + VALUES);
  }
}

const keyOf = (documentId: string, locale: string): string => `${documentId}\n${locale}`;

export async function openBatchTwins(
  run: ImportRun,
  versions: BlogVersions,
  sources: readonly PostSource[],
): Promise<BatchTwins> {
  const made = new Map<string, PostVersion>();
  const twins = sources.flatMap(({ file }) =>
    versions.twinsOf(file).flatMap((path) => run.made.get(path) ?? []),
  );
  const rows = await draftsOf(run, twins);
  const posts = await versionsOf(
    run,
    POST_UID,
    twins.map(({ documentId }) => documentId),
  );
  const shown = [...rows.values()].flatMap((row) => row.sections.flatMap(({ items }) => items));
  const items = await versionsOf(
    run,
    TREND_ITEM_UID,
    shown.map(({ documentId }) => documentId),
  );
  const alone = sources.filter(
    ({ file }) => versions.twinsOf(file).length === 0 && versions.rivalsOf(file).length === 0,
  );
  const unwritten = await slugsWithoutFile(run, alone);

  return {
    find({ file, post, locale }) {
      const rivals = versions.rivalsOf(file);
      if (rivals.length > 0) return { twin: null, problems: [translationAmbiguous(file, rivals)] };
      const paths = versions.twinsOf(file);
      for (const path of paths) {
        const version = made.get(path) ?? run.made.get(path);
        if (!version && run.byPath.has(path)) return null;
        if (!version || posts.has(keyOf(version.documentId, locale))) continue;
        const twin = rows.get(keyOf(version.documentId, version.locale)) ?? null;
        return twin && { twin, problems: [] };
      }
      const names = paths.length > 0 ? [] : namesOfTwins(run, post.content.slug, locale);
      return names.some((name) => unwritten.has(name)) ? null : { twin: null, problems: [] };
    },
    hasItem: (documentId, locale) => items.has(keyOf(documentId, locale)),
    note({ file, locale }, post) {
      made.set(file, { documentId: post.documentId, locale });
      posts.add(keyOf(post.documentId, locale));
      rows.set(keyOf(post.documentId, locale), rowOfPlanned(post));
      for (const item of post.sections.flatMap((section) => section.items)) {
        items.add(keyOf(item.documentId, locale));
      }
    },
  };
}

async function draftsOf(
  run: ImportRun,
  versions: readonly PostVersion[],
): Promise<Map<string, PostRow>> {
  const rows = new Map<string, PostRow>();
  if (versions.length === 0) return rows;
  for await (const page of postPages(run.strapi, { status: 'draft', versions })) {
    for (const row of page) rows.set(keyOf(row.documentId, row.locale), row);
  }
  return rows;
}

/** The versions that documents have. */
async function versionsOf(
  { strapi }: ImportRun,
  uid: string,
  documentIds: readonly string[],
): Promise<Set<string>> {
  const found = new Set<string>();
  for (const some of portions([...new Set(documentIds)])) {
    const rows: PostVersion[] = await strapi.db.query(uid as typeof POST_UID).findMany({
      where: { documentId: { $in: some } },
      select: ['documentId', 'locale'],
    });
    for (const { documentId, locale } of rows) found.add(keyOf(documentId, locale));
  }
  return found;
}

/** Slugs of posts that the blog doesn't have, of those by which a file would find its twin. */
async function slugsWithoutFile(
  run: ImportRun,
  sources: readonly PostSource[],
): Promise<Set<string>> {
  const names = [
    ...new Set(sources.flatMap(({ post, locale }) => namesOfTwins(run, post.content.slug, locale))),
  ];
  const posts: { documentId: string; slug: string }[] = [];
  for (const some of portions(names)) {
    posts.push(
      ...(await run.strapi.db.query(POST_UID).findMany({
        where: { publishedAt: { $null: true }, slug: { $in: some } },
        select: ['documentId', 'slug'],
      })),
    );
  }
  const written = new Set<string>();
  for (const some of portions([...new Set(posts.map(({ documentId }) => documentId))])) {
    const files: { post: string }[] = await run.strapi.db
      .query(FILE_UID)
      .findMany({ where: { post: { $in: some } }, select: ['post'] });
    for (const { post } of files) written.add(post);
  }
  return new Set(
    posts.filter(({ documentId }) => !written.has(documentId)).map(({ slug }) => slug),
  );
}
