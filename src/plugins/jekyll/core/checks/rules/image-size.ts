import { z } from 'zod';
import { mediaCandidates } from '../../post/media-path';
import { shownImages } from '../shown-images';
import { rule } from '../types';

const options = z.strictObject({
  /** Kilobytes that an image may have. */
  maxKilobytes: z.number().positive().default(1024),
});

/** Large images make a page slow. */
export const imageSize = rule<z.output<typeof options>>({
  id: 'image-size',
  severity: 'warning',
  advice: true,
  needs: ['site', 'fileSize'],
  options,
  *check({ post, facts: { site, fileSize }, options: { maxKilobytes } }) {
    if (!site || !fileSize) return;
    for (const { href, address, place } of shownImages(post, site)) {
      const path = mediaCandidates(address, post.fields.mediaBase, site).find(
        (candidate) => fileSize(candidate) !== null,
      );
      const kilobytes = path === undefined ? 0 : Math.round((fileSize(path) ?? 0) / 1024);
      if (kilobytes <= maxKilobytes) continue;
      yield {
        place,
        message: {
          en: `The image ${href} has ${kilobytes} KB; at most ${maxKilobytes} KB are wanted. Make it smaller, or save it as WebP.`,
          ko: `이미지 ${href}의 크기가 ${kilobytes}KB입니다. ${maxKilobytes}KB 이하로 줄이거나 WebP로 저장하세요.`,
        },
      };
    }
  },
});
