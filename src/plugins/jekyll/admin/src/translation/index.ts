import type { StrapiApp } from '@strapi/strapi/admin';
import type { ContentManagerPlugin } from '@strapi/content-manager/strapi-admin';
import { TranslationPanel } from './TranslationPanel';

type ContentManagerApis = ContentManagerPlugin['config']['apis'];

/** The panel's side of versions in several locales. */
export function registerTranslation(app: Pick<StrapiApp, 'getPlugin'>): void {
  const apis = app.getPlugin('content-manager').apis as ContentManagerApis;
  apis.addEditViewSidePanel([TranslationPanel]);
}
