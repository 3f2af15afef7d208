import type { BlogFacts, UnpublishedItem } from '../../../core/checks';
import type { PostRow } from '../../../entries/rows';
import { POST_UID } from '../content-model';
import { planPost } from '../publishing/plan-post';
import type { Workspace } from './workspace';

interface Version {
  readonly documentId: string;
  readonly locale: string;
  readonly updatedAt: string | null;
  readonly publishedAt: string | null;
}

/** What the CMS knows around its posts: translations, items, names. By document. */
export async function readSurroundings(
  workspace: Workspace,
  documentIds: readonly string[],
): Promise<(row: PostRow) => Promise<BlogFacts>> {
  const { strapi } = workspace;
  const { original, all } = workspace.locales;
  const names = await workspace.names();
  const versions: Version[] = await strapi.db.query(POST_UID).findMany({
    where: { documentId: { $in: documentIds } },
    select: ['documentId', 'locale', 'updatedAt', 'publishedAt'],
  });
  const drafts = versions.filter(({ publishedAt }) => publishedAt === null);
  const live = new Set(
    versions.flatMap(({ documentId, locale, publishedAt }) =>
      publishedAt === null ? [] : [`${documentId}\n${locale}`],
    ),
  );
  return async (row) => {
    const { documentId, locale } = row;
    const siblings = drafts
      .filter((version) => version.documentId === documentId && version.locale !== locale)
      .map((version) => ({ locale: version.locale, changedAt: timeOf(version.updatedAt) }));
    const isLive = live.has(`${documentId}\n${locale}`) && row.sections.length > 0;
    return {
      names,
      translations: {
        locale,
        original,
        locales: all,
        changedAt: timeOf(row.updatedAt),
        siblings,
      },
      ...(isLive ? { unpublishedItems: await unpublishedItems(workspace, row) } : {}),
    };
  };
}

const timeOf = (date: string | null): number => (date === null ? 0 : Date.parse(date));

async function unpublishedItems(
  { strapi }: Workspace,
  { documentId, locale, sections }: PostRow,
): Promise<UnpublishedItem[]> {
  const [plan] = await planPost(strapi, { documentId, scope: [locale], publishChanges: false });
  if (!plan) return [];
  const fieldOf = (id: string): string => {
    const section = sections.findIndex(({ items }) => items.some((item) => item.documentId === id));
    return section < 0 ? 'sections' : `sections.${section}.items`;
  };
  return [
    ...plan.publishedAlong.map((item) => ({ ...item, state: 'never-published' as const })),
    ...plan.keptOlder.map((item) => ({ ...item, state: 'changed' as const })),
  ].map(({ documentId: id, title, state }) => ({ title, state, field: fieldOf(id) }));
}
