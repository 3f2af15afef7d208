import { decodeAddress } from '../../address';
import { rule } from '../types';

/** Ids that the page has beside those of its text: footnotes, and what themes add. */
const OF_PAGE = /^(?:fn:|fnref:|$|!|:~:|disqus_thread$|top$)/;

/** A link within the post to a heading that it does not have. */
export const linkHeading = rule({
  id: 'link-heading',
  severity: 'warning',
  *check({ post }) {
    for (const { href, offset } of post.body.links.links) {
      if (!href.startsWith('#')) continue;
      const id = decodeAddress(href.slice(1));
      if (OF_PAGE.test(id) || post.body.parsed.ids.has(id)) continue;
      const near = nearest(id, post.body.parsed.ids);
      yield {
        place: { offset },
        message: {
          en: `The post has no heading "#${id}".${near === null ? ' Correct the link.' : ` Did you mean "#${near}"?`}`,
          ko: `글에 "#${id}" 제목이 없습니다.${near === null ? ' 링크를 고치세요.' : ` "#${near}"을(를) 말하나요?`}`,
        },
      };
    }
  },
});

/** An id that differs in case, hyphens or signs only. */
function nearest(id: string, ids: ReadonlySet<string>): string | null {
  const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  for (const other of ids) if (bare(other) === bare(id)) return other;
  return null;
}
