import type { Core } from '@strapi/strapi';
import type { z } from 'zod';
import type { StoredSettings } from '../../../contracts/settings';
import { PLUGIN_ID } from '../plugin-id';
import { postFormFields, settingFields } from './fields';

/** By Strapi instance: what was read last. Readers of the configuration are synchronous. */
const current = new WeakMap<Core.Strapi, StoredSettings>();

const store = (strapi: Core.Strapi) =>
  strapi.store({ type: 'plugin', name: PLUGIN_ID, key: 'settings' });

/** What the panel has set; nothing before {@link loadSettings}. */
export const storedSettings = (strapi: Core.Strapi): StoredSettings => current.get(strapi) ?? {};

/**
 * Reads what the panel has set. At the start of a process and of each run: another process may have
 * changed it.
 */
export async function loadSettings(strapi: Core.Strapi): Promise<StoredSettings> {
  const settings = readSettings(await store(strapi).get(), (key) =>
    strapi.log.warn(
      `jekyll: the stored setting "${key}" is no sound value any more, and the configuration counts`,
    ),
  );
  current.set(strapi, settings);
  return settings;
}

export async function saveSettings(strapi: Core.Strapi, settings: StoredSettings): Promise<void> {
  await store(strapi).set({ value: settings });
  current.set(strapi, settings);
}

/**
 * The sound ones of stored values: a version that knows other values, or a restored database, stops
 * nothing.
 *
 * @param onBad told the key of each value that is left out
 */
export function readSettings(value: unknown, onBad: (key: string) => void): StoredSettings {
  const { postForm, ...rest } = recordOf(value);
  const settings = soundOf(settingFields, rest, onBad);
  const form = soundOf(postFormFields, recordOf(postForm), (key) => onBad(`postForm.${key}`));
  return { ...settings, ...(Object.keys(form).length > 0 ? { postForm: form } : {}) };
}

const recordOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

function soundOf<T extends Record<string, z.ZodType>>(
  fields: T,
  values: Record<string, unknown>,
  onBad: (key: string) => void,
): { [K in keyof T]?: z.output<T[K]> } {
  const sound: [string, unknown][] = [];
  for (const [key, value] of Object.entries(values)) {
    const result = Object.hasOwn(fields, key) ? fields[key]?.safeParse(value) : undefined;
    if (result?.success) sound.push([key, result.data]);
    else onBad(key);
  }
  return Object.fromEntries(sound) as { [K in keyof T]?: z.output<T[K]> };
}
