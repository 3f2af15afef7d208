import type { MergeConflict } from '../core/merge';
import type { Problem } from '../core/problem';

const error = (code: string, en: string, ko: string, line?: number): Problem => ({
  code,
  severity: 'error',
  message: { en, ko },
  ...(line === undefined ? {} : { line }),
});

/** How a person settles a conflict, said after each. */
const SETTLE = {
  en: 'Settle it in the panel (Jekyll → Conflicts) or with "strapi-jekyll resolve", or make both sides say the same and export again.',
  ko: '관리자 화면(Jekyll → 충돌)이나 "strapi-jekyll resolve"로 정하거나, 양쪽을 같게 만든 뒤 다시 내보내세요.',
};

export const changedInBlog = (path: string): Problem =>
  error(
    'changed-in-blog',
    `${path} was changed in the blog since the CMS last saw it, and is left as it is. ${SETTLE.en}`,
    `${path} 파일이 CMS가 마지막으로 본 뒤 블로그에서 바뀌어 그대로 두었습니다. ${SETTLE.ko}`,
  );

export const changedOnBothSides = (path: string, conflicts: readonly MergeConflict[]): Problem => {
  const line = conflicts[0]?.theirs.line;
  const places = conflicts.map(({ theirs }) => theirs.line).join(', ');
  return error(
    'changed-on-both-sides',
    `${path} was changed in the blog and in the CMS in the same lines (${places} in the blog). Nothing was written. ${SETTLE.en}`,
    `${path} 파일의 같은 줄(블로그의 ${places}행)을 블로그와 CMS에서 모두 고쳤습니다. 아무것도 쓰지 않았습니다. ${SETTLE.ko}`,
    line,
  );
};

export const deletedInBlog = (path: string): Problem =>
  error(
    'deleted-in-blog',
    `${path} was deleted in the blog, and its post is still published. It was not written again: resolve with "--use cms" writes it, "--use blog" withdraws the post.`,
    `${path} 파일이 블로그에서 삭제되었지만 글은 아직 발행되어 있습니다. 다시 쓰지 않았습니다. resolve에서 "--use cms"는 다시 쓰고 "--use blog"는 글을 발행 취소합니다.`,
  );

export const movedTwice = (ours: string, theirs: string): Problem =>
  error(
    'moved-on-both-sides',
    `The file was moved to ${theirs} in the blog, and the CMS would move it to ${ours}. ${SETTLE.en}`,
    `블로그에서는 파일을 ${theirs}(으)로 옮겼는데 CMS는 ${ours}(으)로 옮기려 합니다. ${SETTLE.ko}`,
  );

export const notUtf8 = (path: string): Problem =>
  error(
    'not-utf8',
    `${path} was changed in the blog and is not encoded as UTF-8 any more. Save it as UTF-8 and export again.`,
    `${path} 파일이 블로그에서 바뀌었고 UTF-8이 아닙니다. UTF-8로 저장한 뒤 다시 내보내세요.`,
  );

export const unreadableInBlog = (path: string, cause: Problem): Problem =>
  error(
    'unreadable-in-blog',
    `${path} was changed in the blog and cannot be read any more: ${cause.message.en} Mend it there and export again.`,
    `${path} 파일이 블로그에서 바뀐 뒤 읽을 수 없습니다: ${cause.message.ko} 블로그에서 고친 뒤 다시 내보내세요.`,
    cause.line,
  );

export const notOurs = (path: string): Problem =>
  error(
    'not-ours',
    `${path} stands in the blog already and neither was written nor imported by the CMS. Import it, or choose another slug or date.`,
    `${path} 파일이 블로그에 이미 있지만 CMS가 쓰거나 가져온 파일이 아닙니다. 먼저 가져오거나 슬러그 또는 날짜를 바꾸세요.`,
  );

export const PLACE_TAKEN = 'place-taken';

export const placeTaken = (path: string): Problem =>
  error(
    PLACE_TAKEN,
    `${path} is still the file of another post. Where that one moves or goes away, export again afterwards; else choose another slug or date.`,
    `${path} 파일은 아직 다른 글의 것입니다. 그 글이 자리를 옮기거나 없어질 예정이면 그 뒤에 다시 내보내고, 아니면 다른 슬러그나 날짜를 고르세요.`,
  );

/** Whether a conflict is about the place of a post and not about its text. */
export const isAboutPlace = ({ code }: Problem): boolean =>
  code === 'not-ours' || code === PLACE_TAKEN;
