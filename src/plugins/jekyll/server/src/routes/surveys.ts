/** The controller asks for the content type's own permissions. */
export const surveysRoutes = [
  {
    method: 'POST' as const,
    path: '/surveys',
    handler: 'surveys.start',
    config: { policies: ['admin::isAuthenticatedAdmin'] },
  },
];
