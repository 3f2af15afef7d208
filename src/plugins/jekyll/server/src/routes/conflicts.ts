import { RESOLVE_ACTION } from '../../../contracts/rights';
import { forRight } from './policies';

/** The controller adds the permissions of the content type, entry by entry. */
const config = forRight(RESOLVE_ACTION);

export const conflictsRoutes = [
  { method: 'GET' as const, path: '/conflicts', handler: 'conflicts.find', config },
  {
    method: 'GET' as const,
    path: '/conflicts/:documentId/:locale',
    handler: 'conflicts.findOne',
    config,
  },
  {
    method: 'POST' as const,
    path: '/conflicts/:documentId/:locale',
    handler: 'conflicts.resolve',
    config,
  },
];
