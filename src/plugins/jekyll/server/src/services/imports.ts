import type { Core } from '@strapi/strapi';
import type {
  AskedImport,
  ImportBody,
  ImportSourcesResponse,
  Upload,
} from '../../../contracts/imports';
import type { JobSummary } from '../../../contracts/jobs';
import type { BlogService } from '../../../contracts/service';
import { readLocales } from '../../../entries/locales';
import { ARCHIVE_LIMITS } from '../../../import/archive/limits';
import { jekyllConfig } from '../config';
import { archiveTooLarge, noBlog, notAZip, uploadGone } from '../imports/refusals';
import { createUploads, type ReceivedFile } from '../imports/uploads';
import type { JobActor, JobContext, Jobs } from '../jobs';
import { PLUGIN_ID } from '../plugin-id';

/** Imports that people start in the panel. */
export const createImportsService = ({ strapi }: { strapi: Core.Strapi }) => {
  const uploads = createUploads();
  const plugin = () => strapi.plugin(PLUGIN_ID);
  const blog = (): BlogService => plugin().service('blog');
  const jobs = (): Jobs => plugin().service('jobs');

  /** @throws ApplicationError (400) where the source is not there: before a job is started */
  function workOf(
    asked: ImportBody,
    actor: JobActor,
    dryRun: boolean,
  ): (context: JobContext) => Promise<AskedImport> {
    const { source, locale, draft } = asked;
    const options = { locale, draft, dryRun, actor };
    if (source.kind === 'checkout') {
      const blogDir = blog().configuredDir();
      if (blogDir === null) throw noBlog();
      return async (context) => ({
        ...(await blog().import({ blogDir, ...options, ...context })),
        asked,
      });
    }
    const file = uploads.fileOf(source.id, actor.id);
    if (file === null) throw uploadGone();
    return async (context) => {
      const report = await blog().importArchive({ file, ...options, ...context });
      if (!dryRun) await uploads.remove(source.id);
      return { ...report, asked };
    };
  }

  return {
    async sources(user: number): Promise<ImportSourcesResponse['data']> {
      const { blogDir, git } = jekyllConfig(strapi);
      const configured = blog().configuredDir() !== null;
      return {
        checkout: configured ? (blogDir ?? `git: ${git.branch ?? 'HEAD'}`) : null,
        upload: uploads.current(user),
        locales: (await readLocales(strapi)).all,
        archiveLimit: ARCHIVE_LIMITS.archive,
      };
    },

    /** @throws ApplicationError (400) for a file that is no zip, or too large a one */
    async upload(file: ReceivedFile & { readonly size: number }, user: number): Promise<Upload> {
      if (file.size > ARCHIVE_LIMITS.archive) throw archiveTooLarge(ARCHIVE_LIMITS.archive);
      const upload = await uploads.take(file, user);
      if (!upload) throw notAZip();
      return upload;
    },

    /** Forgets the user's own archive; another's stays. */
    async discard(id: string, user: number): Promise<void> {
      if (uploads.fileOf(id, user) !== null) await uploads.remove(id);
    },

    plan: (body: ImportBody, actor: JobActor): JobSummary =>
      jobs().start('import-plan', actor, workOf(body, actor, true)),

    run: (body: ImportBody, actor: JobActor): JobSummary =>
      jobs().start('import', actor, workOf(body, actor, false)),

    stop: () => uploads.stop(),
  };
};

export type ImportsService = ReturnType<typeof createImportsService>;
