/**
 * The file that a page at an address is built into (document.rb, `destination`), so that two ways to
 * write one address are told to be one: `/a`, `/a.html`; `/b/`, `/b/index`, `/b/index.html`.
 */
export function builtFile(address: string): string {
  const rooted = address.startsWith('/') ? address : `/${address}`;
  const page = rooted.endsWith('/') ? `${rooted}index` : rooted.replace(/\.html$/, '');
  return page.normalize('NFC');
}

/**
 * Alike for names that file systems without case, or with a Unicode form of their own, take for one.
 */
export const foldedName = (name: string): string =>
  name.normalize('NFC').toLowerCase().normalize('NFC');
