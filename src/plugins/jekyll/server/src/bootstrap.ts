import type { Core } from '@strapi/strapi';
import { seedContentManagerViews } from './content-manager/layout';

export const bootstrap = async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  await seedContentManagerViews({ strapi });
};
