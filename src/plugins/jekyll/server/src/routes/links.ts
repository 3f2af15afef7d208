import { SEE_ACTION } from '../../../contracts/rights';
import { forRight } from './policies';

const config = forRight(SEE_ACTION);

export const linksRoutes = [
  { method: 'GET' as const, path: '/links', handler: 'links.find', config },
  { method: 'POST' as const, path: '/links/look', handler: 'links.look', config },
];
