import type { Core, Modules } from '@strapi/strapi';
import { registerAutoExport } from './auto-export';
import { registerEntryRules } from './entry-rules';
import { PLUGIN_ID } from './plugin-id';
import { registerPublishing } from './publishing';
import { forgetChanges } from './status-board';
import { registerTranslations } from './translations';
import { registerSeen } from './seen';

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
  if (!process.env['JEKYLL_CLI']) {
    strapi.documents.use(forgetChanges(strapi) as Modules.Documents.Middleware.Middleware);
  }
  registerSeen({ strapi });
  // Around the rules: it has to see what they made of an action.
  registerAutoExport({ strapi });
  // First of the rules: it shows the publish inside a save, and undoes what the rules set when it refuses.
  registerPublishing({ strapi });
  registerEntryRules({ strapi });
  registerTranslations({ strapi });
};
