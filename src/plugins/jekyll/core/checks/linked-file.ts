import type { LiquidToken } from './body';

/** Files that plugins make while the site is built. */
const MADE = /^(?:feed\.xml|sitemap\.xml|robots\.txt)$/;

/** The file that `{% link %}` names; null for another tag, and where only the build can tell. */
export function linkedFile({ name, markup }: LiquidToken): string | null {
  if (name !== 'link' || markup === '' || /[{}]/.test(markup)) return null;
  const file = markup.replace(/^\//, '');
  return MADE.test(file) ? null : file;
}
