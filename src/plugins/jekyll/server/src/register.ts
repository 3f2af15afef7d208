import type { Core } from '@strapi/strapi';
import { registerEntryRules } from './entry-rules';
import { PLUGIN_ID } from './plugin-id';
import { registerPublishing } from './publishing';

/** Custom fields must exist before the schemas that use them are read. */
export const register = ({ strapi }: { strapi: Core.Strapi }): void => {
  strapi.customFields.register([
    {
      name: 'words',
      plugin: PLUGIN_ID,
      type: 'json',
      // Without a size of its own it would fill a whole row, as every JSON field does.
      inputSize: { default: 6, isResizable: true },
    },
    { name: 'slug', plugin: PLUGIN_ID, type: 'string' },
  ]);
  // First: it shows the publish inside a save, and undoes what the rules set when it refuses.
  registerPublishing({ strapi });
  registerEntryRules({ strapi });
};
