import type { StrapiApp } from '@strapi/strapi/admin';
import type { ContentManagerPlugin } from '@strapi/content-manager/strapi-admin';
import { Questions } from '../questions/Questions';
import { askBeforeBulkWithdrawing, askBeforeWithdrawing } from './ask-before-withdrawing';
import { nameBeforeBulkPublishing, nameBeforePublishing } from './name-before-publishing';
import { PublishedAlongNotice } from './PublishedAlongNotice';
import { enhanceRequests } from './requests';

type ContentManagerApis = ContentManagerPlugin['config']['apis'];

/**
 * The panel's side of publishing in one step. Runs after internationalization has added its
 * actions: the panel starts Strapi's own plugins first.
 */
export function registerPublishing(app: Pick<StrapiApp, 'getPlugin'>): void {
  const contentManager = app.getPlugin('content-manager');
  const apis = contentManager.apis as ContentManagerApis;
  apis.addDocumentAction((actions) =>
    actions.map((action) => nameBeforePublishing(askBeforeWithdrawing(action))),
  );
  apis.addBulkAction((actions) =>
    actions.map((action) => nameBeforeBulkPublishing(askBeforeBulkWithdrawing(action))),
  );
  const notice = { name: 'jekyll-published-along', Component: PublishedAlongNotice };
  const questions = { name: 'jekyll-questions', Component: Questions };
  for (const component of [notice, questions]) {
    contentManager.injectComponent('editView', 'right-links', component);
    contentManager.injectComponent('listView', 'actions', component);
  }
  enhanceRequests();
}
