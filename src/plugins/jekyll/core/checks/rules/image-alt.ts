import { rule } from '../types';

/** Names that say nothing about a picture. */
const EMPTY_WORDS =
  /^(?:image|img|alt|alt text|이미지|사진|그림|캡처|스크린샷|desktop view|screenshot|untitled(?: \d+)?|[^\s/]+\.(?:png|jpe?g|gif|webp|svg|avif))?$/i;

/** Who can't see an image is told its alternative text. */
export const imageAlt = rule({
  id: 'image-alt',
  severity: 'warning',
  advice: true,
  *check({ post }) {
    for (const { href, alt, offset, attributes } of post.body.links.images) {
      if (/\balt\s*=/.test(attributes ?? '') && alt === '') continue;
      if (!EMPTY_WORDS.test((alt ?? '').trim())) continue;
      const text = (alt ?? '').trim();
      yield {
        place: { offset },
        message:
          text === ''
            ? {
                en: `The image ${short(href)} has no alternative text. Say between the brackets what it shows: ![what it shows](…).`,
                ko: `이미지 ${short(href)}에 대체 텍스트가 없습니다. 대괄호 안에 무엇을 보여 주는지 쓰세요: ![보여 주는 것](…).`,
              }
            : {
                en: `The alternative text "${text}" of the image ${short(href)} says nothing about it. Say what it shows.`,
                ko: `이미지 ${short(href)}의 대체 텍스트 "${text}"은(는) 내용을 알려 주지 않습니다. 무엇을 보여 주는지 쓰세요.`,
              },
      };
    }
  },
});

const short = (address: string): string =>
  address.length > 60 ? `${address.slice(0, 57)}…` : address;
