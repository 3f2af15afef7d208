import type { Problem } from '../core/problem';
import type { BlogFolderError } from './blog-folder';

export const samePath = (path: string, slug: string, rival: string): Problem => ({
  code: 'same-path',
  severity: 'error',
  field: 'slug',
  message: {
    en: `"${slug}" and "${rival}" would both be written to ${path}. Give one of them another slug or date.`,
    ko: `"${slug}"와(과) "${rival}"이(가) 모두 ${path} 경로에 쓰이게 됩니다. 한쪽의 슬러그나 날짜를 바꾸세요.`,
  },
});

export const outside = (error: BlogFolderError): Problem => ({
  code: 'outside-blog',
  severity: 'error',
  message: {
    en: error.message,
    ko: `"${error.path}" 경로는 블로그 밖이거나 심볼릭 링크 뒤에 있어 쓸 수 없습니다.`,
  },
});

export const massRemoval = (path: string, removals: number): Problem => ({
  code: 'mass-removal',
  severity: 'error',
  message: {
    en: `${path} was not removed: this run would remove ${removals} files. If that is meant, export again with --force.`,
    ko: `${path} 파일을 지우지 않았습니다. 이번 실행이 지울 파일이 ${removals}개입니다. 의도한 것이라면 --force로 다시 내보내세요.`,
  },
});
