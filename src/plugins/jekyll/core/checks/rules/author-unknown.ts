import { rule } from '../types';

/** Chirpy looks authors up in `_data/authors.yml`; of one that is missing it prints no name. */
export const authorUnknown = rule({
  id: 'author-unknown',
  severity: 'warning',
  needs: ['authors'],
  *check({ post, facts: { authors } }) {
    if (!authors || authors.size === 0) return;
    for (const author of post.fields.authors) {
      if (authors.has(author)) continue;
      yield {
        place: { key: post.entries.has('author') ? 'author' : 'authors' },
        message: {
          en: `"${author}" is not in _data/authors.yml, so the page shows no name. Choose one of: ${[...authors].slice(0, 10).join(', ')}.`,
          ko: `"${author}"이(가) _data/authors.yml에 없어 페이지에 이름이 나오지 않습니다. 다음에서 고르세요: ${[...authors].slice(0, 10).join(', ')}.`,
        },
      };
    }
  },
});
