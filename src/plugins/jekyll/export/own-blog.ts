import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { jekyllConfig } from '../server/src/config';

/** Where the plugin keeps the clone of a blog whose folder nobody names; absolute. */
export const ownBlogDir = (strapi: Core.Strapi): string =>
  path.join(strapi.dirs.app.root, '.jekyll-blog');

/** The blog that the configuration names, absolute: a folder, or else the clone of `git.remote`. */
export function configuredBlogDir(strapi: Core.Strapi): string | null {
  const { blogDir, git } = jekyllConfig(strapi);
  if (blogDir !== undefined) return path.resolve(strapi.dirs.app.root, blogDir);
  return git.enabled && git.remote !== null ? ownBlogDir(strapi) : null;
}
