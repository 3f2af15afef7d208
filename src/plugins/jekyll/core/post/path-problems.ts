import { assertSafeSlug } from '../post-file';
import { asErrors, type Problem } from '../problem';

/** Problems that keep a post from having a file: no day, no slug, a slug that can't be a file's name. */
export function checkFileSlug(slug: string, day: string | null): Problem[] {
  const problems: Problem[] = [];
  if (day === null) {
    problems.push({
      code: 'date-missing',
      severity: 'error',
      field: 'date',
      message: {
        en: 'The post has no date, and the name of its file needs one. Set the date and publish again.',
        ko: '포스트에 날짜가 없어 파일 이름을 정할 수 없습니다. 날짜를 입력하고 다시 발행하세요.',
      },
    });
  }
  const unsafe = assertSafeSlug(slug);
  if (unsafe) problems.push(...asErrors([unsafe], 'slug'));
  return problems;
}
