import { randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { PLUGIN_ID } from '../server/src/plugin-id';

/**
 * The secret that seals the journals of this CMS: made once, kept in its database, so that every
 * process that shares it can complete what another one began. To be called under the lease.
 */
export async function stageKey(strapi: Core.Strapi): Promise<string> {
  const store = strapi.store({ type: 'plugin', name: PLUGIN_ID, key: 'stage-key' });
  const known = await store.get({});
  if (typeof known === 'string') return known;
  const made = randomBytes(32).toString('hex');
  await store.set({ value: made });
  return made;
}
