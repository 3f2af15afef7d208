import { SETTINGS_ACTION } from '../../../contracts/rights';
import { forRight } from './policies';

const config = forRight(SETTINGS_ACTION);

export const settingsRoutes = [
  { method: 'GET' as const, path: '/settings', handler: 'settings.find', config },
  { method: 'PUT' as const, path: '/settings', handler: 'settings.update', config },
  { method: 'POST' as const, path: '/settings/example', handler: 'settings.example', config },
];
