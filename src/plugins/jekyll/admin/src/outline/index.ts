import type { StrapiApp } from '@strapi/strapi/admin';
import type { ContentManagerPlugin } from '@strapi/content-manager/strapi-admin';
import { NewSurveyAction } from './NewSurveyAction';
import { NewSurveyButton } from './NewSurveyButton';
import { OutlinePanel } from './OutlinePanel';

/** Writing a survey: its outline in the edit view, and the next one from the last. */
export function registerOutline(app: Pick<StrapiApp, 'getPlugin'>): void {
  const contentManager = app.getPlugin('content-manager');
  const apis = contentManager.apis as ContentManagerPlugin['config']['apis'];
  apis.addEditViewSidePanel([OutlinePanel]);
  apis.addDocumentAction((actions) => [...actions, NewSurveyAction]);
  contentManager.injectComponent('listView', 'actions', {
    name: 'jekyll-new-survey',
    Component: NewSurveyButton,
  });
}
