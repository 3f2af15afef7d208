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

/** A value of an include that names an image from the root: others may be put behind a folder. */
const INCLUDED =
  /(?:^|\s)[\w-]+\s*=\s*["']((?:\/|assets\/)[^"'{}]+\.(?:png|jpe?g|gif|webp|svg|avif))["']/gi;

/** Images that includes show, as `{% include figure image_path="/assets/a.png" %}` does. */
const includedImages = ({ body }: CheckedPost): { href: string; place: Place }[] =>
  body.liquid
    .filter(({ name }) => name !== null && /^include(?:_cached|_relative)?$/.test(name))
    .flatMap(({ markup, start }) =>
      [...markup.matchAll(INCLUDED)].map(([, href = '']) => ({ href, place: { offset: start } })),
    );

/** Images of the body and the cover, as far as their addresses are known before the build. */
export function shownImages(post: CheckedPost, site: NonNullable<BlogFacts['site']>): ShownImage[] {
  const { path } = post.fields.cover;
  const cover = path ? [{ href: path, place: { key: 'image' } as const }] : [];
  const images = post.body.links.images.map(({ href, offset }) => ({ href, place: { offset } }));
  return [...cover, ...images, ...includedImages(post)].flatMap(({ href, place }) => {
    const address = builtAddress(href, site);
    return address ? [{ href, address: withoutOrigin(address, site), place }] : [];
  });
}
