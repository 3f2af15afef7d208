import type { Core } from '@strapi/strapi';
import { IGNORE_CHECKS_ACTION } from '../../../contracts/checks';

interface AuthState {
  readonly userAbility?: { can(action: string): boolean };
  readonly auth?: { readonly strategy?: { readonly name?: string } };
}

/**
 * Whether whoever acts may publish a post in which the checks find errors: an administrator with
 * the right, a full API token, the command line and cron; no user of the REST API.
 */
export function mayIgnoreChecks(strapi: Core.Strapi): boolean {
  const state = strapi.requestContext.get()?.state as AuthState | undefined;
  if (!state) return true;
  if (state.userAbility) return state.userAbility.can(IGNORE_CHECKS_ACTION);
  return state.auth?.strategy?.name !== 'users-permissions';
}
