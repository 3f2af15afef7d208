import { POST_UID } from '../content-model';
import { localeCondition, localeScope } from '../publishing/scope';
import { freeSlug } from './free-slug';
import type { Rule } from './middleware';

interface DraftRow {
  readonly id: number;
  readonly documentId: string;
  readonly title: string | null;
  readonly slug: string | null;
  readonly date: string | null;
  readonly locale: string;
}

/** Now, in whole seconds: what a file's date can say. */
const now = (): string => new Date(Math.floor(Date.now() / 1000) * 1000).toISOString();

/**
 * A post needs a slug and a date to have a file. Where the editor left them open they are set, once,
 * when the post is first published: a later change of the title then moves no address.
 */
export const firstPublish: Rule = (strapi) => async (context, next) => {
  const { uid, action, params } = context;
  // A save that publishes arrives here as a save and a publish (publishing/save-and-publish.ts).
  if (uid !== POST_UID || action !== 'publish' || !params.documentId) return next();

  const version = {
    documentId: params.documentId,
    ...localeCondition(await localeScope(strapi, params.locale)),
  };
  const posts = strapi.db.query(POST_UID);
  const drafts = (await posts.findMany({
    where: {
      ...version,
      publishedAt: { $null: true },
      $or: [{ slug: { $null: true } }, { slug: '' }, { date: { $null: true } }],
    },
    select: ['id', 'documentId', 'title', 'slug', 'date', 'locale'],
  })) as DraftRow[];
  if (drafts.length === 0) return next();

  const published = (await posts.findMany({
    where: { ...version, publishedAt: { $notNull: true } },
    select: ['locale'],
  })) as { locale: string }[];
  const known = new Set(published.map(({ locale }) => locale));
  for (const draft of drafts) {
    if (known.has(draft.locale)) continue;
    const slug = draft.slug || (await freeSlug(strapi, draft));
    await posts.update({ where: { id: draft.id }, data: { slug, date: draft.date ?? now() } });
  }
  return next();
};
