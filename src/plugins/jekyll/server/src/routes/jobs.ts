import { JOB_ACTIONS } from '../jobs';
import { forAnyRight } from './policies';

/** The controller answers about kinds of jobs for which the asker has the right, and no others. */
const config = forAnyRight(...JOB_ACTIONS);

export const jobsRoutes = [
  { method: 'GET' as const, path: '/jobs', handler: 'jobs.find', config },
  { method: 'GET' as const, path: '/jobs/:id', handler: 'jobs.findOne', config },
  { method: 'GET' as const, path: '/jobs/:id/result', handler: 'jobs.result', config },
  { method: 'POST' as const, path: '/jobs/:id/cancel', handler: 'jobs.cancel', config },
];
