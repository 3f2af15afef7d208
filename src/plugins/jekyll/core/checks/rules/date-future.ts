import { rule } from '../types';

/** Jekyll leaves posts of the future out until it builds again (`future: false`). */
export const dateFuture = rule({
  id: 'date-future',
  severity: 'warning',
  advice: true,
  *check({ post, now }) {
    const { date } = post.fields;
    if (date === null || date <= now) return;
    yield {
      place: post.entries.has('date') ? { key: 'date' } : { field: 'date' },
      message: {
        en: `The date ${new Date(date).toISOString()} has not come: Jekyll leaves the post out until it builds the site again after that.`,
        ko: `날짜 ${new Date(date).toISOString()}이(가) 아직 오지 않아, 그 뒤에 사이트를 다시 빌드할 때까지 Jekyll이 글을 빼놓습니다.`,
      },
    };
  },
});
