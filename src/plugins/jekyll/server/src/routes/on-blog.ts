import { SEE_ACTION } from '../../../contracts/rights';
import { forRight } from './policies';

/** The controller adds the content type's own right to read, entry by entry. */
const config = { policies: ['admin::isAuthenticatedAdmin'] };

export const onBlogRoutes = [
  { method: 'GET' as const, path: '/on-blog', handler: 'onBlog.states', config },
  {
    method: 'GET' as const,
    path: '/on-blog/summary',
    handler: 'onBlog.summary',
    config: forRight(SEE_ACTION),
  },
  {
    method: 'GET' as const,
    path: '/on-blog/reach/items/:documentId',
    handler: 'onBlog.itemReach',
    config,
  },
  {
    method: 'GET' as const,
    path: '/on-blog/reach/references/:documentId',
    handler: 'onBlog.referenceReach',
    config,
  },
  { method: 'GET' as const, path: '/on-blog/:documentId', handler: 'onBlog.post', config },
  {
    method: 'GET' as const,
    path: '/on-blog/:documentId/changes',
    handler: 'onBlog.changes',
    config,
  },
];
