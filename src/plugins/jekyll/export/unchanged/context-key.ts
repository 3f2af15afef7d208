import { createHash } from 'node:crypto';
import { serialize } from 'node:v8';
import { version } from '../../package.json';
import type { Run } from '../run';

/**
 * Stands for everything besides the entries that decides what the files of posts say: the settings, the
 * site's configuration, the languages, the blog's folder, this version of the plugin. A hash: it tells
 * nothing of them.
 */
export function contextKey({ config, site, locales, zone, folder }: Run): string {
  const { git: _git, preview: _preview, citations: _citations, ...settings } = config;
  return createHash('sha256')
    .update(serialize([version, folder.root, settings, site, locales, zone]))
    .digest('hex');
}
