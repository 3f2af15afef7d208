import { hasAnyPermission } from './has-any-permission';

export const policies = { 'has-any-permission': hasAnyPermission };
