/** The controller asks for the content types' own permissions. */
const config = { policies: ['admin::isAuthenticatedAdmin'] };

export const outlineRoutes = [
  { method: 'POST' as const, path: '/outline', handler: 'outline.read', config },
  { method: 'POST' as const, path: '/outline/search', handler: 'outline.search', config },
  { method: 'POST' as const, path: '/outline/items', handler: 'outline.make', config },
  { method: 'POST' as const, path: '/outline/left', handler: 'outline.left', config },
  { method: 'POST' as const, path: '/outline/discard', handler: 'outline.discard', config },
];
