import type { Core } from '@strapi/strapi';
import { paginationOf } from '../../../contracts/pagination';
import {
  QUEUE_LIMIT,
  type QueueResponse,
  type RunDetail,
  type RunFile,
  type RunsResponse,
  type WaitingEntry,
} from '../../../contracts/runs';
import { planRuns } from '../auto-export/plan-runs';
import { createQueue, type QueueEntry } from '../auto-export/queue';
import type { Worker } from '../auto-export/worker';
import { jekyllConfig } from '../config';
import { POST_UID } from '../content-model';
import { PLUGIN_ID } from '../plugin-id';
import { holds, type Versions } from '../post-access';
import { createRuns } from '../runs';

/** What the panel shows of runs and of the queue. */
export const createRunsService = ({ strapi }: { strapi: Core.Strapi }) => ({
  async page({ page, pageSize }: { page: number; pageSize: number }): Promise<RunsResponse> {
    const store = createRuns(strapi);
    await store.closeDead();
    const { runs, total } = await store.page(page, pageSize);
    return { data: runs, meta: { pagination: paginationOf({ page, pageSize }, total) } };
  },

  /**
   * @param visible posts whose files are told; of older runs and of media nobody knows whose they are
   * @returns null for a run that is not kept
   */
  async find(id: number, visible: Versions): Promise<RunDetail | null> {
    const store = createRuns(strapi);
    await store.closeDead();
    const run = await store.find(id);
    if (!run || visible === 'all') return run;
    const isVisible = ({ documentId, locale }: RunFile) =>
      documentId !== undefined && locale !== null && holds(visible, { documentId, locale });
    return { ...run, files: run.files.filter(isVisible) };
  },

  /** @param visible posts whose titles are told */
  async queue(visible: Versions): Promise<QueueResponse> {
    const { autoExport, autoExportDelay } = jekyllConfig(strapi);
    const entries = await createQueue(strapi).all();
    const shown = entries.slice(0, QUEUE_LIMIT);
    const titles = await titlesOf(
      strapi,
      shown.filter(({ post, locale }) =>
        holds(visible, { documentId: post ?? '', locale: locale ?? '' }),
      ),
    );
    const now = new Date();
    const rules = { changes: autoExport === 'on-publish', delay: autoExportDelay * 1000, now };
    const { runs, wakeAt } = planRuns(entries, rules);
    const worker: Worker = strapi.plugin(PLUGIN_ID).service('autoExport');
    return {
      data: shown.map((entry) => waiting(entry, titles)),
      meta: {
        total: entries.length,
        autoExport,
        working: worker.working,
        nextAttempt: runs.length > 0 ? now.toISOString() : (wakeAt?.toISOString() ?? null),
      },
    };
  },
});

export type RunsService = ReturnType<typeof createRunsService>;

/** Titles of the posts that wait, by document and locale; the draft's is the newest. */
async function titlesOf(
  strapi: Core.Strapi,
  entries: readonly QueueEntry[],
): Promise<ReadonlyMap<string, string | null>> {
  const documentIds = [...new Set(entries.flatMap(({ post }) => (post === null ? [] : [post])))];
  if (documentIds.length === 0) return new Map();
  const rows: { documentId: string; locale: string; title: string | null }[] = await strapi.db
    .query(POST_UID)
    .findMany({
      where: { documentId: { $in: documentIds }, publishedAt: null },
      select: ['documentId', 'locale', 'title'],
    });
  return new Map(rows.map(({ documentId, locale, title }) => [`${documentId}\n${locale}`, title]));
}

const waiting = (
  { kind, trigger, post, locale, actor, queuedAt, notBefore, attempts, problem }: QueueEntry,
  titles: ReadonlyMap<string, string | null>,
): WaitingEntry => ({
  kind,
  trigger,
  post:
    post === null || locale === null
      ? null
      : { documentId: post, locale, title: titles.get(`${post}\n${locale}`) ?? null },
  actor: actor && { id: actor.id, name: actor.name },
  queuedAt: queuedAt.toISOString(),
  notBefore: notBefore.toISOString(),
  attempts,
  problem,
});
