import { rule } from '../types';

/** `{% post_url %}` of a post that does not exist ends the build (jekyll, tags/post_url.rb). */
export const postUrl = rule({
  id: 'post-url',
  severity: 'error',
  needs: ['hasPostNamed'],
  *check({ post, facts: { hasPostNamed } }) {
    for (const { name, markup, start } of post.body.liquid) {
      if (name !== 'post_url' || markup === '' || hasPostNamed?.(markup)) continue;
      yield {
        place: { offset: start },
        message: {
          en: `{% post_url ${markup} %} names no post, and Jekyll stops there. Write the name of the post's file without its extension.`,
          ko: `{% post_url ${markup} %}이(가) 가리키는 글이 없어 Jekyll 빌드가 멈춥니다. 글 파일 이름을 확장자 없이 쓰세요.`,
        },
      };
    }
  },
});
