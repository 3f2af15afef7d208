import { SEE_ACTION } from '../../../contracts/rights';
import { forRight } from './policies';

const config = forRight(SEE_ACTION);

export const runsRoutes = [
  { method: 'GET' as const, path: '/runs', handler: 'runs.find', config },
  { method: 'GET' as const, path: '/runs/:id', handler: 'runs.findOne', config },
  { method: 'GET' as const, path: '/queue', handler: 'runs.queue', config },
];
