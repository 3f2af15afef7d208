import type { Core } from '@strapi/strapi';
import type { ExportReport } from '../../../contracts/report';
import type { BlogService, ExportRequest } from '../../../contracts/service';
import { exportBlog } from '../../../export/export-blog';
import { configuredBlogDir } from '../../../export/own-blog';
import { resolveConflict } from '../../../export/resolve';
import { withBlogLease, withSettledBlog } from '../../../export/session';
import { importArchive } from '../../../import/archive/import-archive';
import { importBlog } from '../../../import/import-blog';
import { readStatus } from '../../../status/read-status';
import { withoutAutoExport } from '../auto-export';
import { loadSettings } from '../settings/stored';
import { recordRun, type RunMeta, type RunReport } from '../runs';

/** Characters of diffs that an export collects for its record, in a run that asks for none itself. */
const KEPT_DIFFS = 1_000_000;

/** The two ways between a blog and the CMS, as one service for command line and admin. */
export const createBlogService = ({ strapi }: { strapi: Core.Strapi }): BlogService => ({
  import: (request) =>
    begin(strapi, () =>
      recorded(strapi, request, { kind: 'import', actor: request.actor }, () =>
        request.dryRun
          ? importBlog(strapi, request)
          : withSettledBlog(strapi, 'import', request, () => importBlog(strapi, request)),
      ),
    ),
  importArchive: (request) =>
    begin(strapi, () =>
      recorded(strapi, request, { kind: 'import', actor: request.actor }, () =>
        request.dryRun
          ? importArchive(strapi, request)
          : withBlogLease(strapi, 'import', request, () => importArchive(strapi, request)),
      ),
    ),
  async export(request) {
    const { dryRun, diff = false, actor } = request;
    // The record of a run keeps the diffs of what it changed.
    const kept = dryRun || diff ? request : { ...request, diff: true, diffLimit: KEPT_DIFFS };
    const report = await begin(strapi, () =>
      recorded(strapi, request, { kind: 'export', actor }, () => exportBlog(strapi, kept)),
    );
    return asAsked(report, request);
  },
  resolve: (request) =>
    begin(strapi, () =>
      recorded(strapi, request, { kind: 'resolve', actor: request.actor }, () =>
        resolveConflict(strapi, request),
      ),
    ),
  async status(request) {
    await loadSettings(strapi);
    return readStatus(strapi, request);
  },
  configuredDir() {
    return configuredBlogDir(strapi);
  },
});

/** What a run changes is no change to export; it follows the settings as they are now. */
async function begin<R>(strapi: Core.Strapi, work: () => Promise<R>): Promise<R> {
  await loadSettings(strapi);
  return withoutAutoExport(work);
}

/** A dry run leaves no record. */
const recorded = <R extends RunReport>(
  strapi: Core.Strapi,
  { dryRun, signal }: { readonly dryRun?: boolean; readonly signal?: AbortSignal },
  meta: RunMeta,
  work: () => Promise<R>,
): Promise<R> => (dryRun ? work() : recordRun(strapi, { ...meta, signal }, work));

/** Without what only the record of the run keeps. */
const asAsked = (report: ExportReport, { diff, documentIds }: ExportRequest): ExportReport => ({
  ...report,
  files: report.files.map(({ diff: text, documentId, ...file }) => ({
    ...file,
    ...(diff && text !== undefined ? { diff: text } : {}),
    ...(documentIds && documentId !== undefined ? { documentId } : {}),
  })),
});
