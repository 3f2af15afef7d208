import { z } from 'zod';
import type { Core } from '@strapi/strapi';
import { PLUGIN_ID } from './plugin-id';

const isZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

const relativeFolder = z
  .string()
  .regex(/^[^/\\][^\\]*$/, 'expected a folder relative to the blog, with / between its parts')
  .refine((folder) => !folder.split('/').includes('..'), 'must not leave the blog');

const schema = z.strictObject({
  /** Folder of the Jekyll checkout; relative to the application. */
  blogDir: z.string().min(1).optional(),
  /**
   * IANA zone of the site: what dates without an offset mean, and what new dates are written in.
   * Unset: `timezone` of the blog's `_config.yml`, else Asia/Seoul.
   */
  timezone: z.string().refine(isZone, 'expected an IANA zone such as Asia/Seoul').optional(),
  /** Folder of new posts. */
  postsFolder: relativeFolder.default('_posts'),
  /** Folder that receives media picked in the admin when the post names no image folder. */
  mediaFolder: relativeFolder.default('assets/img/posts'),
});

/** The plugin's configuration with its defaults filled in. */
export type JekyllConfig = z.infer<typeof schema>;

/** Strapi's hooks for a plugin's configuration; `validator` throws with the place of each mistake. */
export const config = {
  default: (): JekyllConfig => schema.parse({}),
  validator(value: unknown): void {
    const result = schema.safeParse(withoutUnset(value));
    if (result.success) return;
    const places = result.error.issues.map(
      (issue) => `${issue.path.join('.') || '(root)'}: ${issue.message}`,
    );
    throw new Error(`config/plugins.ts, plugin "${PLUGIN_ID}": ${places.join('; ')}`);
  },
};

/** Reads the validated configuration. */
export function jekyllConfig(strapi: Core.Strapi): JekyllConfig {
  return schema.parse(withoutUnset(strapi.config.get(`plugin::${PLUGIN_ID}`)));
}

/** `env('X')` gives undefined for an unset variable: the default then counts. */
function withoutUnset(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined));
}
