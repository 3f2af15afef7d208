import { publishingRoutes } from './publishing';
import { wordsRoutes } from './words';

export const routes = {
  admin: { type: 'admin' as const, routes: [...publishingRoutes, ...wordsRoutes] },
};
