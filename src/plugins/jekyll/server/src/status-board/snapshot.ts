import { stat } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import type { FileRecordHead } from '../../../blog/record';
import type { PostStatus } from '../../../contracts/status';
import { readLocales } from '../../../entries/locales';
import type { Run } from '../../../export/run';
import { withBlog } from '../../../export/session';
import { headsOf } from '../../../status/documents';
import { planStatuses } from '../../../status/plan-statuses';
import { errorText } from '../runs';
import { RUN_UID } from '../plugin-id';
import { listVersions } from './list-versions';

/** Posts that are planned at a time: the server answers others between two of these. */
const CHUNK = 20;
/** Milliseconds for which what is known counts as fresh enough to look no further. */
const FRESH = 2_000;

interface Known {
  /** What the plan was made from: as long as it is the same, the plan is. */
  readonly print: string;
  readonly status: PostStatus;
}

/** The plans of all posts, kept in memory and brought up to date when somebody asks. */
export interface Snapshot {
  /** Starts to look for what changed, unless that is going on, or just was. */
  refresh(blogDir: string): void;
  /** What is known of a post; null where it was not planned yet. */
  get(documentId: string): PostStatus | null;
  progress(): { readonly done: number; readonly total: number; readonly working: boolean };
  /** These posts say something else than their own rows tell: what they show has changed. */
  forget(documentIds: Iterable<string>): void;
  /** Whether anything is kept that could be outdated. */
  readonly isEmpty: boolean;
  stop(): Promise<void>;
}

export function createSnapshot(strapi: Core.Strapi): Snapshot {
  const known = new Map<string, Known>();
  /** Posts that were forgotten while they may have been in the middle of being planned. */
  let forgotten = new Set<string>();
  /** Posts whose plan depends on that of another one: planned anew whenever any post changed. */
  const dependent = new Set<string>();
  let progress = { done: 0, total: 0 };
  let work: Promise<void> | null = null;
  let abort = new AbortController();
  let finished = 0;
  let latestRun = 0;
  let settings = '';

  async function look(blogDir: string, signal: AbortSignal): Promise<void> {
    await forgetAfterOtherProcesses();
    const locales = (await readLocales(strapi)).all;
    await withBlog(strapi, 'status', { blogDir, dryRun: true, signal }, async (run) => {
      forgetUnderOtherSettings(run);
      const prints = await readPrints(strapi, run);
      for (const documentId of known.keys()) if (!prints.has(documentId)) known.delete(documentId);
      const isKnown = ([id, print]: [string, string]) => known.get(id)?.print === print;
      const changed = [...prints].filter((entry) => !isKnown(entry)).map(([id]) => id);
      const along = changed.length === 0 ? [] : [...dependent].filter((id) => prints.has(id));
      const open = [...new Set([...changed, ...along])];
      for (const documentId of open) dependent.delete(documentId);
      progress = { done: prints.size - open.length, total: prints.size };
      for (let at = 0; at < open.length; at += CHUNK) {
        signal.throwIfAborted();
        const chunk = open.slice(at, at + CHUNK);
        forgotten = new Set();
        for (const status of await planStatuses(run, await headsOf(strapi, chunk), locales, (id) =>
          dependent.add(id),
        )) {
          if (forgotten.has(status.documentId)) continue;
          known.set(status.documentId, { print: prints.get(status.documentId) ?? '', status });
        }
        progress = {
          done: Math.min(progress.done + chunk.length, prints.size),
          total: prints.size,
        };
        await breathe();
      }
      return [];
    });
  }

  /** Settings decide of every post whether and how it is written. */
  function forgetUnderOtherSettings({ config }: Run): void {
    const now = JSON.stringify(config);
    if (now !== settings) known.clear();
    settings = now;
  }

  /** What the command line did to items and references, no row of a post tells. */
  async function forgetAfterOtherProcesses(): Promise<void> {
    const [latest]: { id: number }[] = await strapi.db.query(RUN_UID).findMany({
      select: ['id'],
      where: { trigger: 'command' },
      orderBy: { id: 'desc' },
      limit: 1,
    });
    if ((latest?.id ?? 0) !== latestRun) known.clear();
    latestRun = latest?.id ?? 0;
  }

  return {
    refresh(blogDir) {
      if (work || performance.now() - finished < FRESH) return;
      abort = new AbortController();
      work = look(blogDir, abort.signal)
        .catch((error: unknown) => {
          if (abort.signal.aborted) return;
          strapi.log.error(`jekyll: the status of posts could not be read: ${errorText(error)}`);
        })
        .finally(() => {
          work = null;
          finished = performance.now();
        });
    },
    get: (documentId) => known.get(documentId)?.status ?? null,
    progress: () => ({ ...progress, working: work !== null }),
    forget(documentIds) {
      for (const documentId of documentIds) {
        known.delete(documentId);
        forgotten.add(documentId);
      }
    },
    get isEmpty() {
      return known.size === 0 && work === null;
    },
    async stop() {
      abort.abort();
      await work;
    },
  };
}

/** Of each post what its plan depends on, short: its rows, its records, and its files. */
async function readPrints(strapi: Core.Strapi, run: Run): Promise<Map<string, string>> {
  const prints = new Map<string, string>();
  const add = (documentId: string, part: string) =>
    prints.set(documentId, `${prints.get(documentId) ?? ''}${part};`);
  for (const { documentId, locale, changed, published } of await listVersions(strapi, '')) {
    add(documentId, `${locale} ${changed} ${published}`);
  }
  const records = [...(await run.records.byPath()).values()].filter(({ post }) => prints.has(post));
  records.sort((a, b) => a.id - b.id);
  const files = await Promise.all(records.map((record) => fileState(run, record)));
  records.forEach(({ post, locale, hash, path: at, live, withdrawn }, index) => {
    add(post, `${locale} ${hash} ${at} ${live} ${withdrawn} ${files[index]}`);
  });
  return prints;
}

/** Changes when somebody edits, moves or removes the file. */
async function fileState(run: Run, { path: at }: FileRecordHead): Promise<string> {
  try {
    const { mtimeMs, size } = await stat(path.join(run.folder.root, at));
    return `${mtimeMs} ${size}`;
  } catch {
    return 'none';
  }
}
