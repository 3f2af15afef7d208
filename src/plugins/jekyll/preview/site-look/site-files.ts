import { randomUUID } from 'node:crypto';

/** Where Jekyll builds the site, unless told otherwise. */
export const SITE = '_site';

/** Stands for the address of the site's files, which each page has its own of; nobody can guess it. */
export const FILES = `files-${randomUUID()}`;

/** Files that a web server would send for an address of the site. */
export function builtNames(address: string): string[] {
  const bare = address.replace(/^\/+/, '');
  return bare.endsWith('/') || bare === '' ? [`${bare}index.html`] : [bare, `${bare}.html`];
}
