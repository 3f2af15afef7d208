import type { Problem } from '../core/problem';

const error = (code: string, en: string, ko: string): Problem => ({
  code,
  severity: 'error',
  message: { en, ko },
});

export const unreadable = (file: string): Problem =>
  error(
    'file-unreadable',
    `${file} could not be read. Check that it still stands there.`,
    `${file} 파일을 읽을 수 없습니다. 파일이 아직 있는지 확인하세요.`,
  );

export const outsideBlog = (file: string, cause: Error): Problem =>
  error(
    'outside-blog',
    `${file} was not read: ${cause.message}`,
    `${file}은(는) 블로그 밖을 가리키거나 심볼릭 링크 뒤에 있어 읽지 않았습니다.`,
  );

export const tooLarge = (file: string): Problem =>
  error(
    'file-too-large',
    `${file} is larger than 5 MB, which no post is. Take it out of _posts.`,
    `${file} 파일이 5MB를 넘습니다. 포스트로 볼 수 없으니 _posts 밖으로 옮기세요.`,
  );

export const notUtf8 = (file: string): Problem =>
  error(
    'not-utf8',
    `${file} is not encoded as UTF-8. Save it as UTF-8 and import it again.`,
    `${file} 파일이 UTF-8로 저장되지 않았습니다. UTF-8로 저장한 뒤 다시 가져오세요.`,
  );

export const noPostName = (file: string): Problem =>
  error(
    'no-post-name',
    `${file} has no name that Jekyll takes for a post. Expected YYYY-MM-DD-slug.md, such as 2025-01-12-ai-trend.md.`,
    `${file}은(는) Jekyll이 포스트로 읽는 이름이 아닙니다. 2025-01-12-ai-trend.md처럼 YYYY-MM-DD-slug.md 형식이어야 합니다.`,
  );

export const unknownLocale = (locale: string, locales: readonly string[]): Problem =>
  error(
    'unknown-locale',
    `Strapi has no locale "${locale}" (it has ${locales.join(', ')}). Add it in Settings > Internationalization, or choose another with --locale.`,
    `Strapi에 "${locale}" 로케일이 없습니다(${locales.join(', ')}). 설정 > 국제화에서 추가하거나 --locale로 다른 것을 고르세요.`,
  );

export const translationAmbiguous = (file: string, rivals: readonly string[]): Problem => ({
  code: 'translation-ambiguous',
  severity: 'warning',
  message: {
    en: `${file} became a post of its own: it could be a version of the same post as ${rivals.join(', ')}, and another file as well. To join two files, give them the same page_id before the import.`,
    ko: `${file} 파일은 별도의 포스트로 가져왔습니다. ${rivals.join(', ')}의 번역일 수 있지만 다른 파일도 마찬가지여서 정할 수 없습니다. 두 파일을 한 포스트로 묶으려면 가져오기 전에 같은 page_id를 적으세요.`,
  },
});

export const knownAlready = (file: string, known: string): Problem => ({
  code: 'known-already',
  severity: 'warning',
  message: {
    en: `The CMS has the post of ${known} already, with another text, and left it as it is. To take over what changed in ${file}, put it into the blog's checkout and import from there.`,
    ko: `CMS에 ${known} 글이 이미 있고 내용이 달라 그대로 두었습니다. ${file}에서 바뀐 것을 가져오려면 블로그 체크아웃에 넣고 거기서 가져오세요.`,
  },
});

export const deletedInCms = (file: string): Problem =>
  error(
    'deleted-in-cms',
    `The entry of ${file} was deleted in the CMS, and the file has changed since. Restore one of the two: nothing was imported.`,
    `${file}의 항목이 CMS에서 삭제되었고 파일도 그 뒤에 바뀌었습니다. 둘 중 하나를 되돌리세요. 가져오지 않았습니다.`,
  );

export const changedInCms = (file: string): Problem =>
  error(
    'changed-in-cms',
    `${file} has changed in the blog, and its entry in the CMS in the same lines. Nothing was overwritten: settle it with "strapi-jekyll resolve", or make the file and the entry say the same, and import again.`,
    `${file} 파일과 CMS의 항목에서 같은 줄이 바뀌었습니다. 아무것도 덮어쓰지 않았습니다. "strapi-jekyll resolve"로 정하거나 파일과 항목의 내용을 똑같이 맞춘 뒤 다시 가져오세요.`,
  );

export const notStored = (file: string, cause: unknown): Problem =>
  error(
    'not-stored',
    `${file} could not be stored: ${cause instanceof Error ? cause.message : String(cause)}`,
    `${file} 파일을 저장하지 못했습니다: ${cause instanceof Error ? cause.message : String(cause)}`,
  );

export const deletedInBlog = (file: string): Problem =>
  error(
    'deleted-in-blog',
    `${file} was deleted in the blog, and its entry has changed in the CMS since the blog was last seen. It stays published: settle it with "strapi-jekyll resolve".`,
    `${file} 파일이 블로그에서 삭제되었는데 CMS의 항목은 그 뒤에 바뀌었습니다. 발행된 채로 두었습니다. "strapi-jekyll resolve"로 정하세요.`,
  );

export const unpublishedWithBlog = (file: string): Problem => ({
  code: 'unpublished-with-blog',
  severity: 'warning',
  message: {
    en: `${file} was deleted in the blog, so its entry was unpublished. The draft is kept.`,
    ko: `블로그에서 ${file} 파일이 삭제되어 항목의 발행을 취소했습니다. 초안은 남아 있습니다.`,
  },
});

export const massDeletion = (file: string, count: number): Problem =>
  error(
    'mass-deletion',
    `${file} is gone from the blog, with ${count} posts in all. Nothing was unpublished: check that this is the right folder and branch. To withdraw a post, unpublish it in the CMS or use "strapi-jekyll resolve".`,
    `${file} 파일이 블로그에 없고, 없어진 글이 모두 ${count}개입니다. 발행을 취소하지 않았습니다. 폴더와 브랜치가 맞는지 확인하세요. 글을 내리려면 CMS에서 발행을 취소하거나 "strapi-jekyll resolve"를 쓰세요.`,
  );
