/** What a route of the panel asks for. */
export interface RouteConfig {
  readonly policies: readonly (string | { readonly name: string; readonly config: object })[];
}

/** For administrators who have all of the rights. */
export const forRight = (...actions: readonly string[]): RouteConfig => ({
  policies: ['admin::isAuthenticatedAdmin', { name: 'admin::hasPermissions', config: { actions } }],
});

/** For administrators who have one of the rights. */
export const forAnyRight = (...actions: readonly string[]): RouteConfig => ({
  policies: [
    'admin::isAuthenticatedAdmin',
    { name: 'plugin::jekyll.has-any-permission', config: { actions } },
  ],
});
