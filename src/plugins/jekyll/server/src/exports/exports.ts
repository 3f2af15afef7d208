import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { recordKey } from '../../../blog/record';
import {
  type ExportOptions,
  type ExportPlan,
  type ExportPageResponse,
  type ListedAction,
  type PlanExportRequest,
  VERSIONS_LIMIT,
} from '../../../contracts/exports';
import type { JobSummary } from '../../../contracts/jobs';
import { paginationOf } from '../../../contracts/pagination';
import type { ExportedFile, ExportReport } from '../../../contracts/report';
import type { BlogService, PostVersion } from '../../../contracts/service';
import type { JobActor, Jobs } from '../jobs';
import { PLUGIN_ID } from '../plugin-id';
import { holds, type PostAccess } from '../post-access';
import { inEditorsLanguage } from '../publishing/refusal';
import { problemTexts } from './problems';

/** Who exports: with the rights to posts as they were when it was asked for. */
export interface Exporter {
  readonly actor: JobActor;
  readonly access: PostAccess;
}

type PlanRequest = ExportOptions & Pick<PlanExportRequest, 'documents' | 'again'>;

const KINDS = ['export-plan', 'export'] as const;
const MASS_REMOVAL = 'mass-removal';

/** `strapi.plugin('jekyll').service('exports')`: what the panel plans and exports. */
export const createExportsService = ({ strapi }: { strapi: Core.Strapi }) => {
  const blog = (): BlogService => strapi.plugin(PLUGIN_ID).service('blog');
  const jobs = (): Jobs => strapi.plugin(PLUGIN_ID).service('jobs');

  function blogDir(): string {
    const dir = blog().configuredDir();
    if (dir === null) throw refusal('noBlog');
    return dir;
  }
  const refusal = (text: keyof typeof problemTexts) => {
    const messages = problemTexts[text];
    return new errors.ApplicationError(inEditorsLanguage(strapi, messages), { messages });
  };

  /** The asked versions, or all; undefined where that is everything. */
  async function versionsOf(
    { access }: Exporter,
    asked: readonly PostVersion[] | undefined,
  ): Promise<readonly PostVersion[] | undefined> {
    const touchable = await access.touchable();
    if (asked) {
      if (!asked.every((version) => holds(touchable, version))) throw new errors.ForbiddenError();
      return asked;
    }
    return touchable === 'all' ? undefined : [...touchable].map(versionOfKey);
  }

  return {
    /** @throws ApplicationError (400) without a blog, ForbiddenError (403), JobBusyError (409) */
    async plan(
      exporter: Exporter,
      { documents, again, ...options }: PlanRequest,
    ): Promise<JobSummary> {
      const dir = blogDir();
      const before = again && jobs().result(again, ['export-plan'], exporter.actor);
      if (before === null) throw new errors.NotFoundError();
      const asked = before ? (before.asked ?? undefined) : documents;
      const versions = await versionsOf(exporter, asked);
      return jobs().start('export-plan', exporter.actor, async (context) => {
        const report = await blog().export({
          blogDir: dir,
          dryRun: true,
          documents: versions,
          documentIds: true,
          ...options,
          ...context,
        });
        const files = report.files.map(withoutTexts);
        return { ...report, files, options, asked: asked ?? null };
      });
    },

    /**
     * Exports what a plan holds, in its way.
     *
     * @throws as `plan`; NotFoundError (404) for a plan that is not kept
     */
    async runPlan(
      exporter: Exporter,
      { plan: id, without }: { plan: string; without: readonly PostVersion[] },
    ): Promise<JobSummary> {
      const plan = jobs().result(id, ['export-plan'], exporter.actor);
      if (!plan) throw new errors.NotFoundError();
      const left = new Set(without.map(keyOf));
      const planned = versionsWithWork(plan.files).filter((version) => !left.has(keyOf(version)));
      if (planned.length === 0) throw refusal('nothingToDo');
      // So many are named to no database: then it has to be all, as it was planned.
      if (planned.length > VERSIONS_LIMIT && left.size > 0) throw refusal('tooMany');
      const touchable = await exporter.access.touchable();
      const all = planned.length > VERSIONS_LIMIT && touchable === 'all';
      return this.run(exporter, { ...plan.options, documents: all ? undefined : planned });
    },

    /** @throws as `plan` */
    async run(
      exporter: Exporter,
      { documents, ...options }: ExportOptions & { documents?: readonly PostVersion[] | undefined },
    ): Promise<JobSummary> {
      const dir = blogDir();
      const versions = await versionsOf(exporter, documents);
      return jobs().start('export', exporter.actor, async (context) => {
        const report = await blog().export({
          blogDir: dir,
          documents: versions,
          documentIds: true,
          actor: exporter.actor,
          ...options,
          ...context,
        });
        return { ...report, files: report.files.map(withoutTexts) };
      });
    },

    /** What an export would do with one version now. @throws as `plan` */
    async changes(
      exporter: Exporter,
      version: PostVersion,
      options: ExportOptions,
    ): Promise<readonly ExportedFile[]> {
      const dir = blogDir();
      const documents = await versionsOf(exporter, [version]);
      const asked = { blogDir: dir, dryRun: true, diff: true, documentIds: true, documents };
      const { files } = await blog().export({ ...asked, ...options });
      return files.map(({ conflict, diff = conflict?.diff, ...file }) => ({
        ...file,
        ...(diff === undefined ? {} : { diff }),
      }));
    },

    /** @returns null for a job that is not the reader's own, or not done */
    page(
      id: string,
      reader: JobActor,
      { page, pageSize, action }: { page: number; pageSize: number; action?: ListedAction },
    ): ExportPageResponse | null {
      const result: ExportReport | ExportPlan | null = jobs().result(id, KINDS, reader);
      if (!result) return null;
      const { files: all, totals, commit, push, problems } = result;
      const listed = all.filter((file) =>
        action === undefined ? file.action !== 'same' || file.pulled : file.action === action,
      );
      const total = listed.length;
      return {
        data: {
          totals,
          commit,
          push,
          problems,
          options: 'options' in result ? result.options : null,
          files: listed.slice((page - 1) * pageSize, page * pageSize),
          asksForce: all.some((file) => file.problems.some(({ code }) => code === MASS_REMOVAL)),
          versions: versionsWithWork(all).length,
        },
        meta: { pagination: paginationOf({ page, pageSize }, total) },
      };
    },
  };
};

export type ExportsService = ReturnType<typeof createExportsService>;

const keyOf = ({ documentId, locale }: PostVersion): string => recordKey(documentId, locale);
const versionOfKey = (key: string): PostVersion => {
  const [documentId = '', locale = ''] = key.split('\n');
  return { documentId, locale };
};

/** A report lives for a while: its texts, which are most of it, are read anew when somebody looks. */
const withoutTexts = ({ conflict: _texts, diff: _diff, ...file }: ExportedFile): ExportedFile =>
  file;

/** The posts with which a run has something to do; of a refused file or a conflict it has not. */
function versionsWithWork(files: readonly ExportedFile[]): PostVersion[] {
  return files.flatMap(({ documentId, locale, action, pulled }) => {
    const works = ['add', 'change', 'rename', 'delete'].includes(action) || pulled === true;
    return works && documentId !== undefined && locale !== null ? [{ documentId, locale }] : [];
  });
}
