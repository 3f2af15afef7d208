import type { CheckedPost, Place } from './types';

/** Images of the body and the cover, with their addresses as they stand. */
export function shownImages(post: CheckedPost): { href: string; place: Place }[] {
  const { path } = post.fields.cover;
  const cover = path ? [{ href: path, place: { key: 'image' } as const }] : [];
  const images = post.body.links.images
    .filter(({ href }) => href !== '' && !/[{}]/.test(href) && !/^x+$/.test(href))
    .map(({ href, offset }) => ({ href, place: { offset } }));
  return [...cover, ...images];
}
