/** The controller adds the check of the post's own read permission. */
const panel = { policies: ['admin::isAuthenticatedAdmin'] };
/** A frame sends no token: the signed address stands for whoever asked for it. */
const signed = { auth: false as const };

export const previewRoutes = [
  { method: 'POST' as const, path: '/preview/link', handler: 'preview.link', config: panel },
  { method: 'POST' as const, path: '/preview/render', handler: 'preview.render', config: panel },
  {
    method: 'POST' as const,
    path: '/preview/builds',
    handler: 'preview.startBuild',
    config: panel,
  },
  {
    method: 'GET' as const,
    path: '/preview/builds/:id',
    handler: 'preview.findBuild',
    config: panel,
  },
  {
    method: 'DELETE' as const,
    path: '/preview/builds/:id',
    handler: 'preview.cancelBuild',
    config: panel,
  },
  {
    method: 'GET' as const,
    path: '/preview/built/:token',
    handler: 'preview.built',
    config: signed,
  },
  {
    method: 'GET' as const,
    path: '/preview/site/:token/:path(.*)',
    handler: 'preview.builtFile',
    config: signed,
  },
  { method: 'GET' as const, path: '/preview/page/:token', handler: 'preview.page', config: signed },
  {
    method: 'GET' as const,
    path: '/preview/media/:token/:path(.*)',
    handler: 'preview.media',
    config: signed,
  },
  {
    method: 'GET' as const,
    path: '/preview/assets/:path(.*)',
    handler: 'preview.asset',
    config: signed,
  },
];
