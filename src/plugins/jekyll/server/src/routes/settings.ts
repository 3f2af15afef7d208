import { SETTINGS_ACTION } from '../../../contracts/rights';
import { forRight } from './policies';

const config = forRight(SETTINGS_ACTION);

/** The controller asks for the content types' own right to read. */
const editor = { policies: ['admin::isAuthenticatedAdmin'] };

export const settingsRoutes = [
  { method: 'GET' as const, path: '/editor', handler: 'settings.editor', config: editor },
  { method: 'GET' as const, path: '/settings', handler: 'settings.find', config },
  { method: 'PUT' as const, path: '/settings', handler: 'settings.update', config },
  { method: 'POST' as const, path: '/settings/example', handler: 'settings.example', config },
  {
    method: 'POST' as const,
    path: '/settings/example/locales',
    handler: 'settings.localesExample',
    config,
  },
];
