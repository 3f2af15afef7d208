import type { Core } from '@strapi/strapi';
import type { LinkLook } from '../../../contracts/links';
import type { Progress } from '../../../contracts/report';
import type { DeadLink } from '../../../core/checks';
import { questionsOf, takeApart } from '../../../core/checks';
import { writePost } from '../../../core/post';
import { lookAt } from '../../../checks/links/look';
import { isDue, type LinkState, nextState } from '../../../checks/links/verdict';
import { composePost } from '../../../entries/compose';
import { postPages, type RowFilter } from '../../../entries/rows';
import { LINK_UID } from '../plugin-id';
import { openWorkspace } from './workspace';

interface LinkRow extends LinkState {
  readonly id: number;
  readonly url: string;
}

const FIELDS = ['status', 'error', 'checkedAt', 'failures', 'brokenSince'] as const;

/** Links that the last look found dead. */
export async function deadLinks(strapi: Core.Strapi): Promise<ReadonlyMap<string, DeadLink>> {
  const rows: LinkRow[] = await strapi.db
    .query(LINK_UID)
    .findMany({ where: { brokenSince: { $notNull: true } } });
  return new Map(
    rows.map(({ url, status, brokenSince }) => [
      url,
      { url, status, since: new Date(brokenSince ?? 0).toISOString() },
    ]),
  );
}

export interface LinkLookOptions {
  readonly filter?: Omit<RowFilter, 'status'>;
  readonly signal?: AbortSignal | undefined;
  /** Whether dead links are asked again, however lately they were. */
  readonly deadAgain?: boolean;
  onProgress?(progress: Progress): void;
}

/**
 * Looks at the external links of posts whose time has come, and keeps what it finds, link by link: a
 * look that is cut short loses nothing. Links that no post has any more are forgotten by a look at
 * all posts.
 */
export async function checkLinks(
  strapi: Core.Strapi,
  { filter = {}, signal, deadAgain = false, onProgress }: LinkLookOptions,
): Promise<LinkLook> {
  const urls = await linksOf(strapi, { ...filter, status: 'draft' });
  const query = strapi.db.query(LINK_UID);
  const rows: LinkRow[] = await query.findMany({});
  const known = new Map(rows.map((row) => [row.url, row]));
  const now = new Date();
  const isDead = (url: string): boolean => (known.get(url)?.brokenSince ?? null) !== null;
  const due = [...urls].filter(
    (url) => isDue(known.get(url) ?? null, now) || (deadAgain && isDead(url)),
  );
  let asked = 0;
  await lookAt(due, {
    signal,
    async onAnswer(url, answer) {
      const before = known.get(url);
      const state = nextState(before ?? null, answer, new Date());
      const data = Object.fromEntries(FIELDS.map((field) => [field, state[field]]));
      if (before) await query.update({ where: { id: before.id }, data });
      else await query.create({ data: { ...data, url } });
      asked += 1;
      onProgress?.({ done: asked, total: due.length, label: url });
    },
  });
  const wholeBlog = !filter.slugs && !filter.locales && !signal?.aborted;
  const gone = wholeBlog ? rows.filter(({ url }) => !urls.has(url)).map(({ id }) => id) : [];
  if (gone.length > 0) await query.deleteMany({ where: { id: { $in: gone } } });
  return { asked };
}

async function linksOf(strapi: Core.Strapi, filter: RowFilter): Promise<Set<string>> {
  const { contextOf, zone } = await openWorkspace(strapi, null);
  const urls = new Set<string>();
  for await (const page of postPages(strapi, filter)) {
    for (const row of page) {
      const composed = composePost(row);
      const content = { ...composed, date: composed.date ?? 0 };
      const { text, path } = writePost(content, null, contextOf(row.locale, null));
      const post = text === null ? null : takeApart({ text, path, zone });
      if (post) for (const url of questionsOf(post, {}).urls) urls.add(url);
    }
  }
  return urls;
}
