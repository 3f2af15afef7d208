import { PaperPlane } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { PLUGIN_ID, textId } from '../plugin-id';
import { PAGE_TABS } from './tabs';

/** Puts the page “Jekyll” into the main menu of everybody who may open one of its tabs. */
export function registerPage(app: Pick<StrapiApp, 'addMenuLink'>): void {
  const actions = [...new Set(PAGE_TABS.map(({ action }) => action))];
  app.addMenuLink({
    to: `plugins/${PLUGIN_ID}`,
    icon: PaperPlane,
    intlLabel: { id: textId('page.title'), defaultMessage: 'Jekyll' },
    permissions: actions.map((action) => ({ action, subject: null })),
    Component: () => import('./JekyllPage'),
    position: 3,
  });
}
