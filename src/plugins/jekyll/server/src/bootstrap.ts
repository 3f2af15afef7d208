import type { Core } from '@strapi/strapi';
import { startAutoExport } from './auto-export';
import { scheduleLinkCheck } from './checks/schedule';
import { seedContentManagerViews } from './content-manager/layout';
import { registerPermissions } from './permissions';
import { createRuns } from './runs';
import { loadSettings } from './settings/stored';

export const bootstrap = async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  // Before anything asks for the configuration.
  await loadSettings(strapi);
  await seedContentManagerViews({ strapi });
  await registerPermissions({ strapi });
  if (process.env['JEKYLL_CLI']) return;
  await createRuns(strapi).closeDead();
  startAutoExport({ strapi });
  scheduleLinkCheck({ strapi });
};
