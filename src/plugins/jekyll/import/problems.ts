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

export const deletedInCms = (file: string): Problem =>
  error(
    'deleted-in-cms',
    `The entry of ${file} was deleted in the CMS, and the file has changed since. Restore one of the two: nothing was imported.`,
    `${file}의 항목이 CMS에서 삭제되었고 파일도 그 뒤에 바뀌었습니다. 둘 중 하나를 되돌리세요. 가져오지 않았습니다.`,
  );

export const changedInCms = (file: string): Problem =>
  error(
    'changed-in-cms',
    `${file} has changed in the blog, and its entry in the CMS too since the blog was last seen. Nothing was overwritten: make the file and the entry say the same, or undo one of the changes, and import again.`,
    `${file} 파일이 블로그에서 바뀌었고 CMS의 항목도 그 뒤에 바뀌었습니다. 아무것도 덮어쓰지 않았습니다. 파일과 항목의 내용을 똑같이 맞추거나 한쪽 변경을 되돌린 뒤 다시 가져오세요.`,
  );

export const notStored = (file: string, cause: unknown): Problem =>
  error(
    'not-stored',
    `${file} could not be stored: ${cause instanceof Error ? cause.message : String(cause)}`,
    `${file} 파일을 저장하지 못했습니다: ${cause instanceof Error ? cause.message : String(cause)}`,
  );
