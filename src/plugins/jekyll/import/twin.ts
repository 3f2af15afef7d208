import { splitEnding } from '../core/locale-strategy';
import type { Problem } from '../core/problem';
import type { PostVersion } from '../contracts/service';
import { loadVersion, type PostRow } from '../entries/rows';
import { POST_UID } from '../server/src/content-model';
import { FILE_UID } from '../server/src/plugin-id';
import type { PostSource } from './import-file';
import { translationAmbiguous } from './problems';
import type { ImportRun } from './run';
import type { BlogVersions } from './versions';

/** The version that a new file joins as its translation. */
export interface FoundTwin {
  readonly twin: PostRow | null;
  readonly problems: readonly Problem[];
}

/**
 * Finds the version of the same post in another locale: among the files of the blog, else among posts
 * that were written in the CMS and have no file. Where several could be it, none is, and a problem
 * says so.
 */
export async function findTwin(
  run: ImportRun,
  versions: BlogVersions,
  { file, post, locale }: PostSource,
): Promise<FoundTwin> {
  const found = (twin: PostRow | null, problems: readonly Problem[] = []) => ({ twin, problems });
  const rivals = versions.rivalsOf(file);
  if (rivals.length > 0) return found(null, [translationAmbiguous(file, rivals)]);
  const twins = versions.twinsOf(file).flatMap((path) => versionAt(run, path) ?? []);
  for (const { documentId, locale: other } of twins) {
    if (await has(run, documentId, locale)) continue;
    return found(await loadVersion(run.strapi, documentId, other, 'draft'));
  }
  if (versions.twinsOf(file).length > 0) return found(null);
  const unwritten = await withoutFile(run, post.content.slug, locale);
  const [only, ...others] = unwritten;
  if (!only) return found(null);
  if (others.length > 0) {
    const names = unwritten.map(({ slug, locale: other }) => `${slug} (${other})`);
    return found(null, [translationAmbiguous(file, names)]);
  }
  return found(await loadVersion(run.strapi, only.documentId, only.locale, 'draft'));
}

const versionAt = (run: ImportRun, path: string): PostVersion | null => {
  const made = run.made.get(path);
  const known = run.byPath.get(path);
  return made ?? (known ? { documentId: known.post, locale: known.locale } : null);
};

const has = async ({ strapi }: ImportRun, documentId: string, locale: string): Promise<boolean> =>
  (await strapi.db.query(POST_UID).count({ where: { documentId, locale } })) > 0;

/** Slugs of versions in other locales of a post that is called so in one. */
export function namesOfTwins({ locales }: ImportRun, slug: string, locale: string): string[] {
  const base = splitEnding(slug, [locale]).slug;
  const others = locales.filter((other) => other !== locale);
  return [base, ...others.map((other) => `${base}-${other}`)];
}

/** Posts of the CMS that the blog doesn't have, lack the locale, and are called like the file. */
async function withoutFile(
  run: ImportRun,
  slug: string,
  locale: string,
): Promise<(PostVersion & { readonly slug: string })[]> {
  const others = run.locales.filter((other) => other !== locale);
  const rows = (await run.strapi.db.query(POST_UID).findMany({
    where: {
      publishedAt: { $null: true },
      slug: { $in: namesOfTwins(run, slug, locale) },
      locale: { $in: others },
    },
    orderBy: { id: 'asc' },
    select: ['documentId', 'locale', 'slug'],
  })) as { documentId: string; locale: string; slug: string }[];
  const found: typeof rows = [];
  for (const row of rows) {
    const where = { post: row.documentId };
    const files = await run.strapi.db.query(FILE_UID).count({ where });
    const known = found.some(({ documentId }) => documentId === row.documentId);
    if (files === 0 && !known && !(await has(run, row.documentId, locale))) found.push(row);
  }
  return found;
}
