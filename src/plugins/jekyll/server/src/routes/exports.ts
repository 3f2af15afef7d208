import { EXPORT_ACTION } from '../../../contracts/rights';
import { forRight } from './policies';

/** The controller adds the content type's own permissions: one exports what one may touch. */
const config = forRight(EXPORT_ACTION);

export const exportsRoutes = [
  { method: 'POST' as const, path: '/exports/plan', handler: 'exports.plan', config },
  { method: 'POST' as const, path: '/exports', handler: 'exports.run', config },
  { method: 'GET' as const, path: '/exports/changes', handler: 'exports.changes', config },
  { method: 'GET' as const, path: '/exports/:id', handler: 'exports.page', config },
];
