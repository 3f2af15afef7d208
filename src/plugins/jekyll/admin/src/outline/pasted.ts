import { withoutTracking } from '../../../core/citation/canonical-url';

/** An address that somebody pasted, and what stood beside it. */
export interface PastedAddress {
  readonly address: string;
  /** The text of its line where the line has no other address; '' without one. */
  readonly title: string;
}

/** Links of Markdown, as notes hold them. */
const LINK = /\[([^\]\n]*)\]\((\S+?)\)/g;
const ADDRESS = /(?:https?:\/\/|doi:|arxiv:)[^\s<>"'`|]+/gi;
/** What ends a sentence or a bracket around an address, and bullets before it. */
const TAIL = /[.,;:!?)\]}'"»”’]+$/;
const FRAME = /^[\s\-*•·–—:|>\d.)]+(?=\s|$)|^[\s\-*•·–—:|]+|[\s\-–—:|.,;]+$/g;

/** Addresses in a text, in order; an address twice in it counts once. */
export function addressesIn(text: string): PastedAddress[] {
  const found = new Map<string, PastedAddress>();
  for (const line of text.split(/\r\n?|\n/)) {
    const plain = line.replace(LINK, ' $1 $2 ');
    const addresses = [...plain.matchAll(ADDRESS)]
      .map(([all]) => trimTail(all))
      .filter((address) => withoutTracking(address) !== null);
    const [only] = addresses;
    const title =
      addresses.length === 1 && only !== undefined
        ? plain.replace(only, ' ').replace(/\s+/g, ' ').replace(FRAME, '').trim()
        : '';
    for (const address of addresses) {
      if (!found.has(address))
        found.set(address, { address, title: /\p{L}/u.test(title) ? title : '' });
    }
  }
  return [...found.values()];
}

/** A bracket that the address opened itself belongs to it: `…/Jekyll_(software)`. */
function trimTail(address: string): string {
  const trimmed = address.replace(TAIL, '');
  return trimmed.includes('(') && address.startsWith(`${trimmed})`) ? `${trimmed})` : trimmed;
}
