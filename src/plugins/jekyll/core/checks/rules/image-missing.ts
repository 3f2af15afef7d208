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
    for (const { href, place } of shownImages(post)) {
      const paths = mediaCandidates(href, post.fields.mediaBase, site);
      if (paths.length === 0 || paths.some((path) => fileSize(path) !== null)) continue;
      yield {
        place,
        message: {
          en: `The image ${href} does not exist in the blog (looked for ${paths[0]}). Add it, or correct the address.`,
          ko: `이미지 ${href}이(가) 블로그에 없습니다(찾은 곳: ${paths[0]}). 이미지를 넣거나 주소를 고치세요.`,
        },
      };
    }
  },
});
