import type { Core } from '@strapi/strapi';
import type { CheckedPostReport, CheckReport, CheckRequest } from '../../../contracts/checks';
import { recordKey } from '../../../blog/record';
import { countPosts, postPages, type RowFilter } from '../../../entries/rows';
import { readSurroundings } from './around';
import { checkVersion } from './check-version';
import { checkLinks, deadLinks } from './links';
import { loadLint } from './lint';
import { openWorkspace } from './workspace';

/** Runs every rule over posts as their drafts stand, a page at a time. */
export async function checkPosts(strapi: Core.Strapi, request: CheckRequest): Promise<CheckReport> {
  const workspace = await openWorkspace(strapi, request.blogDir);
  const lint = await loadLint(strapi);
  const filter: RowFilter = { status: 'draft', locales: request.locales, slugs: request.posts };
  if (request.links) {
    const { locales, posts: slugs } = request;
    await checkLinks(strapi, { filter: { locales, slugs }, signal: request.signal });
  }
  const dead = await deadLinks(strapi);
  const total = await countPosts(strapi, filter);
  const posts: CheckedPostReport[] = [];
  for await (const page of postPages(strapi, filter)) {
    const documentIds = page.map(({ documentId }) => documentId);
    const records = await workspace.records.ofPosts(documentIds);
    const around = await readSurroundings(workspace, documentIds);
    for (const row of page) {
      request.signal?.throwIfAborted();
      const record = records.get(recordKey(row.documentId, row.locale)) ?? null;
      const facts = { ...(await around(row)), ...lint, deadLinks: dead };
      const { file, problems } = await checkVersion(workspace, row, record, {
        facts,
        strict: request.strict,
      });
      posts.push({ file, slug: row.slug ?? '', locale: row.locale, problems });
      request.onProgress?.({ done: posts.length, total, label: row.slug ?? '' });
    }
  }
  const count = (severity: string): number =>
    posts.reduce(
      (sum, { problems }) => sum + problems.filter((found) => found.severity === severity).length,
      0,
    );
  return {
    posts,
    totals: { posts: posts.length, errors: count('error'), warnings: count('warning') },
  };
}
