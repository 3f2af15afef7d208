/** The controller asks for the content type's own create permission. */
export const citationsRoutes = [
  {
    method: 'POST' as const,
    path: '/citations',
    handler: 'citations.find',
    config: { policies: ['admin::isAuthenticatedAdmin'] },
  },
];
