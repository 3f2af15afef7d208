import type { Core } from '@strapi/strapi';
import { PLUGIN_ID } from './plugin-id';

/** Custom fields must exist before the schemas that use them are read. */
export const register = ({ strapi }: { strapi: Core.Strapi }): void => {
  strapi.customFields.register([
    { name: 'words', plugin: PLUGIN_ID, type: 'json' },
    { name: 'slug', plugin: PLUGIN_ID, type: 'string' },
  ]);
};
