import type { Core } from '@strapi/strapi';
import type { ExportReport, PushReport } from '../../../contracts/report';
import type { BlogService } from '../../../contracts/service';
import { jekyllConfig } from '../config';
import { PLUGIN_ID } from '../plugin-id';
import { errorText, isBusy, recordRun } from '../runs';
import { backoff } from './backoff';
import type { PlannedRun } from './plan-runs';
import type { Queue, QueueEntry } from './queue';
import { withoutAutoExport } from './suspend';

/** Milliseconds until a blog is looked at again to which somebody else wrote. */
const BUSY_WAIT = 3_000;

/**
 * Exports what a planned run holds and settles its rows: gone after a good run, tried again later
 * after a failure, which is recorded and logged. Conflicts and refusals are results: they need a
 * person, not another try.
 *
 * @throws where the queue cannot be written
 */
export async function carryOut(
  strapi: Core.Strapi,
  queue: Queue,
  run: PlannedRun,
  signal: AbortSignal,
): Promise<void> {
  const { actor, trigger, versions, entries } = run;
  let report: ExportReport;
  try {
    report = await recordRun(strapi, { kind: 'export', trigger, actor, signal }, () =>
      withoutAutoExport(() => exportVersions(strapi, run, signal)),
    );
  } catch (error) {
    if (signal.aborted) return;
    if (isBusy(error)) {
      const ids = run.due.map(({ id }) => id);
      await queue.postpone(ids, new Date(Date.now() + BUSY_WAIT));
    } else await tryAgain(strapi, queue, run.due, errorText(error));
    return;
  }
  const { push } = report;
  if (push?.status === 'unreachable' && jekyllConfig(strapi).git.mode !== 'direct') {
    // The branch of a post is pushed by the run that exports it: the same one, once more.
    await tryAgain(strapi, queue, run.due, awayText(push));
    return;
  }
  await queue.remove(entries.filter(({ kind }) => kind === 'export').map(({ id }) => id));
  warnOfConflicts(strapi, report);
  await settlePush(strapi, queue, push, versions.length === 0);
}

async function exportVersions(
  strapi: Core.Strapi,
  { versions, actor }: PlannedRun,
  signal: AbortSignal,
): Promise<ExportReport> {
  const blog = strapi.plugin(PLUGIN_ID).service('blog') as BlogService;
  const blogDir = blog.configuredDir();
  if (blogDir === null) {
    throw new Error(
      'No blog to export to. Set blogDir in config/plugins (JEKYLL_BLOG_DIR), or autoExport to "off".',
    );
  }
  const pushes = versions.length === 0 ? { push: true } : {};
  // The record, which is kept around this, takes the diffs and names from the report.
  const kept = { diff: true, documentIds: true };
  return blog.export({ blogDir, documents: versions, actor, signal, ...kept, ...pushes });
}

async function tryAgain(
  strapi: Core.Strapi,
  queue: Queue,
  entries: readonly QueueEntry[],
  problem: string,
): Promise<void> {
  const failures = Math.max(0, ...entries.map(({ attempts }) => attempts));
  const next = new Date(Date.now() + backoff(failures));
  for (const entry of entries) await queue.retry(entry, next, problem);
  strapi.log.error(
    `jekyll: an automatic export failed (try ${failures + 1}, the next at ${next.toISOString()}): ${problem}`,
  );
}

const awayText = ({ problem, branch }: PushReport): string =>
  problem?.message.en ?? `The remote of ${branch} is away.`;

/** The remote is away: the commits stay, and their push is tried again. Other answers are final. */
async function settlePush(
  strapi: Core.Strapi,
  queue: Queue,
  push: PushReport | null,
  wasPush: boolean,
): Promise<void> {
  const waiting = (await queue.all()).filter(({ kind }) => kind === 'push');
  if (push?.status !== 'unreachable') {
    if (push || wasPush) await queue.remove(waiting.map(({ id }) => id));
    return;
  }
  const problem = awayText(push);
  const failures = Math.max(0, ...waiting.map(({ attempts }) => attempts));
  const next = new Date(Date.now() + backoff(failures));
  if (waiting.length === 0) await queue.addPush(next, problem);
  for (const entry of waiting) await queue.retry(entry, next, problem);
  strapi.log.warn(
    `jekyll: exported, and the push is tried again at ${next.toISOString()}: ${problem}`,
  );
}

function warnOfConflicts(strapi: Core.Strapi, { files, problems }: ExportReport): void {
  const stuck = files.filter(({ action }) => action === 'conflict' || action === 'refused');
  for (const { path, action, problems: found } of stuck) {
    const why = found.map(({ message }) => message.en).join(' ');
    strapi.log.warn(`jekyll: ${path}: ${action}. ${why}`.trim());
  }
  for (const { message } of problems) strapi.log.warn(`jekyll: ${message.en}`);
}
