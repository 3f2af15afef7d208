import { SEE_ACTION } from '../../../contracts/rights';
import { forRight } from './policies';

/** The controller adds the content type's own read permission. */
export const statusRoutes = [
  {
    method: 'GET' as const,
    path: '/status',
    handler: 'status.find',
    config: forRight(SEE_ACTION),
  },
];
