import type { GitSettings } from './settings';

/**
 * Name of a branch for a pull request: prefix and name, without what Git does not allow in one.
 * Different names may meet in one branch only where they differ in such characters.
 *
 * @param name a slug with its locale, or what tells one run from others
 */
export function branchName(settings: Pick<GitSettings, 'branchPrefix'>, name: string): string {
  const safe = name
    .normalize('NFC')

    .replace(/[\0-\x20\x7f~^:?*[\]\\@{}/'"`$&;|<>()!#]+/g, '-')
    .replace(/\.{2,}/g, '.')
    .replace(/^[.-]+|[.-]+$/g, '')
    .replace(/\.lock$/i, '-lock');
  return `${settings.branchPrefix}${
    [...safe]
      .slice(0, 60)
      .join('')
      .replace(/[.-]+$/, '') || 'post'
  }`;
}
