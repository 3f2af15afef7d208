import type { Core } from '@strapi/strapi';
import { stopAutoExport } from './auto-export';
import type { Jobs } from './jobs';
import { PLUGIN_ID } from './plugin-id';
import type { ImportsService } from './services/imports';
import type { PreviewService } from './services/preview';
import type { StatusBoard } from './status-board';

/** Strapi calls this before it takes the database away. */
export const destroy = async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  const preview: PreviewService = strapi.plugin(PLUGIN_ID).service('preview');
  const jobs: Jobs = strapi.plugin(PLUGIN_ID).service('jobs');
  await jobs.stop();
  const board: StatusBoard = strapi.plugin(PLUGIN_ID).service('statusBoard');
  await board.snapshot.stop();
  const imports: ImportsService = strapi.plugin(PLUGIN_ID).service('imports');
  await imports.stop();
  await preview.builds.stop();
  await stopAutoExport({ strapi });
};
