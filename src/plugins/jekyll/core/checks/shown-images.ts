import type { BlogFacts } from './facts';
import { builtAddress, withoutOrigin } from './site-address';
import type { CheckedPost, Place } from './types';

export interface ShownImage {
  /** As it is spelled. */
  readonly href: string;
  /** As the page has it; one of the site itself starts at the root. */
  readonly address: string;
  readonly place: Place;
}

/** Images of the body and the cover, as far as their addresses are known before the build. */
export function shownImages(post: CheckedPost, site: NonNullable<BlogFacts['site']>): ShownImage[] {
  const { path } = post.fields.cover;
  const cover = path ? [{ href: path, place: { key: 'image' } as const }] : [];
  const images = post.body.links.images.map(({ href, offset }) => ({ href, place: { offset } }));
  return [...cover, ...images].flatMap(({ href, place }) => {
    const address = builtAddress(href, site);
    return address ? [{ href, address: withoutOrigin(address, site), place }] : [];
  });
}
