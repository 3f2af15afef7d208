import { postAddress } from '../../address';
import { rule } from '../types';

/** A new slug, date or category can give a post another address: links to the old one break. */
export const addressMoved = rule({
  id: 'address-moved',
  severity: 'warning',
  needs: ['address', 'publishedAddress'],
  *check({ post, facts: { address: rules, publishedAddress: before } }) {
    if (!rules || before === null || before === undefined) return;
    const frontMatter = new Map([...post.entries].map(([key, { value }]) => [key, value]));
    const now = postAddress({ path: post.path, frontMatter, zone: post.zone }, rules);
    if (now === before) return;
    if (post.fields.redirects.includes(before)) return;
    yield {
      place: { field: 'slug' },
      message: {
        en: `The post moves from ${before} to ${now}, and links to the old address break. Take back the slug, date or category, or add ${before} to the old addresses.`,
        ko: `글의 주소가 ${before}에서 ${now}(으)로 바뀌어 옛 주소로 걸린 링크가 끊어집니다. 슬러그, 날짜, 카테고리를 되돌리거나 옛 주소 목록에 ${before}을(를) 넣으세요.`,
      },
    };
  },
});
