import { rule } from '../types';

/** External links that the last look found dead (`strapi-jekyll check --links`, and by cron). */
export const linkDead = rule({
  id: 'link-dead',
  severity: 'warning',
  advice: true,
  needs: ['deadLinks'],
  slow: true,
  *check({ post, facts: { deadLinks } }) {
    if (!deadLinks || deadLinks.size === 0) return;
    for (const { href, offset } of post.body.links.links) {
      const dead = deadLinks.get(href.replace(/#.*$/, ''));
      if (!dead) continue;
      const since = dead.since.slice(0, 10);
      const answer =
        dead.status === null
          ? { en: 'no answer', ko: '응답 없음' }
          : { en: `status ${dead.status}`, ko: `상태 ${dead.status}` };
      yield {
        place: { offset },
        message: {
          en: `${href} has been dead since ${since} (${answer.en}). Find another address, or one in a web archive.`,
          ko: `${href}이(가) ${since}부터 열리지 않습니다(${answer.ko}). 다른 주소나 웹 보관소의 주소로 바꾸세요.`,
        },
      };
    }
  },
});
