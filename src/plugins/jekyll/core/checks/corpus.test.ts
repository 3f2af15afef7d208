import { itWithShared } from '../../../../../tests/helpers/shared';
import { realPosts } from '../post-file/testing/texts';
import { checkPost } from './index';

const found = realPosts().flatMap(({ path, text }) => {
  const file = { text, path: path.slice(path.indexOf('_posts')), zone: 'Asia/Seoul' };
  return checkPost(file, { now: Date.parse('2026-12-01'), fast: true }).map((problem) => ({
    ...problem,
    file: path.slice(path.lastIndexOf('/') + 1),
  }));
});

itWithShared('of real posts only those have errors in which Liquid swallows code', () => {
  const errors = found.filter(({ severity }) => severity === 'error');
  expect(errors.map(({ code, file }) => `${file}: ${code}`)).toEqual(
    Array(3).fill('2023-05-02-awsS3andGitHubActions4.md: liquid-in-code'),
  );
});

itWithShared('advice aside, few posts are told of anything', () => {
  const advice = new Set(['description', 'tag-case', 'category-count', 'image-alt']);
  const rest = found.filter(({ code }) => !advice.has(code));
  expect(new Set(rest.map(({ file }) => file)).size).toBeLessThan(12);
});
