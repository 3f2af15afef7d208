import { linkedFile } from '../linked-file';
import { rule } from '../types';

/** `{% link %}` of a file that the site does not have ends the build (jekyll, tags/link.rb). */
export const linkTag = rule({
  id: 'link-tag',
  severity: 'error',
  needs: ['fileSize', 'hasPostNamed'],
  *check({ post, facts: { fileSize, hasPostNamed } }) {
    for (const token of post.body.liquid) {
      const file = linkedFile(token);
      if (file === null || fileSize?.(file) !== null) continue;
      const name = /(?:^|\/)_posts\/(.+)\.\w+$/.exec(file)?.[1];
      if (name !== undefined && hasPostNamed?.(name)) continue;
      yield {
        place: { offset: token.start },
        message: {
          en: `{% link ${token.markup} %} names no file of the blog, and Jekyll stops there. Write its path from the blog's folder, with its extension.`,
          ko: `{% link ${token.markup} %}이(가) 가리키는 파일이 블로그에 없어 Jekyll 빌드가 멈춥니다. 블로그 폴더부터의 경로를 확장자까지 쓰세요.`,
        },
      };
    }
  },
});
