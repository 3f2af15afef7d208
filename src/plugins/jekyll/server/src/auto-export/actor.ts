import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Actor } from '../../../contracts/report';

/** What Strapi's authentication leaves on a request of the panel, or of an admin token's owner. */
interface AdminState {
  readonly user?: {
    readonly id: number;
    readonly firstname?: string | null;
    readonly lastname?: string | null;
    readonly username?: string | null;
    readonly email?: string | null;
  };
  /** Stands only where the admin's own strategies let somebody in, never for users of the REST API. */
  readonly userAbility?: unknown;
}

/** The admin user who acts; null for API tokens, users of the REST API, the command line and cron. */
export function currentActor(strapi: Core.Strapi): Actor | null {
  const state = strapi.requestContext.get()?.state as AdminState | undefined;
  if (!state?.user || !state.userAbility) return null;
  const { id, firstname, lastname, username, email } = state.user;
  const name = [firstname, lastname].filter(Boolean).join(' ') || username || email || String(id);
  return { id, name, email: email ?? '' };
}

/**
 * The admin user who acts, on a route of the panel.
 * @throws UnauthorizedError (401) where nobody is logged in
 */
export function actingAdmin(strapi: Core.Strapi): Actor & { readonly id: number } {
  const actor = currentActor(strapi);
  if (!actor || actor.id === null) throw new errors.UnauthorizedError();
  return { ...actor, id: actor.id };
}
