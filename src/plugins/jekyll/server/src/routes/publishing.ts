/** The controller adds the check of the content type's own read permission. */
const config = { policies: ['admin::isAuthenticatedAdmin'] };

export const publishingRoutes = [
  {
    method: 'GET' as const,
    path: '/publishing/:documentId',
    handler: 'publishing.preview',
    config,
  },
  { method: 'GET' as const, path: '/usage/items', handler: 'publishing.itemUsage', config },
  {
    method: 'GET' as const,
    path: '/usage/references',
    handler: 'publishing.referenceUsage',
    config,
  },
];
