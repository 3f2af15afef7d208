import { SEE_ACTION } from '../../../contracts/rights';
import { forRight } from './policies';

export const linksRoutes = [
  { method: 'GET' as const, path: '/links', handler: 'links.find', config: forRight(SEE_ACTION) },
];
