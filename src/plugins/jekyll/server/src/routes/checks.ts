import { CHECK_ACTION } from '../../../contracts/checks';
import { forRight } from './policies';

/** The controller adds the check of the content type's own read permission. */
export const checksRoutes = [
  {
    method: 'POST' as const,
    path: '/checks',
    handler: 'checks.check',
    config: forRight(CHECK_ACTION),
  },
];
