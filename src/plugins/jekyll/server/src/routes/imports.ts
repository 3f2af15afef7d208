import { IMPORT_ACTION } from '../../../contracts/rights';
import { forRight } from './policies';

/** The controller adds the permissions of the content types. */
const config = forRight(IMPORT_ACTION);

export const importsRoutes = [
  { method: 'GET' as const, path: '/imports/sources', handler: 'imports.sources', config },
  { method: 'POST' as const, path: '/imports/archives', handler: 'imports.upload', config },
  { method: 'DELETE' as const, path: '/imports/archives/:id', handler: 'imports.discard', config },
  { method: 'POST' as const, path: '/imports/plan', handler: 'imports.plan', config },
  { method: 'POST' as const, path: '/imports', handler: 'imports.run', config },
];
