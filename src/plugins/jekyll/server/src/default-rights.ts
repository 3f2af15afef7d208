import type { Core } from '@strapi/strapi';
import { CHECK_ACTION } from '../../contracts/checks';
import { EXPORT_ACTION, IMPORT_ACTION, RESOLVE_ACTION, SEE_ACTION } from '../../contracts/rights';
import { PLUGIN_ID } from './plugin-id';

/**
 * What Strapi's own roles may do unless an administrator says otherwise. Exporting and resolving ask
 * for the rights to the posts too, and an Author has those for own posts only.
 */
const DEFAULTS: Readonly<Record<string, readonly string[]>> = {
  'strapi-editor': [SEE_ACTION, EXPORT_ACTION, IMPORT_ACTION, RESOLVE_ACTION, CHECK_ACTION],
  'strapi-author': [SEE_ACTION, EXPORT_ACTION, CHECK_ACTION],
};

interface Role {
  readonly id: number;
  readonly code: string;
}
/** By a role's code, the rights that it was offered once: what was taken away since stays away. */
type Offered = Readonly<Record<string, readonly string[]>>;

const store = (strapi: Core.Strapi) =>
  strapi.store({ type: 'plugin', name: PLUGIN_ID, key: 'default-rights' });

/**
 * Gives the default rights to Strapi's roles, each right once: at the first boot that knows it. On a
 * new database the roles are made after the plugins have booted; they get theirs then.
 */
export async function grantDefaultRights(strapi: Core.Strapi): Promise<void> {
  const codes = Object.keys(DEFAULTS);
  const roles: Role[] = await strapi.db
    .query('admin::role')
    .findMany({ where: { code: { $in: codes } } });
  for (const role of roles) await grant(strapi, role);
  strapi.db.lifecycles.subscribe({
    models: ['admin::role'],
    async afterCreate({ result }: { result?: Role }) {
      if (result && codes.includes(result.code)) await grant(strapi, result);
    },
  });
}

async function grant(strapi: Core.Strapi, { id, code }: Role): Promise<void> {
  const offered = ((await store(strapi).get()) ?? {}) as Offered;
  const fresh = (DEFAULTS[code] ?? []).filter((action) => !offered[code]?.includes(action));
  if (fresh.length === 0) return;
  const has: { action: string }[] = await strapi.db
    .query('admin::permission')
    .findMany({ where: { role: { id }, action: { $in: fresh } } });
  const missing = fresh.filter((action) => !has.some((one) => one.action === action));
  const permissions = missing.map((action) => ({
    action,
    subject: null,
    properties: {},
    conditions: [],
  }));
  if (missing.length > 0) await strapi.service('admin::role').addPermissions(id, permissions);
  await store(strapi).set({
    value: { ...offered, [code]: [...(offered[code] ?? []), ...fresh] },
  });
}
