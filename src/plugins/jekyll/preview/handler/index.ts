import type { PreviewService } from '../../server/src/services/preview';

/** The running application; the file that uses this is read before it exists. */
declare const strapi: { plugin(name: 'jekyll'): { service(name: 'preview'): PreviewService } };

type Handler = PreviewService['handler'];

/** For `preview` in `config/admin.ts`: Strapi's own Preview shows posts as they will be on the blog. */
export const jekyllPreview = (): { enabled: true; config: { handler: Handler } } => ({
  enabled: true,
  config: {
    handler: (uid, params) => strapi.plugin('jekyll').service('preview').handler(uid, params),
  },
});
