import { mediaCandidates } from '../../post/media-path';
import { shownImages } from '../shown-images';
import { rule } from '../types';

/** An image that neither the blog nor the media library has. */
export const imageMissing = rule({
  id: 'image-missing',
  severity: 'warning',
  advice: true,
  needs: ['site', 'fileSize'],
  *check({ post, facts: { site, fileSize } }) {
    if (!site || !fileSize) return;
    for (const { href, address, place } of shownImages(post, site)) {
      const paths = mediaCandidates(address, post.fields.mediaBase, site);
      if (paths.length === 0 || paths.some((path) => fileSize(path) !== null)) continue;
      // What says the site's own address stands as it is; themes put an image folder before the rest.
      const isServed = address !== href || address.startsWith(`${site.baseurl || '\n'}/`);
      const wanted = isServed ? paths.at(-1) : paths[0];
      yield {
        place,
        message: {
          en: `The image ${href} does not exist in the blog (looked for ${wanted}). Add it, or correct the address.`,
          ko: `이미지 ${href}이(가) 블로그에 없습니다(찾은 곳: ${wanted}). 이미지를 넣거나 주소를 고치세요.`,
        },
      };
    }
  },
});
