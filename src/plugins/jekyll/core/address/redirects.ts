import { builtFile } from './places';
import { decodeAddress } from './post-address';

/**
 * Old addresses of a post (`redirect_from`) after it moved: the one it had comes to the end, once;
 * the one it has now leaves the list, where it would lead the page to itself.
 */
export function withRedirect(
  redirects: readonly string[],
  oldAddress: string,
  newAddress: string,
): string[] {
  const [from, to] = [pageOf(oldAddress), pageOf(newAddress)];
  const kept = redirects.filter((address) => pageOf(address) !== to);
  const known = from === to || kept.some((address) => pageOf(address) === from);
  return known ? kept : [...kept, oldAddress];
}

/** People write old addresses with or without percent encoding. */
const pageOf = (address: string): string => builtFile(decodeAddress(address.trim()));
