import type { StrapiApp } from '@strapi/strapi/admin';
import { SETTINGS_ACTION } from '../../../contracts/rights';
import { PLUGIN_ID, textId } from '../plugin-id';

/** Puts the settings of the plugin into a section of their own. */
export function registerSettings(app: Pick<StrapiApp, 'addSettingsLink'>): void {
  app.addSettingsLink(
    {
      id: PLUGIN_ID,
      intlLabel: { id: textId('settings.section'), defaultMessage: 'Jekyll' },
    },
    [
      {
        id: `${PLUGIN_ID}-general`,
        to: PLUGIN_ID,
        intlLabel: { id: textId('settings.link'), defaultMessage: 'Blog and new posts' },
        permissions: [{ action: SETTINGS_ACTION, subject: null }],
        Component: () => import('./SettingsPage'),
      },
    ],
  );
}
