import { PaperPlane } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import type { ContentManagerPlugin } from '@strapi/content-manager/strapi-admin';
import { SEE_ACTION } from '../../../contracts/rights';
import { PLUGIN_ID, textId } from '../plugin-id';
import { BlogPanel } from './BlogPanel';
import { BulkExport } from './bulk-export';
import { ReachPanel } from './ReachPanel';

type ContentManagerApis = ContentManagerPlugin['config']['apis'];

/** A widget of the homepage, for those who may see how posts stand to the blog. */
export function registerBlogWidget(app: Pick<StrapiApp, 'widgets'>): void {
  app.widgets.register({
    id: 'blog',
    pluginId: PLUGIN_ID,
    icon: PaperPlane,
    title: { id: textId('widget.title'), defaultMessage: 'Blog' },
    component: async () => (await import('./BlogWidget')).BlogWidget,
    permissions: [{ action: SEE_ACTION }],
    link: {
      label: { id: textId('widget.open'), defaultMessage: 'Open Jekyll' },
      href: `/plugins/${PLUGIN_ID}`,
    },
  });
}

/** The blog's side of Strapi's own views: panels beside entries, and an action on rows of the list. */
export function registerOnBlog(app: Pick<StrapiApp, 'getPlugin'>): void {
  const apis = app.getPlugin('content-manager').apis as ContentManagerApis;
  apis.addEditViewSidePanel([BlogPanel, ReachPanel]);
  apis.addBulkAction((actions) => [...actions, BulkExport]);
}
