import { postLink } from '../post-links';
import { rule } from '../types';

/** A link to a post that the blog does not have, or to a heading that the post does not have. */
export const linkPost = rule({
  id: 'link-post',
  severity: 'warning',
  needs: ['site', 'address', 'postAt'],
  *check({ post, facts }) {
    for (const { href, offset } of post.body.links.links) {
      const target = postLink(href, facts);
      if (!target) continue;
      const linked = facts.postAt?.(target.address) ?? null;
      if (!linked) {
        yield {
          place: { offset },
          message: {
            en: `The link ${href} leads to no post of the blog. Correct its address.`,
            ko: `링크 ${href}이(가) 가리키는 글이 블로그에 없습니다. 주소를 고치세요.`,
          },
        };
      } else if (target.heading !== '' && linked.ids && !linked.ids.has(target.heading)) {
        yield {
          place: { offset },
          message: {
            en: `The post at ${target.address} has no heading "#${target.heading}". Correct the part behind "#".`,
            ko: `${target.address} 글에 "#${target.heading}" 제목이 없습니다. "#" 뒤를 고치세요.`,
          },
        };
      }
    }
  },
});
