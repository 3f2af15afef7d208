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
  // What a run does with the files, and what the panel does, changes nothing of what they say.
  const settings = { ...config, git: null, preview: null, citations: null };
  return createHash('sha256')
    .update(serialize([version, folder.root, settings, site, locales, zone]))
    .digest('hex');
}
