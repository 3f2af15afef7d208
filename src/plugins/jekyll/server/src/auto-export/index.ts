import type { Core, Modules } from '@strapi/strapi';
import { jekyllConfig } from '../config';
import { PLUGIN_ID } from '../plugin-id';
import { queueChanges } from './enqueue';
import { loadSettings } from '../settings/stored';
import { createWorker, type Worker } from './worker';

export { hold, type HeldVersion, isHeld, type ScheduledVersion } from './schedule';
export { withoutAutoExport } from './suspend';

/** `strapi.plugin('jekyll').service('autoExport')` */
export const createAutoExportService = ({ strapi }: { strapi: Core.Strapi }): Worker =>
  createWorker(strapi);

const worker = (strapi: Core.Strapi): Worker => strapi.plugin(PLUGIN_ID).service('autoExport');

/** Before the rules of publishing: it has to stand around them. */
export function registerAutoExport({ strapi }: { strapi: Core.Strapi }): void {
  const rule = queueChanges(strapi, () => {
    wakeAutoExport({ strapi });
  });
  strapi.documents.use(rule as Modules.Documents.Middleware.Middleware);
}

/**
 * Takes up what waits in the queue, now and every minute: posts whose time came while nobody ran,
 * rows that another process added.
 */
export function startAutoExport({ strapi }: { strapi: Core.Strapi }): void {
  strapi.cron.add({
    'jekyll-queue': {
      // The settings may have changed, here or in another process.
      task: async () => {
        await loadSettings(strapi);
        if (wantsWorker(strapi)) worker(strapi).look();
      },
      options: { rule: '* * * * *' },
    },
  });
  wakeAutoExport({ strapi });
}

/** Looks at the queue, unless nothing is exported by itself: after a start, and after new settings. */
export function wakeAutoExport({ strapi }: { strapi: Core.Strapi }): void {
  if (wantsWorker(strapi)) worker(strapi).wake();
}

export const stopAutoExport = ({ strapi }: { strapi: Core.Strapi }): Promise<void> =>
  worker(strapi).stop();

/** The command line leaves the queue to the server. */
function wantsWorker(strapi: Core.Strapi): boolean {
  if (process.env['JEKYLL_CLI']) return false;
  const { autoExport, futurePosts } = jekyllConfig(strapi);
  return autoExport !== 'off' || futurePosts !== 'write';
}
