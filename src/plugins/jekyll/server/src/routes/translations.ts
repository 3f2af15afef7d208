/** The controller adds the checks of the content types' own permissions, entry by entry. */
const config = { policies: ['admin::isAuthenticatedAdmin'] };

export const translationsRoutes = [
  {
    method: 'GET' as const,
    path: '/translations/:documentId',
    handler: 'translations.findOne',
    config,
  },
  {
    method: 'PUT' as const,
    path: '/translations/:documentId',
    handler: 'translations.save',
    config,
  },
  {
    method: 'POST' as const,
    path: '/translations/:documentId/version',
    handler: 'translations.create',
    config,
  },
  {
    method: 'POST' as const,
    path: '/translations/:documentId/common',
    handler: 'translations.copyCommon',
    config,
  },
];
