/** The controller adds the check of the content type's own read permission. */
export const wordsRoutes = [
  {
    method: 'GET' as const,
    path: '/words',
    handler: 'words.find',
    config: { policies: ['admin::isAuthenticatedAdmin'] },
  },
];
