import type { Core } from '@strapi/strapi';
import { CHECK_ACTION, IGNORE_CHECKS_ACTION } from '../../contracts/checks';
import {
  EXPORT_ACTION,
  IMPORT_ACTION,
  RESOLVE_ACTION,
  SEE_ACTION,
  SETTINGS_ACTION,
} from '../../contracts/rights';
import { grantDefaultRights } from './default-rights';
import { PLUGIN_ID } from './plugin-id';

const action = (uid: string, displayName: string) => ({
  section: 'plugins',
  displayName,
  uid: uid.slice(`plugin::${PLUGIN_ID}.`.length),
  pluginName: PLUGIN_ID,
});

/** Rights that a role of the panel can be given (Settings → Roles → Plugins → Jekyll). */
const ACTIONS = [
  action(SEE_ACTION, 'See how posts stand to the blog, runs, and what waits for one'),
  action(EXPORT_ACTION, 'Export posts to the blog'),
  action(IMPORT_ACTION, 'Import a blog'),
  action(RESOLVE_ACTION, 'Resolve conflicts with the blog'),
  action(SETTINGS_ACTION, 'Change settings'),
  action(CHECK_ACTION, 'Check posts while they are edited'),
  action(IGNORE_CHECKS_ACTION, 'Publish and export posts in which the checks find errors'),
];

/** Only while Strapi boots: it refuses new rights later. */
export async function registerPermissions({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  await strapi.service('admin::permission').actionProvider.registerMany(ACTIONS);
  await grantDefaultRights(strapi);
}
